import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { next } from '../../lib/transitions.ts'
import { type CheckedDecision, checkDecision, type Evidence, mayDecide } from '../../modules/moderation/index.ts'
import { changeItem } from '../../modules/moderation/store.ts'
import { pieceTransitions, type PieceState as Stage, waitsForTime } from '../../modules/publishing/index.ts'
import { changeState, findState } from '../../modules/publishing/store/states.ts'
import type { PieceState, ReviewItem } from '../../payload-types.ts'
import { noteChange } from '../pieces/note-change.ts'
import { publishPiece } from '../pieces/publish-piece.ts'
import { editorOf, itemOf, overtaken } from './editor.ts'
import { tellAuthor } from './tell-author.ts'

export interface DecisionRequest {
  /** Of the review item. */
  id: string
  /** Of the item as the editor saw it. */
  lockVersion: number
  decision: 'approve' | 'request_changes' | 'reject'
  rule?: string | null | undefined
  reason?: string | null | undefined
  evidence?: readonly Evidence[] | undefined
}

export interface Decided {
  id: string
  pieceId: string
  state: Stage
}

type Verdict = CheckedDecision & { action: 'approve' | 'request_changes' | 'reject' }

const outcomes = { approve: 'approved', request_changes: 'changes_requested', reject: 'rejected' } as const
const news = { approve: 'piece-approved', request_changes: 'piece-changes-requested', reject: 'piece-rejected' } as const

/**
 * Decides on the version that the editor saw. An approval publishes exactly that version, at once or at the time that the
 * author set, whatever she wrote since; everything but an approval needs a rule and a reason (MOD-06, MOD-08). Of two editors one succeeds, the
 * other gets `stale` (MOD-05). Failures: `stale`, `conflict` (held by somebody else), `forbidden` (not an editor, or
 * one's own piece), `state` (closed), `invalid`, `not_found`.
 */
export async function decideReviewItem(ctx: Ctx, actor: Actor, input: DecisionRequest): Promise<Result<Decided>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const { decision: action, rule, reason, evidence } = input
  const checked = checkDecision({ action, rule: rule ?? null, reason: reason ?? null, ...(evidence ? { evidence } : {}) })
  if (!checked.ok) return checked
  if (!(checked.value.action in outcomes)) return fail('invalid', 'Expected approve, request_changes or reject', { field: 'decision' })
  const verdict = checked.value as Verdict
  return ctx.tx('decide review item', async (req) => {
    const found = await itemOf(req, input.id)
    if (!found.ok) return found
    const now = ctx.clock.now()
    const { row, item } = found.value
    const allowed = mayDecide(item, input.lockVersion, editor.value, now)
    if (!allowed.ok) return overtakenOr(allowed, item.state)
    const state = await findState(req, row.piece)
    if (!state) throw new Error(`Review item ${row.id} belongs to a piece that does not exist`)
    if (!(await close(req, row, verdict, editor.value, now))) return overtaken()
    const after = await carryOut(req, state, row, verdict, editor.value, now)
    return after ? ok({ id: row.id, pieceId: state.id, state: after.state }) : overtaken()
  })
}

/** Who comes second sees a closed item; for him it is one that changed since he looked. */
const overtakenOr = (refused: Result<never> | { ok: false; failure: { code: string } }, state: string): Result<never> =>
  !refused.ok && refused.failure.code === 'state' && state !== 'withdrawn' ? overtaken() : (refused as Result<never>)

const close = (req: PayloadRequest, row: ReviewItem, verdict: Verdict, editor: string, now: Date): Promise<ReviewItem | null> =>
  changeItem(req, row, {
    state: outcomes[verdict.action],
    decidedBy: editor,
    decidedAt: now.toISOString(),
    rule: verdict.rule,
    reason: verdict.reason,
    spans: verdict.evidence as unknown as Record<string, unknown>[],
    claimedBy: null,
    claimedUntil: null,
  })

/** The piece's side of it: its state, readers' version, history, and word to the author. Null when it was changed meanwhile. */
async function carryOut(
  req: PayloadRequest,
  state: PieceState,
  row: ReviewItem,
  verdict: Verdict,
  editor: string,
  now: Date,
): Promise<PieceState | null> {
  const { action, rule, reason } = verdict
  const { version } = row
  const to = next(pieceTransitions, state.state, action)
  if (!to.ok) throw new Error(`An open review item of a piece that is ${state.state}`)
  const lastReason = { action, rule, reason, at: now.toISOString() }
  const later = action === 'approve' && waitsForTime(state.publishAt, now)
  const after = later
    ? await changeState(req, state, { state: scheduled(to.value), submittedVersion: version, lastReason: null }, now)
    : action === 'approve'
      ? await publishPiece(req, state, version, now)
      : await changeState(req, state, { state: to.value, lastReason }, now)
  if (!after) return null
  await noteChange(req, state, { event: action, to: to.value, actor: editor, at: now, version, rule, reason })
  const then = later ? { event: 'schedule', to: 'scheduled' } : { event: 'publish', to: 'published' }
  if (action === 'approve') await noteChange(req, state, { ...then, from: to.value, actor: editor, at: now, version })
  await tellAuthor(req, later ? 'piece-scheduled' : news[action], after, { version, reason })
  return after
}

function scheduled(from: Stage): Stage {
  const to = next(pieceTransitions, from, 'schedule')
  if (!to.ok) throw new Error(to.failure.message)
  return to.value
}
