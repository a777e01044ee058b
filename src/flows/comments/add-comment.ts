import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type CommentTargetKind, readCommentBody } from '../../modules/comments/index.ts'
import { type CommentRow, findComment, findRecent, insertComment } from '../../modules/comments/store.ts'
import { judgeComment } from '../../modules/moderation/index.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { findTarget, type Target, targetTag } from './find-target.ts'
import { publicProfile } from './public-profile.ts'
import { commentShower } from './show-comments.ts'
import { tellOfComment } from './tell-of-comment.ts'
import type { CommentReplyFacts } from './views.ts'

export interface CommentInput {
  kind: CommentTargetKind
  target: string
  body: string
  /** The comment that this answers: one without a parent of its own. */
  parent?: string | null | undefined
}

export interface AddedComment {
  comment: CommentReplyFacts
  parent: string | null
  /** `held` waits for an editor and is seen by its author alone. */
  state: 'shown' | 'held'
}

/** So many comments of one account in a minute are a conversation; more are a machine. */
const LIMIT = { comments: 6, windowMs: 60_000 }

/**
 * Writes a comment under a public piece or a product on sale, or a reply to one (one level). The same words sent twice
 * within a minute are one comment. Failures: `invalid` on empty, overlong or refused words (`details.problem`:
 * `required`, `too_long`, `blocked` with `rule` and `phrase`) and on a reply to a reply, `not_found` when the target or
 * the comment cannot be seen, `too_many`, `unauthenticated`.
 */
export async function addComment(ctx: Ctx, actor: Actor, input: CommentInput): Promise<Result<AddedComment>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to comment.')
  const body = readCommentBody(input.body)
  if (!body.ok) return body
  const findings = judgeComment(body.value)
  const refused = findings.find(({ act }) => act === 'block')
  if (refused) {
    const details = { problem: 'blocked', rule: refused.rule, phrase: refused.phrase }
    return fail('invalid', `Expected words without “${refused.phrase}”.`, { field: 'body', details })
  }
  return ctx.tx('add comment', async (req) => {
    await takeTurn(req, `comments:${userId}`)
    const target = await findTarget(req, { kind: input.kind, id: input.target })
    if (!target) return fail('not_found', 'There is no such public piece or product.')
    const parent = await parentOf(req, target, input.parent)
    if (!parent.ok) return parent
    const at = ctx.clock.now()
    const known = await recentOf(req, userId, at)
    const same = known.find((row) => isSame(row, target, parent.value, body.value))
    if (same) return ok(await answerOf(req, target, same))
    if (known.length >= LIMIT.comments) {
      const details = { retryAfterSeconds: Math.ceil(LIMIT.windowMs / 1000) }
      return fail('too_many', `At most ${LIMIT.comments} comments a minute; wait a little.`, { details })
    }
    const row = await insertComment(req, {
      targetKind: target.kind,
      target: target.id,
      parent: parent.value?.id ?? null,
      author: userId,
      creator: await publicProfile(req, actor),
      body: body.value,
      state: findings.length > 0 ? 'held' : 'shown',
      findings,
      at: at.toISOString(),
    })
    if (row.state === 'shown') {
      await tellOfComment(req, target, row, parent.value)
      await purgePages(req, [targetTag(target)])
    }
    return ok(await answerOf(req, target, row))
  })
}

/** The comment that is answered: of the same target, seen by readers, and no reply itself. */
async function parentOf(req: PayloadRequest, target: Target, id: string | null | undefined): Promise<Result<CommentRow | null>> {
  if (!id) return ok(null)
  const parent = isId(id) ? await findComment(req, id) : null
  const here = parent?.target === target.id && parent.targetKind === target.kind
  if (!parent || !here || parent.state !== 'shown')
    return fail('not_found', 'There is no such comment here to reply to.', { field: 'parent' })
  if (parent.parent)
    return fail('invalid', 'Expected a comment that is no reply itself: there is one level of replies.', { field: 'parent' })
  return ok(parent)
}

const recentOf = (req: PayloadRequest, author: string, at: Date): Promise<CommentRow[]> =>
  findRecent(req, author, new Date(at.getTime() - LIMIT.windowMs), at)

const isSame = (row: CommentRow, target: Target, parent: CommentRow | null, body: string): boolean =>
  row.target === target.id && row.parent === (parent?.id ?? null) && row.body === body && (row.state === 'shown' || row.state === 'held')

async function answerOf(req: PayloadRequest, target: Target, row: CommentRow): Promise<AddedComment> {
  const show = await commentShower(req, target, [row])
  const held = row.state === 'held'
  return { comment: show(row, { held }), parent: row.parent, state: held ? 'held' : 'shown' }
}
