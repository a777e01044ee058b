import type { PayloadRequest } from 'payload'
import type { DocumentKind } from '../../modules/discovery/index.ts'

/** Has the search document of this row made anew (or taken out) once the caller's transaction is committed. */
export async function queueIndex(req: PayloadRequest, kind: DocumentKind, documentId: string): Promise<void> {
  await req.payload.jobs.queue({ task: 'index-documents', input: { kind, documentId }, queue: 'index', req })
}
