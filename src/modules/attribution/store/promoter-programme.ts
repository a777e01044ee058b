import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'

export interface PromoterTerms {
  id: string
  rateBps: number
  windowDays: number
  holdDays: number
}

/** The programme of promoters as the settings name it; null while nobody can become one (empty, or the programme is closed). */
export async function findPromoterProgramme(req: PayloadRequest): Promise<PromoterTerms | null> {
  const settings = await req.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, req })
  if (!settings.promoterProgramme) return null
  const { docs } = await req.payload.find({
    collection: 'programmes',
    where: { and: [{ id: { equals: idOf(settings.promoterProgramme) } }, { status: { equals: 'active' } }] },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const programme = docs[0]
  return programme
    ? { id: programme.id, rateBps: programme.rateBps, windowDays: programme.windowDays, holdDays: Number(programme.holdDays) }
    : null
}
