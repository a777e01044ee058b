import type { CollectionAfterChangeHook, CollectionAfterDeleteHook, PayloadRequest } from 'payload'
import { idOf } from '../../src/lib/ids.ts'
import { pastOf } from '../../src/lib/past.ts'

type Kind = 'product' | 'creator'
type Row = { id: string; product?: string | { id: string } | null }

/** Which document a row is part of: a variant's price stands on its product. */
const documentOf = (row: Row): string => (row.product ? idOf(row.product) : row.id)

/** None of what is made up as past: whoever makes it builds the index once. */
const queue = async (req: PayloadRequest, kind: Kind, documentId: string) =>
  pastOf(req) ?? req.payload.jobs.queue({ task: 'index-documents', input: { kind, documentId }, queue: 'index', req })

/**
 * Whoever changes a product, a variant or a creator through whichever door, the search document follows: a job in the
 * same transaction, which exists exactly when the change does.
 */
export const queueIndexing =
  (kind: Kind): CollectionAfterChangeHook =>
  async ({ doc, req }) => {
    await queue(req, kind, documentOf(doc as Row))
    return doc
  }

export const queueRemoval =
  (kind: Kind): CollectionAfterDeleteHook =>
  async ({ doc, req }) => {
    await queue(req, kind, documentOf(doc as Row))
    return doc
  }
