import type { PayloadRequest } from 'payload'
import type { Conversion } from '../../../payload-types.ts'

/** Ids in one question: a statement has room for so many. */
const part = 500

/** Hold of each line in days, as it was frozen, by sale (ATT-27); null on lines from before holds. Ids that are no sales are absent. */
export async function holdsOfSales(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, ReadonlyMap<string, number | null>>> {
  const holds = new Map<string, ReadonlyMap<string, number | null>>()
  for (let from = 0; from < ids.length; from += part) {
    const { docs } = await req.payload.db.find<Conversion>({
      collection: 'conversions',
      where: { id: { in: ids.slice(from, from + part) } },
      select: { lines: { id: true, holdDays: true } } as never,
      limit: 0,
      pagination: false,
      req,
    })
    for (const { id, lines } of docs) holds.set(id, new Map((lines ?? []).map((line) => [String(line.id), line.holdDays ?? null])))
  }
  return holds
}
