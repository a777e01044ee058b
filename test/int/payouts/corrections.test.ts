import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { answerClaimByStaff, listClaims, listMyClaims } from '../../../src/flows/claims/answer-claim.ts'
import { fileClaim } from '../../../src/flows/claims/file-claim.ts'
import { type ClawBack, clawBack } from '../../../src/flows/corrections/claw-back.ts'
import { listTakings } from '../../../src/flows/corrections/list-takings.ts'
import { upholdClaim } from '../../../src/flows/corrections/uphold-claim.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { readStatement } from '../../../src/flows/earnings/read-statement.ts'
import { sealLedger } from '../../../src/flows/earnings/seal-ledger.ts'
import { cancelByShop } from '../../../src/flows/orders/cancel-by-shop.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { lockRun } from '../../../src/flows/payouts/lock-run.ts'
import { planRun } from '../../../src/flows/payouts/plan-run.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { sealedForm } from '../../../src/modules/ledger/store/seals.ts'
import { entriesAfter } from '../../../src/modules/ledger/store.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { afterHold, type Kol, payee, received } from '../../builders/payouts.ts'
import { person } from '../../builders/people.ts'
import { must } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let goods: BuiltProduct
let kol: Kol
let finance: Actor & { userId: string }

beforeEach(async () => {
  world = await openWorld()
  goods = await product(world, { stock: 500 })
  kol = await payee(world)
  finance = await person(world, ['finance'])
})
afterEach(() => world.close())

/** Four pieces of one line that credit `kol` 400.00, and another line of one piece that credits her 100.00. */
async function bought(): Promise<BuiltOrder> {
  const credit = { creatorId: kol.creatorId, rateBps: 2_000 }
  const order = await paidOrder(world, [
    { product: goods, quantity: 4, price: 56_500, credit },
    { product: goods, quantity: 1, price: 56_500, credit },
  ])
  await received(world, order.orderId, world.clock.now())
  return order
}
const row = (collection: 'orders' | 'creators', id: string) => world.payload.findByID({ collection, id, depth: 0 })
const numberOf = async ({ orderId }: BuiltOrder) => ((await row('orders', orderId)) as { number: string }).number
const handleOf = async (who: Kol) => ((await row('creators', who.creatorId)) as { handle: string }).handle
const take = async (order: BuiltOrder, more: Partial<ClawBack> = {}, key = newId(), actor: Actor = finance) =>
  clawBack(
    world.ctx,
    actor,
    { handle: await handleOf(kol), orderNumber: await numberOf(order), reason: 'tracking_error', note: '两次点击记混了', ...more },
    key,
  )
const earnings = async () => must(await readEarnings(world.ctx, kol))
const entries = async () => entriesAfter(await world.ctx.req(), 0, 10_000)
const refund = ({ orderId, lineIds }: BuiltOrder, line: number, quantity: number) =>
  refundLines(world.ctx, finance, { orderId, lines: [{ lineId: lineIds[line]!, quantity, restock: true }], reason: 'back' }, newId())
const payOut = async () => {
  const { total: expectedTotal } = await planRun(await world.ctx.req(), world.clock.now())
  return must(await lockRun(world.ctx, finance, { expectedTotal }, newId()))
}
const notices = async () => {
  const { docs } = await world.payload.find({ collection: 'notifications', where: { user: { equals: kol.userId } }, limit: 0, depth: 0 })
  return docs.map(({ kind, data }) => ({ kind, data: data as Record<string, unknown> }))
}
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])

