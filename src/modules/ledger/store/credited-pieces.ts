import type { PayloadRequest } from 'payload'

/** Which of these pieces were ever credited with a commission. */
export async function creditedPieces(req: PayloadRequest, pieces: readonly string[]): Promise<Set<string>> {
  if (pieces.length === 0) return new Set()
  const { values } = await req.payload.db.findDistinct({
    collection: 'ledger-entries',
    field: 'piece',
    where: { and: [{ piece: { in: [...pieces] } }, { kind: { equals: 'accrue' } }] },
    req,
  })
  return new Set(values.flatMap(({ piece }) => (typeof piece === 'string' ? [piece] : [])))
}
