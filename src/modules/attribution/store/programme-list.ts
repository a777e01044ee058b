import type { PayloadRequest } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { Coupon } from '../../../payload-types.ts'
import { defaultProgrammeId } from './terms.ts'

/** Every programme with its name in the shop's first language, in the order of their ids. */
export async function listProgrammes(req: PayloadRequest): Promise<{ id: string; name: string }[]> {
  const { docs } = await req.payload.find({
    collection: 'programmes',
    locale: 'zh',
    sort: 'id',
    limit: 0,
    pagination: false,
    depth: 0,
    overrideAccess: true,
    select: { name: true },
    req,
  })
  return docs.map(({ id, name }) => ({ id, name: name ?? id }))
}

/** Under which programme each of these codes credits now: its own, or the default one where it has an owner and none of its own. */
export async function programmesOfCoupons(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<Coupon>({
    collection: 'coupons',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
    req,
  })
  const standard = docs.some(({ programme, creator }) => creator && !programme) ? await defaultProgrammeId(req) : null
  return new Map(
    docs.flatMap(({ id, programme, creator }) => {
      const own = programme ? idOf(programme) : creator ? standard : null
      return own ? [[id, own] as const] : []
    }),
  )
}
