import type { PayloadRequest } from 'payload'
import type { Actor } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'
import { readDeletedAt } from '../../modules/publishing/store/pieces.ts'
import { findState } from '../../modules/publishing/store/states.ts'
import type { PieceState } from '../../payload-types.ts'

/** Somebody who may write: an account with a creator profile. */
export function creatorOf(actor: Actor): Result<{ userId: string; creatorId: string }> {
  const { userId, creatorId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to write.')
  if (!creatorId || !actor.roles.includes('creator')) return fail('forbidden', 'Only creators write pieces: become a creator first.')
  return ok({ userId, creatorId })
}

/**
 * A piece of the actor's own that is not in the bin. Failures: `unauthenticated`, `forbidden` for who writes nothing,
 * `not_found` for everybody else's pieces (their existence is nobody's business), `gone` when it is in the bin.
 */
export async function ownPiece(req: PayloadRequest, actor: Actor, id: string): Promise<Result<PieceState>> {
  const found = await ownPieceOrBin(req, actor, id)
  if (!found.ok) return found
  return found.value.deletedAt ? fail('gone', 'The piece is in the bin: take it out first.') : ok(found.value.state)
}

/** The same, in the bin or not. */
export async function ownPieceOrBin(
  req: PayloadRequest,
  actor: Actor,
  id: string,
): Promise<Result<{ state: PieceState; deletedAt: string | null }>> {
  const creator = creatorOf(actor)
  if (!creator.ok) return creator
  const state = isId(id) ? await findState(req, id) : null
  const deletedAt = state ? await readDeletedAt(req, state.kind, id) : undefined
  if (!state || deletedAt === undefined || idOf(state.author) !== creator.value.creatorId)
    return fail('not_found', 'There is no such piece of yours.')
  return ok({ state, deletedAt })
}

/** Somebody changed the piece between reading and writing. */
export const changedMeanwhile = (version: string | null | undefined): { ok: false; failure: Failure } =>
  fail('stale', 'The piece was changed meanwhile, in another window or by an editor: load it again.', {
    details: { version: version ?? null },
  })
