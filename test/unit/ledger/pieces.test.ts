import { describe, expect, it } from 'vitest'
import { commissionByPiece, salesByPiece } from '../../../src/flows/payments/piece-counts.ts'
import { groupBy } from '../../../src/lib/group.ts'
import {
  accrualEntries,
  checkBooks,
  type EntryDraft,
  restoreEntries,
  reversalEntries,
  standingsOf,
  type WeighedShare,
  withdrawalEntries,
} from '../../../src/modules/ledger/index.ts'
import { holds, prove } from '../../properties.ts'
import { fc } from '../fc.ts'

const rate = (commission: number, base: number) => ({
  ...{ rateBps: 1_000, rateSource: 'programme', programme: null, model: 'linear' },
  ...{ base, commission },
})
const accrue = (commission: number, shares: readonly WeighedShare[], base = 10_000) =>
  accrualEntries({ order: 'o', orderLine: 'l', currency: 'CNY', shares, rate: rate(commission, base) })
const by = (creatorId: string, piece: string | null, weight = 1): WeighedShare => ({
  creatorId,
  weight,
  piece: piece ? { kind: 'posts', id: piece } : null,
})
const told = (entries: readonly EntryDraft[]) =>
  entries.filter(({ creator }) => creator).map(({ creator, piece, amount }) => [creator, piece, amount])
const sumBy = (entries: readonly EntryDraft[], keyOf: (entry: EntryDraft) => string) =>
  new Map(
    [
      ...groupBy(
        entries.filter(({ creator }) => creator),
        keyOf,
      ),
    ].map(([key, own]) => [key, own.reduce((sum, { amount }) => sum + amount, 0)]),
  )

describe('a line that several pieces brought', () => {
  it.each([
    [
      'each creator by her own piece',
      1_000,
      [by('anna', 'a'), by('bo', 'b')],
      [
        ['anna', 'a', 500],
        ['bo', 'b', 500],
      ],
    ],
    [
      'two pieces of one creator: split under her, so that she gets no more and no less',
      1_000,
      [by('anna', 'a'), by('bo', 'b'), by('anna', 'c')],
      [
        ['anna', 'a', 334],
        ['anna', 'c', 333],
        ['bo', 'b', 333],
      ],
    ],
    [
      'touches of one piece add up',
      1_001,
      [by('anna', 'a', 40), by('bo', 'b', 20), by('anna', 'a', 40)],
      [
        ['anna', 'a', 801],
        ['bo', 'b', 200],
      ],
    ],
    [
      'a code without a piece beside a piece of the same creator',
      1_000,
      [by('anna', 'a'), by('anna', null, 3)],
      [
        ['anna', 'a', 250],
        ['anna', null, 750],
      ],
    ],
    ['a part that rounds to nothing leaves no entry', 1, [by('anna', 'a'), by('anna', 'c')], [['anna', 'a', 1]]],
  ] as const)('ATT-12 credits %s', (_name, commission, shares, expected) => {
    expect(told(accrue(commission, shares))).toEqual(expected)
  })

  it('ATT-32 keeps the key of a creator’s line, and her further pieces add theirs to it', () => {
    const keys = accrue(1_000, [by('anna', 'a'), by('bo', 'b'), by('anna', 'c')]).map(({ key }) => key)
    expect(keys.filter((key) => key.startsWith('payable:'))).toEqual([
      'payable:earned:l:anna',
      'payable:earned:l:anna:c',
      'payable:earned:l:bo',
    ])
    expect(new Set(keys).size).toBe(6)
  })

  it('ATT-28 ATT-30: whatever is refunded, disputed and restored, the sums by piece are the sums by creator, and all are zero in the end', () => {
    const share = fc.record({ creator: fc.nat(2), piece: fc.nat(3), weight: fc.integer({ min: 1, max: 50 }) })
    const step = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('dispute' as const, 'won' as const))
    prove(
      'several creators on one line',
      'sums by piece are the sums by creator, and all end at zero',
      fc.property(
        fc.array(share, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 9_999 }),
        fc.array(step, { maxLength: 6 }),
        (drawn, commission, steps) => {
          // Piece 3 stands for none; every piece belongs to one creator.
          const shares = drawn.map(({ creator, piece, weight }) => by(`c${creator}`, piece === 3 ? null : `p${creator}-${piece}`, weight))
          const entries = accrue(commission, shares)
          const refunds: { id: string; base: number }[] = []
          const line = { orderLine: 'l', order: 'o', currency: 'CNY', test: false, paid: true, commission, base: 10_000, shares, refunds }
          let [refundedBase, dispute, number] = [0, '', 0]
          const refund = (base: number) => {
            const before = pieceNets(entries)
            refundedBase += base
            refunds.push({ id: `r${++number}`, base })
            entries.push(
              ...reversalEntries({ refundLine: `r${number}`, orderLine: 'l', base: 10_000, refundedBase, reason: 'refunded' }, entries),
            )
            for (const [piece, net] of pieceNets(entries))
              if (net > before.get(piece)! || net < 0) throw new Error(`${piece} stands at ${net}`)
          }
          for (const one of steps) {
            if (typeof one === 'number') refund(Math.ceil((10_000 - refundedBase) * one))
            else if (one === 'dispute' && !dispute) {
              dispute = `d${++number}`
              entries.push(...withdrawalEntries({ cause: dispute, orderLine: 'l', reason: 'dispute' }, entries))
            } else if (one === 'won' && dispute) {
              const facts = { cause: dispute, orderLine: 'l', base: 10_000, refundedBase, reason: 'dispute_won' }
              entries.push(...restoreEntries(facts, entries))
              dispute = ''
            }
            for (const { net, pieces } of standingsOf(entries, 'l'))
              holds(pieces.reduce((sum, piece) => sum + piece.net, 0) === net, 'her pieces do not add up to her share')
            holds(checkBooks(entries, [line]).length === 0, 'the books do not balance')
          }
          refund(10_000 - refundedBase)
          holds(
            [...pieceNets(entries).values()].every((net) => net === 0),
            'something is left for a piece',
          )
          holds(
            [...sumBy(entries, ({ creator }) => creator!).values()].every((net) => net === 0),
            'something is left for a creator',
          )
          holds(new Set(entries.map(({ key }) => key)).size === entries.length, 'a key stands twice')
        },
      ),
    )
  }, 60_000)

  const pieceNets = (entries: readonly EntryDraft[]) => sumBy(entries, ({ creator, piece }) => `${creator} ${piece}`)

  it('finds a share that stands under another piece, or another creator, than the decision says', () => {
    const shares = [by('anna', 'a'), by('bo', 'b')]
    const line = {
      orderLine: 'l',
      order: 'o',
      currency: 'CNY',
      test: false,
      paid: true,
      commission: 1_000,
      base: 10_000,
      refunds: [],
      shares,
    }
    const codes = (entries: EntryDraft[]) => checkBooks(entries, [line]).map(({ code }) => code)
    expect(codes(accrue(1_000, shares))).toEqual([])
    expect(codes(accrue(1_000, [by('anna', 'a'), by('bo', 'a')]))).toEqual(['wrong_share'])
    expect(codes(accrue(1_000, [by('anna', 'a', 2), by('bo', 'b')]))).toEqual(['wrong_share'])
  })

  it('takes older entries back under the piece that they name, though it is the leader’s', () => {
    const old = accrue(1_000, [by('anna', 'a'), by('bo', 'a')])
    const back = reversalEntries({ refundLine: 'r', orderLine: 'l', base: 10_000, refundedBase: 5_000, reason: 'refunded' }, old)
    expect(told(back)).toEqual([
      ['anna', 'a', -250],
      ['bo', 'a', -250],
    ])
  })
})

