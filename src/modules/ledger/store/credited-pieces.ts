import type { PayloadRequest, Where } from 'payload'

/** Which of these pieces were ever credited, by a sale that they brought or by a bonus for them. */
export async function creditedPieces(req: PayloadRequest, pieces: readonly string[]): Promise<Set<string>> {
  if (pieces.length === 0) return new Set()
  const piece: Where = { piece: { in: [...pieces] } }
  const sold = await piecesOf(req, 'ledger-entries', { and: [piece, { kind: { equals: 'accrue' } }] })
  const rewarded = await piecesOf(req, 'bonuses', { and: [piece, { state: { equals: 'granted' } }] })
  return new Set([...sold, ...rewarded])
}

async function piecesOf(req: PayloadRequest, collection: 'ledger-entries' | 'bonuses', where: Where): Promise<string[]> {
  const { values } = await req.payload.db.findDistinct({ collection, field: 'piece', where, req })
  return values.flatMap(({ piece }) => (typeof piece === 'string' ? [piece] : []))
}
