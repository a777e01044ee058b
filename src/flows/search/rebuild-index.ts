import type { Ctx } from '../../context.ts'
import { idsAfter, readProducts } from '../../modules/discovery/store.ts'
import { creatorDocuments, productDocuments } from './documents.ts'
import { indexPieces } from './index-documents.ts'

const PART = 200

/** Builds the whole index anew from the database, part by part (SR-18). Answers how many documents it has. */
export async function rebuildIndex(ctx: Ctx): Promise<number> {
  await ctx.search.clear()
  await indexPieces(ctx)
  await rebuildRows(ctx, 'products')
  await rebuildRows(ctx, 'creators')
  return (await ctx.search.stats()).documents
}

async function rebuildRows(ctx: Ctx, collection: 'products' | 'creators'): Promise<void> {
  for (let after = ''; ; ) {
    const req = await ctx.req()
    const ids = await idsAfter(req, collection, after, PART)
    const last = ids.at(-1)
    if (last === undefined) return
    after = last
    await ctx.search.upsert(
      collection === 'products'
        ? await productDocuments(req, [...(await readProducts(req, ids)).values()], ctx.clock.now())
        : await creatorDocuments(req, ids),
    )
  }
}
