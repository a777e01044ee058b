import { fail, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { type PieceState, pieceTransitions } from './states.ts'

/** So far ahead a piece may be put at most, in days. */
export const scheduleDays = 366
/** A time that is nearer than this is as good as now: whoever wants now says so. */
const LEAD_MS = 60_000

/** States in which a time is only a wish: it counts when an editor has let the version pass. */
const wishing: readonly PieceState[] = ['draft', 'submitted', 'in_review', 'changes_requested']

/** Checks a wished time of publication (ISO; null for as soon as it is let pass). Failure `invalid` names `publishAt`. */
export function checkPublishAt(wished: string | null, now: Date): Result<string | null> {
  if (wished === null) return ok(null)
  const at = Date.parse(wished)
  if (!Number.isFinite(at)) return invalid(`Expected a time such as ${now.toISOString()}, got ${wished}`)
  if (at < now.getTime() + LEAD_MS) return invalid('Expected a time at least a minute ahead.')
  if (at > now.getTime() + scheduleDays * 86_400_000) return invalid(`Expected a time within ${scheduleDays} days.`)
  return ok(new Date(at).toISOString())
}

/**
 * MOD-01: the state of a piece after its author set a time (or took it away). What waits for an editor stays where it is;
 * what was let pass waits for its time or, without one, for the author. Failure `state` where nothing waits to be published.
 */
export function stateAtTime(state: PieceState, publishAt: string | null): Result<PieceState> {
  if (wishing.includes(state)) return ok(state)
  if (state === 'scheduled') return publishAt === null ? next(pieceTransitions, state, 'unschedule') : ok(state)
  if (state === 'approved' && publishAt === null) return ok(state)
  return next(pieceTransitions, state, 'schedule')
}

/** MOD-01: what an approval comes to: publishing at once, or at the author's time when that is still ahead. */
export const waitsForTime = (publishAt: string | null | undefined, now: Date): publishAt is string =>
  Boolean(publishAt) && Date.parse(publishAt ?? '') > now.getTime()

const invalid = (message: string) => fail('invalid', message, { field: 'publishAt' })
