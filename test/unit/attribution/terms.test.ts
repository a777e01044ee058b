import { describe, expect, it } from 'vitest'
import {
  type BindingFacts,
  decideLine,
  isAnothers,
  joinVerdict,
  type Membership,
  marginCap,
  type Programme,
} from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'
import { ago, day, decide, placedAt, programme, standing, touch } from './builders.ts'

describe('ATT-07 the cart rule', () => {
  const programmes = new Map([['house', { ...programme, cartSeconds: 60 * day }]])
  const line = { productId: 'tent', linkId: 'link-of-ahe', addedAt: ago(50 * day) }
  const cart = (touchDays: number, more: Partial<typeof line> = {}) =>
    decide([touch('ahe', ago(touchDays * day))], { programmes, line: { ...line, ...more } })

  it('ATT-07 keeps the touch in whose window the goods were put into the cart', () => {
    expect(cart(70)).toMatchObject({ winner: { creatorId: 'ahe' }, considered: [{ byCart: true, reason: 'last_in_window' }] })
  })

  it.each([
    { label: 'the window’s edge when they were put in', days: 80, kept: true },
    { label: 'a second outside it', days: 80 + 1 / day, kept: false },
  ])('ATT-07 at $label', ({ days, kept }) => {
    expect(cart(days).winner !== null).toBe(kept)
  })

  it.each([
    { label: 'exactly so many days', addedAt: ago(60 * day), kept: true },
    { label: 'one second more', addedAt: ago(60 * day + 1), kept: false },
  ])('ATT-07 for $label in the cart', ({ addedAt, kept }) => {
    expect(cart(70, { addedAt }).winner !== null).toBe(kept)
  })

  it('ATT-07 keeps the touch that the cart itself recorded, a moment after', () => {
    expect(cart(50 - 1 / day).winner?.creatorId).toBe('ahe')
  })

  it('ATT-07 keeps no touch of another link for other goods, and none that came after', () => {
    const other = touch('lin', ago(70 * day), { productId: 'lamp' })
    expect(decide([other], { programmes, line }).refused).toMatchObject([{ reason: 'before_window', rule: 'ATT-08' }])
    expect(decide([touch('lin', ago(49 * day))], { programmes, line }).winner).toBeNull()
  })

  it('ATT-07 is off where the programme gives it no days', () => {
    expect(decide([touch('ahe', ago(70 * day))], { line }).winner).toBeNull()
  })

  it('ATT-07 lets a later touch inside its window win as ever', () => {
    const touches = [touch('ahe', ago(70 * day)), touch('lin', ago(3 * day))]
    expect(decide(touches, { programmes, line }).winner?.creatorId).toBe('lin')
  })
})

describe('ATT-09 binds', () => {
  const bound = (more: Partial<BindingFacts> = {}): BindingFacts => ({
    id: 'b1',
    programmeId: 'house',
    creatorId: 'ahe',
    touchId: 't-first',
    boundAt: ago(200 * day),
    until: ago(-165 * day),
    ...more,
  })

  it('ATT-09 pays later orders inside the bind period without a new touch', () => {
    expect(decide([], { bindings: [bound()] })).toMatchObject({
      winner: { creatorId: 'ahe', touchId: 't-first', kind: 'binding' },
      reason: 'binding',
      rateBps: 800,
      windowSeconds: null,
      binding: { id: 'b1', boundAt: ago(200 * day).toISOString() },
      weights: [{ creatorId: 'ahe', weight: 1 }],
    })
  })

  it('ATT-09 to its last second and no longer', () => {
    expect(decide([], { bindings: [bound({ until: placedAt })] }).winner?.creatorId).toBe('ahe')
    expect(decide([], { bindings: [bound({ until: ago(1) })] }).reason).toBe('no_touch')
  })

  it('ATT-09 leaves an order to whoever brought it by a touch of her own', () => {
    expect(decide([touch('lin', ago(day))], { bindings: [bound()] }).winner?.creatorId).toBe('lin')
  })

  it('ATT-09 counts the first bind of several', () => {
    const bindings = [bound({ id: 'b2', creatorId: 'lin', boundAt: ago(10 * day) }), bound()]
    expect(decide([], { bindings }).winner?.creatorId).toBe('ahe')
  })

  it('ATT-20, ATT-21 bars apply to binds as to touches', () => {
    const creators = new Map([['ahe', standing('ahe', { isStaff: true })]])
    expect(decide([], { bindings: [bound()], creators })).toMatchObject({ winner: null, reason: 'staff', rule: 'ATT-21' })
  })

  it('ATT-09 ends with its programme', () => {
    const programmes = new Map([['house', { ...programme, status: 'closed' as const }]])
    expect(decide([], { bindings: [bound()], programmes }).winner).toBeNull()
  })
})

