import type { PayloadRequest } from 'payload'
import { newId } from '../../../lib/ids.ts'

export interface ProgrammeTerms {
  zh: string
  en: string
  rateBps: number
  windowDays: number
  holdDays: '0' | '7' | '14' | '15' | '30' | '60' | '90'
}

/** The programme that new links get, made with these terms when the shop has none. Answers whether it made one. */
export async function ensureDefaultProgramme(req: PayloadRequest, { zh, en, ...terms }: ProgrammeTerms): Promise<boolean> {
  const { docs } = await req.payload.find({
    collection: 'programmes',
    where: { isDefault: { equals: true } },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    req,
  })
  if (docs[0]) return false
  await insertProgramme(req, { zh, en, ...terms }, true)
  return true
}

/** The programme that the settings name for promoters, made with these terms when they name none. Answers whether it made one. */
export async function ensurePromoterProgramme(req: PayloadRequest, terms: ProgrammeTerms): Promise<boolean> {
  const settings = { slug: 'shop-settings', depth: 0, overrideAccess: true, req } as const
  if ((await req.payload.findGlobal(settings)).promoterProgramme) return false
  const promoterProgramme = await insertProgramme(req, terms, false)
  await req.payload.updateGlobal({ ...settings, data: { promoterProgramme } })
  return true
}

async function insertProgramme(req: PayloadRequest, { zh, en, ...terms }: ProgrammeTerms, isDefault: boolean): Promise<string> {
  const id = newId()
  const data = { id, name: zh, ...terms, model: 'last_touch' as const, status: 'active' as const, isDefault }
  await req.payload.create({ collection: 'programmes', locale: 'zh', data, depth: 0, overrideAccess: true, req })
  await req.payload.update({ collection: 'programmes', id, locale: 'en', data: { name: en }, depth: 0, overrideAccess: true, req })
  return id
}
