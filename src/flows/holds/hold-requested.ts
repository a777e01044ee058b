import type { PayloadRequest } from 'payload'
import { groupBy } from '../../lib/group.ts'
import { exchangesOfOrder } from '../../modules/checkout/store/exchanges.ts'
import type { RequestRow } from '../../modules/checkout/store/refund-requests.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'
import { holdOn, holdReviewDays, liveHolds, type Standing, standingsOf } from '../../modules/ledger/index.ts'
import { holdsOf, insertHold, insertRelease } from '../../modules/ledger/store/holds.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { notify } from '../accounts/notify.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

type Request = Pick<RequestRow, 'id' | 'order' | 'lines'>

/**
 * A buyer's request for money back holds what its lines credited until it is closed (ATT-26, ATT-27): it may come long after the days of a
 * return without a reason, which alone the hold of a programme covers. Also of a line whose commission is on its way in a payout: that
 * run is not sent then, and what fails is not paid again meanwhile. Every creator with something to wait for is told, once. In the
 * caller's transaction.
 */
export async function holdRequested(req: PayloadRequest, request: Request, at: Date): Promise<void> {
  const until = new Date(at.getTime() + holdReviewDays * 86_400_000)
  for (const [creator, own] of await credited(req, request)) {
    for (const { orderLine } of own) {
      // Whoever asked is nobody's but the shop's to know: a creator reads her own holds.
      const about = { key: keyOf(request, creator, orderLine), creator, orderLine, signal: null, note: null, actor: null }
      await insertHold(req, { ...about, reason: 'refund_request', until, at })
    }
    const amount = outstandingOf(own)
    const userId = amount.amount > 0 ? await userOfCreator(req, creator) : null
    if (userId)
      await notify(req, { userId, kind: 'commission-held', data: { until: until.toISOString(), amount, because: 'refund_request' } })
  }
}

/**
 * Lets go what a request held; other holds stay, and so does what somebody ended by hand. Who has something left that nothing else holds
 * is told. `actor` is the staff member who answered. In the caller's transaction.
 */
export async function releaseRequested(req: PayloadRequest, request: Request, actor: string | null, at: Date): Promise<void> {
  const credits = await credited(req, request)
  const rows = await holdsOf(req, [...credits.keys()])
  const live = liveHolds(rows)
  const own = rows.filter(({ id, key }) => key.startsWith(`${stemOf(request)}:`) && live.some((hold) => hold.id === id))
  for (const hold of own) await insertRelease(req, hold, { reason: 'request_closed', note: null, actor, at })
  const others = live.filter(({ id }) => own.every((hold) => hold.id !== id))
  for (const creator of new Set(own.map((hold) => hold.creator))) {
    const free = credits.get(creator)!.filter(({ orderLine }) => !holdOn(others, creator, orderLine))
    const userId = outstandingOf(free).amount > 0 ? await userOfCreator(req, creator) : null
    if (userId) await notify(req, { userId, kind: 'commission-released', data: { because: 'refund_request' } })
  }
}

const stemOf = ({ id }: Request): string => `request:${id}`
const keyOf = (request: Request, creator: string, orderLine: string): string => `${stemOf(request)}:${creator}:${orderLine}`

type Credit = Pick<Standing, 'outstanding'> & { orderLine: string; currency: string }

/** What each creator was credited on the lines that a request is about, and on those that paid for dearer goods in their place (ATT-31). */
async function credited(req: PayloadRequest, { order, lines }: Request): Promise<Map<string, Credit[]>> {
  const asked = lines.map(({ orderLine }) => orderLine)
  const exchanges = (await exchangesOfOrder(req, order)).filter(({ orderLine }) => asked.includes(orderLine))
  const paying = await ordersByIds(req, [...new Set(exchanges.flatMap(({ paidBy }) => paidBy ?? []))])
  const ids = [...asked, ...paying.flatMap((one) => one.lines.map(({ id }) => String(id)))]
  const entries = await entriesOfLines(req, ids)
  const credits = ids.flatMap((orderLine) =>
    standingsOf(entries, orderLine).map(({ creator, outstanding, first }) => ({
      creator,
      orderLine,
      outstanding,
      currency: first.currency,
    })),
  )
  return groupBy(credits, ({ creator }) => creator)
}

const outstandingOf = (own: readonly Credit[]) => ({
  amount: own.reduce((sum, { outstanding }) => sum + Math.max(0, outstanding), 0),
  currency: own[0]?.currency ?? '',
})
