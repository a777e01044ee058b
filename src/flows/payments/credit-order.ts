import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { accrualEntries, type EntryDraft } from '../../modules/ledger/index.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { purgeBuyer } from '../pages/purge-buyer.ts'
import { piecesCredited, raiseLabels } from '../pieces/raise-labels.ts'
import { bindBuyers } from './bind-buyers.ts'
import { partsOf } from './line-decision.ts'
import { countSale } from './piece-counts.ts'
import { siteDay } from './site-day.ts'
import { tellCreators } from './tell-creators.ts'

type Line = OrderRow['lines'][number]

/** What being paid brings with it: entries of the creators, counters of the pieces, the mail, and notices. In the caller's transaction. */
export async function creditOrder(req: PayloadRequest, order: OrderRow, at: Date): Promise<void> {
  const entries = order.lines.flatMap((line) => accrualOf(order, line))
  await appendEntries(req, entries, { at, test: Boolean(order.test) })
  await raiseLabels(req, piecesCredited(entries))
  // Who pays the difference of an exchange was bound by what he bought (ATT-31).
  if (!order.exchangeOf) await bindBuyers(req, order)
  await countSale(req, order.lines, entries, await siteDay(req, at))
  await queueMail(req, { template: 'order-paid', subject: order.id })
  const total = { amount: order.total, currency: order.currency }
  if (order.user) {
    await notify(req, { userId: idOf(order.user), kind: 'order-paid', data: { orderId: order.id, orderNumber: order.number, total } })
    await purgeBuyer(req, idOf(order.user))
  }
  await tellCreators(req, order, entries)
}

function accrualOf(order: OrderRow, line: Line): EntryDraft[] {
  const { commission, creator, programme } = line
  if (commission <= 0 || !creator) return []
  return accrualEntries({
    order: order.id,
    orderLine: String(line.id),
    currency: order.currency,
    shares: partsOf(line),
    rate: {
      rateBps: line.rateBps ?? 0,
      rateSource: line.rateSource ?? 'programme',
      programme: programme ? idOf(programme) : null,
      model: line.model ?? 'last_touch',
      base: line.baseAmount,
      commission,
    },
  })
}
