import type { PayloadRequest } from 'payload'
import { pastOf } from '../../lib/past.ts'
import type { DocumentKind } from '../../modules/discovery/index.ts'

/**
 * Has the search document of this row made anew (or taken out) once the caller's transaction is committed. What is made up
 * as past waits for the index to be built once, when all of it is there.
 */
export async function queueIndex(req: PayloadRequest, kind: DocumentKind, documentId: string): Promise<void> {
  if (pastOf(req)) return
  await req.payload.jobs.queue({ task: 'index-documents', input: { kind, documentId }, queue: 'index', req })
}
