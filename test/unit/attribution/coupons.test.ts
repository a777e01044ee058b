import { describe, expect, it } from 'vitest'
import type { AttributionInput, CouponFacts, CouponRule, Programme } from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'
import { ago, day, decide, placedAt, programme, standing, touch } from './builders.ts'

const code = (more: Partial<CouponFacts> = {}): CouponFacts => ({
  id: 'c1',
  creatorId: 'ahe',
  programmeId: 'house',
  isPublic: false,
  attributes: true,
  ...more,
})
const line = { productId: 'tent', hasCoupon: true }
const under = (couponRule: CouponRule, more: Partial<Programme> = {}) =>
  new Map<string, Programme>([['house', { ...programme, couponRule, ...more }]])
const withCode = (more: Partial<AttributionInput> = {}) => ({ line, coupon: code(), ...more })
const parts = ({ weights }: ReturnType<typeof decide>) => weights.map(({ creatorId, weight }) => [creatorId, weight])

describe('ATT-16 a code that a creator owns', () => {
  it('ATT-16 credits its owner even without a touch', () => {
    expect(decide([], withCode())).toMatchObject({
      winner: { creatorId: 'ahe', touchId: 'coupon:c1', kind: 'coupon', programmeId: 'house', pieceId: null },
      reason: 'coupon',
      rateBps: 800,
      scope: 'direct',
      weights: [{ creatorId: 'ahe', weight: 1 }],
      coupon: { couponId: 'c1', creatorId: 'ahe', outcome: 'took', rule: 'ATT-16' },
    })
  })

  it('ATT-16 wins over another creator’s link by default, whose touch is kept in the story', () => {
    const link = touch('lin', ago(day))
    const decision = decide([link], withCode())
    expect(parts(decision)).toEqual([['ahe', 1]])
    expect(decision.considered).toMatchObject([{ touchId: link.id, weight: 0, reason: 'gave_way' }])
  })

  it('ATT-16 names the piece by which its owner came, when she came by one', () => {
    const own = touch('ahe', ago(3 * day))
    const decision = decide([own, touch('lin', ago(day))], withCode())
    expect(decision).toMatchObject({ winner: { touchId: own.id, pieceId: 'piece-of-ahe' }, reason: 'coupon' })
    expect(decision.considered.map(({ creatorId, reason, weight }) => [creatorId, reason, weight])).toEqual([
      ['ahe', 'coupon', 1],
      ['lin', 'gave_way', 0],
    ])
  })

  it('ATT-16 follows its own programme, whatever the touches’, and says under which it did', () => {
    const guild: Programme = { ...programme, id: 'guild', rateBps: 1500, couponRule: 'touch_wins' }
    const programmes = new Map<string, Programme>([
      ['house', { ...programme, couponRule: 'coupon_wins' }],
      ['guild', guild],
    ])
    const coupon = code({ programmeId: 'guild' })
    expect(decide([], withCode({ programmes, coupon }))).toMatchObject({
      ...{ winner: { creatorId: 'ahe', programmeId: 'guild' }, rateBps: 1500 },
      coupon: { outcome: 'took', programmeId: 'guild' },
    })
    expect(decide([touch('lin', ago(day))], withCode({ programmes, coupon }))).toMatchObject({
      ...{ winner: { creatorId: 'lin', programmeId: 'house' }, rateBps: 800 },
      coupon: { outcome: 'gave_way', programmeId: 'guild' },
    })
  })

  it.each([
    ['was never in it', []],
    ['was invited and has not joined', [{ status: 'invited' as const, endedAt: null }]],
    ['was taken out', [{ status: 'removed' as const, endedAt: null }]],
    ['left before the order', [{ status: 'left' as const, endedAt: ago(60) }]],
  ])('ATT-14 of a programme by invitation credits nobody who %s, and removes no touch', (_, stays) => {
    const programmes = under('coupon_wins').set('guild', { ...programme, id: 'guild', joining: 'invited' })
    const members = stays.map((stay) => ({ programmeId: 'guild', creatorId: 'ahe', via: 'invited' as const, ...stay }))
    const decision = decide([touch('lin', ago(day))], withCode({ programmes, members, coupon: code({ programmeId: 'guild' }) }))
    expect(decision).toMatchObject({ winner: { creatorId: 'lin' }, coupon: { outcome: 'not_crediting', rule: 'ATT-14' } })
    expect(decision.coupon).not.toHaveProperty('programmeId')
  })

  it('ATT-16 gives way to the link under touch_wins, and credits where there is no link', () => {
    const programmes = under('touch_wins')
    expect(decide([touch('lin', ago(day))], withCode({ programmes }))).toMatchObject({
      winner: { creatorId: 'lin' },
      reason: 'last_in_window',
      coupon: { outcome: 'gave_way', rule: 'ATT-16' },
    })
    expect(decide([], withCode({ programmes })).winner?.creatorId).toBe('ahe')
  })

  it('ATT-16 shares half and half under split, never both in full', () => {
    const decision = decide([touch('lin', ago(day))], withCode({ programmes: under('split') }))
    expect(parts(decision)).toEqual([
      ['lin', 1],
      ['ahe', 1],
    ])
    expect(decision).toMatchObject({ reason: 'shared', coupon: { outcome: 'shared' }, rateBps: 800 })
  })

  it('ATT-16 under split half goes to the code and half to the touches as the model weighs them', () => {
    const decision = decide(
      [touch('lin', ago(3 * day)), touch('zoe', ago(day))],
      withCode({ programmes: under('split', { model: 'linear' }) }),
    )
    expect(parts(decision)).toEqual([
      ['lin', 1],
      ['zoe', 1],
      ['ahe', 2],
    ])
  })

  it('ATT-16 makes no difference where the link is the owner’s own', () => {
    const own = touch('ahe', ago(day))
    expect(decide([own], withCode())).toMatchObject({
      winner: { touchId: own.id },
      reason: 'last_in_window',
      coupon: { outcome: 'same_owner' },
    })
  })

  it('ATT-16 credits only what it lowers', () => {
    expect(decide([touch('lin', ago(day))], withCode({ line: { productId: 'tent' } }))).toMatchObject({
      winner: { creatorId: 'lin' },
      coupon: { outcome: 'other_goods' },
    })
  })

  it('ATT-10, ATT-16 the model coupon_wins lets it win, whatever the rule', () => {
    const programmes = under('touch_wins', { model: 'coupon_wins' })
    expect(parts(decide([touch('lin', ago(day))], withCode({ programmes })))).toEqual([['ahe', 1]])
  })

  it('ATT-16 credits nobody under a programme that was closed', () => {
    const programmes = under('coupon_wins').set('old', { ...programme, id: 'old', status: 'closed' })
    const decision = decide([touch('lin', ago(day))], withCode({ programmes, coupon: code({ programmeId: 'old' }) }))
    expect(decision).toMatchObject({ winner: { creatorId: 'lin' }, coupon: { outcome: 'not_crediting' } })
  })

  it('ATT-20 a creator who buys by her own code has her price and no commission, and nobody else has it', () => {
    const order = { placedAt, checkoutStartedAt: null, buyerUserId: 'user-of-ahe', buyerCreatorId: 'ahe' }
    expect(decide([touch('lin', ago(day))], withCode({ order }))).toMatchObject({ winner: null, reason: 'self_purchase', rule: 'ATT-20' })
  })

  it('ATT-21 a suspended owner’s code earns nothing', () => {
    const creators = new Map([['ahe', standing('ahe', { status: 'suspended' })]])
    expect(decide([], withCode({ creators }))).toMatchObject({ winner: null, reason: 'creator_suspended', rule: 'ATT-21' })
  })
})

