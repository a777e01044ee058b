import type { Ctx } from '../../context.ts'
import { lastBookCheck } from '../../modules/ledger/store/book-checks.ts'

/** When the books were last proved without a finding, as an ISO string; null when the last proof found something, or there was none. */
export async function lastProof(ctx: Ctx): Promise<string | null> {
  const last = await lastBookCheck(await ctx.req(), 'books')
  return last && last.findings === 0 ? last.at.toISOString() : null
}
