import { describe, expect, it } from 'vitest'
import {
  type AttributionInput,
  type CreatorStanding,
  decideLine,
  type Programme,
  type TouchFacts,
  type TouchKind,
} from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'

const placedAt = new Date('2026-11-12T12:41:00.000Z')
const ago = (seconds: number) => new Date(placedAt.getTime() - seconds * 1000)
const day = 86_400

const programme: Programme = { id: 'house', status: 'active', model: 'last_touch', windowSeconds: 30 * day, rateBps: 800 }
const standing = (id: string, more: Partial<CreatorStanding> = {}): CreatorStanding => ({
  id,
  userId: `user-of-${id}`,
  status: 'active',
  isStaff: false,
  ...more,
})

let made = 0
const touch = (creatorId: string, at: Date, more: Partial<TouchFacts> = {}): TouchFacts => {
  made += 1
  return {
    id: `t${String(made).padStart(4, '0')}`,
    kind: 'click',
    at,
    creatorId,
    linkId: `link-of-${creatorId}`,
    pieceId: `piece-of-${creatorId}`,
    placementId: null,
    productId: 'tent',
    programmeId: 'house',
    ...more,
  }
}

const decide = (touches: TouchFacts[], more: Partial<AttributionInput> = {}) =>
  decideLine({
    order: { placedAt, checkoutStartedAt: null, buyerUserId: 'buyer', buyerCreatorId: null },
    line: { productId: 'tent' },
    touches,
    programmes: new Map([['house', programme]]),
    creators: new Map(['ahe', 'lin', 'zoe'].map((id) => [id, standing(id)])),
    ...more,
  })

describe('the last touch inside the window', () => {
  it('credits the creator whose link was opened last, at the programme rate, and freezes how', () => {
    const early = touch('lin', ago(9 * day))
    const late = touch('ahe', ago(3 * day), { placementId: '1' })
    const decision = decide([late, early])
    expect(decision).toMatchObject({
      winner: {
        touchId: late.id,
        creatorId: 'ahe',
        linkId: 'link-of-ahe',
        pieceId: 'piece-of-ahe',
        placementId: '1',
        programmeId: 'house',
      },
      model: 'last_touch',
      windowSeconds: 30 * day,
      scope: 'direct',
      rateBps: 800,
      rateSource: 'programme',
      reason: 'last_in_window',
      rule: null,
      weights: [{ touchId: late.id, creatorId: 'ahe', weight: 1 }],
    })
    expect(decision.considered.map(({ touchId, reason, weight }) => [touchId, reason, weight])).toEqual([
      [early.id, 'not_last', 0],
      [late.id, 'last_in_window', 1],
    ])
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
  })

  it('credits nobody without a touch', () => {
    expect(decide([])).toMatchObject({ winner: null, rateBps: 0, reason: 'no_touch', weights: [], considered: [], refused: [] })
  })
})

describe('ATT-08 the edge of the window', () => {
  it.each([
    { label: 'ATT-08 exactly at the edge counts', seconds: 30 * day, counts: true },
    { label: 'ATT-08 one second older does not', seconds: 30 * day + 1, counts: false },
    { label: 'ATT-08 one millisecond older does not', seconds: 30 * day + 0.001, counts: false },
    { label: 'ATT-08 one second younger counts', seconds: 30 * day - 1, counts: true },
    { label: 'ATT-08 in the very moment of placement counts', seconds: 0, counts: true },
    { label: 'ATT-08 a second after placement does not', seconds: -1, counts: false },
  ])('$label', ({ seconds, counts }) => {
    const decision = decide([touch('ahe', ago(seconds))])
    expect(decision.winner?.creatorId ?? null).toBe(counts ? 'ahe' : null)
    if (!counts) expect(decision.refused[0]).toMatchObject({ rule: 'ATT-08', reason: seconds < 0 ? 'after_placement' : 'before_window' })
  })

  it('ATT-07 takes the window of the touch’s own programme', () => {
    const short: Programme = { ...programme, id: 'short', windowSeconds: day }
    const programmes = new Map([
      ['house', programme],
      ['short', short],
    ])
    const old = touch('ahe', ago(2 * day))
    const gone = touch('lin', ago(day + 1), { programmeId: 'short' })
    expect(decide([old, gone], { programmes }).winner?.creatorId).toBe('ahe')
    expect(decide([old, { ...gone, at: ago(day) }], { programmes }).winner?.creatorId).toBe('lin')
  })

  it('ATT-07 keeps an agent’s citation for seven days', () => {
    const cited = (seconds: number) => decide([touch('ahe', ago(seconds), { kind: 'agent-citation' })])
    expect(cited(7 * day)).toMatchObject({ winner: { creatorId: 'ahe' }, windowSeconds: 7 * day })
    expect(cited(7 * day + 1).winner).toBeNull()
  })
})

