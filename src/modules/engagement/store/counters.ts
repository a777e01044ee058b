import type { PayloadRequest } from 'payload'

/** Counters by name; one that does not exist yet counts zero and is left out. */
export async function readCounters(req: PayloadRequest, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const { docs } = await req.payload.find({
    collection: 'counters',
    where: { key: { in: [...new Set(keys)] } },
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  return new Map(docs.map(({ key, value }) => [key, value]))
}
