import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { creditedPieces } from '../../modules/ledger/store/credited-pieces.ts'
import { findMediaByIds } from '../../modules/media/store.ts'
import { type DisclosureLabel, labelsOf } from '../../modules/publishing/index.ts'
import { programmeOfNewLinks } from '../../modules/publishing/store/links.ts'
import type { PieceContent } from '../../modules/publishing/store/pieces.ts'
import { findProducts, type LinkableProduct } from '../../modules/publishing/store/products.ts'
import type { Media } from '../../payload-types.ts'
import { type MediaView, mediaView, refId } from '../media/media-view.ts'
import { type Earned, earnedBy } from '../programmes/code-earnings.ts'
import { bearsCommission, type EarningRow, findEarningRows } from '../programmes/earning-rows.ts'

/** A product as editors of either kind see it. */
export interface ProductView {
  id: string
  slug: string
  title: { zh: string; en: string }
  picture: MediaView | null
  /** Minor units; null when nothing of it is for sale. */
  price: { amount: number; currency: string } | null
  stock: number
  state: 'available' | 'sold_out' | 'withdrawn'
  /** Basis points that its link may earn (or would); null when none by any source. */
  commissionBps: number | null
  /** A code of the author's earns on it, so that readers are told also where its link earns nothing (DIS-3). */
  codeEarns: boolean
}

export interface PlacementView {
  id: string
  number: number
  kind: 'text' | 'hotspot' | 'moment'
  product: ProductView
  picture: number | null
  x: number | null
  y: number | null
  from: number | null
  to: number | null
}

/** A version of a piece with everything that it names looked up. */
export interface ContentView {
  title: string
  body: string
  language: 'zh' | 'en'
  translationOf: string | null
  topics: string[]
  pictures: { media: MediaView; alt: string }[]
  video: MediaView | null
  poster: MediaView | null
  captions: string | null
  placements: PlacementView[]
  disclosure: PieceContent['disclosure']
  aiMade: boolean
  /** Why it is not, though a file of it says so (DIS-5). */
  aiDenial: string | null
  editNote: string | null
  /** What readers are told, as the law and the links make it (DIS-1 … DIS-5). */
  labels: DisclosureLabel[]
  /** The piece was credited once: the label of commission stays, whatever it earns by now (DIS-3, DIS-6). */
  credited: boolean
}

/** Looks up what several versions of a piece name, with few queries. In the order given. */
export async function contentViews(
  ctx: Ctx,
  req: PayloadRequest,
  piece: string,
  contents: readonly PieceContent[],
  market: 'cn' | 'other',
): Promise<ContentView[]> {
  const places = contents.flatMap(({ placements }) => placements ?? [])
  const products = await findProducts(
    req,
    places.map(({ product }) => idOf(product)),
  )
  const media = await mediaOf(ctx, req, contents, products.values())
  const links = await findEarningRows(
    req,
    places.flatMap(({ link }) => (link ? idOf(link) : [])),
    ctx.clock.now(),
  )
  const credited = (await creditedPieces(req, [piece])).has(piece)
  return contents.map((content) => viewOf(content, { products, media, links, credited, market }))
}

/** Products as the picker offers them to a creator: with what a new link of hers to them would earn. */
export async function productViews(
  ctx: Ctx,
  req: PayloadRequest,
  products: readonly LinkableProduct[],
  creator: string,
): Promise<ProductView[]> {
  const media = await mediaOf(ctx, req, [], products)
  const programme = await programmeOfNewLinks(req, creator)
  const links = products.map(({ id }) => ({ id: null, creator, product: id, programme }))
  const earned = await earnedBy(req, links, ctx.clock.now())
  return products.map((product, index) => productView(product, media, earned[index]))
}

interface Known {
  products: Map<string, LinkableProduct>
  media: Map<string, MediaView>
  links: Map<string, EarningRow>
  credited: boolean
  market: 'cn' | 'other'
}

function viewOf(content: PieceContent, known: Known): ContentView {
  const places = content.placements ?? []
  const media = (one: string | Media | null | undefined) => known.media.get(refId(one) ?? '') ?? null
  const rowOf = (link: (typeof places)[number]['link']) => (link ? known.links.get(idOf(link)) : undefined)
  return {
    title: content.title ?? '',
    body: content.body ?? '',
    language: content.language,
    translationOf: content.translationOf ?? null,
    topics: (content.topics ?? []).map(idOf),
    pictures: (content.pictures ?? []).flatMap(({ media: one, alt }) => {
      const view = media(one)
      return view ? [{ media: { ...view, alt: alt ?? '' }, alt: alt ?? '' }] : []
    }),
    video: media(content.video),
    poster: media(content.poster),
    captions: content.captions ?? null,
    placements: places.flatMap(({ id, number, kind, product, link, picture, x, y, from, to }) => {
      const one = known.products.get(idOf(product))
      if (!one) return []
      const where = { picture: picture ?? null, x: x ?? null, y: y ?? null, from: from ?? null, to: to ?? null }
      return [{ id: id ?? '', number, kind, product: productView(one, known.media, rowOf(link)), ...where }]
    }),
    disclosure: content.disclosure,
    aiMade: content.aiMade ?? false,
    aiDenial: content.aiDenial ?? null,
    editNote: content.editNote ?? null,
    labels: labelsOf({
      declared: [content.disclosure],
      buyable: places.length > 0,
      bearsCommission: known.credited || places.some(({ link }) => bearsCommission(rowOf(link))),
      aiMade: content.aiMade ?? false,
      aiDenied: Boolean(content.aiDenial),
      market: known.market,
    }),
    credited: known.credited,
  }
}

function productView(product: LinkableProduct, media: Map<string, MediaView>, earned: Earned | undefined): ProductView {
  const { id, slug, title, picture, price, stock, status } = product
  const state = status !== 'active' || !price ? 'withdrawn' : stock > 0 ? 'available' : 'sold_out'
  const earns = { commissionBps: earned?.rateBps || null, codeEarns: earned?.codeEarns ?? false }
  return { id, slug, title, picture: picture ? (media.get(picture) ?? null) : null, price, stock, state, ...earns }
}

async function mediaOf(
  ctx: Ctx,
  req: PayloadRequest,
  contents: readonly PieceContent[],
  products: Iterable<LinkableProduct>,
): Promise<Map<string, MediaView>> {
  const ids = contents.flatMap(({ pictures, video, poster }) => [
    ...(pictures ?? []).map(({ media }) => refId(media)),
    refId(video),
    refId(poster),
  ])
  for (const { picture } of products) ids.push(picture)
  const rows = await findMediaByIds(
    req,
    ids.flatMap((id) => id ?? []),
  )
  const posters = new Map(
    (
      await findMediaByIds(
        req,
        rows.flatMap(({ poster }) => refId(poster) ?? []),
      )
    ).map((row) => [row.id, row]),
  )
  return new Map(rows.map((row) => [row.id, mediaView(row, posters.get(refId(row.poster) ?? '') ?? null, ctx.media.progressOf(row.id))]))
}