describe('ATT-17 codes that never credit', () => {
  it.each([
    { label: 'nobody’s', coupon: code({ creatorId: null }) },
    { label: 'public, site-wide', coupon: code({ isPublic: true }) },
    { label: 'on the exclusion list', coupon: code({ attributes: false }) },
  ])('ATT-16, ATT-17 $label: it neither credits nor removes a touch', ({ coupon }) => {
    const link = touch('lin', ago(day))
    const decision = decide([link], withCode({ coupon }))
    expect(decision).toMatchObject({ winner: { touchId: link.id }, coupon: { outcome: 'not_crediting', rule: 'ATT-17' } })
    expect(decide([], withCode({ coupon }))).toMatchObject({ winner: null, reason: 'no_touch' })
  })

  it('ATT-17 nor does it let a late touch of its owner’s in', () => {
    const order = { placedAt, checkoutStartedAt: ago(300), buyerUserId: null, buyerCreatorId: null }
    const touches = [touch('lin', ago(day)), touch('ahe', ago(60))]
    expect(decide(touches, withCode({ order, coupon: code({ isPublic: true }) })).winner?.creatorId).toBe('lin')
  })
})

describe('ATT-05 the hijack shield and codes', () => {
  const order = { placedAt, checkoutStartedAt: ago(300), buyerUserId: null, buyerCreatorId: null }
  const real = touch('lin', ago(3 * day))
  const late = touch('ahe', ago(60))

  it('ATT-05 lets a late touch in that carries its creator’s own code, where codes win', () => {
    const decision = decide([real, late], withCode({ order }))
    expect(decision).toMatchObject({ winner: { creatorId: 'ahe', touchId: late.id }, refused: [] })
  })

  it.each(['touch_wins', 'split'] as const)('ATT-05 not where the rule is %s', (rule) => {
    const decision = decide([real, late], withCode({ order, programmes: under(rule) }))
    expect(decision.refused).toMatchObject([{ touchId: late.id, rule: 'ATT-05' }])
  })

  it('ATT-05 not with somebody else’s code, nor on lines which the code does not lower', () => {
    expect(decide([real, late], withCode({ order, coupon: code({ creatorId: 'zoe' }) })).refused).toMatchObject([{ touchId: late.id }])
    expect(decide([real, late], withCode({ order, line: { productId: 'tent' } })).winner?.creatorId).toBe('lin')
  })
})

