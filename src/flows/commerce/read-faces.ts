import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import type { OptionWord } from '../../modules/catalogue/index.ts'
import { findProductRows } from '../../modules/catalogue/store/shelf.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import type { Media } from '../../payload-types.ts'
import { type MediaView, mediaView } from '../media/media-view.ts'

/** A picture as pages show it. */
export type PictureFace = Pick<MediaView, 'id' | 'kind' | 'width' | 'height' | 'alt' | 'colours' | 'sources'>

export interface CreatorFace {
  handle: string
  name: string
  avatar: PictureFace | null
}

export interface PieceFace {
  kind: 'posts' | 'video-notes'
  title: string
}

/** How things that an order names by id look now. What is not public, or not there any more, is absent. */
export interface Faces {
  pictures: ReadonlyMap<string, PictureFace>
  creators: ReadonlyMap<string, CreatorFace>
  pieces: ReadonlyMap<string, PieceFace>
  /** Products on sale: slug and title in the reader's language. */
  products: ReadonlyMap<string, { slug: string; title: string }>
  /** How the options of products are shown, on sale or not. */
  optionWords: ReadonlyMap<string, readonly OptionWord[]>
}

export interface FacesAsk {
  locale: 'zh' | 'en'
  pictures?: readonly (string | null | undefined)[]
  creators?: readonly (string | null | undefined)[]
  pieces?: readonly (string | null | undefined)[]
  products?: readonly (string | null | undefined)[]
}

/** Looks up what pages of carts, orders and earnings show beside the amounts: at most one query for each kind of thing, two for pictures. */
export async function readFaces(ctx: Ctx, { locale, ...ask }: FacesAsk): Promise<Faces> {
  const req = await ctx.req()
  const creators = await findCreatorRows(req, known(ask.creators))
  const avatars = [...creators.values()].map(({ avatar }) => (avatar ? idOf(avatar) : null))
  const pictures = await readPictures(ctx, [...known(ask.pictures), ...known(avatars)])
  const pieceIds = known(ask.pieces)
  const pieces = pieceIds.length > 0 ? await findPublicPieces(req, { ids: pieceIds, limit: pieceIds.length }) : []
  const products = await findProductRows(req, { ids: known(ask.products) })
  return {
    pictures,
    creators: new Map(
      [...creators.values()].map(({ id, handle, displayName, avatar }) => [
        id,
        { handle, name: displayName, avatar: (avatar ? pictures.get(idOf(avatar)) : null) ?? null },
      ]),
    ),
    pieces: new Map(pieces.map(({ id, kind, piece }) => [id, { kind, title: piece.title ?? '' }])),
    optionWords: new Map(products.map(({ id, optionWords }) => [id, optionWords ?? []])),
    products: new Map(
      products
        .filter(({ status }) => status === 'active')
        .map(({ id, slug, title }) => [id, { slug, title: title[locale] || title.zh || title.en || slug }]),
    ),
  }
}

async function readPictures(ctx: Ctx, ids: readonly string[]): Promise<Map<string, PictureFace>> {
  const rows = await findMediaRows(await ctx.req(), [...new Set(ids)])
  return new Map(
    [...rows].filter(([, { state, kind }]) => state === 'ready' && kind === 'image').map(([id, row]) => [id, pictureFace(row)]),
  )
}

function pictureFace(row: Media): PictureFace {
  const { id, kind, width, height, alt, colours, sources } = mediaView(row)
  return { id, kind, width, height, alt, sources, ...(colours ? { colours } : {}) }
}

const known = (ids: readonly (string | null | undefined)[] = []): string[] => [...new Set(ids.filter((id) => id != null))]