describe('ATT-05 after checkout began', () => {
  const order = { placedAt, checkoutStartedAt: ago(180), buyerUserId: 'buyer', buyerCreatorId: null }

  it('ATT-05 refuses a late link: a browser extension takes nothing', () => {
    const real = touch('ahe', ago(3 * day))
    const extension = touch('lin', ago(60))
    const decision = decide([real, extension], { order })
    expect(decision.winner?.creatorId).toBe('ahe')
    expect(decision.refused).toEqual([expect.objectContaining({ touchId: extension.id, rule: 'ATT-05', reason: 'after_checkout' })])
  })

  it('ATT-05 still counts a touch in the second in which checkout began', () => {
    expect(decide([touch('ahe', ago(3 * day)), touch('lin', ago(180))], { order }).winner?.creatorId).toBe('lin')
    expect(decide([touch('ahe', ago(3 * day)), touch('lin', ago(179))], { order }).winner?.creatorId).toBe('ahe')
  })

  it('ATT-05 refuses a late link even for another product than the early one', () => {
    expect(decide([touch('ahe', ago(day), { productId: 'lamp' }), touch('lin', ago(60))], { order }).winner?.creatorId).toBe('ahe')
  })

  it('ATT-05 takes nothing from anybody where no touch came before: the first claim stands, the next does not', () => {
    const first = touch('ahe', ago(120))
    const second = touch('lin', ago(60))
    const decision = decide([second, first], { order })
    expect(decision.winner?.creatorId).toBe('ahe')
    expect(decision.refused).toEqual([expect.objectContaining({ touchId: second.id, rule: 'ATT-05' })])
  })

  it('ATT-05 is not set off by an early touch that has run out', () => {
    expect(decide([touch('ahe', ago(31 * day)), touch('lin', ago(60))], { order }).winner?.creatorId).toBe('lin')
  })
})

describe('ATT-11 ties on the same timestamp', () => {
  const kinds: TouchKind[] = ['coupon', 'live-open', 'tag-open', 'click', 'scan', 'agent-citation']

  it('ATT-11 gives a tie to the higher kind', () => {
    kinds.forEach((kind, index) => {
      for (const lower of kinds.slice(index + 1)) {
        const touches = [touch('ahe', ago(60), { kind, id: 'zzz' }), touch('lin', ago(60), { kind: lower, id: 'aaa' })]
        expect(decide(touches).winner?.creatorId, `${kind} over ${lower}`).toBe('ahe')
        expect(decide(touches.reverse()).winner?.creatorId, `${kind} over ${lower}, the other way round`).toBe('ahe')
      }
    })
  })

  it('ATT-11 then to the lower id', () => {
    expect(decide([touch('lin', ago(60), { id: 'b' }), touch('ahe', ago(60), { id: 'a' })]).winner?.creatorId).toBe('ahe')
  })
})

