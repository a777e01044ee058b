import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type StatementRow, statementsOf } from '../../modules/ledger/store/statements.ts'

export type StatementView = Omit<StatementRow, 'creator' | 'lastSequence' | 'at'>

/** A creator's frozen statements, the newest month first. */
export async function listStatements(ctx: Ctx, actor: Actor): Promise<Result<{ statements: StatementView[] }>> {
  if (!actor.creatorId) return fail('forbidden', 'Statements belong to creators: become one first.')
  const rows = await statementsOf(await ctx.req(), actor.creatorId)
  return ok({ statements: rows.map(({ creator: _, lastSequence: __, at: ___, ...view }) => view) })
}
