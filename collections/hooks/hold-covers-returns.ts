import { type CollectionBeforeChangeHook, type GlobalBeforeChangeHook, ValidationError } from 'payload'
import { holdTooShort } from '../../src/modules/ledger/index.ts'

const sentence = (holdDays: number, returnDays: number): string =>
  `A commission of a hold of ${holdDays} days would be paid while buyers may still return without a reason for ${returnDays} days (ATT-27).`

/** ATT-27: a programme's hold ends no sooner than the right to return does. Closed programmes earn nothing new. */
export const holdCoversReturns: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { holdDays, status } = { ...originalDoc, ...data } as { holdDays?: string; status?: string }
  if (holdDays === undefined || status === 'closed') return data
  const { returnDays } = await req.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, req })
  if (holdTooShort(Number(holdDays), returnDays))
    throw new ValidationError({ collection: 'programmes', errors: [{ path: 'holdDays', message: sentence(Number(holdDays), returnDays) }] })
  return data
}

/** ATT-27: the right to return ends no later than the shortest hold of an active programme. */
export const returnsEndWithinHolds: GlobalBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const { returnDays } = { ...originalDoc, ...data } as { returnDays?: number }
  if (returnDays === undefined || returnDays === (originalDoc as { returnDays?: number } | undefined)?.returnDays) return data
  const { docs } = await req.payload.find({
    collection: 'programmes',
    where: { status: { equals: 'active' } },
    select: { holdDays: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  const short = docs.map(({ holdDays }) => Number(holdDays)).filter((holdDays) => holdTooShort(holdDays, returnDays))
  if (short.length > 0)
    throw new ValidationError({
      global: 'shop-settings',
      errors: [{ path: 'returnDays', message: sentence(Math.min(...short), returnDays) }],
    })
  return data
}
