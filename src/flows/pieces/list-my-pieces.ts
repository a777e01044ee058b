import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { ok, type Result } from '../../lib/result.ts'
import { findMediaByIds } from '../../modules/media/store.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { type PieceContent, readVersions } from '../../modules/publishing/store/pieces.ts'
import { findStatesOf } from '../../modules/publishing/store/states.ts'
import { figuresOf, type PieceFigures } from '../../modules/publishing/store/stats.ts'
import { type MediaView, mediaView, refId } from '../media/media-view.ts'
import { creatorOf } from './own-piece.ts'
import { stateView, type WorkingPiece } from './read-working-piece.ts'

/** One line of a creator's own list. Figures are null until the piece has been public. */
export interface MyPiece extends Omit<WorkingPiece, 'draft'> {
  title: string
  picture: MediaView | null
  figures: PieceFigures | null
}

/** More than a creator's list shows at once. */
const LIMIT = 500

/** A creator's own pieces, the last touched first, with what each brought. Those in the bin are not among them. */
export async function listMyPieces(ctx: Ctx, actor: Actor): Promise<Result<{ pieces: MyPiece[] }>> {
  const creator = creatorOf(actor)
  if (!creator.ok) return creator
  const req = await ctx.req()
  const states = await findStatesOf(req, creator.value.creatorId, LIMIT)
  const contents = new Map<string, PieceContent>()
  for (const kind of ['posts', 'video-notes'] satisfies PieceKind[]) {
    const ofKind = states.filter((state) => state.kind === kind)
    const alive = await ctx.payload.find({
      collection: kind,
      where: { author: { equals: creator.value.creatorId } },
      select: { author: true },
      limit: 0,
      pagination: false,
      depth: 0,
      overrideAccess: true,
      req,
    })
    const ids = new Set(alive.docs.map(({ id }) => id))
    const versions = await readVersions(
      req,
      kind,
      ofKind.flatMap(({ id, workingVersion }) => (ids.has(id) && workingVersion ? [workingVersion] : [])),
    )
    for (const { id, workingVersion } of ofKind) {
      const content = versions.get(workingVersion ?? '')
      if (content && ids.has(id)) contents.set(id, content)
    }
  }
  const pictures = await firstPictures(ctx, contents)
  const figures = await figuresOf(req, creator.value.creatorId)
  return ok({
    pieces: states.flatMap((state) => {
      const content = contents.get(state.id)
      if (!content) return []
      const none = { views: 0, clicks: 0, orders: 0, commission: 0 }
      return [
        {
          ...stateView(state),
          title: content.title ?? '',
          picture: pictures.get(state.id) ?? null,
          figures: state.publishedAt ? (figures.get(state.id) ?? none) : null,
        },
      ]
    }),
  })
}

/** First picture of a post, poster of a video note, by piece. */
async function firstPictures(ctx: Ctx, contents: Map<string, PieceContent>): Promise<Map<string, MediaView>> {
  const wanted = [...contents].flatMap(([piece, { pictures, poster, video }]): [string, string][] => {
    const id = refId(pictures?.[0]?.media) ?? refId(poster) ?? refId(video)
    return id ? [[piece, id]] : []
  })
  const req = await ctx.req()
  const rows = await findMediaByIds(
    req,
    wanted.map(([, id]) => id),
  )
  const posters = await findMediaByIds(
    req,
    rows.flatMap(({ poster }) => refId(poster) ?? []),
  )
  const byId = new Map([...rows, ...posters].map((row) => [row.id, row]))
  return new Map(
    wanted.flatMap(([piece, id]) => {
      const row = byId.get(id)
      return row ? [[piece, mediaView(row, byId.get(refId(row.poster) ?? '') ?? null)] as const] : []
    }),
  )
}
