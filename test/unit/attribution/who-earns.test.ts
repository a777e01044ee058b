import { describe, expect, it } from 'vitest'
import type { TouchKind } from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'
import { ago, day, decide, placedAt, programme, standing, touch } from './builders.ts'

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
