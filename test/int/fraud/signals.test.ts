import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { linesOfCreator } from '../../../src/flows/earnings/creator-lines.ts'
import { banCreator, unbanCreator } from '../../../src/flows/fraud/ban-creator.ts'
import { judgeSignal } from '../../../src/flows/fraud/judge-signal.ts'
import { listRisks } from '../../../src/flows/fraud/list-risks.ts'
import { signalCreators } from '../../../src/flows/fraud/signal-creators.ts'
import { signalPaidOrders } from '../../../src/flows/fraud/signal-order.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { findCreatorRows } from '../../../src/modules/accounts/store/creators.ts'
import { latestSignals } from '../../../src/modules/fraud/store/signals.ts'
import { entriesOfCreator } from '../../../src/modules/ledger/store.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { afterHold, earnedAmount, earnedOrder, type Kol, payee, received } from '../../builders/payouts.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

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

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}
const code = (result: Result<unknown>) => (result.ok ? 'ok' : result.failure.code)
const order = (email: string) => {
  world.clock.set(new Date(world.clock.now().getTime() + 60_000))
  return paidOrder(world, [{ product: goods, price: 113_000, credit: { creatorId: kol.creatorId, rateBps: 2_000 } }], { email })
}
const look = () => signalPaidOrders(world.ctx)
const signals = async () => (await latestSignals(await world.ctx.req(), 100)).map((one) => ({ ...one }))
const states = async (who: Kol = kol) =>
  (await linesOfCreator(await world.ctx.req(), who.creatorId, world.clock.now())).map(({ state }) => `${state.state} ${state.outstanding}`)
const balanced = async () => expect((await checkBooks(world.ctx)).findings).toEqual([])
const judge = (signalId: string, verdict: 'fine' | 'confirmed', who: Actor = finance) =>
  judgeSignal(world.ctx, who, { signalId, verdict, note: '看过了' }, newId())
/** All builders' orders go to one street: three buyers there, and an address for minutes, make 80 points. */
const suspicious = async () => {
  await order('a@example.test')
  await order('b@example.test')
  return order('c@mailinator.com')
}
const notices = async () =>
  (
    await world.payload.find({ collection: 'notifications', where: { user: { equals: kol.userId } }, limit: 0, pagination: false })
  ).docs.map(({ kind }) => kind)

describe('ATT-37 signals about orders', () => {
  it('ATT-37 says nothing about ordinary orders, and holds nothing', async () => {
    await order('a@example.test')
    await order('b@example.test')
    expect(await look()).toEqual({ orders: 2, signals: 0 })
    expect(await states()).toEqual([`pending ${earnedAmount}`, `pending ${earnedAmount}`])
  })

  it('ATT-37 holds only the commission of the order that its points are about, tells the creator, and tells it once', async () => {
    const third = await suspicious()
    expect(await look()).toEqual({ orders: 3, signals: 2 })
    expect((await signals()).map(({ code: name, points, order: about }) => [name, points, about === third.orderId]).sort()).toEqual([
      ['crowded_home', 40, true],
      ['disposable_mail', 40, true],
    ])
    expect((await states()).sort()).toEqual([`on_hold ${earnedAmount}`, `pending ${earnedAmount}`, `pending ${earnedAmount}`])
    expect((await look()).signals).toBe(0)
    expect(await notices()).toContain('commission-held')
    expect((await notices()).filter((kind) => kind === 'commission-held')).toHaveLength(1)
    await balanced()
  })

  it('ATT-37 keeps facts without a person: no address, no name, no account', async () => {
    await suspicious()
    await look()
    const text = JSON.stringify(await signals())
    for (const secret of ['mailinator', 'example.test', '买家甲', '某路', '13900001111']) expect(text).not.toContain(secret)
  })

  it('ATT-37 looks at the click that brought the buyer, though what he opened on our page afterwards has the line', async () => {
    const [click, opened, link] = [newId(), newId(), newId()]
    const at = (minutes: number) => new Date(world.clock.now().getTime() - minutes * 60_000).toISOString()
    const story = { creatorId: kol.creatorId, linkId: link, pieceId: null, productId: null, programmeId: 'p' }
    for (const touch of [
      { id: click, kind: 'click', at: at(9), creator: kol.creatorId, channel: 'ad' },
      { id: opened, kind: 'tag-open', at: at(5), creator: kol.creatorId, channel: null },
    ])
      await world.payload.db.create({ collection: 'touches', data: touch, req: undefined as never })
    const winner = { ...story, touchId: opened, kind: 'tag-open', at: at(5), weight: 1, reason: 'last_in_window' }
    const before = { ...story, touchId: click, kind: 'click', at: at(9), weight: 0, reason: 'not_last' }
    const weights = [{ touchId: opened, creatorId: kol.creatorId, weight: 1 }]
    const credit = { creatorId: kol.creatorId, rateBps: 2_000 }
    const pay = (considered: object[]) =>
      paidOrder(world, [{ product: goods, price: 113_000, credit, decision: { winner, weights, considered, refused: [] } }])
    await pay([winner, { ...before, linkId: newId() }])
    expect((await look()).signals).toBe(0)
    await pay([winner, before])
    await look()
    expect((await signals()).map(({ code: name }) => name)).toEqual(['paid_ads'])
  })

  it('ATT-37 blocks all that she has coming from 85 points on', async () => {
    await world.payload.updateGlobal({ slug: 'shop-settings', data: { bannedReferrers: '*.coupons.example' } })
    await order('a@example.test')
    const touch = newId()
    const at = world.clock.now().toISOString()
    const touched = { id: touch, kind: 'click', at, creator: kol.creatorId, referrerHost: 'x.coupons.example' }
    await world.payload.db.create({ collection: 'touches', data: touched, req: undefined as never })
    const winner = {
      touchId: touch,
      kind: 'click',
      at,
      creatorId: kol.creatorId,
      linkId: null,
      pieceId: null,
      productId: null,
      programmeId: 'p',
    }
    const decision = { winner, weights: [{ touchId: touch, creatorId: kol.creatorId, weight: 1 }], considered: [], refused: [] }
    await paidOrder(world, [{ product: goods, price: 113_000, credit: { creatorId: kol.creatorId, rateBps: 2_000 }, decision }])
    await look()
    expect((await signals()).map(({ code: name }) => name).sort()).toEqual(['banned_referrer', 'instant_order'])
    expect(await states()).toEqual([`on_hold ${earnedAmount}`, `on_hold ${earnedAmount}`])
  })

  it('ATT-37 lists nothing that holds nothing', async () => {
    for (const mail of ['a', 'b', 'c']) await order(`${mail}@example.test`)
    expect((await look()).signals).toBe(1)
    expect(must(await listRisks(world.ctx, finance)).creators).toEqual([])
  })

  it('ATT-37 leaves test orders alone', async () => {
    await suspicious()
    await world.payload.db.updateMany({ collection: 'orders', where: {}, data: { test: true }, req: undefined as never })
    expect((await look()).signals).toBe(0)
  })
})

