import { describe, expect, it } from 'vitest'
import { prorate } from '../../../src/lib/prorate.ts'
import type { Decision, Model, Programme, TouchFacts } from '../../../src/modules/attribution/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'
import { ago, day, decide, placedAt, programme, standing, touch } from './builders.ts'

const under = (model: Model, more: Partial<Programme> = {}) => ({ programmes: new Map([['house', { ...programme, model, ...more }]]) })
const three = [touch('ahe', ago(21 * day)), touch('lin', ago(14 * day)), touch('zoe', ago(7 * day))]
const partsOf = (decision: Decision) => decision.weights.map(({ creatorId, weight }) => [creatorId, weight])
const split = (total: number, decision: Decision) =>
  prorate(
    total,
    decision.weights.map(({ weight }) => weight),
  )

describe('ATT-10 who has which part', () => {
  it.each([
    { model: 'last_touch', parts: [['zoe', 1]], reason: 'last_in_window' },
    { model: 'first_touch', parts: [['ahe', 1]], reason: 'first_in_window' },
    {
      model: 'linear',
      parts: [
        ['ahe', 1],
        ['lin', 1],
        ['zoe', 1],
      ],
      reason: 'shared',
    },
    {
      model: 'position',
      parts: [
        ['ahe', 2],
        ['lin', 1],
        ['zoe', 2],
      ],
      reason: 'shared',
    },
    { model: 'coupon_wins', parts: [['zoe', 1]], reason: 'last_in_window' },
  ] as const)('ATT-10 $model', ({ model, parts, reason }) => {
    const decision = decide(three, under(model))
    expect(partsOf(decision)).toEqual(parts)
    expect(decision).toMatchObject({ model, reason, winner: { creatorId: parts.length === 1 ? parts[0]![0] : 'zoe' } })
  })

  it('ATT-10 time_decay halves a part with every seven days', () => {
    const [first, second, third] = decide(three, under('time_decay')).weights.map(({ weight }) => weight)
    expect([second! / first!, third! / second!]).toEqual([2, 2])
  })

  it('ATT-10 position gives two touches the same, and the middle of five a fifteenth each', () => {
    expect(partsOf(decide(three.slice(0, 2), under('position')))).toEqual([
      ['ahe', 1],
      ['lin', 1],
    ])
    const five = ['ahe', 'lin', 'zoe', 'lin', 'ahe'].map((who, index) => touch(who, ago((10 - index) * day)))
    expect(decide(five, under('position')).weights.map(({ weight }) => weight)).toEqual([6, 1, 1, 1, 6])
  })

  it('ATT-10 coupon_wins takes the last touch by a code before later ones', () => {
    const coded = touch('lin', ago(9 * day), { kind: 'coupon' })
    expect(partsOf(decide([...three, coded], under('coupon_wins')))).toEqual([['lin', 1]])
  })

  it('ATT-10 freezes the model and every weight, and says of each touch what became of it', () => {
    const decision = decide(three, under('first_touch'))
    expect(decision.considered.map(({ creatorId, reason, weight }) => [creatorId, reason, weight])).toEqual([
      ['ahe', 'first_in_window', 1],
      ['lin', 'not_first', 0],
      ['zoe', 'not_first', 0],
    ])
    expect(JSON.parse(JSON.stringify(decision))).toEqual(decision)
  })
})

describe('ATT-11 ties under every model', () => {
  it.each(['first_touch', 'linear', 'position', 'time_decay', 'coupon_wins'] as const)(
    'ATT-11 %s does not depend on the order of rows',
    (model) => {
      const same = ['c', 'a', 'b'].map((id, index) => touch(['ahe', 'lin', 'zoe'][index]!, ago(day), { id }))
      const forward = decide(same, under(model))
      expect(decide([...same].reverse(), under(model))).toEqual(forward)
      // The lower id wins a tie: it stands last, where the last touch stands.
      expect(forward.considered.map(({ touchId }) => touchId)).toEqual(['c', 'b', 'a'])
    },
  )
})