describe('ATT-13 each line alone', () => {
  const touches = [touch('ahe', ago(5 * day), { productId: 'tent' }), touch('lin', ago(day), { productId: 'lamp' })]

  it('ATT-13 pays each creator for her own lines of a basket', () => {
    expect(decide(touches, { line: { productId: 'tent' } })).toMatchObject({ winner: { creatorId: 'ahe' }, scope: 'direct' })
    expect(decide(touches, { line: { productId: 'lamp' } })).toMatchObject({ winner: { creatorId: 'lin' }, scope: 'direct' })
  })

  it('ATT-13 names the touch that was valid but for another product', () => {
    expect(decide(touches).considered.map(({ creatorId, reason }) => [creatorId, reason])).toEqual([
      ['ahe', 'last_in_window'],
      ['lin', 'other_product'],
    ])
  })

  it('ATT-13 credits other lines of the basket to the last touch, at the same rate by default', () => {
    expect(decide(touches, { line: { productId: 'stove' } })).toMatchObject({
      winner: { creatorId: 'lin' },
      scope: 'indirect',
      rateBps: 800,
    })
  })

  it.each([
    { indirectRateBps: 300, rateBps: 300, reason: 'last_in_window', rule: null },
    { indirectRateBps: 0, rateBps: 0, reason: 'rate_zero', rule: 'ATT-13' },
    { indirectRateBps: null, rateBps: 800, reason: 'last_in_window', rule: null },
  ])('ATT-13 pays indirect lines by their own rate: $indirectRateBps', ({ indirectRateBps, ...expected }) => {
    const programmes = new Map([['house', { ...programme, indirectRateBps }]])
    expect(decide(touches, { line: { productId: 'stove' }, programmes })).toMatchObject(expected)
  })
})

describe('who earns nothing', () => {
  const own = { placedAt, checkoutStartedAt: null, buyerUserId: 'user-of-ahe', buyerCreatorId: 'ahe' }
  const before = touch('lin', ago(2 * day))
  const last = touch('ahe', ago(day))

  it.each([
    {
      label: 'ATT-20 her own purchase, by account',
      order: { ...own, buyerCreatorId: null },
      creator: {},
      reason: 'self_purchase',
      rule: 'ATT-20',
    },
    {
      label: 'ATT-20 her own purchase, by profile',
      order: { ...own, buyerUserId: null },
      creator: {},
      reason: 'self_purchase',
      rule: 'ATT-20',
    },
    {
      label: 'ATT-21 a suspended creator',
      order: undefined,
      creator: { status: 'suspended' },
      reason: 'creator_suspended',
      rule: 'ATT-21',
    },
    { label: 'ATT-21 staff and the merchant itself', order: undefined, creator: { isStaff: true }, reason: 'staff', rule: 'ATT-21' },
  ] as const)('$label: the line is paid 0 with the reason, and nobody else gets it', ({ order, creator, reason, rule }) => {
    const creators = new Map([
      ['ahe', standing('ahe', creator)],
      ['lin', standing('lin')],
    ])
    const decision = decide([before, last], order ? { order, creators } : { creators })
    expect(decision).toMatchObject({ winner: null, rateBps: 0, weights: [], reason, rule })
    expect(decision.refused).toEqual([expect.objectContaining({ touchId: last.id, reason, rule })])
    expect(decision.considered).toEqual([expect.objectContaining({ touchId: before.id, reason: 'not_last', weight: 0 })])
  })

  it('ATT-20 does not take a guest for a creator without an account', () => {
    const creators = new Map([['ahe', standing('ahe', { userId: null })]])
    const order = { placedAt, checkoutStartedAt: null, buyerUserId: null, buyerCreatorId: null }
    expect(decide([last], { order, creators }).winner?.creatorId).toBe('ahe')
  })

  it('ATT-21 pays nobody when the creator is unknown', () => {
    expect(decide([last], { creators: new Map() })).toMatchObject({ winner: null, reason: 'creator_suspended' })
  })

  it.each([
    { label: 'a link without a programme', more: { programmeId: null } },
    { label: 'a programme that does not exist', more: { programmeId: 'gone' } },
    { label: 'a touch without a creator', more: { creatorId: null } },
  ])('passes over $label: the one before keeps the credit', ({ more }) => {
    const decision = decide([before, { ...last, ...more }])
    expect(decision.winner?.creatorId).toBe('lin')
    expect(decision.refused).toEqual([expect.objectContaining({ touchId: last.id, reason: 'no_programme', rule: 'ATT-07' })])
  })

  it('passes over a programme that was closed before the order', () => {
    expect(decide([last], { programmes: new Map([['house', { ...programme, status: 'closed' }]]) })).toMatchObject({
      winner: null,
      reason: 'no_touch',
    })
  })

  it('ATT-03 passes over rows that report a repeat', () => {
    const decision = decide([last, touch('lin', ago(60), { repeatOf: last.id })])
    expect(decision.winner?.creatorId).toBe('ahe')
    expect(decision.refused[0]).toMatchObject({ rule: 'ATT-03', reason: 'repeat' })
  })
})