describe('ATT-29 a commission that finance takes back by hand', () => {
  it('ATT-29 takes a part over the lines of the order, with its reason, and refunds are counted from what is left', async () => {
    const order = await bought()
    afterHold(world)
    const taken = must(await take(order, { amount: 10_000 }))
    expect(taken).toMatchObject({ amount: 10_000, currency: 'CNY' })
    expect(await earnings()).toMatchObject({ balance: 40_000, payable: 40_000 })
    const own = (await entries()).filter(({ sourceId, creator }) => sourceId === taken.correctionId && creator)
    expect(own.map(({ amount, kind, reason, actor }) => [amount, kind, reason, actor])).toEqual([
      [-8_000, 'reverse', 'tracking_error', finance.userId],
      [-2_000, 'reverse', 'tracking_error', finance.userId],
    ])
    await balanced()
    must(await refund(order, 0, 2))
    expect((await earnings()).balance).toBe(24_000)
    must(await refund(order, 0, 2))
    must(await refund(order, 1, 1))
    expect((await earnings()).balance).toBe(0)
    await balanced()
  })

  it('ATT-29 takes all that is left when no amount is given, also of what was paid out: the balance goes below zero', async () => {
    const order = await bought()
    afterHold(world)
    await payOut()
    must(await take(order, { reason: 'fraud' }))
    expect(await earnings()).toMatchObject({ balance: -50_000, owedBack: -50_000, payable: 0 })
    const { rows } = await earnings()
    expect(rows.filter(({ kind }) => kind === 'clawed-back').map(({ cause, amount }) => [cause, amount])).toEqual([
      ['fraud', -10_000],
      ['fraud', -40_000],
    ])
    await bought()
    afterHold(world, 16)
    expect((await planRun(await world.ctx.req(), world.clock.now())).total).toBe(0)
    await balanced()
  })

  it('ATT-29 is bounded by what is left, needs a reason of the list and a note, and is finance’s alone', async () => {
    const order = await bought()
    expect(await take(order, { amount: 50_001 })).toMatchObject({
      failure: { code: 'invalid', field: 'amount', details: { left: 50_000 } },
    })
    expect(await take(order, { reason: 'because' })).toMatchObject({ failure: { code: 'invalid', field: 'reason' } })
    expect(await take(order, { note: ' ' })).toMatchObject({ failure: { code: 'invalid', field: 'note' } })
    expect(await take(order, { amount: 0 })).toMatchObject({ failure: { code: 'invalid', field: 'amount' } })
    expect(await take(order, { handle: 'nobody-at-all' })).toMatchObject({ failure: { code: 'not_found', field: 'handle' } })
    expect(await take(order, { orderNumber: 'ZC-0' })).toMatchObject({ failure: { code: 'not_found', field: 'orderNumber' } })
    expect(await take(order, {}, newId(), await person(world, ['admin']))).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await take(order, {}, newId(), { ...finance, creatorId: kol.creatorId })).toMatchObject({ failure: { code: 'forbidden' } })
    expect((await earnings()).balance).toBe(50_000)
  })

  it('ATT-32 the same key takes once; several at once never take more than is left', async () => {
    const order = await bought()
    const first = must(await take(order, { amount: 1_000 }, 'key'))
    expect(must(await take(order, { amount: 1_000 }, 'key'))).toEqual(first)
    expect(await take(order, { amount: 2_000 }, 'key')).toMatchObject({ failure: { code: 'idempotency_mismatch' } })
    const done = await Promise.all([1, 2, 3, 4, 5].map(() => take(order, { amount: 15_000 })))
    expect(done.filter(({ ok }) => ok)).toHaveLength(3)
    expect((await earnings()).balance).toBe(4_000)
    await balanced()
  })

  it('ATT-29 is told to the creator, shown in her statement and on the why page, and listed at the desk', async () => {
    const order = await bought()
    must(await take(order, { amount: 10_000, reason: 'duplicate' }))
    expect(await notices()).toContainEqual(
      expect.objectContaining({ kind: 'commission-clawed-back', data: expect.objectContaining({ reason: 'duplicate' }) }),
    )
    const month = world.clock.now().toISOString().slice(0, 7)
    expect(must(await readStatement(world.ctx, kol, month)).csv).toContain('duplicate')
    const asked = { orderId: order.orderId, lineId: order.lineIds[0]!, as: 'creator' as const }
    const [line] = must(await readWhy(world.ctx, visitOf(kol), asked)).lines
    expect(line).toMatchObject({ reversals: [{ quantity: 0, refunded: 0, commission: -8_000, reason: 'duplicate' }], net: 32_000 })
    const buyer = { orderId: order.orderId, secret: order.guestSecret, as: 'buyer' as const }
    expect(must(await readWhy(world.ctx, visitOf(), buyer)).lines[0]?.reversals).toEqual([])
    const { takings } = must(await listTakings(world.ctx, finance))
    expect(takings).toMatchObject([{ reason: 'duplicate', note: '两次点击记混了', amount: { amount: 10_000, currency: 'CNY' } }])
  })
})

describe('what a creator may read of it', () => {
  it('ATT-25 is neither the note, nor the order, nor who it was', async () => {
    const order = await bought()
    must(await take(order, { amount: 10_000 }))
    const user = { ...(await world.payload.findByID({ collection: 'users', id: kol.userId, depth: 0 })), collection: 'users' as const }
    const read = { overrideAccess: false, user, depth: 0 }
    const { docs } = await world.payload.find({ collection: 'corrections', ...read })
    expect(docs).toMatchObject([{ reason: 'tracking_error', amount: -10_000 }])
    for (const field of ['note', 'order', 'actor']) expect(docs[0]).not.toHaveProperty(field)
    const own = await world.payload.find({ collection: 'ledger-entries', ...read, limit: 0 })
    expect(own.docs.length).toBeGreaterThan(0)
    for (const entry of own.docs) expect(entry).not.toHaveProperty('actor')
  })
})

