import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { CommentState } from '../../modules/comments/index.ts'
import { findOwn } from '../../modules/comments/store.ts'
import { readCursor, writeCursor } from '../shop/cursor.ts'
import { findTarget } from './find-target.ts'

/** One's own comment, wherever it stands. Times are ISO. */
export interface MyComment {
  id: string
  body: string
  state: Exclude<CommentState, 'deleted'>
  at: string
  /** Null when what it stands under is not public any more. */
  target: { title: string; path: string } | null
  /** The statement of reasons of a hidden one (MOD-08). */
  statement: { rule: string; reason: string; at: string } | null
}

const SIZE = 20

/** What an account wrote, newest first, with what became of it. */
export async function listMyComments(
  ctx: Ctx,
  actor: Actor,
  { after, locale }: { after?: string | null | undefined; locale: 'zh' | 'en' },
): Promise<Result<{ comments: MyComment[]; next: string | null }>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see your comments.')
  const cursor = readCursor(after)
  if (!cursor.ok) return cursor
  const req = await ctx.req()
  const before = cursor.value ? { at: cursor.value.publishedAt, id: cursor.value.id } : undefined
  const rows = await findOwn(req, actor.userId, { before, states: ['shown', 'held', 'hidden'], limit: SIZE + 1 })
  const comments: MyComment[] = []
  for (const row of rows.slice(0, SIZE)) {
    const target = await findTarget(req, { kind: row.targetKind, id: row.target }, locale)
    const { id, body, at, rule, reason, decidedAt } = row
    const statement = row.state === 'hidden' && rule && reason && decidedAt ? { rule, reason, at: decidedAt } : null
    const state = row.state as MyComment['state']
    comments.push({ id, body, state, at, target: target ? { title: target.title, path: target.path } : null, statement })
  }
  const last = rows[SIZE - 1]
  return ok({ comments, next: rows.length > SIZE && last ? writeCursor({ publishedAt: last.at, id: last.id }) : null })
}
