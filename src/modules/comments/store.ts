import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import type { Comment } from '../../payload-types.ts'
import { type CommentEvent, type CommentFacts, type CommentState, type CommentTargetKind, readFacts } from './index.ts'

/** A stored comment, references as ids. */
export interface CommentRow {
  id: string
  targetKind: CommentTargetKind
  target: string
  parent: string | null
  author: string
  /** The author's public profile at writing. */
  creator: string | null
  body: string
  state: CommentState
  facts: CommentFacts
  rule: string | null
  reason: string | null
  decidedAt: string | null
  at: string
}

export interface CommentPlace {
  targetKind: CommentTargetKind
  target: string
}

const rowOf = (row: Comment): CommentRow => ({
  id: row.id,
  targetKind: row.targetKind,
  target: row.target,
  parent: row.parent ?? null,
  author: idOf(row.author),
  creator: row.creator ? idOf(row.creator) : null,
  body: row.body,
  state: row.state,
  facts: readFacts(row.findings),
  rule: row.rule ?? null,
  reason: row.reason ?? null,
  decidedAt: row.decidedAt ?? null,
  at: row.at,
})

async function find(req: PayloadRequest, where: Where, sort: string[], limit: number): Promise<CommentRow[]> {
  // Straight from the database: comments are plain rows without hooks.
  const { docs } = await req.payload.db.find<Comment>({ collection: 'comments', where, sort, limit, pagination: false, req })
  return docs.map(rowOf)
}

export async function findComment(req: PayloadRequest, id: string): Promise<CommentRow | null> {
  return (await find(req, { id: { equals: id } }, ['id'], 1))[0] ?? null
}

type NewComment = Omit<CommentRow, 'id' | 'rule' | 'reason' | 'decidedAt' | 'facts'> & { findings: CommentFacts['findings'] }

/** Writes a comment and answers it. */
export async function insertComment(req: PayloadRequest, { findings, ...comment }: NewComment): Promise<CommentRow> {
  const id = newId()
  const facts: CommentFacts = { findings, log: [] }
  await req.payload.db.create({ collection: 'comments', data: { id, ...comment, findings: { ...facts } }, req })
  return { id, ...comment, facts, rule: null, reason: null, decidedAt: null }
}

/**
 * Moves a comment that nobody moved since it was seen: one conditional write, so that of two editors one succeeds. Null
 * for the other. Appends the event to the row's own log.
 */
export async function moveComment(req: PayloadRequest, seen: CommentRow, event: CommentEvent): Promise<CommentRow | null> {
  const facts = { ...seen.facts, log: [...seen.facts.log, event] }
  const decided = event.event === 'delete' || event.event === 'undelete' ? {} : decisionOf(event)
  const moved = await req.payload.db.updateOne({
    collection: 'comments',
    where: { and: [{ id: { equals: seen.id } }, { state: { equals: seen.state } }] },
    data: { state: event.to, findings: facts, ...decided },
    req,
  })
  return moved ? { ...seen, state: event.to, facts, ...decided } : null
}

const decisionOf = ({ event, rule, reason, actor, at }: CommentEvent) =>
  event === 'hide'
    ? { rule: rule ?? null, reason: reason ?? null, decidedBy: actor, decidedAt: at }
    : { rule: null, reason: null, decidedBy: actor, decidedAt: at }

const place = ({ targetKind, target }: CommentPlace): Where[] => [{ target: { equals: target } }, { targetKind: { equals: targetKind } }]

/** A place in a list, newest first. */
export interface CommentCursor {
  at: string
  id: string
}

const olderThan = ({ at, id }: CommentCursor): Where => ({
  or: [{ at: { less_than: at } }, { and: [{ at: { equals: at } }, { id: { less_than: id } }] }],
})

const ROUND = 40

/**
 * Comments that stand on their own, newest first, at most `limit`. One that its author or an editor took away keeps its
 * place only while somebody's reply hangs on it, so that nobody else's words vanish with it.
 */
export async function findRoots(
  req: PayloadRequest,
  where: CommentPlace,
  { before, limit }: { before?: CommentCursor | undefined; limit: number },
): Promise<CommentRow[]> {
  const found: CommentRow[] = []
  let cursor = before
  while (found.length < limit) {
    const and: Where[] = [...place(where), { parent: { exists: false } }, { state: { in: ['shown', 'hidden', 'deleted'] } }]
    if (cursor) and.push(olderThan(cursor))
    const rows = await find(req, { and }, ['-at', '-id'], ROUND)
    const gone = rows.filter(({ state }) => state !== 'shown').map(({ id }) => id)
    const answered = new Set((await findReplies(req, gone)).map(({ parent }) => parent))
    found.push(...rows.filter(({ id, state }) => state === 'shown' || answered.has(id)))
    cursor = rows.at(-1)
    if (rows.length < ROUND) break
  }
  return found.slice(0, limit)
}

/** Shown replies to these comments, oldest first. */
export async function findReplies(req: PayloadRequest, parents: readonly string[]): Promise<CommentRow[]> {
  if (parents.length === 0) return []
  return find(req, { and: [{ parent: { in: [...parents] } }, { state: { equals: 'shown' } }] }, ['at', 'id'], 500)
}

/** How many comments and replies readers see under something. */
export async function countShown(req: PayloadRequest, where: CommentPlace): Promise<number> {
  const and: Where[] = [...place(where), { state: { equals: 'shown' } }]
  return (await req.payload.count({ collection: 'comments', where: { and }, overrideAccess: true, req })).totalDocs
}

/** An account's own comments, newest first; under one thing, or everywhere. */
export async function findOwn(
  req: PayloadRequest,
  author: string,
  { under, before, states, limit }: { under?: CommentPlace; before?: CommentCursor | undefined; states?: CommentState[]; limit: number },
): Promise<CommentRow[]> {
  const and: Where[] = [{ author: { equals: author } }]
  if (under) and.push(...place(under))
  if (states) and.push({ state: { in: states } })
  if (before) and.push(olderThan(before))
  return find(req, { and }, ['-at', '-id'], limit)
}

/** What an account wrote since a moment, whatever became of it: for the limit, and for a form that was sent twice. */
export async function findRecent(req: PayloadRequest, author: string, since: Date, until: Date): Promise<CommentRow[]> {
  const and: Where[] = [
    { author: { equals: author } },
    { at: { greater_than: since.toISOString() } },
    { at: { less_than_equal: until.toISOString() } },
  ]
  return find(req, { and }, ['-at', '-id'], 50)
}

/** What waits for an editor (oldest first), or what was hidden (newest first), at most 100. */
export async function findForDesk(req: PayloadRequest, state: 'held' | 'hidden' | 'shown'): Promise<CommentRow[]> {
  return find(req, { state: { equals: state } }, state === 'held' ? ['at', 'id'] : ['-at', '-id'], 100)
}

export async function countHeld(req: PayloadRequest): Promise<number> {
  return (await req.payload.count({ collection: 'comments', where: { state: { equals: 'held' } }, overrideAccess: true, req })).totalDocs
}
