import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { checkEntries } from '../../../src/flows/earnings/check-entries.ts'
import { PieceSums } from '../../../src/flows/earnings/check-piece-stats.ts'
import { runNight } from '../../../src/flows/operations/run-night.ts'
import type { FindingCode } from '../../../src/modules/ledger/index.ts'
import { entriesAfter } from '../../../src/modules/ledger/store.ts'
import { Books } from './books.ts'
import { type Damage, damage, orphanPayoutLine, takeGuardsAway } from './damage.ts'
import { madeUp } from './damages-made-up.ts'
import { balanced } from './damages-of-facts.ts'
import { withoutBalance } from './damages-of-sums.ts'
import { type Life, liveAWholeLife } from './whole-life.ts'

let life: Life
let books: Books

beforeAll(async () => {
  life = await liveAWholeLife()
  await takeGuardsAway(life.world)
  const { payload, ctx } = life.world
  const rows = async (collection: 'payouts' | 'payout-lines' | 'holds') =>
    (await payload.find({ collection, pagination: false, depth: 0, sort: 'id' })).docs as never
  const entries = await entriesAfter(await ctx.req(), 0, 100_000)
  books = new Books(life, entries, await rows('payouts'), await rows('payout-lines'), await rows('holds'))
}, 240_000)
afterAll(() => life?.shop.house.close())

const codes = async (): Promise<FindingCode[]> => (await checkBooks(life.world.ctx)).findings.map(({ code }) => code)

/** What is found while something is damaged. */
async function whileDamaged<T>(done: Damage, look: () => Promise<T>): Promise<T> {
  const undo = await damage(life.world, done, books.entries.length)
  try {
    return await look()
  } finally {
    await undo()
  }
}

describe('ATT-26 the proof of a whole life', () => {
  it('ATT-26 finds nothing where orders, refunds, exchanges, sales elsewhere, bonuses, bans, disputes and payouts went their way', async () => {
    expect(await codes()).toEqual([])
    const seen = new Set(books.entries.map(({ kind, transaction }) => `${kind} ${transaction.replaceAll(/:[^:]{20,}/g, '')}`))
    expect([...seen].sort()).toEqual([
      'accrue earned',
      'adjust granted',
      'adjust restored',
      'clawback reversed',
      'payout payout:confirmed',
      'payout payout:locked',
      'payout_fail payout:cancelled',
      'payout_fail payout:failed',
      'payout_fail payout:returned',
      'reverse reversed',
      'reverse withdrawn',
      'tax_withheld payout:cancelled',
      'tax_withheld payout:failed',
      'tax_withheld payout:locked',
      'tax_withheld payout:returned',
    ])
  })

  it('ATT-26 entries of a transaction have neighbouring numbers, though orders were paid at once', () => {
    const names = books.entries.map(({ transaction }) => transaction)
    const runs = names.filter((name, index) => name !== names[index - 1])
    expect(runs.length).toBe(new Set(runs).size)
  })

  it.each([1, 2, 3, 7, 50])('ATT-26 says the same in parts of %i entries, which cut transactions in two', async (batch) => {
    const inParts = () => checkEntries(life.world.ctx, new PieceSums(), batch)
    expect(await inParts()).toEqual({ findings: [], count: books.entries.length })
    const done = { set: [[books.entries[6]!, { amount: 1 }]] } satisfies Damage
    const whole = await whileDamaged(done, () => checkEntries(life.world.ctx, new PieceSums()))
    expect(whole.findings).not.toEqual([])
    expect(await whileDamaged(done, inParts)).toEqual(whole)
  })
})

describe('ATT-26 what the proof finds', () => {
  it.each([...withoutBalance, ...balanced, ...madeUp])('ATT-26 %s', async (_name, code, make) => {
    expect(await whileDamaged(make(books), codes)).toContain(code)
  })

  it('ATT-26 a payout line without its payout', async () => {
    const mend = await orphanPayoutLine(life.world, books.payoutLines[0]!)
    const found = await codes()
    await mend()
    expect(found).toContain('unknown_payout')
  })

  it('ATT-26 and nothing once all of it was put right; nor does the night, which seals what stands', async () => {
    expect(await codes()).toEqual([])
    expect(await runNight(life.world.ctx)).toContain('books')
    expect(await codes()).toEqual([])
  })
})
