import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findMediaByIds } from '../../modules/media/store.ts'
import { holderOf, isOverdue } from '../../modules/moderation/index.ts'
import { findAuthors, findNames, findQueue, queueItemOf } from '../../modules/moderation/store.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { type PieceContent, readVersions } from '../../modules/publishing/store/pieces.ts'
import { countPublished, findStatesByIds } from '../../modules/publishing/store/states.ts'
import type { ReviewItem } from '../../payload-types.ts'
import { type MediaView, mediaView, refId } from '../media/media-view.ts'
import { editorOf } from './editor.ts'

/** One line of the editors' queue. Times are ISO. */
export interface QueueLine {
  id: string
  pieceId: string
  kind: PieceKind
  title: string
  picture: MediaView | null
  author: { id: string; name: string; handle: string; avatar: MediaView | null }
  /** Nothing of the author's is public yet. */
  firstPiece: boolean
  /** A public version stays public while this waits. */
  isEdit: boolean
  productCount: number
  submittedAt: string
  dueAt: string
  overdue: boolean
  /** Who has it open now. */
  claimedBy: { id: string; name: string } | null
}

export interface Queue {
  items: QueueLine[]
  total: number
  overdue: number
  page: number
  pages: number
}

/** What waits for editors: overdue before the rest, the oldest first. Failure `forbidden` for everybody else. */
export async function listQueue(
  ctx: Ctx,
  actor: Actor,
  { page = 1, perPage = 30 }: { page?: number; perPage?: number } = {},
): Promise<Result<Queue>> {
  const editor = editorOf(actor)
  if (!editor.ok) return editor
  const req = await ctx.req()
  const now = ctx.clock.now()
  const { items, total, overdue } = await findQueue(req, now, page, perPage)
  return ok({ items: await queueLines(req, items, now), total, overdue, page, pages: Math.max(1, Math.ceil(total / perPage)) })
}

/** Items with what the desk shows of each, in the order given. */
export async function queueLines(req: PayloadRequest, items: readonly ReviewItem[], now: Date): Promise<QueueLine[]> {
  const known = await lookUp(req, items, now)
  return items.map((row) => line(row, known, now))
}

type Known = Awaited<ReturnType<typeof lookUp>>

async function lookUp(req: PayloadRequest, items: readonly ReviewItem[], now: Date) {
  const contents = new Map<string, PieceContent>()
  for (const kind of ['posts', 'video-notes'] satisfies PieceKind[]) {
    const ofKind = items.filter(({ pieceKind }) => pieceKind === kind)
    const versions = await readVersions(
      req,
      kind,
      ofKind.map(({ version }) => version),
    )
    for (const { id, version } of ofKind) {
      const content = versions.get(version)
      if (content) contents.set(id, content)
    }
  }
  const authorIds = [...new Set(items.map(({ author }) => idOf(author)))]
  const authors = await findAuthors(req, authorIds)
  const published = new Map<string, number>()
  for (const id of authorIds) published.set(id, await countPublished(req, id))
  const states = await findStatesByIds(
    req,
    items.map(({ piece }) => piece),
  )
  const holders = items.flatMap((row) => holderOf(queueItemOf(row, null), now) ?? [])
  const media = await mediaOf(req, [...contents.values()], [...authors.values()])
  return {
    contents,
    authors,
    published,
    media,
    names: await findNames(req, holders),
    states: new Map(states.map((state) => [state.id, state])),
  }
}

async function mediaOf(req: PayloadRequest, contents: PieceContent[], authors: { avatar: string | null }[]) {
  const ids = [...contents.map(pictureOf), ...authors.map(({ avatar }) => avatar)].flatMap((id) => id ?? [])
  const rows = await findMediaByIds(req, ids)
  return new Map(rows.map((row) => [row.id, mediaView(row)]))
}

const pictureOf = ({ pictures, poster }: PieceContent): string | null => refId(pictures?.[0]?.media) ?? refId(poster)

function line(row: ReviewItem, known: Known, now: Date): QueueLine {
  const content = known.contents.get(row.id)
  const author = known.authors.get(idOf(row.author))
  const holder = holderOf(queueItemOf(row, null), now)
  return {
    id: row.id,
    pieceId: row.piece,
    kind: row.pieceKind,
    title: content?.title ?? '',
    picture: (content && known.media.get(pictureOf(content) ?? '')) ?? null,
    author: {
      id: idOf(row.author),
      name: author?.displayName ?? '',
      handle: author?.handle ?? '',
      avatar: known.media.get(author?.avatar ?? '') ?? null,
    },
    firstPiece: (known.published.get(idOf(row.author)) ?? 0) === 0,
    isEdit: Boolean(known.states.get(row.piece)?.publicVersion),
    productCount: new Set((content?.placements ?? []).map(({ product }) => idOf(product))).size,
    submittedAt: row.submittedAt,
    dueAt: row.dueAt,
    overdue: isOverdue(queueItemOf(row, null), now),
    claimedBy: holder ? { id: holder, name: known.names.get(holder) ?? '' } : null,
  }
}
