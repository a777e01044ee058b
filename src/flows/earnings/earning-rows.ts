import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'
import { conversionsByIds } from '../../modules/conversions/store.ts'
import type { CommissionStateName, PayableDate } from '../../modules/ledger/index.ts'
import type { StoredEntry } from '../../modules/ledger/store.ts'
import { refundsOfOrders } from '../../modules/payments/store.ts'
import { partnerNames, saleName } from '../conversions/sale-names.ts'
import type { CreatorLine } from './creator-lines.ts'

/** One signed row of a creator's ledger. Nothing in it is about the buyer. */
export interface EarningRow {
  id: string
  sequence: number
  at: string
  kind: 'earned' | 'reversed' | 'adjusted' | 'clawed-back' | 'paid-out' | 'payout-returned'
  /** Signed minor units; positive is owed to the creator. */
  amount: number
  currency: string
  /** The order, or the sale of another shop: then its number is that shop's name and its own number there. */
  orderId: string | null
  orderNumber: string | null
  lineId: string | null
  productId: string | null
  productTitle: string | null
  piece: { kind: 'posts' | 'video-notes'; id: string } | null
  rateBps: number | null
  /** For a reversal: pieces that came back, of those bought. */
  returned: { quantity: number; of: number } | null
  /** Of the line's commission as it stands now (ATT-25), and why, as a code. */
  state: CommissionStateName
  reason: string | null
  /** Why this entry was written, as a code: `sold`, `refunded`, `canceled`, `correction`, a reason of ATT-29 … Null on entries from before it was kept. */
  cause: string | null
  /** Of a pending one (ATT-27): when it becomes payable; `expected` while the receipt is only expected. */
  payable: { at: string; expected: boolean; because: PayableDate['because']; holdDays: number } | null
  test: boolean
}

const kinds = {
  accrue: 'earned',
  reverse: 'reversed',
  adjust: 'adjusted',
  clawback: 'clawed-back',
  payout: 'paid-out',
  payout_fail: 'payout-returned',
  // Tax stands on no creator's account.
  tax_withheld: 'paid-out',
} as const

/** Rows of these entries, with what they are about. `lines` are all lines of the creator, with their states. */
export async function earningRows(
  req: PayloadRequest,
  entries: readonly StoredEntry[],
  lines: ReadonlyMap<string, CreatorLine>,
): Promise<EarningRow[]> {
  const ids = [...new Set(entries.flatMap(({ order }) => (order ? [order] : [])))]
  const orders = new Map((await ordersByIds(req, ids)).map((order) => [order.id, order]))
  const elsewhere = await soldElsewhere(
    req,
    ids.filter((id) => !orders.has(id)),
  )
  const parts = new Map((await refundsOfOrders(req, ids)).flatMap(({ lines }) => lines.map((part) => [part.id, part] as const)))
  return entries.map((entry) => {
    const { id, sequence, at, amount, currency, orderLine, pieceKind, piece, rate, test } = entry
    const order = entry.order ? orders.get(entry.order) : undefined
    const line = order?.lines.find((one) => one.id === orderLine)
    const part = entry.sourceKind === 'refund_line' ? parts.get(entry.sourceId) : undefined
    const sold = entry.order ? elsewhere.get(entry.order) : undefined
    const standing = lines.get(orderLine ?? '')?.state
    return {
      ...{ id, sequence, at, amount, currency, test },
      kind: kinds[entry.kind],
      orderId: entry.order,
      orderNumber: order?.number ?? sold?.number ?? null,
      lineId: orderLine,
      productId: line ? idOf(line.product) : null,
      productTitle: line?.title ?? (orderLine ? sold?.titles.get(orderLine) : null) ?? null,
      piece: piece && pieceKind ? { kind: pieceKind, id: piece } : null,
      rateBps: rate?.rateBps ?? null,
      returned: part && line ? { quantity: part.quantity, of: line.quantity } : null,
      state: standing?.state ?? 'paid',
      reason: standing?.reason ?? null,
      cause: entry.reason,
      payable: standing?.payable ? payableOf(standing.payable) : null,
    }
  })
}

/** What sales of other shops are called, and what was sold by each line, by id. */
async function soldElsewhere(req: PayloadRequest, ids: readonly string[]) {
  const sales = await conversionsByIds(req, ids)
  const shops = await partnerNames(
    req,
    sales.map(({ partner }) => partner),
  )
  return new Map(
    sales.map(({ id, partner, externalId, lines }) => [
      id,
      {
        number: saleName(shops.get(partner) ?? '', externalId),
        titles: new Map(lines.map(({ id: lineId, title, line }) => [lineId, title || line])),
      },
    ]),
  )
}

const payableOf = ({ at, expected, because, holdDays }: PayableDate) => ({ at: at.toISOString(), expected, because, holdDays })
