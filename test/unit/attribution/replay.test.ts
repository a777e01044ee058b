import { describe, expect, it } from 'vitest'
import { commissionOf } from '../../../src/lib/commission.ts'
import { prorate } from '../../../src/lib/prorate.ts'
import {
  type AttributionInput,
  type CouponRule,
  decideLine,
  frozenShares,
  type Model,
  type PastLine,
  type Programme,
  type ReplayFacts,
  replayLine,
  type TouchFacts,
  type Trial,
} from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'
import { ago, day, placedAt, programme, standing, touch } from './builders.ts'

const same: Trial = { programmeId: null }
const creators = new Map(['ahe', 'lin', 'zoe'].map((id) => [id, standing(id)]))
const programmes = new Map([
  ['house', programme],
  ['guild', { ...programme, id: 'guild', rateBps: 1500, model: 'linear' as Model }],
])

/** A line as placing an order freezes it, and what was recorded beside it. */
function past(touches: TouchFacts[], more: Partial<AttributionInput> = {}, baseAmount = 10_007): { line: PastLine; facts: ReplayFacts } {
  const input: AttributionInput = {
    order: { placedAt, checkoutStartedAt: null, buyerUserId: 'buyer', buyerCreatorId: null },
    line: { productId: 'tent', hasCoupon: true },
    ...{ touches, programmes, creators },
    ...more,
  }
  const decision = decideLine(input)
  const { weights, barred = [] } = decision
  const parts = prorate(
    commissionOf(baseAmount, decision.rateBps),
    [...weights, ...barred].map(({ weight }) => weight),
  )
  const commission = weights.length === 0 ? 0 : parts.slice(0, weights.length).reduce((sum, part) => sum + part, 0)
  return {
    line: { productId: 'tent', ...input.order, baseAmount, cost: null, commission, decision },
    facts: {
      programmes: input.programmes,
      programmeOf: new Map(touches.flatMap(({ id, programmeId }) => (programmeId ? [[id, programmeId] as const] : []))),
      // What the code says now has no part in it: what was frozen has.
      programmeOfCoupon: new Map(),
      creators: input.creators,
      minMarginBps: 0,
    },
  }
}

const replayed = ({ line, facts }: ReturnType<typeof past>, trial: Trial) => Object.fromEntries(replayLine(line, facts, trial))
const two = () => past([touch('ahe', ago(20 * day)), touch('lin', ago(5 * day))], {}, 10_000)

