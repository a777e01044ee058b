import type { PayloadRequest } from 'payload'

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

/** Under which programme each of these codes credits. */
export async function programmesOfCoupons(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { docs } = await req.payload.db.find<{ id: string; programme?: string | { id: string } | null }>({
    collection: 'coupons',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(
    docs.flatMap(({ id, programme }) => (programme ? [[id, typeof programme === 'string' ? programme : programme.id] as const] : [])),
  )
}
