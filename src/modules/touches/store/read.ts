import type { PayloadRequest, Where } from 'payload'
import type { Touch } from '../../../payload-types.ts'

/** Ids in one question: a statement has room for so many. */
const part = 400

/** Of recorded touches, by id: where they came from and under which programme. Ids that are none are absent. */
export async function touchSources(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, Pick<Touch, 'kind' | 'programme' | 'channel' | 'campaign' | 'referrerHost'>>> {
  const found = new Map<string, Touch>()
  for (let from = 0; from < ids.length; from += part) {
    const { docs } = await req.payload.db.find<Touch>({
      collection: 'touches',
      where: { id: { in: ids.slice(from, from + part) } },
      select: { kind: true, programme: true, channel: true, campaign: true, referrerHost: true },
      limit: 0,
      pagination: false,
      req,
    })
    for (const touch of docs) found.set(touch.id, touch)
  }
  return found
}

/** How many clicks a creator's links brought since a moment. */
export async function countClicks(req: PayloadRequest, creator: string, since: Date): Promise<number> {
  const where: Where = {
    and: [
      { creator: { equals: creator } },
      { kind: { in: ['click', 'scan'] } },
      { repeatOf: { exists: false } },
      { at: { greater_than_equal: since.toISOString() } },
    ],
  }
  return (await req.payload.db.count({ collection: 'touches', where, req })).totalDocs
}
