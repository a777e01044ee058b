import { describe, expect, it } from 'vitest'
import { askedOf } from '../../../src/flows/programmes/asked-rate.ts'
import { sortOut } from '../../../src/modules/attribution/eligible.ts'
import { earningOf, type RateChange, rateAt, ratePrecedence } from '../../../src/modules/attribution/index.ts'
import { fc } from '../fc.ts'
import { ago, day, placedAt, programme, touch } from './builders.ts'

const link = { id: 'l1', creator: 'ahe', product: 'tent', programme: 'house' }

describe('DIS-1 for any terms, log, deals and tiers', () => {
  const bps = fc.constantFrom(0, 0, 700, 1500)
  const when = (days: number) => fc.integer({ min: 0, max: days * day }).map(ago)
  const change = fc.record({
    id: fc.uuid(),
    source: fc.constantFrom(...ratePrecedence),
    target: fc.constantFrom('l1', 'ahe', 'tent', 'lamp', 'c1', 'gold', 'lin', 'indirect', null),
    fromBps: fc.option(bps),
    toBps: fc.option(bps),
    announcedAt: when(60),
  })
  /** As it is written: each row tells what the one before it set, and a programme is never without a rate. */
  const log = fc.array(change, { maxLength: 4 }).map((changes) => {
    const told = new Map<string, number | null>()
    return changes
      .sort((a, b) => a.announcedAt.getTime() - b.announcedAt.getTime() || (a.id < b.id ? -1 : 1))
      .map((one) => {
        const key = `${one.source} ${one.target}`
        const least = one.source === 'programme' && one.target === null ? 0 : null
        const row = { ...one, fromBps: (told.has(key) ? told.get(key) : one.fromBps) ?? least, toBps: one.toBps ?? least }
        told.set(key, row.toBps)
        return row
      })
  })
  const someProgramme = (id: string) =>
    fc.record({
      id: fc.constant(id),
      status: fc.constantFrom('active' as const, 'active' as const, 'closed' as const),
      joining: fc.constantFrom('open' as const, 'invited' as const),
      rateBps: bps,
      indirectRateBps: fc.option(bps),
      capBps: fc.constant(5000),
      tierBps: fc.option(bps).map((gold) => new Map(gold === null ? [] : [['gold', gold]])),
    })
  const stays = fc.array(fc.record({ from: when(90), until: fc.option(when(60)) }), { maxLength: 2 })
  const someMember = (programmeId: string) =>
    fc.record({
      programmeId: fc.constant(programmeId),
      creatorId: fc.constantFrom('ahe', 'ahe', 'lin'),
      status: fc.constantFrom('invited' as const, 'active' as const, 'active' as const, 'left' as const, 'removed' as const),
      via: fc.constantFrom('open' as const, 'invited' as const),
      endedAt: fc.option(when(60)),
      stays,
    })
  const ranks = fc.array(fc.record({ tier: fc.constantFrom('gold', null), from: when(60), isDown: fc.boolean() }), { maxLength: 2 })
  const asked = fc.record({
    productId: fc.constantFrom('tent', 'lamp', 'mug'),
    category: fc.constantFrom('c1', null),
    since: when(90),
    ranks: ranks.map((moves) => moves.sort((a, b) => a.from.getTime() - b.from.getTime())),
  })

  it('DIS-1, ATT-14, ATT-15 bears commission whenever a line by the link can be paid any', () => {
    let paid = 0
    const facts = fc.tuple(someProgramme('house'), someProgramme('vip'), log, log, someMember('house'), someMember('vip'), asked)
    fc.assert(
      fc.property(facts, ([own, deal, ownLog, dealLog, inOwn, inDeal, { productId, category, since, ranks: moves }]) => {
        const programmes = new Map([own, deal].map((one) => [one.id, { ...programme, ...one }]))
        const rates = new Map<string, RateChange[]>([
          ['house', ownLog],
          ['vip', dealLog],
        ])
        const members = [inOwn, inDeal]
        const most = earningOf(link, { programmes, members, rates }, placedAt)
        const [first] = sortOut({
          order: { placedAt, checkoutStartedAt: null, buyerUserId: null, buyerCreatorId: null },
          line: { productId },
          ...{ touches: [touch('ahe', placedAt, { linkId: 'l1' })], programmes, members, creators: new Map() },
        }).eligible
        if (!first) return
        const scope = productId === 'tent' ? ('direct' as const) : ('indirect' as const)
        const known = {
          ...{ programmes, members, rates, ranks: new Map([['ahe', moves]]) },
          promoting: { product: () => since, anything: () => since },
          categories: new Map(category ? [[productId, category]] : []),
        }
        const question = askedOf(known, { ownProgrammeId: 'house', creatorId: 'ahe', linkId: 'l1', productId, scope, begunAt: null })
        if (rateAt(question!, placedAt).bps === 0) return
        paid += 1
        expect(most).toBeGreaterThan(0)
      }),
    )
    expect(paid).toBeGreaterThan(20)
  })
})
