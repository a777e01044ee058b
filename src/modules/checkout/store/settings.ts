import type { Payload, PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { ShippingRate, ShopSetting, TaxRate } from '../../../payload-types.ts'
import type { PricingTerms } from '../pricing.ts'
import { countriesOf } from '../shipping.ts'

/** What the shop's settings say about an order. Amounts in minor units, rates in basis points. */
export type OrderTerms = PricingTerms

/** Settings, ways of delivery (named in `locale`) and rates of tax, as they are now. */
export async function readTerms(req: PayloadRequest, locale: 'zh' | 'en' = 'zh'): Promise<OrderTerms> {
  const { currency, shippingFlat, freeShippingFrom, taxBps, taxMode } = await readSettings(req)
  const rates = { shippingRates: await readShippingRates(req, locale), taxRates: await taxRates(req) }
  return { currency, shippingFlat, freeShippingFrom, taxBps, taxMode, ...rates }
}

/** The row itself: Payload's own reading would run every field of the page of settings through its hooks, at each order. */
async function readSettings(req: PayloadRequest): Promise<ShopSetting> {
  const row = await req.payload.db.findGlobal<ShopSetting & Record<string, unknown>>({ slug: 'shop-settings', req })
  const complete = row && settingsNeeded.every((name) => row[name] !== undefined && row[name] !== null)
  if (complete) return row
  // Nobody has saved them yet: Payload knows the defaults, which stay as long as this process.
  const isSaved = row !== null && Object.keys(row).length > 0
  const known = isSaved ? undefined : defaults.get(req.payload)
  if (known) return known
  const settings = await req.payload.findGlobal({ slug: 'shop-settings', depth: 0, overrideAccess: true, req })
  if (!isSaved) defaults.set(req.payload, settings)
  return settings
}

const defaults = new WeakMap<Payload, ShopSetting>()

const settingsNeeded = ['currency', 'shippingFlat', 'freeShippingFrom', 'taxBps', 'taxMode', 'returnDays', 'confirmDays'] as const

/** The shop's own ways of delivery; none where the settings' one price is for all. */
export async function readShippingRates(
  req: PayloadRequest,
  locale: 'zh' | 'en' = 'zh',
): Promise<NonNullable<PricingTerms['shippingRates']>> {
  // Titles are localized, which only Payload's own reading resolves; most shops have no row, and asking for one is cheap.
  const where: Where = { status: { equals: 'active' } }
  const any = await req.payload.db.find({ collection: 'shipping-rates', where, select: { status: true }, limit: 1, pagination: false, req })
  if (any.docs.length === 0) return []
  const { docs } = await req.payload.find({
    collection: 'shipping-rates',
    where,
    limit: 100,
    pagination: false,
    depth: 0,
    locale,
    fallbackLocale: locale === 'zh' ? 'en' : 'zh',
    overrideAccess: true,
    req,
  })
  return docs.map((row: ShippingRate) => ({
    ...{ id: row.id, name: row.name, kind: row.kind, base: row.base },
    countries: countriesOf(row.countries),
    stepGrams: row.stepGrams ?? null,
    perStep: row.perStep ?? null,
    includedGrams: row.includedGrams ?? null,
    freeFrom: row.freeFrom ?? null,
    position: row.position ?? 0,
  }))
}

async function taxRates(req: PayloadRequest): Promise<PricingTerms['taxRates']> {
  const { docs } = await req.payload.db.find<TaxRate>({ collection: 'tax-rates', limit: 1000, pagination: false, req })
  return docs.map(({ country, region, category, bps, mode }) => ({
    ...{ country, bps, mode },
    region: region || null,
    category: category ? idOf(category) : null,
  }))
}

/** Days of what comes after a sale. */
export interface AfterSales {
  /** Return without a reason. */
  returnDays: number
  /** Received by itself after delivery. */
  confirmDays: number
}

export async function readAfterSales(req: PayloadRequest): Promise<AfterSales> {
  const { returnDays, confirmDays } = await readSettings(req)
  return { returnDays, confirmDays }
}
