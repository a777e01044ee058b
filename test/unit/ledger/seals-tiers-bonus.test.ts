import { describe, expect, it } from 'vitest'
import {
  bonusAmount,
  faultOfSeal,
  makeSeal,
  type SealedEntry,
  type TierRow,
  tierAt,
  tierFor,
  tierMove,
} from '../../../src/modules/ledger/index.ts'
import { fc } from '../fc.ts'

const entries = (from: number, to: number): SealedEntry[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ sequence: from + index, amount: 100 + index, account: 'creator:a:payable' }))

describe('ATT-26 the chain of seals', () => {
  const first = makeSeal(null, entries(1, 3))
  const second = makeSeal(first, entries(4, 5))

  it('ATT-26 continues without a gap and holds', () => {
    expect([first.from, first.to, second.from, second.to, second.previous]).toEqual([1, 3, 4, 5, first.hash])
    expect([faultOfSeal(null, first, entries(1, 3)), faultOfSeal(first, second, entries(4, 5))]).toEqual([null, null])
    expect(() => makeSeal(first, entries(5, 6))).toThrow(RangeError)
    expect(() => makeSeal(first, [])).toThrow(RangeError)
  })

  it('ATT-26 any changed member of any entry, any missing entry and any swapped seal shows', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.constantFrom('amount', 'account', 'extra'), fc.integer({ min: 1_000 }), (which, member, value) => {
        const changed = entries(1, 3).map((entry, index) => (index === which ? { ...entry, [member]: value } : entry))
        expect(faultOfSeal(null, first, changed)).toBe('an entry under it was changed')
      }),
    )
    expect(faultOfSeal(null, first, entries(1, 2))).toMatch('missing')
    expect(faultOfSeal(null, second, entries(4, 5))).toMatch('expected to begin at 1')
    expect(faultOfSeal({ ...first, hash: 'f'.repeat(64) }, second, entries(4, 5))).toMatch('does not continue')
  })
})

describe('ATT-35 tiers', () => {
  const tiers = [
    { name: 'silver', fromSales: 10_000, rateBps: 900 },
    { name: 'gold', fromSales: 50_000, rateBps: 1_200 },
  ]
  const at = (text: string) => new Date(`2026-${text}T00:00:00Z`)
  const ends = [at('12-01'), new Date('2027-01-01T00:00:00Z')]

  it('ATT-35 the highest that sales reach', () => {
    expect([9_999, 10_000, 49_999, 50_000].map((sales) => tierFor(tiers, sales)?.name ?? 'none')).toEqual([
      'none',
      'silver',
      'silver',
      'gold',
    ])
    expect(tierFor([], 1_000_000)).toBeNull()
  })

  it('ATT-35 goes up at once', () => {
    expect(tierMove(tiers, [], 60_000, at('11-10'), ends)).toEqual({ tier: 'gold', from: at('11-10'), direction: 'up' })
    expect(tierMove(tiers, [], 5_000, at('11-10'), ends)).toBeNull()
  })

  it('ATT-35 goes down at the end of a month, with seven days of notice', () => {
    const gold: TierRow[] = [{ tier: 'gold', from: at('09-01'), at: at('09-01') }]
    expect(tierMove(tiers, gold, 20_000, at('11-24'), ends)).toEqual({ tier: 'silver', from: ends[0], direction: 'down' })
    expect(tierMove(tiers, gold, 20_000, new Date('2026-11-24T00:00:00.001Z'), ends)).toEqual({
      tier: 'silver',
      from: ends[1],
      direction: 'down',
    })
    expect(tierMove(tiers, gold, 0, at('11-10'), ends)).toMatchObject({ tier: 'none', direction: 'down' })
  })

  it('ATT-35 says it once, and takes it back when her sales recover before the day', () => {
    const noticed: TierRow[] = [
      { tier: 'gold', from: at('09-01'), at: at('09-01') },
      { tier: 'silver', from: at('12-01'), at: at('11-10') },
    ]
    expect(tierMove(tiers, noticed, 20_000, at('11-11'), ends)).toBeNull()
    const kept = tierMove(tiers, noticed, 55_000, at('11-20'), ends)
    expect(kept).toEqual({ tier: 'gold', from: at('11-20'), direction: 'kept' })
    const recovered = [...noticed, { tier: 'gold', from: at('11-20'), at: at('11-20') }]
    expect([tierAt(noticed, at('11-30')), tierAt(noticed, at('12-01')), tierAt(recovered, at('12-02'))]).toEqual(['gold', 'silver', 'gold'])
    expect(tierMove(tiers, recovered, 55_000, at('11-21'), ends)).toBeNull()
  })
})

describe('ATT-36 bonuses', () => {
  it.each([
    { ask: { kind: 'flat', amount: 500, cap: 500 }, amount: 500 },
    { ask: { kind: 'flat', amount: 501, cap: 500 }, amount: 'amount' },
    { ask: { kind: 'flat', amount: 0, cap: 500 }, amount: 'amount' },
    { ask: { kind: 'flat', amount: 1.5, cap: 500 }, amount: 'amount' },
    { ask: { kind: 'flat', amount: 1, cap: 0 }, amount: 'cap' },
    { ask: { kind: 'per_view', views: 1_999, perThousand: 100, cap: 500 }, amount: 199 },
    { ask: { kind: 'per_view', views: 9_000, perThousand: 100, cap: 500 }, amount: 500 },
    { ask: { kind: 'per_view', views: 9, perThousand: 100, cap: 500 }, amount: 'views' },
    { ask: { kind: 'per_view', views: Number.NaN, perThousand: 100, cap: 500 }, amount: 'views' },
    { ask: { kind: 'per_view', views: 9_000, perThousand: -1, cap: 500 }, amount: 'perThousand' },
  ] as const)('ATT-36 $ask comes to $amount', ({ ask, amount }) => {
    const result = bonusAmount(ask)
    expect(result.ok ? result.value : result.failure.field).toBe(amount)
  })
})
