import type { Ctx } from '../../context.ts'
import { insertBookCheck } from '../../modules/ledger/store/book-checks.ts'
import { type BooksReport, checkBooks } from '../earnings/check-books.ts'

/** Findings that are kept with a proof: enough to see what is wrong. */
const kept = 50

/** Proves the books and keeps the result, for the admin's first page. */
export async function checkBooksNow(ctx: Ctx): Promise<BooksReport> {
  const at = ctx.clock.now()
  const began = performance.now()
  const report = await checkBooks(ctx)
  const { findings, figures } = report
  const looked = figures.orders + figures.entries + figures.payouts + figures.variants
  const seconds = Math.round((performance.now() - began) / 100) / 10
  await ctx.tx('keep proof of the books', (req) =>
    insertBookCheck(req, {
      ...{ kind: 'books', looked, seconds, at, findings: findings.length },
      facts: { findings: findings.slice(0, kept), figures },
    }),
  )
  return report
}