describe('ATT-41 the simulator', () => {
  it('ATT-41 gives the line to the first touch when the first had it', () => {
    expect(replayed(two(), same)).toEqual({ lin: 800 })
    expect(replayed(two(), { ...same, model: 'first_touch' })).toEqual({ ahe: 800 })
    expect(replayed(two(), { ...same, model: 'linear' })).toEqual({ ahe: 400, lin: 400 })
  })

  it('ATT-41 tries another rate on the same base', () => {
    expect(replayed(two(), { ...same, rateBps: 1200 })).toEqual({ lin: 1200 })
    expect(replayed(two(), { programmeId: 'guild', rateBps: 1200 })).toEqual({ lin: 800 })
  })

  it('ATT-41 with a shorter window counts fewer touches, with a longer one those that came too early', () => {
    const early = past([touch('ahe', ago(45 * day))], {}, 10_000)
    expect(replayed(early, same)).toEqual({})
    expect(replayed(early, { ...same, windowSeconds: 60 * day })).toEqual({ ahe: 800 })
    expect(replayed(two(), { ...same, windowSeconds: 3 * day })).toEqual({})
  })

  it('ATT-41 keeps out what no terms let in: repeats, strangers to a programme, touches without one', () => {
    const first = touch('ahe', ago(day))
    const out = past(
      [touch('lin', ago(day - 5), { repeatOf: first.id }), touch('zoe', ago(3600), { programmeId: null }), first],
      {},
      10_000,
    )
    expect(replayed(out, { ...same, model: 'linear', windowSeconds: 90 * day })).toEqual({ ahe: 800 })
  })

  it('ATT-41 goes on withholding what a rule withheld (ATT-20), and passes it to nobody', () => {
    const own = past([touch('ahe', ago(day))], { creators: new Map([['ahe', standing('ahe', { sameAs: ['instrument'] })]]) }, 10_000)
    expect(replayed(own, { ...same, rateBps: 2000 })).toEqual({})
  })

  it('ATT-41 leaves goods that the cart kept with their creator', () => {
    const kept = past(
      [touch('ahe', ago(40 * day))],
      {
        programmes: new Map([['house', { ...programme, cartSeconds: 89 * day }]]),
        line: { productId: 'tent', linkId: 'link-of-ahe', addedAt: ago(39 * day) },
      },
      10_000,
    )
    expect(replayed(kept, same)).toEqual({ ahe: 800 })
  })

  it('ATT-41 knows a bind and a code again', () => {
    const binding = { id: 'b1', programmeId: 'house', creatorId: 'zoe', touchId: null, boundAt: ago(100 * day), until: ago(-day) }
    expect(replayed(past([], { bindings: [binding] }, 10_000), same)).toEqual({ zoe: 800 })
    const coupon = { id: 'c1', creatorId: 'zoe', programmeId: 'house', isPublic: false, attributes: true }
    expect(replayed(past([touch('ahe', ago(day))], { coupon }, 10_000), same)).toEqual({ zoe: 800 })
  })

  it('ATT-41 replays a code under the programme of then, whatever the code says now, and a decision of before by what it tells', () => {
    const coupon = { id: 'c1', creatorId: 'zoe', programmeId: 'guild', isPublic: false, attributes: true }
    const was = past([touch('ahe', ago(day))], { coupon }, 10_000)
    expect(was.line.decision.coupon).toMatchObject({ outcome: 'took', programmeId: 'guild' })
    expect(replayed(was, same)).toEqual({ zoe: 1500 })
    expect(replayed(was, { programmeId: 'guild', rateBps: 500 })).toEqual({ zoe: 500 })
    expect(replayed(was, { programmeId: 'house', rateBps: 500 })).toEqual({ zoe: 1500 })
    const { programmeId, ...before } = was.line.decision.coupon!
    const old = (decision: PastLine['decision'], now?: string) => ({
      line: { ...was.line, decision: { ...decision, coupon: before } },
      facts: { ...was.facts, programmeOfCoupon: new Map(now ? [['c1', now]] : []) },
    })
    expect(replayed(old(was.line.decision), same)).toEqual({ zoe: 1500 })
    const gaveWay = { ...was.line.decision, coupon: { ...before, outcome: 'gave_way' as const } }
    expect(replayed(old(gaveWay, 'guild'), same)).toEqual({ zoe: 1500 })
  })

  it('ATT-41 under the terms of then decides as it was decided, whatever the story', () => {
    const who = fc.constantFrom('ahe', 'lin', 'zoe')
    const model = fc.constantFrom<Model>('last_touch', 'first_touch', 'linear', 'position', 'time_decay', 'coupon_wins')
    const couponRule = fc.constantFrom<CouponRule>('coupon_wins', 'touch_wins', 'split')
    const someTouch = fc.record({
      who,
      seconds: fc.integer({ min: -100, max: 50 * day }),
      kind: fc.constantFrom('click', 'scan', 'tag-open', 'live-open', 'coupon'),
      productId: fc.constantFrom('tent', 'lamp', null),
      programmeId: fc.constantFrom('house', 'guild', null),
    })
    const story = fc.record({
      list: fc.array(someTouch, { maxLength: 7 }),
      // Of the shop's own programme, another one, and one by invitation with a short window.
      terms: fc.tuple(...['house', 'guild', 'deal'].map((id) => fc.record({ id: fc.constant(id), model, couponRule }))),
      base: fc.nat(5_000_000),
      checkout: fc.option(fc.integer({ min: 0, max: 10 * day })),
      code: fc.option(
        fc.record({ owner: who, under: fc.constantFrom('house', 'guild', 'deal'), hasCoupon: fc.boolean(), attributes: fc.boolean() }),
      ),
      invited: fc.option(who),
      barred: fc.option(fc.constantFrom('ahe', 'zoe')),
    })
    const fixed = new Map<string, Programme>([
      ...programmes,
      ['deal', { ...programme, id: 'deal', rateBps: 2500, windowSeconds: 9 * day, joining: 'invited' }],
    ])
    fc.assert(
      fc.property(story, ({ list, terms, base, checkout, code, invited, barred }) => {
        const touches = list.map(({ who, seconds, ...more }) => touch(who, ago(seconds), more))
        const was = past(
          touches,
          {
            order: { placedAt, checkoutStartedAt: checkout === null ? null : ago(checkout), buyerUserId: 'buyer', buyerCreatorId: null },
            line: { productId: 'tent', hasCoupon: code?.hasCoupon ?? true },
            programmes: new Map(terms.map(({ id, ...more }) => [id, { ...fixed.get(id)!, ...more }])),
            coupon: code && { id: 'c1', creatorId: code.owner, programmeId: code.under, isPublic: false, attributes: code.attributes },
            members: invited === null ? [] : [{ programmeId: 'deal', creatorId: invited, status: 'active', via: 'invited', endedAt: null }],
            creators: new Map(['ahe', 'lin', 'zoe'].map((id) => [id, standing(id, id === barred ? { sameAs: ['email'] } : {})])),
          },
          base,
        )
        expect(replayed(was, same)).toEqual(Object.fromEntries(frozenShares(was.line)))
      }),
      // A barred owner's code under her deal: what stood for its touch is none.
      {
        examples: [
          [
            {
              list: [{ who: 'lin', seconds: 0, kind: 'click', productId: 'tent', programmeId: 'house' }],
              terms: [
                { id: 'house', model: 'last_touch', couponRule: 'coupon_wins' },
                { id: 'guild', model: 'last_touch', couponRule: 'coupon_wins' },
                { id: 'deal', model: 'last_touch', couponRule: 'split' },
              ],
              ...{ base: 7, checkout: null, invited: 'ahe', barred: 'ahe' },
              code: { owner: 'ahe', under: 'house', hasCoupon: true, attributes: true },
            },
          ],
        ],
      },
    )
  })

  it('ATT-41 never pays more than the rate that is tried, and never below zero', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('ahe', 'lin', 'zoe'), fc.integer({ min: 0, max: 60 * day })), { maxLength: 6 }),
        fc.integer({ min: 0, max: 5000 }),
        fc.constantFrom<Model>('last_touch', 'linear', 'position', 'time_decay'),
        fc.nat(1_000_000),
        (list, rateBps, model, base) => {
          const was = past(
            list.map(([who, seconds]) => touch(who, ago(seconds))),
            {},
            base,
          )
          const parts = [...replayLine(was.line, was.facts, { ...same, rateBps, model, windowSeconds: 90 * day }).values()]
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(list.length === 0 ? 0 : commissionOf(base, rateBps))
          expect(parts.every((part) => part >= 0)).toBe(true)
        },
      ),
    )
  })
})