describe('ATT-38 decisions about signals', () => {
  it('ATT-38 fine releases the hold once the points are too few; the decision keeps note and actor', async () => {
    await suspicious()
    await look()
    const [first] = await signals()
    must(await judge(first!.id, 'fine'))
    expect(await states()).toEqual(Array(3).fill(`pending ${earnedAmount}`))
    const { docs } = await world.payload.find({ collection: 'fraud-decisions', depth: 0 })
    expect(docs).toMatchObject([{ kind: 'fine', signal: first!.id, note: '看过了', actor: finance.userId }])
    expect(await notices()).toContain('commission-released')
  })

  it('ATT-38 confirmed takes that commission back for fraud, fine gives it back, and confirmed takes it again', async () => {
    await suspicious()
    await look()
    const [first, second] = await signals()
    must(await judge(first!.id, 'confirmed'))
    const taken = (await entriesOfCreator(await world.ctx.req(), kol.creatorId)).at(-1)!
    expect(taken).toMatchObject({ kind: 'reverse', amount: -earnedAmount, reason: 'fraud' })
    expect((await states()).sort()).toEqual([`pending ${earnedAmount}`, `pending ${earnedAmount}`, 'reversed 0'])
    await balanced()
    must(await judge(first!.id, 'fine'))
    must(await judge(second!.id, 'fine'))
    expect(await states()).toEqual(Array(3).fill(`pending ${earnedAmount}`))
    await balanced()
    must(await judge(second!.id, 'confirmed'))
    expect((await states()).filter((state) => state === 'reversed 0')).toHaveLength(1)
    await balanced()
  })

  it('ATT-38 holds again when a signal that was called fine is doubted again', async () => {
    await suspicious()
    await look()
    const [first, second] = await signals()
    must(await judge(first!.id, 'fine'))
    must(await judge(first!.id, 'confirmed'))
    must(await judge(first!.id, 'fine'))
    expect(await states()).toEqual(Array(3).fill(`pending ${earnedAmount}`))
    expect(code(await judge(first!.id, 'fine'))).toBe('state')
    expect(code(await judge(second!.id, 'fine', await person(world, ['editor'])))).toBe('forbidden')
    expect(code(await judge(second!.id, 'fine', { ...kol, roles: ['finance'] }))).toBe('forbidden')
    expect(code(await judge(newId(), 'fine'))).toBe('not_found')
    expect(code(await judgeSignal(world.ctx, finance, { signalId: second!.id, verdict: 'fine', note: ' ' }, newId()))).toBe('invalid')
  })

  it('ATT-38 lists creators by points, what waits first, with what is at stake', async () => {
    await suspicious()
    await look()
    const { creators } = must(await listRisks(world.ctx, finance))
    expect(creators).toMatchObject([{ id: kol.creatorId, score: 80, waiting: 2, banned: false }])
    expect(creators[0]!.signals.map(({ code: name }) => name).sort()).toEqual(['crowded_home', 'disposable_mail'])
    expect(code(await listRisks(world.ctx, kol))).toBe('forbidden')
    const fine = must(await listRisks(world.ctx, finance)).creators[0]!.signals.find(({ code: name }) => name === 'disposable_mail')!
    must(await judge(fine.id, 'fine'))
    // 40 points are left and hold nothing: it stays for what was decided, and nobody need look.
    expect(must(await listRisks(world.ctx, finance)).creators).toMatchObject([{ score: 40, waiting: 1 }])
  })
})