describe('for any touches and code', () => {
  const someTouches = fc.uniqueArray(
    fc.record({
      id: fc.uuid({ version: 7 }),
      kind: fc.constantFrom('click' as const, 'tag-open' as const, 'coupon' as const),
      at: fc.integer({ min: -50, max: 40 * day }).map(ago),
      creatorId: fc.constantFrom('ahe', 'lin', 'zoe'),
      linkId: fc.constant('l'),
      pieceId: fc.constant(null),
      placementId: fc.constant(null),
      productId: fc.constantFrom('tent', 'lamp'),
      programmeId: fc.constantFrom('house', null),
    }),
    { selector: ({ id }) => id, maxLength: 8 },
  )
  const rule = fc.constantFrom<CouponRule>('coupon_wins', 'touch_wins', 'split')
  const model = fc.constantFrom('last_touch' as const, 'first_touch' as const, 'linear' as const, 'time_decay' as const)

  it('ATT-16, N-04 a code that is nobody’s changes nothing at all', () => {
    fc.assert(
      fc.property(someTouches, rule, model, (touches, couponRule, chosen) => {
        const programmes = under(couponRule, { model: chosen })
        const { coupon: _, ...credited } = decide(touches, withCode({ programmes, coupon: code({ creatorId: null }) }))
        expect(credited).toEqual(decide(touches, { programmes }))
      }),
    )
  })

  it('ATT-16 whoever is credited, the parts are one whole: nobody is paid beside it', () => {
    fc.assert(
      fc.property(someTouches, rule, model, (touches, couponRule, chosen) => {
        const decision = decide(touches, withCode({ programmes: under(couponRule, { model: chosen }) }))
        const sum = decision.weights.reduce((all, { weight }) => all + weight, 0)
        const owner = decision.weights.filter(({ creatorId }) => creatorId === 'ahe').reduce((all, { weight }) => all + weight, 0)
        expect(owner).toBeLessThanOrEqual(sum)
        if (decision.coupon?.outcome === 'took') expect(owner).toBe(sum)
        if (decision.coupon?.outcome === 'shared') expect(owner * 2).toBeGreaterThanOrEqual(sum)
        const told = [...decision.considered, ...decision.refused].map(({ touchId }) => touchId).sort()
        expect(told).toEqual(touches.map(({ id }) => id).sort())
      }),
    )
  })
})
