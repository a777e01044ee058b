import type { Ctx } from '../../context.ts'
import { writeBooksMark } from '../../modules/operations/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { type BooksReport, checkBooks } from '../earnings/check-books.ts'

/** Proves the books and keeps when that was, and with how many findings, for the overview. */
export async function checkBooksNow(ctx: Ctx): Promise<BooksReport> {
  const at = ctx.clock.now()
  const report = await checkBooks(ctx)
  await againOnDuplicate(() => ctx.tx('note books', (req) => writeBooksMark(req, { at, findings: report.findings.length })))
  return report
}
