import type { PayloadRequest } from 'payload'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import type { PayableDate } from '../../modules/ledger/index.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { payableOfOrderLine } from '../earnings/creator-lines.ts'
import type { StoryLine, WentBack } from './why-view.ts'

/** An order of ours, or a sale that another shop told, as its story is told (ATT-39). */
export interface WhySubject {
  id: string
  number: string
  currency: string
  /** When its lines were decided: of the order that it follows, where it follows one. */
  placedAt: string
  paidAt: string | null
  checkoutStartedAt: string | null
  test: boolean
  /** Number of the order whose lines were decided: this one pays the difference of an exchange and follows it (ATT-31). */
  follows: string | null
  /** Null for an order of ours. `toldAt`: when the other shop told of the sale. */
  elsewhere: { shop: string; toldAt: string } | null
  lines: readonly StoryLine[]
  wentBack(): Promise<WentBack[]>
  /** When a line becomes payable (ATT-27); null before the payment. */
  payable(lineId: string): Promise<PayableDate | null>
}

/** An order of ours. What was met is told by the moment at which it was judged. */
export async function orderSubject(req: PayloadRequest, order: OrderRow): Promise<WhySubject> {
  const first = order.exchangeOf ? await findOrder(req, order.exchangeOf) : null
  const { placedAt, checkoutStartedAt } = first ?? order
  return {
    ...{ id: order.id, number: order.number, currency: order.currency, placedAt, lines: order.lines, elsewhere: null },
    paidAt: order.paidAt ?? null,
    checkoutStartedAt: checkoutStartedAt ?? null,
    test: Boolean(order.test),
    follows: first?.number ?? null,
    wentBack: async () =>
      (await refundsOfOrder(req, order.id))
        .filter(({ state }) => state === 'settled')
        .flatMap(({ at, lines }) =>
          lines.map(({ id: part, orderLine: lineId, quantity, amount: refunded }) => ({ part, lineId, at, quantity, refunded })),
        ),
    payable: (lineId) => payableOfOrderLine(req, order, lineId),
  }
}
