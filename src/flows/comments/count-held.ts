import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { countHeld } from '../../modules/comments/store.ts'
import { editorOf } from '../review/editor.ts'

/** How many comments wait for an editor, for the desk's way to them. Only for editors. */
export async function countHeldComments(ctx: Ctx, actor: Actor): Promise<Result<number>> {
  const editor = editorOf(actor)
  return editor.ok ? ok(await countHeld(await ctx.req())) : editor
}
