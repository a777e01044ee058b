import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findNamedUsers } from '../../modules/accounts/store/people.ts'
import { type CommentRow, countHeld, findForDesk } from '../../modules/comments/store.ts'
import { editorOf } from '../review/editor.ts'
import { findTarget, type Target } from './find-target.ts'

/** A comment as the desk sees it. Times are ISO. */
export interface DeskComment {
  id: string
  body: string
  author: string | null
  /** The reader is its author and may not decide. */
  own: boolean
  state: CommentRow['state']
  at: string
  findings: { rule: string; phrase: string }[]
  /** Null when what it stands under is not public any more. */
  target: { title: string; path: string } | null
  reply: boolean
  decided: { rule: string; reason: string; at: string } | null
}

export interface DeskComments {
  comments: DeskComment[]
  held: number
}

/** The editors' list: what waits (oldest first), what was hidden, or the newest of what is shown; at most 100. */
export async function listCommentsForDesk(
  ctx: Ctx,
  actor: Actor,
  { state, locale }: { state: 'held' | 'hidden' | 'shown'; locale: 'zh' | 'en' },
): Promise<Result<DeskComments>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const req = await ctx.req()
  const rows = await findForDesk(req, state)
  const names = await findNamedUsers(
    req,
    rows.map(({ author }) => author),
  )
  const targets = await targetsOf(req, rows, locale)
  const comments = rows.map(
    (row): DeskComment => ({
      id: row.id,
      body: row.body,
      author: names.get(row.author) ?? null,
      own: row.author === editor.value,
      state: row.state,
      at: row.at,
      findings: row.facts.findings.map(({ rule, phrase }) => ({ rule, phrase })),
      target: targets.get(row.target) ?? null,
      reply: row.parent !== null,
      decided: row.rule && row.reason && row.decidedAt ? { rule: row.rule, reason: row.reason, at: row.decidedAt } : null,
    }),
  )
  return ok({ comments, held: await countHeld(req) })
}

async function targetsOf(req: PayloadRequest, rows: readonly CommentRow[], locale: 'zh' | 'en') {
  const found = new Map<string, Pick<Target, 'title' | 'path'>>()
  for (const { targetKind: kind, target: id } of new Map(rows.map((row) => [row.target, row])).values()) {
    const target = await findTarget(req, { kind, id }, locale)
    if (target) found.set(id, { title: target.title, path: target.path })
  }
  return found
}
