import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { claim, holderOf } from '../../modules/moderation/index.ts'
import { changeItem } from '../../modules/moderation/store.ts'
import { type PieceEvent, pieceTransitions } from '../../modules/publishing/index.ts'
import { changeState, findState } from '../../modules/publishing/store/states.ts'
import type { ReviewItem } from '../../payload-types.ts'
import { noteChange } from '../pieces/note-change.ts'
import { editorOf, itemOf, overtaken } from './editor.ts'

export interface Claimed {
  id: string
  /** Send it back with the decision. */
  lockVersion: number
  /** ISO; null after a release. */
  claimedUntil: string | null
}

/**
 * Takes an item for ten minutes, or ten more (MOD-05). Failures: `conflict` while somebody else holds it, `forbidden` on
 * one's own piece, `state` when it is closed, `not_found`.
 */
export async function claimReviewItem(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<Claimed>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  return ctx.tx('claim review item', async (req) => {
    const found = await itemOf(req, id)
    if (!found.ok) return found
    const now = ctx.clock.now()
    const { row, item } = found.value
    const allowed = claim(item, editor.value, now)
    if (!allowed.ok) return allowed
    const changed = await changeItem(req, row, { claimedBy: editor.value, claimedUntil: allowed.value.claimedUntil?.toISOString() ?? null })
    if (!changed) return overtaken()
    await moveState(req, row, 'claim', editor.value, now)
    return ok(claimed(changed))
  })
}

/** Lets go of an item, so that others need not wait. Letting go of what one does not hold changes nothing. */
export async function releaseReviewItem(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<Claimed>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  return ctx.tx('release review item', async (req) => {
    const found = await itemOf(req, id)
    if (!found.ok) return found
    const now = ctx.clock.now()
    const { row, item } = found.value
    if (item.state !== 'open' || holderOf(item, now) !== editor.value) return ok(claimed(row))
    const changed = await changeItem(req, row, { claimedBy: null, claimedUntil: null })
    if (!changed) return overtaken()
    await moveState(req, row, 'release', editor.value, now)
    return ok(claimed(changed))
  })
}

/** The author sees that somebody is at it; a renewed claim changes nothing for her. */
async function moveState(
  req: PayloadRequest,
  row: ReviewItem,
  event: PieceEvent & ('claim' | 'release'),
  editor: string,
  now: Date,
): Promise<void> {
  const state = await findState(req, row.piece)
  const to = state ? next(pieceTransitions, state.state, event) : null
  if (!state || !to?.ok || !(await changeState(req, state, { state: to.value }, now))) return
  await noteChange(req, state, { event, to: to.value, actor: editor, at: now, version: row.version })
}

const claimed = ({ id, lockVersion, claimedUntil }: ReviewItem): Claimed => ({ id, lockVersion, claimedUntil: claimedUntil ?? null })
