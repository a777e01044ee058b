import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EarningsRead, readEarnings } from '../../../src/flows/earnings/read-earnings.ts'
import { readStatement } from '../../../src/flows/earnings/read-statement.ts'
import { guestToken } from '../../../src/flows/orders/guest-token.ts'
import { readOrder } from '../../../src/flows/orders/read-order.ts'
import { readWhy } from '../../../src/flows/orders/read-why.ts'
import { playSandbox } from '../../../src/flows/payments/play-sandbox.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { retryPayment } from '../../../src/flows/payments/retry-payment.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Result } from '../../../src/lib/result.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { awaitingOrder, paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { NOON, openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let winner: Awaited<ReturnType<typeof creator>>
let loser: Awaited<ReturnType<typeof creator>>
let finance: Awaited<ReturnType<typeof person>>
let buyer: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct
const piece = newId()
/** One whole story: two creators clicked, one wins, paid, one of two pieces refunded. */
let story: { orderId: string; lineId: string; refundId: string }

beforeAll(async () => {
  world = await openWorld()
  winner = await creator(world, { handle: 'winner_kol', displayName: '胜出的人' })
  loser = await creator(world, { handle: 'loser_kol', displayName: '没胜出的人' })
  finance = await person(world, ['fan', 'finance'])
  buyer = await person(world, ['fan'], { name: '买家本人', email: 'the-buyer@example.test' })
  goods = await product(world, { title: '+很好的“东西”', prices: [10_000], stock: 200 })
  const programmeId = await programme(world)
  const link = (creatorId: string) => productLink(world, { creatorId, productId: goods.productId, programmeId })
  const [lost, won] = [await link(loser.creatorId), await link(winner.creatorId)]
  const early = await touched(world, { code: lost.code, visit: visitOf(buyer), at: '2026-09-20T03:00:00.000Z' })
  const first = await touched(world, { code: lost.code, visit: early, at: '2026-10-20T04:00:00.000Z' })
  const second = await touched(world, { code: won.code, visit: first, at: '2026-10-25T04:00:00.000Z' })
  const placed = await placedOrder(world, { visit: second, wanted: [{ variantId: goods.variantIds[0]!, quantity: 2 }] })
  expect(await playSandbox(world.ctx, placed.visit, { paymentId: placed.payment.id, choice: 'duplicate' })).toMatchObject({
    value: { state: 'settled' },
  })
  const order = value(await readOrder(world.ctx, visitOf(buyer), { orderId: placed.orderId }))
  const lineId = order.lines[0]!.id
  const refunded = value(
    await refundLines(
      world.ctx,
      finance,
      { orderId: placed.orderId, lines: [{ lineId, quantity: 1, restock: true }], reason: 'buyer_return' },
      newId(),
    ),
  )
  story = { orderId: placed.orderId, lineId, refundId: refunded.refundId }
})
afterAll(() => world.close())

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.failure.code}: ${result.failure.message}`)
  return result.value
}

const people = () => ({
  buyer: [buyer.userId, 'the-buyer@example.test', '买家本人', '林小满', '13800138000', '文三路'],
  loser: [loser.creatorId, loser.userId, 'loser_kol', '没胜出的人', loser.email],
  winner: [winner.creatorId],
})
const leaks = (answer: unknown, who: readonly string[]) => who.filter((text) => JSON.stringify(answer).includes(text))

describe('an order', () => {
  it('is seen by its buyer with what was paid and what went back', async () => {
    const order = value(await readOrder(world.ctx, visitOf(buyer), { orderId: story.orderId }))
    expect(order).toMatchObject({
      reader: 'owner',
      state: 'paid',
      refundState: 'partial',
      itemsTotal: 20_000,
      refundedTotal: 10_000,
      canRetry: false,
      secondsLeft: null,
    })
    expect(order.lines).toMatchObject([
      {
        quantity: 2,
        refundedQuantity: 1,
        refundable: { quantity: 1, amount: 10_000 },
        credit: { creatorId: winner.creatorId, rateBps: 800, commission: 1416, net: 708 },
      },
    ])
    expect(order.refunds).toMatchObject([{ id: story.refundId, state: 'settled', amount: 10_000, actor: null }])
    expect(order.contact).toMatchObject({ city: '杭州市' })
    expect(order.history).toBeNull()
    expect(leaks(order, people().loser)).toEqual([])
  })

  it('is seen by finance and admin with its history, by nobody else, and nobody can tell it from one that is not there', async () => {
    const seen = value(await readOrder(world.ctx, visitOf(finance), { orderId: story.orderId }))
    expect(seen).toMatchObject({ reader: 'staff', refunds: [{ actor: finance.userId }] })
    expect(seen.history!.map(({ subject, to }) => `${subject} ${to}`)).toEqual(
      expect.arrayContaining(['order paid', 'payment settled', 'refund pending', 'refund settled']),
    )
    const unknown = await readOrder(world.ctx, visitOf(), { orderId: newId() })
    expect(unknown).toMatchObject({ failure: { code: 'not_found' } })
    const strangers = [visitOf(), visitOf(await person(world)), visitOf(winner), visitOf(loser), visitOf(await person(world, ['editor']))]
    for (const stranger of strangers) {
      expect(await readOrder(world.ctx, stranger, { orderId: story.orderId })).toEqual(unknown)
      expect(await retryPayment(world.ctx, stranger, { orderId: story.orderId }, newId())).toEqual(unknown)
    }
    for (const orderId of ['', 'x', "' OR 1=1", '../..', '__proto__'])
      expect(await readOrder(world.ctx, visitOf(buyer), { orderId })).toEqual(unknown)
  })

  it('opens for a guest by his secret, his cookie or a mail’s token, and by no guess', async () => {
    const [built, other] = [await awaitingOrder(world, [{ product: goods }]), await awaitingOrder(world, [{ product: goods }])]
    const read = (secret?: string, visit = visitOf()) => readOrder(world.ctx, visit, { orderId: built.orderId, secret })
    expect(value(await read(built.guestSecret))).toMatchObject({
      reader: 'guest',
      contact: null,
      payment: { url: `/pay/${built.paymentId}` },
      secondsLeft: 900,
    })
    expect(value(await read(guestToken(world.ctx, built.orderId)))).toMatchObject({ reader: 'guest' })
    expect(
      (
        await read(
          undefined,
          visitOf(undefined, { cookies: { zc_orders: `${other.orderId}.${other.guestSecret},${built.orderId}.${built.guestSecret}` } }),
        )
      ).ok,
    ).toBe(true)
    const token = guestToken(world.ctx, built.orderId)
    const guesses = [
      '',
      other.guestSecret,
      guestToken(world.ctx, other.orderId),
      `${token}x`,
      token.slice(0, -1),
      token.slice(1),
      built.guestSecret.toUpperCase(),
      'null',
      'undefined',
      'x'.repeat(5000),
    ]
    for (const guess of guesses) expect(await read(guess)).toMatchObject({ failure: { code: 'not_found' } })
    expect((await read(undefined, visitOf(undefined, { cookies: { zc_orders: `${other.orderId}.${built.guestSecret}` } }))).ok).toBe(false)
    const ofAccount = await awaitingOrder(world, [{ product: goods }], { userId: buyer.userId })
    expect((await readOrder(world.ctx, visitOf(), { orderId: ofAccount.orderId, secret: 'null' })).ok).toBe(false)
  })
})

describe('why a line earned', () => {
  it('ATT-39 tells the buyer the arithmetic, his own touches, and of creators only the credited one', async () => {
    const why = value(await readWhy(world.ctx, visitOf(buyer), { orderId: story.orderId, as: 'buyer' }))
    const [line] = why.lines
    expect(line).toMatchObject({
      model: 'last_touch',
      windowSeconds: 30 * 86_400,
      reason: 'last_in_window',
      net: 708,
      verdict: { shares: [{ creatorId: winner.creatorId, shareBps: 10_000, commission: 1416 }] },
    })
    expect(line!.arithmetic).toMatchObject({
      list: 20_000,
      discount: 0,
      tax: 2301,
      base: 17_699,
      rateBps: 800,
      commission: 1416,
      unrounded: '1415.9200',
      rateSource: 'programme',
    })
    expect(line!.touches.map(({ outcome, who, rule }) => [outcome, who, rule])).toEqual([
      ['refused', 'another', 'ATT-08'],
      ['considered', 'another', null],
      ['won', 'named', null],
    ])
    expect(line!.touches[0]).toMatchObject({ reason: 'before_window', days: 43 })
    expect(line!.reversals).toMatchObject([{ quantity: 1, refunded: 10_000, commission: -708 }])
    expect(leaks(why, people().loser)).toEqual([])
  })

  it('ATT-39 tells the creator her own lines, nothing of the buyer, and the others as another creator', async () => {
    const why = value(await readWhy(world.ctx, visitOf(winner), { orderId: story.orderId, as: 'creator' }))
    expect(why.lines[0]!.touches.map(({ who }) => who)).toEqual(['another', 'another', 'you'])
    expect(why.lines[0]!.entries.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['accrue', 1416],
      ['reverse', -708],
    ])
    expect(why.lines[0]!.dates).toMatchObject({ payableOn: '2026-12-04T04:00:00.000Z', expected: true, rule: 'ATT-27' })
    expect(leaks(why, [...people().buyer, ...people().loser])).toEqual([])
    expect(why.checkoutStartedAt).toBeNull()
  })

  it('is no other creator’s, no stranger’s, and no creator’s before the order was paid', async () => {
    const ask = { orderId: story.orderId } as const
    for (const visit of [visitOf(loser), visitOf(), visitOf(buyer), visitOf(finance)])
      expect(await readWhy(world.ctx, visit, { ...ask, as: 'creator' })).toMatchObject({ failure: { code: 'not_found' } })
    for (const visit of [visitOf(loser), visitOf(), visitOf(buyer), visitOf(winner)])
      expect(await readWhy(world.ctx, visit, { ...ask, as: 'staff' })).toMatchObject({ failure: { code: 'not_found' } })
    for (const visit of [visitOf(loser), visitOf(), visitOf(winner)])
      expect(await readWhy(world.ctx, visit, { ...ask, as: 'buyer' })).toMatchObject({ failure: { code: 'not_found' } })
    const waiting = await awaitingOrder(world, [{ product: goods, credit: { creatorId: winner.creatorId, rateBps: 800 } }])
    expect(await readWhy(world.ctx, visitOf(winner), { orderId: waiting.orderId, as: 'creator' })).toMatchObject({
      failure: { code: 'not_found' },
    })
    expect(await readWhy(world.ctx, visitOf(buyer), { ...ask, lineId: newId(), as: 'buyer' })).toMatchObject({
      failure: { code: 'not_found' },
    })
  })

  it('shows each creator of one basket her own lines only', async () => {
    const two = await paidOrder(world, [
      { product: goods, credit: { creatorId: winner.creatorId, rateBps: 800 } },
      { product: goods, credit: { creatorId: loser.creatorId, rateBps: 500 } },
      { product: goods },
    ])
    const of = async (who: typeof winner) =>
      value(await readWhy(world.ctx, visitOf(who), { orderId: two.orderId, as: 'creator' })).lines.map(({ lineId }) => lineId)
    expect([await of(winner), await of(loser)]).toEqual([[two.lineIds[0]], [two.lineIds[1]]])
    expect(value(await readWhy(world.ctx, visitOf(finance), { orderId: two.orderId, as: 'staff' })).lines).toHaveLength(3)
  })

  it('does not name a suspended creator to a buyer', async () => {
    const gone = await creator(world)
    const built = await paidOrder(world, [{ product: goods, credit: { creatorId: gone.creatorId, rateBps: 800 } }])
    await world.payload.update({ collection: 'creators', id: gone.creatorId, data: { status: 'suspended' }, depth: 0 })
    const [why, order] = [
      await readWhy(world.ctx, visitOf(), { orderId: built.orderId, secret: built.guestSecret, as: 'buyer' }),
      await readOrder(world.ctx, visitOf(), { orderId: built.orderId, secret: built.guestSecret }),
    ]
    expect(leaks([value(why), value(order)], [gone.creatorId])).toEqual([])
    expect(value(order).lines[0]!.credit).toBeNull()
  })
})

describe('a creator’s earnings', () => {
  it('are the sum of her entries, page by page from opening to closing, and show nothing of buyers', async () => {
    const rich = await creator(world)
    for (let i = 0; i < 5; i++) await paidOrder(world, [{ product: goods, credit: { creatorId: rich.creatorId, rateBps: 800, piece } }])
    const whole = value(await readEarnings(world.ctx, rich))
    expect(whole).toMatchObject({
      opening: 0,
      closing: 3540,
      balance: 3540,
      pending: 3540,
      payable: 0,
      nextBefore: null,
      perPiece: [{ piece: { id: piece }, earned: 3540, net: 3540, orders: 5 }],
    })
    let before: number | undefined
    let closing = whole.balance
    for (const size of [2, 2, 1]) {
      const part: EarningsRead = value(await readEarnings(world.ctx, rich, { before, limit: 2 }))
      expect(part.rows).toHaveLength(size)
      expect(part.closing).toBe(closing)
      expect(part.opening + part.rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(part.closing)
      before = part.nextBefore ?? undefined
      closing = part.opening
    }
    expect([before, closing]).toEqual([undefined, 0])
    const mine = value(await readEarnings(world.ctx, winner))
    expect(mine.rows.find(({ orderId, kind }) => orderId === story.orderId && kind === 'reversed')).toMatchObject({
      amount: -708,
      returned: { quantity: 1, of: 2 },
      state: 'pending',
    })
    expect(leaks(mine, [...people().buyer, loser.creatorId])).toEqual([])
    for (const actor of [buyer, finance]) expect(await readEarnings(world.ctx, actor)).toMatchObject({ failure: { code: 'forbidden' } })
  })

  it('make a statement of a month that a spreadsheet reads and does not run', async () => {
    const seller = await creator(world)
    const evil = await product(world, { title: 'x', stock: 5 })
    const built = await paidOrder(world, [{ product: evil, credit: { creatorId: seller.creatorId, rateBps: 800 } }])
    const order = await world.payload.findByID({ collection: 'orders', id: built.orderId, depth: 0 })
    const lines = order.lines.map((line) => ({ ...line, title: '=HYPERLINK("http://evil.example","Buy, now")' }))
    await world.payload.update({ collection: 'orders', id: built.orderId, data: { lines }, depth: 0 })
    // 16:30 UTC of the last day of November is December in Shanghai.
    world.clock.set('2026-11-30T16:30:00.000Z')
    const late = await paidOrder(world, [{ product: goods, credit: { creatorId: seller.creatorId, rateBps: 800 } }])
    world.clock.set(NOON)
    const november = value(await readStatement(world.ctx, seller, '2026-11'))
    expect(november).toMatchObject({ opening: 0, closing: 708, fileName: 'statement-2026-11.csv' })
    const rows = november.csv.split('\r\n')
    expect(rows[0]!.startsWith('\uFEFFdate,time,entry')).toBe(true)
    expect(rows[2]).toContain(`"'=HYPERLINK(""http://evil.example"",""Buy, now"")"`)
    expect(rows[2]).toContain(',7.08,7.08,CNY,')
    expect(rows).toHaveLength(5)
    const december = value(await readStatement(world.ctx, seller, '2026-12'))
    expect(december).toMatchObject({ opening: 708, closing: 1416 })
    expect(december.csv).toContain('2026-12-01,00:30:00,earned')
    expect(late.orderId).toBeTruthy()
    for (const month of ['2026-13', '2026', 'x', '2026-1', "2026-11' OR"])
      expect(await readStatement(world.ctx, seller, month)).toMatchObject({ failure: { code: 'invalid' } })
    expect(await readStatement(world.ctx, buyer, '2026-11')).toMatchObject({ failure: { code: 'forbidden' } })
  })
})
