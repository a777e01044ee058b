import type { Ctx } from '../../../context.ts'
import type { Actor } from '../../../lib/actor.ts'
import type { Evidence } from '../../../modules/moderation/index.ts'
import { findItemsOfPiece, findOpenItem } from '../../../modules/moderation/store.ts'
import { findState } from '../../../modules/publishing/store/states.ts'
import { listMyPieces, type MyPiece } from '../../pieces/list-my-pieces.ts'
import { savePiece } from '../../pieces/save-piece.ts'
import { submitPiece } from '../../pieces/submit-piece.ts'
import { decideReviewItem } from '../../review/decide-review-item.ts'
import { takeDownPiece } from '../../review/take-down-piece.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { draftOf, type Known } from './piece-draft.ts'
import type { SeedPiece } from './read-piece-sheet.ts'
import type { SeedPeople } from './seed-accounts.ts'

/** Minutes after it was written that a piece is handed in, and decided. */
const [SUBMITTED, DECIDED] = [20, 75]

/**
 * Writes, submits and decides every piece that is not there yet, each on its day, the oldest first. Answers ids by key. A
 * piece that a crash left on its way is taken further from where it stands.
 */
export async function seedPieces(
  ctx: Ctx,
  pieces: readonly SeedPiece[],
  people: SeedPeople,
  known: Omit<Known, 'pieces'>,
  tell: (done: number) => void,
): Promise<Map<string, string>> {
  const mine = new Map<string, Map<string, MyPiece>>()
  for (const [handle, author] of people.creators) {
    const listed = must(await listMyPieces(ctx, author), handle).pieces
    mine.set(handle, new Map(listed.map((piece) => [piece.title, piece])))
  }
  const ids = new Map<string, string>()
  for (const [index, piece] of [...pieces].sort((a, b) => b.ago - a.ago).entries()) {
    const author = people.creators.get(piece.author)
    if (!author) throw new Error(`pieces/${piece.key} is by nobody`)
    const there = mine.get(piece.author)?.get(piece.title) ?? null
    ids.set(piece.key, await seedPiece(ctx, piece, author, people.editor, { ...known, pieces: ids }, there))
    tell(index + 1)
  }
  return ids
}

async function seedPiece(now: Ctx, piece: SeedPiece, author: Actor, editor: Actor, known: Known, there: MyPiece | null): Promise<string> {
  const written = daysAgo(now, piece.ago)
  const id = there?.id ?? (await write(written, piece, author, known))
  const stands = () => standing(now, id)
  if (piece.state !== 'draft' && (await stands()).state === 'draft' && !there?.publishedAt)
    must(await submitPiece(daysAgo(now, piece.ago, SUBMITTED), author, { id, publishAt: timeOf(now, piece) }), piece.key)
  if (piece.state !== 'draft' && piece.state !== 'review' && (await stands()).decided === 0) await decide(now, piece, editor, id)
  if (piece.state === 'taken-down' && (await stands()).restriction === 'none') await takeDown(now, piece, editor, id)
  if (piece.edit && (await stands()).decided === 1) await edit(now, piece, author, editor, known, id)
  return id
}

/** When a scheduled piece becomes public; null for the others. */
function timeOf(now: Ctx, { state, ahead }: SeedPiece): string | null {
  const hour = 3_600_000
  return state === 'scheduled' ? new Date(Math.ceil(now.clock.now().getTime() / hour + ahead * 24) * hour).toISOString() : null
}

async function write(ctx: Ctx, piece: SeedPiece, author: Actor, known: Known): Promise<string> {
  const draft = await draftOf(ctx, piece, author, known)
  return must(await savePiece(ctx, author, { kind: piece.kind, draft }), piece.key).id
}

/** How far a piece is, and how often it was decided on. */
async function standing(ctx: Ctx, id: string) {
  const req = await ctx.req()
  const state = await findState(req, id)
  if (!state) throw new Error(`There is no piece ${id}`)
  const decided = (await findItemsOfPiece(req, id)).filter((item) => item.state !== 'open').length
  return { state: state.state, restriction: state.restriction, decided }
}

async function decide(now: Ctx, piece: SeedPiece, editor: Actor, pieceId: string, days = piece.ago): Promise<void> {
  const ctx = daysAgo(now, days, DECIDED)
  const item = await findOpenItem(await ctx.req(), pieceId)
  if (!item) throw new Error(`pieces/${piece.key} is not in the queue`)
  const decision = piece.state === 'changes' ? 'request_changes' : piece.state === 'rejected' ? 'reject' : 'approve'
  const grounds = decision === 'approve' ? {} : { ...piece.grounds, evidence: evidenceOf(piece) }
  must(await decideReviewItem(ctx, editor, { ...grounds, id: item.id, lockVersion: item.lockVersion, decision }), piece.key)
}

/** Where the phrase that an editor names stands in the piece. */
function evidenceOf({ key, title, body, grounds }: SeedPiece): Evidence[] {
  const phrase = grounds?.evidence
  if (!phrase) return []
  const [inTitle, inBody] = [title.indexOf(phrase), body.indexOf(phrase)]
  if (inTitle < 0 && inBody < 0) throw new Error(`pieces/${key}: ${JSON.stringify(phrase)} does not stand in it`)
  const start = inBody >= 0 ? inBody : inTitle
  return [{ in: inBody >= 0 ? 'body' : 'title', start, end: start + phrase.length }]
}

async function takeDown(now: Ctx, piece: SeedPiece, editor: Actor, pieceId: string): Promise<void> {
  const { rule = '', reason = '' } = piece.grounds ?? {}
  must(await takeDownPiece(daysAgo(now, piece.ago - piece.after), editor, { pieceId, rule, reason }), piece.key)
}

/** A second version with a note for readers, through the same review. */
async function edit(now: Ctx, piece: SeedPiece, author: Actor, editor: Actor, known: Known, id: string): Promise<void> {
  const change = piece.edit
  if (!change) return
  const written = daysAgo(now, change.ago)
  const longer = { ...piece, body: `${piece.body}\n\n${change.words}` }
  const draft = { ...(await draftOf(written, longer, author, known)), editNote: change.note }
  must(await savePiece(written, author, { id, kind: piece.kind, draft }), piece.key)
  must(await submitPiece(daysAgo(now, change.ago, SUBMITTED), author, { id }), piece.key)
  await decide(now, piece, editor, id, change.ago)
}
