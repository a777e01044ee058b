import type { Ctx } from '../../context.ts'
import { idsAfter, readProducts } from '../../modules/discovery/store.ts'
import { findPublicPieces, type PieceCursor } from '../../modules/publishing/store.ts'
import { creatorDocuments, pieceDocuments, productDocuments } from './documents.ts'

const PART = 200

/** Builds the whole index anew from the database, part by part (SR-18). Answers how many documents it has. */
export async function rebuildIndex(ctx: Ctx): Promise<number> {
  await ctx.search.clear()
  await rebuildPieces(ctx)
  await rebuildRows(ctx, 'products')
  await rebuildRows(ctx, 'creators')
  return (await ctx.search.stats()).documents
}

async function rebuildPieces(ctx: Ctx): Promise<void> {
  let before: PieceCursor | undefined
  do {
    const req = await ctx.req()
    const pieces = await findPublicPieces(req, { limit: PART, ...(before ? { before } : {}) })
    await ctx.search.upsert(await pieceDocuments(req, pieces))
    const last = pieces.at(-1)
    before = last && { publishedAt: last.publishedAt, id: last.id }
  } while (before)
}

async function rebuildRows(ctx: Ctx, collection: 'products' | 'creators'): Promise<void> {
  for (let after = ''; ; ) {
    const req = await ctx.req()
    const ids = await idsAfter(req, collection, after, PART)
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    await ctx.search.upsert(
      collection === 'products' ? productDocuments([...(await readProducts(req, ids)).values()]) : await creatorDocuments(req, ids),
    )
  }
}
