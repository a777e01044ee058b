import { decideBonus, proposeBonus } from '../../../src/flows/bonuses/bonuses.ts'
import { banCreator, unbanCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { holdByStaff } from '../../../src/flows/holds/hold-commission.ts'
import { releaseByStaff } from '../../../src/flows/holds/release-hold.ts'
import { exchangePieces } from '../../../src/flows/orders/exchange-pieces.ts'
import { shipOrder } from '../../../src/flows/orders/ship-order.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { cancelRun } from '../../../src/flows/payouts/cancel-run.ts'
import { endPayout } from '../../../src/flows/payouts/end-payout.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import { sendRun } from '../../../src/flows/payouts/send-run.ts'
import { reviewTiers } from '../../../src/flows/tiers/review-tiers.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { DisputeNotice } from '../../../src/modules/payments/index.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { awaitingOrder, type BuiltOrder, deliver, type OrderLineParts, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { afterHold, earnedOrder, type Kol, payee } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import type { World } from '../../builders/world.ts'
import { clickIdOf, type OtherShop, openOtherShop } from '../conversions/other-shop.ts'

/** What a damage of the books needs to name. */
export interface Life {
  shop: OtherShop
  world: World
  goods: BuiltProduct
  /** Three who are paid, and one who stays banned. */
  kols: [Kol, Kol, Kol, Kol]
  /** Paid out, and clawed back in part. */
  paidOut: BuiltOrder
  /** Shared by two and refunded in part. */
  shared: BuiltOrder
  /** Refunded in part, disputed, and won. */
  won: BuiltOrder
  /** Its commission was taken by a ban that stands. */
  banned: BuiltOrder
  /** Not paid. */
  waiting: BuiltOrder
  bonus: string
  refused: string
}

/** Everything that moves money in a shop, by the flows that people use: what the books must say of it balances at every moment. */
export async function liveAWholeLife(): Promise<Life> {
  const shop = await openOtherShop()
  const { world, people } = shop.house
  const second = await person(world, ['finance'])
  const who = { first: people.finance, second }
  await world.payload.updateGlobal({ slug: 'shop-settings', data: { payoutTaxBps: 1_000 } })
  const tiers = [{ id: newId(), name: '银', fromSales: 100_000, rateBps: 1_200 }]
  await world.payload.update({ collection: 'programmes', id: shop.programmeId, data: { tiers } })
  const goods = await product(world, { prices: [10_000, 8_000, 12_000], stock: 500 })
  const numbers = ['6222000011112222', '6222000011113333', '6222000011114444', '6222000011115555']
  const [a, b, c, d] = [
    await payee(world, numbers[0]),
    await payee(world, numbers[1]),
    await payee(world, numbers[2]),
    await payee(world, numbers[3]),
  ]
  const sale = await soldElsewhere(shop, c)
  const bonus = await granted(world, who, a, 3_000)
  for (const kol of [b, c]) await earnedOrder(world, kol, goods)
  const early = await liveOrders(world, who, goods, [a, b, c, d])
  await granted(world, who, b, 1_500)
  const refused = must(await proposeBonus(world.ctx, who.first, { ...ask(a, 900) }, newId())).bonusId
  must(await decideBonus(world.ctx, second, { bonusId: refused, grant: false }, newId()))
  must(await proposeBonus(world.ctx, who.first, { ...ask(b, 700) }, newId()))
  await ban(world, who.first, b, true)
  await refundElsewhere(shop, sale)
  await ban(world, who.first, d, false)
  afterHold(world, 40)
  await reviewTiers(world.ctx)
  await payOut(world, who, [a, b, c])
  // What was paid out is refunded: clawed back, and filled by what comes next.
  must(await refund(world, who.first, early.paidOut, 1))
  await earnedOrder(world, a, goods)
  afterHold(world, 16)
  await lock(world, who.first, [a])
  const waiting = await awaitingOrder(world, [{ product: goods, credit: { creatorId: a.creatorId, rateBps: 800 } }])
  return { shop, world, goods, kols: [a, b, c, d], ...early, waiting, bonus, refused }
}

type Staff = { first: Awaited<ReturnType<typeof person>>; second: Awaited<ReturnType<typeof person>> }

const ask = (kol: Kol, amount: number) => ({ kind: 'flat' as const, amount, cap: amount, creator: kol.creatorId, proof: '三条视频' })

async function granted(world: World, { first, second }: Staff, kol: Kol, amount: number): Promise<string> {
  const { bonusId } = must(await proposeBonus(world.ctx, first as never, ask(kol, amount), newId()))
  must(await decideBonus(world.ctx, second, { bonusId, grant: true }, newId()))
  return bonusId
}

const refund = (world: World, finance: Staff['first'], { orderId, lineIds }: BuiltOrder, quantity: number) =>
  refundLines(world.ctx, finance, { orderId, lines: [{ lineId: lineIds[0]!, quantity, restock: true }], reason: 'buyer_return' }, newId())

async function liveOrders(world: World, { first }: Staff, goods: BuiltProduct, [a, b, c, d]: [Kol, Kol, Kol, Kol]) {
  const line = (kol: Kol, more: Partial<OrderLineParts> = {}): OrderLineParts[] => [
    { product: goods, quantity: 3, credit: { creatorId: kol.creatorId, rateBps: 1_000, piece: newId() }, ...more },
  ]
  const weight = (kol: Kol, weight: number) => ({
    ...{ touchId: newId(), creatorId: kol.creatorId, weight },
    origin: { linkId: null, pieceKind: 'posts', pieceId: newId(), placementId: null },
  })
  const decision = { considered: [], weights: [weight(a, 40), weight(b, 20), weight(a, 40)] }
  // At once, as buyers do: numbers of one order's entries follow each other all the same.
  const [shared, won, lost, banned, cheaper, dearer] = await Promise.all([
    paidOrder(world, line(a, { decision })),
    paidOrder(world, line(b)),
    paidOrder(world, line(c)),
    paidOrder(world, line(d)),
    paidOrder(world, line(c)),
    paidOrder(world, line(a)),
  ])
  const paidOut = await paidOrder(world, line(a, { price: 113_000 }))
  must(await refund(world, first, shared, 1))
  must(await refund(world, first, won, 1))
  await dispute(world, won, 'dispute.opened')
  await dispute(world, won, 'dispute.won')
  await dispute(world, lost, 'dispute.opened')
  await dispute(world, lost, 'dispute.lost', 12_000)
  await exchange(world, first, cheaper, goods.variantIds[1]!)
  const offered = await exchange(world, first, dearer, goods.variantIds[2]!)
  await payDifference(world, offered.offer!.orderId)
  for (const order of [shared, won, cheaper, dearer, paidOut]) await received(world, order)
  const held = must(await holdByStaff(world.ctx, first, { creator: c.creatorId, orderLine: cheaper.lineIds[0]!, note: '看看' }, newId()))
  must(await releaseByStaff(world.ctx, first, { holdId: held.holdId, note: '没问题' }, newId()))
  return { shared, won, banned, paidOut }
}

async function dispute(world: World, order: BuiltOrder, type: DisputeNotice['type'], amount = order.total): Promise<void> {
  const at = world.clock.now().toISOString()
  must(await deliver(world, { id: newId(), reference: order.reference, amount, currency: 'CNY', at, type, dispute: `dp-${order.orderId}` }))
}

async function exchange(world: World, finance: Staff['first'], { orderId, lineIds }: BuiltOrder, variantId: string) {
  must(await shipOrder(world.ctx, finance, { orderId, lines: [] }, newId()))
  return must(
    await exchangePieces(world.ctx, finance, { orderId, lineId: lineIds[0]!, quantity: 1, seen: 0, variantId, restock: true }, newId()),
  )
}

async function payDifference(world: World, orderId: string): Promise<void> {
  const { docs } = await world.payload.find({ collection: 'payments', where: { order: { equals: orderId } }, depth: 0 })
  const { reference, amount } = docs[0]!
  must(await deliver(world, settledEvent({ reference, total: amount } as BuiltOrder)))
}

async function received({ payload, clock }: World, { orderId }: BuiltOrder): Promise<void> {
  const text = clock.now().toISOString()
  const data = { state: 'completed', fulfilledAt: text, deliveredAt: text, receivedAt: text }
  await payload.db.updateOne({
    collection: 'orders',
    where: { id: { equals: orderId } },
    data,
    options: { atomic: true },
    req: undefined as never,
  })
}

async function ban(world: World, actor: Staff['first'], kol: Kol, mistake: boolean): Promise<void> {
  const about = { creatorId: kol.creatorId, note: '点击都来自一台机器' }
  must(await banCreator(world.ctx, actor, { ...about, reason: 'fake_orders' }, newId()))
  if (mistake) must(await unbanCreator(world.ctx, actor, { ...about, reason: 'mistake' }, newId()))
}

async function soldElsewhere(shop: OtherShop, kol: Kol): Promise<string> {
  const sale = shop.sold({ clickId: clickIdOf(await shop.click(kol.creatorId)) })
  const told = await shop.tell(sale)
  if (told.status !== 201) throw new Error(`The sale was not taken: ${told.text}`)
  return sale.id
}

async function refundElsewhere(shop: OtherShop, sale: string): Promise<void> {
  const lines = [{ line: '1', paidAmount: 5_650, taxAmount: 650 }]
  const told = await shop.tell({ kind: 'refund', id: `R-${newId()}`, sale, refundedAt: shop.now(), lines })
  if (told.status !== 201) throw new Error(`The refund was not taken: ${told.text}`)
}

async function lock(world: World, finance: Staff['first'], kols: readonly Kol[]) {
  const creators = kols.map(({ creatorId }) => creatorId)
  const { total } = await planRun(await world.ctx.req(), world.clock.now(), { creators })
  const { runId } = must(await lockRun(world.ctx, finance, { expectedTotal: total, creators }, newId()))
  const where = { run: { equals: runId } }
  const { docs } = await world.payload.find({ collection: 'payouts', where, depth: 0, sort: 'id' })
  return { runId, payouts: docs.map(({ id, creator }) => ({ id, creator: String(creator) })) }
}

/** A run that is cancelled, one of which one payout fails and one comes back from the bank, and one that arrives. */
async function payOut(world: World, { first, second }: Staff, kols: readonly [Kol, Kol, Kol]): Promise<void> {
  const { runId } = await lock(world, first, kols)
  must(await cancelRun(world.ctx, first, { runId }, newId()))
  const run = await lock(world, first, kols)
  must(await sendRun(world.ctx, first, { runId: run.runId }, newId()))
  const end = async (kol: Kol, outcome: 'confirm' | 'fail') => {
    const payoutId = run.payouts.find(({ creator }) => creator === kol.creatorId)!.id
    must(
      await endPayout(
        world.ctx,
        second,
        outcome === 'confirm' ? { payoutId, outcome } : { payoutId, outcome, reason: '户名不符' },
        newId(),
      ),
    )
  }
  const [a, b, c] = kols
  await end(a, 'confirm')
  await end(b, 'confirm')
  await end(b, 'fail')
  await end(c, 'fail')
  const again = await lock(world, first, [b])
  must(await sendRun(world.ctx, first, { runId: again.runId }, newId()))
  must(await endPayout(world.ctx, second, { payoutId: again.payouts[0]!.id, outcome: 'confirm' }, newId()))
}