describe('the counters of pieces', () => {
  const weight = (creatorId: string, pieceId: string | null, weight = 1, placementId: string | null = null) => ({
    ...{ touchId: `${creatorId}-${pieceId}-${placementId}`, creatorId, weight },
    origin: { linkId: null, pieceKind: pieceId ? ('posts' as const) : null, pieceId, placementId },
  })
  const line = (id: string, weights: object[], more: object = {}) => ({
    ...{ id, quantity: 2, creator: 'anna', piece: 'a', pieceKind: 'posts' as const, placement: 'x', decision: { considered: [], weights } },
    ...more,
  })

  it('count the order once for each piece, and the units of each line that it brought a part of', () => {
    const lines = [line('l1', [weight('anna', 'a'), weight('bo', 'b')]), line('l2', [weight('anna', 'a', 1, 'y')])]
    expect(salesByPiece(lines)).toEqual([
      { piece: 'a', author: 'anna', placement: null, orders: 1, units: 2 },
      { piece: 'b', author: 'bo', placement: null, orders: 1, units: 2 },
      { piece: 'a', author: 'anna', placement: 'y', orders: 0, units: 2 },
    ])
  })

  it('stand at the placement of the piece’s heaviest part', () => {
    const [counted] = salesByPiece([line('l1', [weight('anna', 'a', 1, 'x'), weight('anna', 'a', 3, 'y')])])
    expect(counted).toMatchObject({ piece: 'a', placement: 'y' })
  })

  it('get what each entry gives or takes, and nothing of what no piece brought', () => {
    const lines = [line('l', [weight('anna', 'a', 1, 'x'), weight('bo', null)])]
    const entries = accrue(1_000, [by('anna', 'a'), by('bo', null)])
    expect(commissionByPiece(lines, entries)).toEqual([{ piece: 'a', author: 'anna', placement: 'x', commission: 500 }])
  })

  it('of a decision from before parts knew their pieces have the line’s own for the credited creator, and none for the others', () => {
    const old = [
      { touchId: 't1', creatorId: 'anna', weight: 1 },
      { touchId: 't2', creatorId: 'bo', weight: 1 },
    ]
    expect(salesByPiece([line('l', old)])).toEqual([{ piece: 'a', author: 'anna', placement: 'x', orders: 1, units: 2 }])
    // Entries of that time name her piece for both, and its counter has both.
    const entries = accrue(1_000, [by('anna', 'a'), by('bo', 'a')])
    expect(
      commissionByPiece([line('l', old)], entries).map(({ author, placement, commission }) => [author, placement, commission]),
    ).toEqual([
      ['anna', 'x', 500],
      ['anna', 'x', 500],
    ])
    expect(salesByPiece([line('l', [], { creator: null, piece: null, pieceKind: null })])).toEqual([])
  })
})