describe('ATT-40 a claim of a missed order that is upheld', () => {
  const missed = async () => {
    const order = await paidOrder(world, [{ product: goods, quantity: 1, price: 113_000 }])
    const claim = must(await fileClaim(world.ctx, kol, { number: await numberOf(order), words: '我的读者买的' }, newId()))
    return { order, claim }
  }
  const uphold = async ({ order, claim }: Awaited<ReturnType<typeof missed>>, amount: number, key = newId(), actor: Actor = finance) =>
    upholdClaim(world.ctx, actor, { claimId: claim.id, answer: '是你的', orderNumber: await numberOf(order), amount }, key)

  it('ATT-40 credits a correction that is held like any earning, told and shown to her, and known to the proof', async () => {
    await programme(world)
    const one = await missed()
    expect(one.claim.state).toBe('open')
    const done = must(await uphold(one, 20_000, 'key'))
    expect(must(await uphold(one, 20_000, 'key'))).toEqual(done)
    expect(await earnings()).toMatchObject({ balance: 20_000, pending: 20_000 })
    const { rows } = await earnings()
    expect(rows).toMatchObject([{ kind: 'adjusted', cause: 'correction', state: 'pending', payable: { holdDays: 15, expected: false } }])
    expect(await notices()).toContainEqual(expect.objectContaining({ kind: 'claim-credited' }))
    const { claims } = must(await listMyClaims(world.ctx, kol))
    expect(claims).toMatchObject([{ state: 'closed', answer: '是你的', credited: { amount: 20_000, currency: 'CNY' }, orderId: null }])
    const { closed } = must(await listClaims(world.ctx, finance))
    expect(closed).toMatchObject([{ orderId: one.order.orderId, credited: { amount: 20_000 } }])
    await balanced()
    afterHold(world)
    await payOut()
    await balanced()
    must(await take(one.order))
    expect((await earnings()).balance).toBe(-20_000)
    await balanced()
  })

  it('ATT-23 stays within the cap of what was not refunded, with what others and earlier corrections were credited', async () => {
    await programme(world)
    const one = await missed()
    expect(await uphold(one, 50_001)).toMatchObject({ failure: { code: 'invalid', field: 'amount', details: { left: 50_000 } } })
    must(await uphold(one, 30_000))
    const again = must(await fileClaim(world.ctx, kol, { number: await numberOf(one.order), words: '还差' }, newId()))
    expect(await uphold({ ...one, claim: again }, 20_001)).toMatchObject({ failure: { details: { left: 20_000 } } })
    must(await refund(one.order, 0, 1))
    expect(await uphold({ ...one, claim: again }, 1)).toMatchObject({ failure: { details: { left: 0 } } })
    await balanced()
  })

  it('ATT-40 is finance’s, never for oneself, once for each claim, and only of a paid order', async () => {
    await programme(world)
    const one = await missed()
    expect(await uphold(one, 1, newId(), await person(world, ['admin']))).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await uphold(one, 1, newId(), { ...finance, creatorId: kol.creatorId })).toMatchObject({ failure: { code: 'forbidden' } })
    const input = { claimId: one.claim.id, answer: 'x', orderNumber: 'ZC-0', amount: 1 }
    expect(await upholdClaim(world.ctx, finance, input, newId())).toMatchObject({ failure: { code: 'not_found', field: 'orderNumber' } })
    const both = await Promise.all([uphold(one, 1_000), uphold(one, 1_000), answerClaimByStaff(world.ctx, finance, input)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('ATT-25 actor, reason and time', () => {
  it('ATT-25 every new entry and payout line says who and why; old rows without an actor keep their seals', async () => {
    const order = await bought()
    must(await refund(order, 0, 1))
    afterHold(world)
    await payOut()
    for (const { actor, reason } of await entries()) expect([typeof actor, typeof reason]).toEqual(['string', 'string'])
    expect(new Set((await entries()).map(({ kind, actor }) => `${kind} ${actor}`))).toEqual(
      new Set(['accrue system', `reverse ${finance.userId}`, `payout ${finance.userId}`]),
    )
    const { docs } = await world.payload.find({ collection: 'payout-lines', limit: 0, depth: 0 })
    for (const { actor, reason, at } of docs) expect([actor, reason, typeof at]).toEqual([finance.userId, 'hold_over', 'string'])
    const [first] = await entries()
    expect(Object.keys(sealedForm({ ...first!, actor: null }))).not.toContain('actor')
    expect(sealedForm(first!)).toMatchObject({ actor: 'system' })
    await sealLedger(world.ctx)
    await balanced()
  })

  it('ATT-25 an order that the shop cancels says canceled, one that is refunded says refunded', async () => {
    const credit = { creatorId: kol.creatorId, rateBps: 2_000 }
    const one = await paidOrder(world, [{ product: goods, quantity: 1, price: 113_000, credit }])
    must(await cancelByShop(world.ctx, finance, { orderId: one.orderId, reason: '缺货' }, newId()))
    const two = await bought()
    must(await refund(two, 0, 4))
    must(await refund(two, 1, 1))
    const reasons = (await entries()).filter(({ kind, creator }) => kind === 'reverse' && creator).map(({ reason }) => reason)
    expect(reasons).toEqual(['canceled', 'refunded', 'refunded'])
    const { rows } = await earnings()
    expect(rows.filter(({ kind }) => kind === 'reversed').map(({ cause }) => cause)).toEqual(['refunded', 'refunded', 'canceled'])
  })
})
