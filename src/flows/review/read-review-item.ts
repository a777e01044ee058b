import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findMedia } from '../../modules/media/store.ts'
import { holderOf } from '../../modules/moderation/index.ts'
import { findHistory, findNames, readReviewSettings } from '../../modules/moderation/store.ts'
import type { PieceKind, Restriction, PieceState as Stage } from '../../modules/publishing/index.ts'
import { readVersion } from '../../modules/publishing/store/pieces.ts'
import { countPublished, findState } from '../../modules/publishing/store/states.ts'
import type { PieceState, ReviewItem } from '../../payload-types.ts'
import { type MediaView, mediaView } from '../media/media-view.ts'
import { type ContentView, contentViews } from '../pieces/content-view.ts'
import { editorOf, type FoundItem, itemOf } from './editor.ts'

export interface HistoryLine {
  id: string
  at: string
  /** Name of the account; null for the system or an account that is gone. */
  by: string | null
  /** `submit`, `claim`, `approve`, `publish`, `request_changes`, `reject`, `take_down`, `restore`, `withdraw`, `edit` … */
  event: string
  from: string
  to: string
  rule: string | null
  reason: string | null
}

/** One item at the desk: what to decide on, what is public today, and what happened before. Times are ISO. */
export interface ReviewItemDetail {
  id: string
  pieceId: string
  kind: PieceKind
  /** `open`, or how it was decided. */
  itemState: ReviewItem['state']
  /** Send it back with the decision: another one means that something changed (MOD-05). */
  lockVersion: number
  /** The version under review. */
  version: string
  state: Stage
  restriction: Restriction
  isPublic: boolean
  submittedAt: string
  dueAt: string
  /** When the author wants it to become public (ISO); null for at once. */
  publishAt: string | null
  /** The author wrote on after submitting; that is not part of what is decided. */
  newerDraft: boolean
  author: { id: string; name: string; handle: string; avatar: MediaView | null; publishedCount: number; firstPiece: boolean }
  /** One's own piece: only others may decide. */
  isOwn: boolean
  now: ContentView
  published: ContentView | null
  claim: { by: 'me' | 'other' | 'nobody'; name: string | null; until: string | null }
  decision: { rule: string | null; reason: string | null; at: string; by: string | null } | null
  history: HistoryLine[]
}

const HISTORY = 100

/** Failures: `not_found`, `forbidden` for who is no editor. */
export async function readReviewItem(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<ReviewItemDetail>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const req = await ctx.req()
  const found = await itemOf(req, id)
  if (!found.ok) return found
  const state = await findState(req, found.value.row.piece)
  if (!state) throw new Error(`Review item ${id} belongs to a piece that does not exist`)
  const { now, published } = await versionsOf(ctx, req, state, found.value.row)
  const publishedCount = await countPublished(req, idOf(state.author))
  const people = await peopleOf(req, found.value, ctx.clock.now())
  return ok({
    ...itemFacts(found.value, state),
    author: await authorOf(req, found.value, publishedCount),
    isOwn: found.value.author?.userId === editor.value,
    now,
    published,
    claim: claimOf(found.value, editor.value, people.names, ctx.clock.now()),
    decision: decisionOf(found.value.row, people.names),
    history: people.history,
  })
}

const itemFacts = ({ row }: FoundItem, state: PieceState) => ({
  id: row.id,
  pieceId: state.id,
  kind: state.kind,
  itemState: row.state,
  lockVersion: row.lockVersion,
  version: row.version,
  state: state.state,
  restriction: state.restriction,
  isPublic: state.isPublic ?? false,
  submittedAt: row.submittedAt,
  dueAt: row.dueAt,
  publishAt: state.publishAt ?? null,
  newerDraft: row.state === 'open' && state.workingVersion !== row.version,
})

/** What is under review and what readers see, when that is another version. */
async function versionsOf(ctx: Ctx, req: PayloadRequest, state: PieceState, row: ReviewItem) {
  const submitted = await readVersion(req, state.kind, row.version)
  const shown = submitted ?? (state.workingVersion ? await readVersion(req, state.kind, state.workingVersion) : null)
  if (!shown) throw new Error(`Piece ${state.id} has lost its versions`)
  const open = state.publicVersion && state.publicVersion !== row.version ? await readVersion(req, state.kind, state.publicVersion) : null
  const { market } = await readReviewSettings(req)
  const [now, published] = await contentViews(ctx, req, state.id, open ? [shown, open] : [shown], market)
  if (!now) throw new Error('A version has no view')
  return { now, published: published ?? null }
}

async function authorOf(req: PayloadRequest, { author, row }: FoundItem, publishedCount: number): Promise<ReviewItemDetail['author']> {
  const avatar = author?.avatar ? await findMedia(req, author.avatar) : null
  return {
    id: idOf(row.author),
    name: author?.displayName ?? '',
    handle: author?.handle ?? '',
    avatar: avatar ? mediaView(avatar) : null,
    publishedCount,
    firstPiece: publishedCount === 0,
  }
}

async function peopleOf(req: PayloadRequest, { row, item }: FoundItem, now: Date) {
  const rows = await findHistory(req, row.piece, HISTORY)
  const ids = [...rows.map(({ actor }) => actor), holderOf(item, now), row.decidedBy ? idOf(row.decidedBy) : null].flatMap(
    (one) => one ?? [],
  )
  const names = await findNames(req, ids)
  const history = rows.map(
    ({ id, at, actor, event, from, to, rule, reason }): HistoryLine => ({
      id,
      at,
      by: names.get(actor ?? '') ?? null,
      event,
      from,
      to,
      rule: rule ?? null,
      reason: reason ?? null,
    }),
  )
  return { names, history }
}

function claimOf({ item }: FoundItem, editor: string, names: Map<string, string>, now: Date): ReviewItemDetail['claim'] {
  const holder = holderOf(item, now)
  if (!holder) return { by: 'nobody', name: null, until: null }
  return { by: holder === editor ? 'me' : 'other', name: names.get(holder) ?? null, until: item.claimedUntil?.toISOString() ?? null }
}

const decisionOf = (row: ReviewItem, names: Map<string, string>): ReviewItemDetail['decision'] =>
  row.decidedAt
    ? {
        rule: row.rule ?? null,
        reason: row.reason ?? null,
        at: row.decidedAt,
        by: row.decidedBy ? (names.get(idOf(row.decidedBy)) ?? null) : null,
      }
    : null
