import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { checkDecision } from '../../modules/moderation/index.ts'
import { findAuthors } from '../../modules/moderation/store.ts'
import { isPublic, type Restriction, restrictionTransitions } from '../../modules/publishing/index.ts'
import { readDeletedAt } from '../../modules/publishing/store/pieces.ts'
import { changeState, findState } from '../../modules/publishing/store/states.ts'
import type { PieceState } from '../../payload-types.ts'
import { reviewMediaOfPiece } from '../media/review-media.ts'
import { purgePiece } from '../pages/purge-piece.ts'
import { leaveSearch } from '../pieces/hide-piece.ts'
import { noteChange } from '../pieces/note-change.ts'
import { queueIndex } from '../search/queue-index.ts'
import { editorOf, overtaken } from './editor.ts'
import { tellAuthor } from './tell-author.ts'

export interface Restricted {
  pieceId: string
  restriction: Restriction
  isPublic: boolean
}

/**
 * Takes a piece from readers at once, whatever its review state: pages, lists, search. Its links go on resolving
 * (ATT-06). The author is told why (MOD-08). Failures: `invalid` without a rule and a reason, `forbidden` on one's own
 * piece, `state` when it is taken down already, `not_found`.
 */
export async function takeDownPiece(
  ctx: Ctx,
  actor: Actor,
  input: { pieceId: string; rule: string; reason: string },
): Promise<Result<Restricted>> {
  const checked = checkDecision({ action: 'take_down', rule: input.rule, reason: input.reason })
  if (!checked.ok) return checked
  const { rule, reason } = checked.value
  const result = await ctx.tx('take down piece', async (req) => {
    const found = await pieceFor(req, actor, input.pieceId)
    if (!found.ok) return found
    const { state, editor } = found.value
    const to = next(restrictionTransitions, state.restriction, 'take_down')
    if (!to.ok) return to
    const now = ctx.clock.now()
    const lastReason = { action: 'take_down', rule, reason, at: now.toISOString() }
    const changed = await changeState(req, state, { restriction: to.value, isPublic: false, lastReason }, now)
    if (!changed) return overtaken()
    await reviewMediaOfPiece(req, state, now)
    await noteChange(req, state, {
      event: 'take_down',
      from: state.restriction,
      to: to.value,
      actor: editor,
      at: now,
      version: state.publicVersion ?? null,
      rule,
      reason,
    })
    await tellAuthor(req, 'piece-taken-down', changed, { version: state.publicVersion ?? state.workingVersion ?? null, reason })
    await purgePiece(req, state)
    await queueIndex(req, 'piece', state.id)
    return ok(changed)
  })
  if (!result.ok) return result
  await leaveSearch(ctx, result.value)
  return ok(restricted(result.value))
}

/** Lets readers see a piece again, if it has a public version. Failures: `invalid` without a reason, `state` when nothing holds it back, `forbidden`, `not_found`. */
export async function restorePiece(
  ctx: Ctx,
  actor: Actor,
  { pieceId, reason }: { pieceId: string; reason: string },
): Promise<Result<Restricted>> {
  const words = reason.trim()
  if (words === '' || words.length > 2000) return fail('invalid', 'Expected a reason of 1 to 2000 characters', { field: 'reason' })
  return ctx.tx('restore piece', async (req) => {
    const found = await pieceFor(req, actor, pieceId)
    if (!found.ok) return found
    const { state, editor } = found.value
    const to = next(restrictionTransitions, state.restriction, 'restore')
    if (!to.ok) return to
    const now = ctx.clock.now()
    const deletedAt = await readDeletedAt(req, state.kind, state.id)
    const seen = isPublic({ hasPublicVersion: Boolean(state.publicVersion), restriction: to.value, deletedAt: deletedAt ?? null })
    const changed = await changeState(req, state, { restriction: to.value, isPublic: seen, lastReason: null }, now)
    if (!changed) return overtaken()
    await reviewMediaOfPiece(req, state, now)
    await noteChange(req, state, {
      event: 'restore',
      from: state.restriction,
      to: to.value,
      actor: editor,
      at: now,
      version: state.publicVersion ?? null,
      reason: words,
    })
    await tellAuthor(req, 'piece-restored', changed, { version: state.publicVersion ?? state.workingVersion ?? null, reason: words })
    await purgePiece(req, state)
    await queueIndex(req, 'piece', state.id)
    return ok(restricted(changed))
  })
}

async function pieceFor(req: PayloadRequest, actor: Actor, id: string): Promise<Result<{ state: PieceState; editor: string }>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const state = isId(id) ? await findState(req, id) : null
  if (!state) return fail('not_found', 'There is no such piece.')
  const author = (await findAuthors(req, [idOf(state.author)])).get(idOf(state.author))
  if (author?.userId === editor.value) return fail('forbidden', 'Expected somebody other than the author.')
  return ok({ state, editor: editor.value })
}

const restricted = (state: PieceState): Restricted => ({
  pieceId: state.id,
  restriction: state.restriction,
  isPublic: state.isPublic ?? false,
})