describe('ATT-38 bans', () => {
  const ban = (more: Partial<{ creatorId: string; reason: string; note: string }> = {}, who: Actor = finance) =>
    banCreator(world.ctx, who, { creatorId: kol.creatorId, reason: 'fake_orders', note: '三个月的订单都退了', ...more }, newId())
  const unban = (reason = 'appeal_upheld') =>
    unbanCreator(world.ctx, finance, { creatorId: kol.creatorId, reason, note: '查清楚了' }, newId())
  const status = async () => (await findCreatorRows(await world.ctx.req(), [kol.creatorId])).get(kol.creatorId)!.status

  it('ATT-38 takes what is still held, keeps what had become payable on hold, suspends her and says why', async () => {
    await earnedOrder(world, kol, goods)
    afterHold(world)
    await order('b@example.test')
    expect((await states()).sort()).toEqual([`payable ${earnedAmount}`, `pending ${earnedAmount}`])
    must(await ban())
    expect((await states()).sort()).toEqual([`on_hold ${earnedAmount}`, 'reversed 0'])
    expect(await status()).toBe('suspended')
    expect(await notices()).toContain('creator-banned')
    await balanced()
  })

  it('ATT-38 an appeal that is upheld gives it all back', async () => {
    const held = await order('b@example.test')
    must(await ban())
    must(await unban())
    expect(await status()).toBe('active')
    await received(world, held.orderId, world.clock.now())
    afterHold(world)
    expect(await states()).toEqual([`payable ${earnedAmount}`])
    expect(await notices()).toContain('creator-reinstated')
    await balanced()
    expect(code(await unban())).toBe('state')
    must(await ban())
    await balanced()
  })

  it('ATT-38 needs a reason from the list, a note, the role, and somebody else', async () => {
    expect(code(await ban({ reason: 'dislike' }))).toBe('invalid')
    expect(code(await ban({ note: '' }))).toBe('invalid')
    expect(code(await ban({}, await person(world, ['editor'])))).toBe('forbidden')
    expect(code(await ban({}, { ...kol, roles: ['finance'] }))).toBe('forbidden')
    expect(code(await ban({ creatorId: newId() }))).toBe('not_found')
    expect(code(await unban())).toBe('state')
    must(await ban())
    expect(code(await ban())).toBe('state')
    expect(code(await unban('fake_orders'))).toBe('invalid')
  })
})

describe('ATT-37 signals about creators', () => {
  it('ATT-37 finds two creators who are paid to one account, holds both, and tells it once a month', async () => {
    const other = await payee(world)
    await order('a@example.test')
    expect(await signalCreators(world.ctx)).toEqual({ creators: 2, signals: 2 })
    expect((await signals()).map(({ code: name, creator: who }) => `${name} ${who}`).sort()).toEqual(
      [kol, other].map(({ creatorId }) => `payout_match ${creatorId}`).sort(),
    )
    expect(await states()).toEqual([`on_hold ${earnedAmount}`])
    expect((await signalCreators(world.ctx)).signals).toBe(0)
  })

  it('ATT-37 holds what a new order brings her later, while nobody has looked', async () => {
    await payee(world)
    await order('a@example.test')
    await signalCreators(world.ctx)
    await order('b@example.test')
    expect(await states()).toEqual([`on_hold ${earnedAmount}`, `on_hold ${earnedAmount}`])
    const own = (await signals()).find(({ creator: who }) => who === kol.creatorId)!
    must(await judge(own.id, 'fine'))
    expect(await states()).toEqual([`pending ${earnedAmount}`, `pending ${earnedAmount}`])
  })

  it('ATT-37 finds nothing about a creator without orders or accounts', async () => {
    await creator(world)
    expect((await signalCreators(world.ctx)).signals).toBe(0)
  })
})
