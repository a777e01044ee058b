import { describe, expect, it } from 'vitest'
import {
  accrualEntries,
  confirmEntries,
  type EntryDraft,
  lockEntries,
  type PayoutFacts,
  restoreEntries,
  reversalEntries,
  standingsOf,
  withdrawalEntries,
} from '../../../src/modules/ledger/index.ts'

describe('disputes and bans', () => {
  const three = [
    { creatorId: 'a', weight: 1 },
    { creatorId: 'b', weight: 1 },
  ]
  const accrued = accrualEntries({
    ...{ order: 'o', orderLine: 'l', currency: 'CNY', shares: three },
    rate: { rateBps: 1_000, rateSource: 'programme', programme: null, model: 'linear', base: 1_000, commission: 100 },
  })
  const nets = (entries: readonly EntryDraft[]) => standingsOf(entries, 'l').map(({ net }) => net)
  const refund = (refundedBase: number, id: string) => ({ refundLine: id, orderLine: 'l', base: 1_000, refundedBase, reason: 'refunded' })

  it('ATT-30 takes a disputed line back whole, and restores it when the dispute is won', () => {
    const taken = [...accrued, ...withdrawalEntries({ cause: 'd', orderLine: 'l', reason: 'dispute' }, accrued)]
    expect(nets(taken)).toEqual([0, 0])
    expect(taken.slice(4).map(({ kind }) => kind)).toEqual(['reverse', 'reverse', 'reverse', 'reverse'])
    const won = [...taken, ...restoreEntries({ cause: 'd', orderLine: 'l', base: 1_000, refundedBase: 0, reason: 'dispute_won' }, taken)]
    expect(nets(won)).toEqual([50, 50])
    expect(nets([...won, ...reversalEntries(refund(1_000, 'r'), won)])).toEqual([0, 0])
  })

  it('ATT-30 restores only what refunds left of it meanwhile', () => {
    const half = [...accrued, ...reversalEntries(refund(500, 'r1'), accrued)]
    const taken = [...half, ...withdrawalEntries({ cause: 'd', orderLine: 'l', reason: 'dispute' }, half)]
    const refunded = [...taken, ...reversalEntries(refund(800, 'r2'), taken)]
    expect(nets(refunded)).toEqual([0, 0])
    const restore = { cause: 'd', orderLine: 'l', base: 1_000, refundedBase: 800, reason: 'dispute_won' }
    expect(nets([...refunded, ...restoreEntries(restore, refunded)])).toEqual([10, 10])
  })

  it('ATT-38 a ban takes one creator’s share only, and the other’s is refunded as if nothing had been', () => {
    const banned = [...accrued, ...withdrawalEntries({ cause: 'ban', orderLine: 'l', creator: 'a', reason: 'fraud' }, accrued)]
    expect(nets(banned)).toEqual([0, 50])
    expect(nets([...banned, ...reversalEntries(refund(500, 'r'), banned)])).toEqual([0, 25])
  })

  it('ATT-29 what was paid out is clawed back, and says so', () => {
    const payout: PayoutFacts = { payout: 'p', creator: 'a', currency: 'CNY', lines: [{ orderLine: 'l', order: 'o', amount: 50 }], tax: 5 }
    const paid = [...accrued, ...lockEntries(payout), ...confirmEntries(payout)]
    const back = reversalEntries(refund(1_000, 'r'), paid)
    expect(back.filter(({ creator }) => creator).map(({ creator, kind, amount }) => [creator, kind, amount])).toEqual([
      ['a', 'clawback', -50],
      ['b', 'reverse', -50],
    ])
    expect(standingsOf([...paid, ...back], 'l').map(({ outstanding }) => outstanding)).toEqual([-50, 0])
  })
})
