import type { Ctx } from '../../../context.ts'
import { seeded } from '../../../lib/seeded.ts'
import type { Visit } from '../../../lib/visit.ts'
import { findOrder, type OrderRow } from '../../../modules/checkout/store/order-state.ts'
import { approveRequest, declineRequest } from '../../orders/answer-request.ts'
import { askRefund } from '../../orders/ask-refund.ts'
import { moveParcel } from '../../orders/move-parcel.ts'
import { receiveOrder } from '../../orders/receive-order.ts'
import { shipOrder } from '../../orders/ship-order.ts'
import { refundLines } from '../../payments/refund-lines.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { journeyOf } from './plan-journey.ts'
import type { PlannedOrder } from './plan-month.ts'
import type { SeedPeople } from './seed-accounts.ts'
import type { SeedRequest } from './world-files.ts'

/** What the files tell of one order beside what is planned for all. */
export interface ToldOrder {
  coupon?: string
  partly?: boolean
  request?: SeedRequest
  /** The click was paid for at an advertising network (ATT-37). */
  paidAd?: boolean
  /** Name of a device that several guests share (ATT-37). */
  device?: string
}

interface Bought {
  orderId: string
  /** The browser that bought it. */
  visit: Visit
  secret: string | undefined
}

interface Step {
  /** Days ago. */
  on: number
  run: () => Promise<void>
}

const carriers = ['顺丰', '中通', '京东物流'] as const

/** What happens to an order once it is paid, each on its day: parcels, 确认收货, refunds and requests for one. */
export async function seedAfterwards(now: Ctx, order: PlannedOrder, told: ToldOrder, bought: Bought, people: SeedPeople): Promise<void> {
  const row = await findOrder(await now.req(), bought.orderId)
  if (!row) throw new Error(`order ${order.key} is not there`)
  const work = { now, order, told, bought, people, row }
  const steps = [...sending(work), ...refund(work), ...request(work)].sort((a, b) => b.on - a.on)
  for (const { run } of steps) await run()
}

interface Work {
  now: Ctx
  order: PlannedOrder
  told: ToldOrder
  bought: Bought
  people: SeedPeople
  row: OrderRow
}

const nameOf = ({ order }: Work): string => `order ${order.key}`

/** Line of a row; rows that are read have ids. */
function firstLine(work: Work): string {
  const id = work.row.lines[0]?.id
  if (!id) throw new Error(`${nameOf(work)} has no line`)
  return id
}

function sending(work: Work): Step[] {
  const { now, order, told, bought, people } = work
  const { finance } = people
  const { orderId, visit, secret } = bought
  const { sent, delivered, received } = journeyOf(order, Boolean(told.partly))
  const chance = seeded(`parcel ${order.key}`)
  const carrier = chance.pick(carriers)
  const tracking = `DEMO${String(chance.between(0, 99_999_999)).padStart(8, '0')}`
  const lines = told.partly ? [{ lineId: firstLine(work), quantity: 1 }] : []
  let parcel = ''
  const ship = async (on: number) => {
    const input = { orderId, lines, carrier, tracking }
    parcel = must(await shipOrder(daysAgo(now, on), finance, input, `seed-${orderId}`), nameOf(work)).shipmentId
  }
  const deliver = async (on: number) =>
    void must(await moveParcel(daysAgo(now, on), finance, { shipmentId: parcel, event: 'deliver' }), nameOf(work))
  const receive = async (on: number) => void must(await receiveOrder(daysAgo(now, on), visit, { orderId, secret }), nameOf(work))
  return [...step(sent, ship), ...step(delivered, deliver), ...step(received, receive)]
}

const step = (on: number | null, run: (on: number) => Promise<void>): Step[] => (on === null ? [] : [{ on, run: () => run(on) }])

/** Staff give money back by themselves. */
function refund(work: Work): Step[] {
  const { now, order, bought, people } = work
  if (!order.refund) return []
  const { quantity, daysAgo: on, reason } = order.refund
  const wanted = { orderId: bought.orderId, lines: [{ lineId: firstLine(work), quantity, restock: true }], reason }
  const give = async () => void must(await refundLines(daysAgo(now, on), people.finance, wanted, `seed-${bought.orderId}`), nameOf(work))
  return [{ on, run: give }]
}

/** The buyer asks, and staff answer where the files say what. */
function request(work: Work): Step[] {
  const { now, told, bought, people } = work
  if (!told.request) return []
  const { daysAgo: on, reason, words, answer } = told.request
  const { orderId, visit, secret } = bought
  const key = `seed-${orderId}`
  let requestId = ''
  const ask = async () => {
    const wish = { orderId, secret, lines: [{ lineId: firstLine(work), quantity: 1 }], reason, words }
    requestId = must(await askRefund(daysAgo(now, on), visit, wish, key), nameOf(work)).requestId
  }
  const reply = async (day: number) => {
    const [ctx, said] = [daysAgo(now, day), answer?.words ?? '']
    if (!answer?.approve) return void must(await declineRequest(ctx, people.finance, { requestId, answer: said }, key), nameOf(work))
    const given = { requestId, restock: true, shipping: false, answer: said }
    must(await approveRequest(ctx, people.finance, given, key), nameOf(work))
  }
  return [{ on, run: ask }, ...step(answer?.daysAgo ?? null, reply)]
}
