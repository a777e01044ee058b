import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { excerpt } from '../../lib/graphemes.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type CommentEvent, type CommentState, nextState } from '../../modules/comments/index.ts'
import { type CommentRow, findComment, moveComment } from '../../modules/comments/store.ts'
import { type CommentRuleId, isCommentRule } from '../../modules/moderation/index.ts'
import { notify } from '../accounts/notify.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { editorOf } from '../review/editor.ts'
import { findTarget, type Target, targetTag } from './find-target.ts'
import { tellOfComment } from './tell-of-comment.ts'

export interface ModeratedComment {
  id: string
  state: CommentState
}

export interface Grounds {
  rule: string
  reason: string
}

type Decision = { event: 'approve' | 'restore' } | { event: 'hide'; rule: CommentRuleId; reason: string }

/** Longest reason, in characters: what the column takes. */
export const COMMENT_REASON_MAX = 500

/** A rule and a reason, which every restriction has (MOD-06, MOD-08). */
export function readGrounds({ rule, reason }: Grounds): Result<{ rule: CommentRuleId; reason: string }> {
  if (!isCommentRule(rule)) return fail('invalid', 'Expected the rule that the decision rests on.', { field: 'rule' })
  const words = reason.trim()
  if (words === '' || words.length > COMMENT_REASON_MAX)
    return fail('invalid', `Expected a reason of 1 to ${COMMENT_REASON_MAX} characters.`, { field: 'reason' })
  return ok({ rule, reason: words })
}

/**
 * An editor's decision on a comment, in one transaction with the statement to its author (MOD-08) and the purge of its
 * page. Failures: `forbidden` for others and on one's own words, `state` when it is not in a state for this, `stale` when
 * somebody was faster, `not_found`.
 */
export function moderateComment(ctx: Ctx, actor: Actor, id: string, decision: Decision): Promise<Result<ModeratedComment>> {
  return ctx.tx(`${decision.event} comment`, async (req) => {
    const editor = editorOf(actor)
    if (!editor.ok) return editor
    const row = isId(id) ? await findComment(req, id) : null
    if (!row) return fail('not_found', 'There is no such comment.')
    if (row.author === editor.value) return fail('forbidden', 'Expected somebody other than the author.')
    const now = ctx.clock.now()
    const to = nextState(decision.event, row.state, row.facts.log, now)
    if (!to) return fail('state', `Expected a comment that can be decided like this; it is ${row.state}.`)
    const change: CommentEvent = { ...decision, from: row.state, to, actor: editor.value, at: now.toISOString() }
    const moved = await moveComment(req, row, change)
    if (!moved) return fail('stale', 'Somebody decided at the same moment; look again.')
    await tell(req, moved, decision)
    await purgePages(req, [targetTag({ kind: row.targetKind, id: row.target })])
    return ok({ id, state: to })
  })
}

async function tell(req: PayloadRequest, row: CommentRow, decision: Decision): Promise<void> {
  const about = { commentId: row.id, excerpt: excerpt(row.body, 24) }
  if (decision.event === 'hide') {
    const { rule, reason } = decision
    return notify(req, { userId: row.author, kind: 'comment-hidden', data: { ...about, rule, reason } })
  }
  const target: Target | null = await findTarget(req, { kind: row.targetKind, id: row.target })
  const kind = decision.event === 'approve' ? 'comment-approved' : 'comment-restored'
  await notify(req, { userId: row.author, kind, data: { ...about, path: target?.path ?? '/' } })
  // What waited is news for those whom it answers; what was hidden had been told before.
  if (target && decision.event === 'approve') await tellOfComment(req, target, row, row.parent ? await findComment(req, row.parent) : null)
}
