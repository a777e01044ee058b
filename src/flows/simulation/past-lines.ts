import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { listOwners } from '../../modules/accounts/store/owners.ts'
import type { PastLine, ReplayFacts } from '../../modules/attribution/index.ts'
import { listProgrammes, programmesOfCoupons } from '../../modules/attribution/store/programme-list.ts'
import { readMinMargin } from '../../modules/attribution/store/terms.ts'
import { findProgrammes, findStandings } from '../../modules/attribution/store.ts'
import { paidOrdersAfter } from '../../modules/checkout/store/hinted-orders.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { ordersByIds } from '../../modules/checkout/store/walk.ts'
import { salesAfter } from '../../modules/conversions/store/sales.ts'
import type { ConversionRow } from '../../modules/conversions/store.ts'
import { touchSources } from '../../modules/touches/store/read.ts'
import { saleDecisionOf } from '../conversions/countable.ts'
import { goodsOf } from '../conversions/sale-story.ts'
import { decisionOf } from '../payments/line-decision.ts'

/** Orders that are replayed at most: some seconds of work. */
const most = 20_000
const part = 500

/** A line that can be decided again. `soldAt`: when its own order was placed; what an exchange is worth more is judged as the goods first bought. */
export type DatedLine = PastLine & { soldAt: Date }

/** The paid lines since a moment, those of sales elsewhere among them, that hold a frozen decision, in the shop's currency, and what was recorded beside them. Reads only. */
export async function readPastLines(
  req: PayloadRequest,
  since: Date,
  currency: string,
): Promise<{ lines: DatedLine[]; facts: ReplayFacts; truncated: boolean }> {
  const orders: OrderRow[] = []
  for (let after = ''; orders.length < most; ) {
    const some = await paidOrdersAfter(req, since, after, part)
    const last = some.at(-1)
    if (!last) break
    orders.push(...some.filter((order) => order.currency === currency))
    after = last.id
  }
  const buyers = await listOwners(
    req,
    orders.flatMap(({ user }) => (user ? [idOf(user)] : [])),
  )
  const exchanged = await ordersByIds(req, [...new Set(orders.flatMap(({ exchangeOf }) => exchangeOf ?? []))])
  const firsts = new Map(exchanged.map((order) => [order.id, order]))
  const sales = await pastSales(req, since, currency, most - orders.length)
  const ours = orders.flatMap((order) => {
    const judged = (order.exchangeOf && firsts.get(order.exchangeOf)) || order
    return order.lines.flatMap((line) => pastLine({ order, judged }, line, buyers))
  })
  const lines = [...ours, ...sales.flatMap(soldLines)]
  return { lines, facts: await factsOf(req, lines), truncated: orders.length + sales.length >= most }
}

async function pastSales(req: PayloadRequest, since: Date, currency: string, limit: number): Promise<ConversionRow[]> {
  const sales: ConversionRow[] = []
  for (let after = ''; sales.length < limit; ) {
    const some = await salesAfter(req, since, after, part)
    const last = some.at(-1)
    if (!last) break
    sales.push(...some.filter((sale) => sale.currency === currency))
    after = last.id
  }
  return sales
}

/** Who bought elsewhere is in no row: that it was a creator herself stands in the decision. */
function soldLines({ partner, soldAt, checkoutStartedAt, lines }: ConversionRow): DatedLine[] {
  return lines.flatMap((line) => {
    const decision = saleDecisionOf(line)
    if (!decision) return []
    const { baseAmount, commission } = line
    const placedAt = new Date(soldAt)
    return [
      {
        ...{ productId: goodsOf({ id: partner }), baseAmount, cost: null, commission, decision, soldAt: placedAt, placedAt },
        ...{ checkoutStartedAt: checkoutStartedAt ? new Date(checkoutStartedAt) : null, buyerUserId: null, buyerCreatorId: null },
      },
    ]
  })
}

function pastLine(
  { order, judged }: Record<'order' | 'judged', OrderRow>,
  line: OrderRow['lines'][number],
  creatorOf: ReadonlyMap<string, string>,
): DatedLine[] {
  const decision = decisionOf(line)
  if (!decision) return []
  const buyerUserId = order.user ? idOf(order.user) : null
  return [
    {
      ...{ productId: idOf(line.product), baseAmount: line.baseAmount, cost: line.cost ?? null, commission: line.commission, decision },
      soldAt: new Date(order.placedAt),
      placedAt: new Date(judged.placedAt),
      checkoutStartedAt: judged.checkoutStartedAt ? new Date(judged.checkoutStartedAt) : null,
      buyerUserId,
      buyerCreatorId: buyerUserId ? (creatorOf.get(buyerUserId) ?? null) : null,
    },
  ]
}

async function factsOf(req: PayloadRequest, lines: readonly DatedLine[]): Promise<ReplayFacts> {
  const stories = lines.flatMap(({ decision }) => [...decision.considered, ...decision.refused])
  const sources = await touchSources(req, [...new Set(stories.map(({ touchId }) => touchId))])
  const shares = lines.flatMap(({ decision }) => [...decision.weights, ...(decision.barred ?? [])])
  const creators = [...new Set([...stories, ...shares].flatMap(({ creatorId }) => creatorId ?? []))]
  const coupons = [...new Set(lines.flatMap(({ decision }) => decision.coupon?.couponId ?? []))]
  const programmes = await findProgrammes(
    req,
    (await listProgrammes(req)).map(({ id }) => id),
  )
  return {
    programmes,
    programmeOf: new Map([...sources].flatMap(([id, { programme }]) => (programme ? [[id, programme] as const] : []))),
    programmeOfCoupon: await programmesOfCoupons(req, coupons),
    creators: await findStandings(req, creators),
    minMarginBps: await readMinMargin(req),
  }
}
