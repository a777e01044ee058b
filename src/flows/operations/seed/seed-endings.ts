import type { Ctx } from '../../../context.ts'
import type { Actor } from '../../../lib/actor.ts'
import { suspendProfile } from '../../../modules/accounts/store/profiles.ts'
import { findCreator } from '../../../modules/accounts/store.ts'
import { findVariantsBySku } from '../../../modules/catalogue/store/import.ts'
import { readLevel } from '../../../modules/operations/store.ts'
import { adjustStock } from '../../catalogue/adjust-stock.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import type { SeedProduct } from './read-product-sheet.ts'
import type { SeedPeople } from './seed-accounts.ts'
import type { SeedCreator, SeedSoldOut } from './world-files.ts'

/** Who was suspended, on that day: her page says so, and her pieces are gone. Doing it twice changes nothing. */
export async function seedSuspensions(now: Ctx, creators: readonly SeedCreator[], people: SeedPeople): Promise<void> {
  for (const { handle, suspendedDaysAgo: days } of creators) {
    if (days === undefined) continue
    const id = people.creators.get(handle)?.creatorId ?? ''
    const profile = await findCreator(await now.req(), { id: { equals: id } })
    if (profile?.status === 'active') await daysAgo(now, days).tx('seed suspension', (req) => suspendProfile(req, id))
  }
}

/** Takes what is left of some products off the shelf, with the reason in the stock's own log. Doing it twice changes nothing. */
export async function seedSoldOut(
  now: Ctx,
  finance: Actor,
  products: readonly SeedProduct[],
  soldOut: readonly SeedSoldOut[],
): Promise<void> {
  for (const { product, daysAgo: days, reason } of soldOut) {
    const skus = products.find(({ slug }) => slug === product)?.variants.map(({ sku }) => sku) ?? []
    if (skus.length === 0) throw new Error(`sold-out: there is no product ${product}`)
    for (const [sku, { id }] of await findVariantsBySku(await now.req(), skus)) {
      const left = (await readLevel(await now.req(), id))?.available ?? 0
      const move = { variantId: id, move: 'adjust' as const, quantity: -left, reason }
      if (left > 0) must(await adjustStock(daysAgo(now, days), finance, move, `seed-out-${sku}`), sku)
    }
  }
}
