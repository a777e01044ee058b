import { describe, expect, it } from 'vitest'
import type { Programme, TouchKind } from '../../../src/modules/attribution/index.ts'
import { ago, day, decide, placedAt, programme, touch } from './builders.ts'

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