describe('ATT-14 and ATT-23 the rate', () => {
  it('ATT-14 takes the link’s own rate before the programme’s', () => {
    const decision = decide([
      touch('ahe', ago(60), {
        rates: [
          { source: 'product', bps: 600 },
          { source: 'link', bps: 1_200 },
        ],
      }),
    ])
    expect(decision).toMatchObject({ rateBps: 1_200, rateSource: 'link', cappedFromBps: null })
  })

  it('ATT-14 lets a link say zero', () => {
    expect(decide([touch('ahe', ago(60), { rates: [{ source: 'link', bps: 0 }] })])).toMatchObject({
      rateBps: 0,
      reason: 'rate_zero',
      rule: 'ATT-14',
    })
  })

  it('ATT-23 cuts to the programme’s cap and remembers', () => {
    expect(decide([touch('ahe', ago(60), { rates: [{ source: 'link', bps: 7_000 }] })])).toMatchObject({
      rateBps: 5_000,
      cappedFromBps: 7_000,
    })
  })
})

describe('for any touches', () => {
  const someTouch = fc.record({
    id: fc.uuid({ version: 7 }),
    kind: fc.constantFrom<TouchKind>('coupon', 'live-open', 'tag-open', 'click', 'scan', 'agent-citation'),
    at: fc.integer({ min: -100, max: 40 * day }).map(ago),
    creatorId: fc.constantFrom('ahe', 'lin', 'zoe', null),
    linkId: fc.constantFrom('l1', 'l2'),
    pieceId: fc.constant('p1'),
    placementId: fc.constant(null),
    productId: fc.constantFrom('tent', 'lamp', null),
    programmeId: fc.constantFrom('house', null),
  })
  const someTouches = fc.uniqueArray(someTouch, { selector: ({ id }) => id, maxLength: 12 })
  const checkout = fc.option(fc.integer({ min: 0, max: 40 * day }).map(ago))

  it('accounts for each touch exactly once, pays at most one, and does not depend on their order', () => {
    fc.assert(
      fc.property(someTouches, checkout, (touches, checkoutStartedAt) => {
        const order = { placedAt, checkoutStartedAt, buyerUserId: null, buyerCreatorId: null }
        const decision = decide(touches, { order })
        const seen = [...decision.considered, ...decision.refused].map(({ touchId }) => touchId).sort()
        expect(seen).toEqual(touches.map(({ id }) => id).sort())
        expect(decision.weights.length).toBe(decision.winner ? 1 : 0)
        expect(decision.rateBps > 0).toBe(decision.winner !== null)
        expect(decide([...touches].reverse(), { order })).toEqual(decision)
      }),
    )
  })

  it('ATT-05 is never changed by a touch after checkout began, once somebody holds the credit', () => {
    fc.assert(
      fc.property(someTouches, someTouch, (touches, extra) => {
        const order = { placedAt, checkoutStartedAt: ago(600), buyerUserId: null, buyerCreatorId: null }
        const early = touches.filter(({ at }) => at <= ago(600))
        const held = decide(early, { order })
        fc.pre(held.winner !== null)
        const late = { ...extra, id: 'late', at: ago(300) }
        expect(decide([...early, late], { order }).winner).toEqual(held.winner)
      }),
    )
  })

  it('ATT-08 is never changed by touches outside the window', () => {
    fc.assert(
      fc.property(someTouches, (touches) => {
        const inside = touches.filter(({ at }) => at <= placedAt && at >= ago(30 * day))
        expect(decide(touches).winner).toEqual(decide(inside).winner)
      }),
    )
  })
})
