import { describe, expect, it } from 'vitest'
import { decideLine, type Membership } from '../../../src/modules/attribution/index.ts'
import { ago, day, decide, placedAt, programme, standing, touch } from './builders.ts'

describe('ATT-14 by whose terms a line is judged', () => {
  const vipTerms = { ...programme, id: 'vip', joining: 'invited' as const, rateBps: 1500, capBps: 1600 }
  const programmes = new Map([
    ['house', programme],
    ['vip', vipTerms],
  ])
  const member = (more: Partial<Membership> = {}): Membership => ({
    ...{ programmeId: 'vip', creatorId: 'ahe', status: 'active', via: 'invited', endedAt: null },
    ...more,
  })
  const coupon = { id: 'c1', creatorId: 'ahe', programmeId: 'house', isPublic: false, attributes: true }
  const line = { productId: 'tent', hasCoupon: true }

  it('ATT-14, ATT-16 the deal holds for her own code, without any touch', () => {
    const decision = decide([], { programmes, members: [member()], coupon, line })
    expect(decision).toMatchObject({ winner: { creatorId: 'ahe', programmeId: 'vip' }, reason: 'coupon', rateBps: 1500 })
    expect(decide([], { programmes, coupon, line }).winner?.programmeId).toBe('house')
  })

  it('ATT-09, ATT-14 and for who is bound to her', () => {
    const bindings = [{ id: 'b1', programmeId: 'house', creatorId: 'ahe', touchId: null, boundAt: ago(9 * day), until: ago(-9 * day) }]
    expect(decide([], { programmes, members: [member()], bindings })).toMatchObject({ winner: { programmeId: 'vip' }, rateBps: 1500 })
  })

  it('ATT-14 one who was let stay when the door closed keeps it for its own links, and it is no deal for others', () => {
    const members = [member({ via: 'open' })]
    expect(decide([touch('ahe', ago(day))], { programmes, members }).winner?.programmeId).toBe('house')
    expect(decide([touch('ahe', ago(day), { programmeId: 'vip' })], { programmes, members })).toMatchObject({
      ...{ winner: { programmeId: 'vip' }, rateBps: 1500 },
    })
  })

  it('ATT-14, ATT-23 a rate from elsewhere is bounded by the cap of the programme that gives it, which the decision names', () => {
    const input = {
      order: { placedAt, checkoutStartedAt: null, buyerUserId: null, buyerCreatorId: null },
      ...{ line: { productId: 'tent' }, touches: [touch('ahe', ago(day))], programmes, members: [member()] },
      creators: new Map([['ahe', standing('ahe')]]),
    }
    const byLink = decideLine({ ...input, rateOf: () => ({ source: 'link', bps: 2000, programmeId: 'house' }) })
    expect(byLink).toMatchObject({ winner: { programmeId: 'vip' }, rateBps: 2000, rateProgrammeId: 'house', cappedFromBps: null })
    const byDeal = decideLine({ ...input, rateOf: () => ({ source: 'invited', bps: 2000, programmeId: 'vip' }) })
    expect(byDeal).toMatchObject({ rateBps: 1600, cappedFromBps: 2000, capRule: 'cap' })
    expect(byDeal).not.toHaveProperty('rateProgrammeId')
  })

  it('ATT-14 her stays say when it held: a sale that is told of later is judged by the moment at which it was made', () => {
    const stayed = (from: number, until: number) =>
      decide([touch('ahe', ago(day))], {
        programmes,
        members: [member({ status: 'removed', stays: [{ from: ago(from * day), until: ago(until * day) }] })],
      }).winner?.programmeId
    expect([stayed(9, -1), stayed(9, 0), stayed(-1, -2)]).toEqual(['vip', 'house', 'house'])
  })

  it('ATT-15 asks for the rate by the programme of her link, and since when she has her code', () => {
    const claims: unknown[] = []
    const since = ago(90 * day)
    decide([], {
      ...{ programmes, members: [member()], coupon: { ...coupon, since }, line },
      rateOf: (claim) => {
        claims.push(claim)
        return { source: 'invited', bps: 1 }
      },
    })
    expect(claims).toMatchObject([{ ownProgrammeId: 'house', programme: { id: 'vip' }, begunAt: since }])
  })
})