describe('ATT-11 the first of several at one moment', () => {
  const tied = [touch('ahe', ago(9 * day), { kind: 'tag-open', id: 'z' }), touch('lin', ago(9 * day), { kind: 'scan', id: 'a' })]

  it('ATT-11 first_touch gives a tie to the higher kind, then to the lower id', () => {
    expect(partsOf(decide([...tied, touch('zoe', ago(day))], under('first_touch')))).toEqual([['ahe', 1]])
    const kin = tied.map((one) => ({ ...one, kind: 'click' as const }))
    expect(partsOf(decide([...kin, touch('zoe', ago(day))], under('first_touch')))).toEqual([['lin', 1]])
  })

  it('ATT-11 position gives the first place to the higher kind', () => {
    expect(partsOf(decide([...tied, touch('zoe', ago(day))], under('position')))).toEqual([
      ['lin', 1],
      ['ahe', 2],
      ['zoe', 2],
    ])
  })

  it('ATT-11 position of touches of one moment gives both places to the two that are preferred', () => {
    const all = ['d', 'c', 'b', 'a'].map((id, index) => touch(['ahe', 'lin', 'zoe', 'ahe'][index]!, ago(day), { id }))
    expect(decide(all, under('position')).weights.map(({ touchId, weight }) => [touchId, weight])).toEqual([
      ['d', 1],
      ['c', 1],
      ['b', 4],
      ['a', 4],
    ])
  })
})

describe('ATT-12 the split to the cent', () => {
  it.each([
    { total: 1000, model: 'linear', creators: ['ahe', 'lin', 'zoe'], parts: [334, 333, 333] },
    { total: 1001, model: 'position', creators: ['ahe', 'lin', 'zoe'], parts: [401, 200, 400] },
    { total: 7, model: 'linear', creators: ['ahe', 'lin', 'zoe', 'ahe'], parts: [2, 2, 2, 1] },
  ] as const)('ATT-12 golden: $total by $model', ({ total, model, creators, parts }) => {
    const touches = creators.map((who, index) => touch(who, ago((20 - index) * day)))
    expect(split(total, decide(touches, under(model)))).toEqual(parts)
  })
})

describe('ATT-20, ATT-21 with several creators', () => {
  const creators = new Map([
    ['ahe', standing('ahe')],
    ['lin', standing('lin', { isStaff: true })],
    ['zoe', standing('zoe', { status: 'suspended' })],
  ])

  it('withholds the parts of those who may not earn, and gives them to nobody', () => {
    const decision = decide(three, { ...under('linear'), creators })
    expect(decision).toMatchObject({ winner: { creatorId: 'ahe' }, reason: 'shared', rateBps: 800 })
    expect(partsOf(decision)).toEqual([['ahe', 1]])
    expect(decision.barred).toMatchObject([
      { creatorId: 'lin', weight: 1, reason: 'staff', rule: 'ATT-21' },
      { creatorId: 'zoe', weight: 1, reason: 'creator_suspended', rule: 'ATT-21' },
    ])
    expect(decision.refused.map(({ creatorId, rule }) => [creatorId, rule])).toEqual([
      ['lin', 'ATT-21'],
      ['zoe', 'ATT-21'],
    ])
  })

  it('ATT-20 a creator who buys by several links, her own among them, withholds only her part', () => {
    const order = { placedAt, checkoutStartedAt: null, buyerUserId: 'user-of-ahe', buyerCreatorId: 'ahe' }
    const decision = decide(three, { ...under('linear'), order })
    expect(partsOf(decision)).toEqual([
      ['lin', 1],
      ['zoe', 1],
    ])
    expect(decision.barred).toMatchObject([{ creatorId: 'ahe', reason: 'self_purchase', rule: 'ATT-20' }])
  })
})

