import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { readCreators, readProducts } from '../../modules/discovery/store.ts'
import { findState, findStatesOf } from '../../modules/publishing/store/states.ts'
import { findPublicPieces, type PieceCursor, type PublicPieceQuery } from '../../modules/publishing/store.ts'
import { reviewMediaAround } from '../media/review-media.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { creatorDocuments, pieceDocuments, pieceVersion, productDocuments } from './documents.ts'

const PART = 200
const PIECES_OF_ONE_CREATOR = 10_000

/**
 * Makes search documents say what the database says now, or takes them out (job; runs at least once, in any order): the
 * one that is named, and the pieces that show it. What a document is made from is read here and not carried in the job,
 * so that an old job cannot bring back old words. Kept pages of searches are made anew: they were made of the index.
 */
export async function indexDocuments(ctx: Ctx, { kind, documentId }: { kind: string; documentId: string }): Promise<void> {
  const index = indexers[kind]
  if (!index) throw new Error(`There is no kind of search document "${kind}"`)
  await reviewMediaAround(ctx, { kind, id: documentId })
  await index(ctx, await ctx.req(), documentId)
  await ctx.tx('purge searches', (req) => purgePages(req, [tag.feed('search')]))
}

type Index = (ctx: Ctx, req: PayloadRequest, id: string) => Promise<void>

const indexers: Record<string, Index | undefined> = {
  async piece(ctx, req, id) {
    const state = await findState(req, id)
    const author = state ? idOf(state.author) : ''
    const creator = (await readCreators(req, author ? [author] : [])).get(author)
    const [document] = await pieceDocuments(req, await findPublicPieces(req, { ids: [id], limit: 1 }), ctx.clock.now())
    if (document) await ctx.search.upsert([document])
    else await ctx.search.remove([{ id, version: pieceVersion(state?.lockVersion ?? 0, creator) }])
  },
  async product(ctx, req, id) {
    const product = (await readProducts(req, [id])).get(id)
    const documents = product ? await productDocuments(req, [product], ctx.clock.now()) : []
    if (documents.length > 0) await ctx.search.upsert(documents)
    else await ctx.search.remove([{ id, version: product?.version ?? ctx.clock.now().getTime() }])
    await indexPieces(ctx, { product: id })
  },
  async creator(ctx, req, id) {
    const creator = (await readCreators(req, [id])).get(id)
    if (creator?.active) {
      await ctx.search.upsert(await creatorDocuments(req, [id]))
      return indexPieces(ctx, { author: id })
    }
    const pieces = await findStatesOf(req, id, PIECES_OF_ONE_CREATOR)
    const gone = pieces.map(({ id: piece, lockVersion }) => ({ id: piece, version: pieceVersion(lockVersion, creator) }))
    await ctx.search.remove([{ id, version: creator?.version ?? ctx.clock.now().getTime() }, ...gone])
  },
}

/** Makes the documents of public pieces anew, part by part: all of them, or those of a creator or with a product. */
export async function indexPieces(ctx: Ctx, query: Pick<PublicPieceQuery, 'author' | 'product'> = {}): Promise<void> {
  let before: PieceCursor | undefined
  do {
    const req = await ctx.req()
    const pieces = await findPublicPieces(req, { ...query, limit: PART, ...(before ? { before } : {}) })
    await ctx.search.upsert(await pieceDocuments(req, pieces, ctx.clock.now()))
    const last = pieces.at(-1)
    before = last && { publishedAt: last.publishedAt, id: last.id }
  } while (before)
}
