import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { SearchDocument } from '../../modules/discovery/index.ts'
import { readProducts } from '../../modules/discovery/store.ts'
import { findState } from '../../modules/publishing/store/states.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { creatorDocuments, pieceDocuments, productDocuments } from './documents.ts'

/**
 * Makes one search document say what the database says now, or takes it out (job; runs at least once, in any order).
 * What a document is made from is read here and not carried in the job, so that an old job cannot bring back old words.
 */
export async function indexDocuments(ctx: Ctx, { kind, documentId }: { kind: string; documentId: string }): Promise<void> {
  const read = readers[kind]
  if (!read) throw new Error(`There is no kind of search document "${kind}"`)
  const { document, version } = await read(await ctx.req(), documentId, ctx.clock.now())
  if (document) await ctx.search.upsert([document])
  else await ctx.search.remove([{ id: documentId, version }])
}

/** A document, or at which version there is none. */
type Read = (req: PayloadRequest, id: string, now: Date) => Promise<{ document: SearchDocument | undefined; version: number }>

const readers: Record<string, Read | undefined> = {
  piece: async (req, id) => {
    const state = await findState(req, id)
    const [document] = await pieceDocuments(req, await findPublicPieces(req, { ids: [id], limit: 1 }))
    return { document, version: state?.lockVersion ?? 0 }
  },
  product: async (req, id, now) => {
    const product = (await readProducts(req, [id])).get(id)
    const [document] = product ? productDocuments([product]) : []
    return { document, version: product?.version ?? now.getTime() }
  },
  creator: async (req, id, now) => {
    const [document] = await creatorDocuments(req, [id])
    return { document, version: now.getTime() }
  },
}