describe('for any model and touches', () => {
  const models = fc.constantFrom<Model>('last_touch', 'first_touch', 'linear', 'position', 'time_decay', 'coupon_wins')
  const touches = fc.uniqueArray(
    fc.record({
      id: fc.uuid({ version: 7 }),
      kind: fc.constantFrom('click' as const, 'scan' as const, 'coupon' as const, 'tag-open' as const),
      at: fc.integer({ min: 0, max: 29 * day }).map(ago),
      creatorId: fc.constantFrom('ahe', 'lin', 'zoe'),
      linkId: fc.constant('l'),
      pieceId: fc.constant(null),
      placementId: fc.constant(null),
      productId: fc.constant('tent'),
      programmeId: fc.constant('house'),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 12 },
  )

  /** Few moments, so that most lists hold ties; and the same rows in another order. */
  const moments = fc.constantFrom(0, 60, day, 9 * day).map(ago)
  const tied = touches
    .chain((list) =>
      fc.record({
        list: fc.tuple(...list.map((one) => moments.map((at) => ({ ...one, at })))),
        shuffled: fc.shuffledSubarray(
          list.map((_, index) => index),
          { minLength: list.length, maxLength: list.length },
        ),
      }),
    )
    .map(({ list, shuffled }) => ({ list, shuffled: shuffled.map((index) => list[index]!) }))

  it('ATT-10, ATT-12 the parts are whole, above zero, and sum to the commission to the cent', () => {
    prove(
      'model weights',
      'parts are whole, above zero, and sum to the commission',
      fc.property(models, touches, fc.integer({ min: 0, max: 10_000_000 }), (model, list, total) => {
        const decision = decide(list, under(model))
        holds(
          decision.weights.every(({ weight }) => Number.isSafeInteger(weight) && weight > 0),
          'a weight is not whole or not above zero',
        )
        holds(split(total, decision).reduce((sum, part) => sum + part, 0) === total, 'the parts are not the commission')
        holds(
          decision.weights.some(({ touchId }) => touchId === decision.winner?.touchId),
          'the winner has no part',
        )
      }),
    )
  })

  it('ATT-11 the same on every run, whatever the order of rows', () => {
    prove(
      'tie-breaking',
      'the order of rows changes nothing under any model',
      fc.property(models, tied, (model, { list, shuffled }) => {
        holds(
          JSON.stringify(decide(shuffled, under(model))) === JSON.stringify(decide(list, under(model))),
          'another order, another decision',
        )
      }),
    )
  })

  it('ATT-11 of touches at one moment the higher kind wins, then the lower id', () => {
    const rank = ['agent-citation', 'scan', 'click', 'tag-open', 'live-open', 'coupon']
    const stronger = (a: TouchFacts, b: TouchFacts): boolean =>
      a.at.getTime() !== b.at.getTime() ? a.at > b.at : a.kind !== b.kind ? rank.indexOf(a.kind) > rank.indexOf(b.kind) : a.id < b.id
    prove(
      'tie-breaking',
      'of touches at one moment the higher kind wins, then the lower id',
      fc.property(tied, ({ list }) => {
        const best = list.reduce((one, other) => (stronger(other, one) ? other : one))
        const won = decide(list, under('last_touch')).winner?.touchId
        holds(won === best.id, `${won} won, ${best.id} stands before it`)
      }),
    )
  })

  it('ATT-21 what is withheld is what the part would have been: nobody else’s weight changes', () => {
    prove(
      'model weights',
      'what is withheld changes nobody else’s weight',
      fc.property(models, touches, fc.constantFrom('ahe', 'lin', 'zoe'), (model, list, who) => {
        const free = decide(list, under(model))
        const creators = new Map(['ahe', 'lin', 'zoe'].map((id) => [id, standing(id, id === who ? { isStaff: true } : {})]))
        const judged = decide(list, { ...under(model), creators })
        const all = [...judged.weights, ...(judged.barred ?? [])].map(({ touchId, weight }) => `${touchId} ${weight}`).sort()
        const before = free.weights.map(({ touchId, weight }) => `${touchId} ${weight}`).sort()
        holds(all.join() === before.join(), `${before} became ${all}`)
        holds(!judged.weights.some(({ creatorId }) => creatorId === who), `${who} has a part`)
      }),
    )
  })
})
