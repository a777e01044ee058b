import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { groupBy } from '../../lib/group.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { CommentTargetKind } from '../../modules/comments/index.ts'
import { type CommentRow, countShown, findOwn, findReplies, findRoots } from '../../modules/comments/store.ts'
import { readCursor, writeCursor } from '../shop/cursor.ts'
import { findTarget, type Target } from './find-target.ts'
import { commentShower } from './show-comments.ts'
import type { CommentFactsView, CommentListFacts, CommentReplyFacts } from './views.ts'

export interface CommentsAsk {
  kind: CommentTargetKind
  target: string
  /** Cursor of an earlier answer. */
  after?: string | null | undefined
}

export const COMMENTS_SHOWN = 10

const noTarget = fail('not_found', 'There is no such public piece or product.')

/** Comments under something public, newest first, each with its replies, oldest first. The same for everybody. */
export async function listComments(ctx: Ctx, { kind, target: id, after }: CommentsAsk): Promise<Result<CommentListFacts>> {
  const cursor = readCursor(after)
  if (!cursor.ok) return cursor
  const req = await ctx.req()
  const target = await findTarget(req, { kind, id })
  if (!target) return noTarget
  const before = cursor.value ? { at: cursor.value.publishedAt, id: cursor.value.id } : undefined
  return ok(await readComments(req, target, before))
}

/** The same for a page that has looked its target up already. */
export async function readComments(
  req: PayloadRequest,
  target: Pick<Target, 'kind' | 'id' | 'author' | 'products'>,
  before?: { at: string; id: string },
): Promise<CommentListFacts> {
  const place = { targetKind: target.kind, target: target.id }
  const found = await findRoots(req, place, { before, limit: COMMENTS_SHOWN + 1 })
  const roots = found.slice(0, COMMENTS_SHOWN)
  const replies = await findReplies(
    req,
    roots.map(({ id }) => id),
  )
  const show = await commentShower(req, target, [...roots, ...replies])
  const under = groupBy(replies, ({ parent }) => parent)
  const comments = roots.map((row): CommentFactsView => ({ ...show(row), replies: (under.get(row.id) ?? []).map((reply) => show(reply)) }))
  const last = roots.at(-1)
  const next = found.length > roots.length && last ? writeCursor({ publishedAt: last.at, id: last.id }) : null
  return { comments, count: roots.length === 0 && !before ? 0 : await countShown(req, place), next }
}

/**
 * What of the comments under something is this account's: ids of those shown, and those that wait for an editor, which
 * nobody else sees. Fetched by the browser: pages are the same for everybody.
 */
export async function listOwnComments(
  ctx: Ctx,
  actor: Actor,
  { kind, target: id }: Pick<CommentsAsk, 'kind' | 'target'>,
): Promise<Result<{ ids: string[]; held: (CommentReplyFacts & { parent: string | null })[] }>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see what is yours.')
  const req = await ctx.req()
  const target = await findTarget(req, { kind, id })
  if (!target) return noTarget
  const own = await findOwn(req, actor.userId, { under: { targetKind: kind, target: id }, states: ['shown', 'held'], limit: 200 })
  const held: CommentRow[] = own.filter(({ state }) => state === 'held')
  const show = await commentShower(req, target, held)
  return ok({
    ids: own.filter(({ state }) => state === 'shown').map((row) => row.id),
    held: held.map((row) => ({ ...show(row, { held: true }), parent: row.parent })),
  })
}