describe('ATT-14 programmes by invitation', () => {
  const vip: Programme = { ...programme, id: 'vip', joining: 'invited', rateBps: 1500, windowSeconds: 60 * day, holdDays: 30 }
  const programmes = new Map([
    ['house', programme],
    ['vip', vip],
  ])
  const member = (more: Partial<Membership> = {}): Membership => ({
    programmeId: 'vip',
    creatorId: 'ahe',
    status: 'active',
    via: 'invited',
    endedAt: null,
    ...more,
  })
  const open = touch('ahe', ago(40 * day))

  it('ATT-14 the invited deal beats the open one, with all of its terms', () => {
    expect(decide([open], { programmes, members: [member()] })).toMatchObject({
      winner: { creatorId: 'ahe', programmeId: 'vip' },
      rateBps: 1500,
      windowSeconds: 60 * day,
    })
  })

  it.each(['invited', 'left', 'removed'] as const)('ATT-14 not for one who is %s', (status) => {
    const decision = decide([{ ...open, at: ago(day) }], { programmes, members: [member({ status, endedAt: ago(2 * day) })] })
    expect(decision.winner?.programmeId).toBe('house')
  })

  it('ATT-14 a link under it earns nothing for a stranger', () => {
    const decision = decide([touch('lin', ago(day), { programmeId: 'vip' })], { programmes })
    expect(decision).toMatchObject({ winner: null, refused: [{ reason: 'not_member', rule: 'ATT-14' }] })
  })

  it('ATT-14 one who left earns on what she brought before, one who was taken out on nothing', () => {
    const left = (at: Date) =>
      decide([touch('ahe', at)], { members: [member({ programmeId: 'house', status: 'left', endedAt: ago(2 * day) })] })
    expect(left(ago(3 * day)).winner?.creatorId).toBe('ahe')
    expect(left(ago(2 * day)).winner).toBeNull()
    const out = decide([touch('ahe', ago(3 * day))], {
      members: [member({ programmeId: 'house', status: 'removed', endedAt: ago(2 * day) })],
    })
    expect(out.refused).toMatchObject([{ reason: 'not_member', rule: 'ATT-14' }])
  })

  it('DIS-1 gives no commission to a link without a programme, whatever she was invited to', () => {
    expect(decide([touch('ahe', ago(day), { programmeId: null })], { programmes, members: [member()] }).winner).toBeNull()
  })
})

describe('ATT-23 the margin guard', () => {
  it.each([
    { base: 10_000, cost: 6_000, min: 0, most: 4_000 },
    { base: 10_000, cost: 6_000, min: 3_500, most: 500 },
    { base: 10_000, cost: 9_999, min: 0, most: 1 },
    { base: 10_000, cost: 12_000, min: 0, most: 0 },
    { base: 3_333, cost: 1_111, min: 1_000, most: 5_666 },
    { base: 0, cost: 0, min: 0, most: 0 },
  ])('ATT-23 base $base, cost $cost, keep $min: at most $most basis points', ({ base, cost, min, most }) => {
    expect(marginCap({ baseAmount: base, cost }, min)).toBe(most)
  })

  it('ATT-23 guards nothing while the cost is not known', () => {
    expect(marginCap({ baseAmount: 100, cost: null }, 5_000)).toBeNull()
  })

  it('ATT-23 lowers the rate, and says so', () => {
    const line = { productId: 'tent', baseAmount: 10_000, cost: 9_500 }
    const decision = decide([touch('ahe', ago(day))], { line, minMarginBps: 0 })
    expect(decision).toMatchObject({ rateBps: 500, cappedFromBps: 800, capRule: 'margin', reason: 'last_in_window' })
    expect(decide([touch('ahe', ago(day))], { line, minMarginBps: 9_000 })).toMatchObject({
      rateBps: 0,
      reason: 'rate_zero',
      rule: 'ATT-23',
    })
  })

  it('ATT-23 never lets commission eat into the margin that is kept', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 100_000_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (baseAmount, cost, min) => {
          const most = marginCap({ baseAmount, cost }, min)!
          expect(most).toBeGreaterThanOrEqual(0)
          if (most > 0) expect(baseAmount * most + cost * 10_000 + baseAmount * min).toBeLessThanOrEqual(baseAmount * 10_000)
          if (most > 0) expect(baseAmount * (most + 1) + cost * 10_000 + baseAmount * min).toBeGreaterThan(baseAmount * 10_000)
        },
      ),
    )
  })
})

describe('ATT-20 what proves that buyer and creator are one', () => {
  it.each(['email', 'instrument', 'payout_account'] as const)('ATT-20 the same %s: paid 0', (same) => {
    const creators = new Map([['ahe', standing('ahe', { sameAs: [same] })]])
    expect(decide([touch('ahe', ago(day))], { creators })).toMatchObject({ winner: null, reason: 'self_purchase', rule: 'ATT-20' })
  })

  it.each(['household', 'phone'] as const)('ATT-20 the same %s: a flag, and paid', (same) => {
    const creators = new Map([['ahe', standing('ahe', { sameAs: [same] })]])
    expect(decide([touch('ahe', ago(day))], { creators })).toMatchObject({ winner: { creatorId: 'ahe' }, flags: [same] })
  })
})

describe('ATT-18 touches of a device and the account that logs in there', () => {
  const at = new Date('2026-11-12T12:00:00.000Z')
  const hours = (n: number) => new Date(at.getTime() - n * 3_600_000)
  const facts = { account: 'mei', at, consent: 'unknown' as const, seen: [], joinedTo: null }

  it.each([
    { label: 'a device that nobody else used: joined', more: {}, verdict: 'join' },
    { label: 'hers for ever: joined', more: { seen: [{ account: 'mei', at: hours(1) }] }, verdict: 'join' },
    { label: 'another account 24 hours ago: not', more: { seen: [{ account: 'tom', at: hours(24) }] }, verdict: 'none' },
    { label: 'another account 25 hours ago: joined', more: { seen: [{ account: 'tom', at: hours(25) }] }, verdict: 'join' },
    { label: 'joined already: nothing', more: { joinedTo: 'mei' }, verdict: 'none' },
    {
      label: 'joined to another an hour ago: that is undone',
      more: { joinedTo: 'tom', seen: [{ account: 'tom', at: hours(1) }] },
      verdict: 'undo',
    },
    { label: 'no consent: nothing is remembered (ATT-02)', more: { consent: 'denied' as const }, verdict: 'none' },
  ])('ATT-18 $label', ({ more, verdict }) => {
    expect(joinVerdict({ ...facts, ...more })).toBe(verdict)
  })
})

describe('ATT-18 touches made while somebody was logged in', () => {
  const at = new Date('2026-11-12T12:00:00.000Z')
  const hours = (n: number) => new Date(at.getTime() - n * 3_600_000)
  const tom = (n: number) => [
    { account: 'mei', at: hours(1) },
    { account: 'tom', at: hours(n) },
  ]

  it.each([
    { label: 'nobody’s touch, an account’s order', made: null, account: 'mei', seen: tom(1), others: false },
    { label: 'the buyer’s own', made: 'mei', account: 'mei', seen: tom(1), others: false },
    { label: 'another account’s', made: 'tom', account: 'mei', seen: [], others: true },
    { label: 'nobody’s touch, a guest’s order', made: null, account: null, seen: tom(1), others: false },
    { label: 'a guest’s order where one account was', made: 'mei', account: null, seen: [{ account: 'mei', at }], others: false },
    { label: 'a guest’s order where nobody was for a day', made: 'mei', account: null, seen: [], others: false },
    { label: 'a guest’s order, another one 24 hours ago', made: 'mei', account: null, seen: tom(24), others: true },
    { label: 'a guest’s order, another one 25 hours ago', made: 'mei', account: null, seen: tom(25), others: false },
  ])('ATT-18 $label', ({ made, account, seen, others }) => {
    expect(isAnothers(made, { account, at, seen })).toBe(others)
  })

  it('ATT-18 refuses such a touch with its number, and another one has the line', () => {
    const hidden = touch('ahe', ago(day), { anothers: true })
    const decision = decide([touch('lin', ago(3 * day)), hidden])
    expect(decision.winner?.creatorId).toBe('lin')
    expect(decision.refused).toMatchObject([{ touchId: hidden.id, reason: 'other_account', rule: 'ATT-18' }])
  })
})

it('takes its rate from the log when it is given one', () => {
  const input = {
    order: { placedAt, checkoutStartedAt: null, buyerUserId: null, buyerCreatorId: null },
    line: { productId: 'tent' },
    touches: [touch('ahe', ago(day))],
    programmes: new Map([['house', programme]]),
    creators: new Map([['ahe', standing('ahe')]]),
    rateOf: () => ({ source: 'creator' as const, bps: 1200, newcomerBps: 700 }),
  }
  expect(decideLine(input)).toMatchObject({ rateBps: 1200, rateSource: 'creator', newcomerBps: 700 })
})
