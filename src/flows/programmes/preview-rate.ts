import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { commissionBase, commissionOf } from '../../lib/commission.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { marginCap } from '../../modules/attribution/index.ts'
import { findCosts } from '../../modules/attribution/store/costs.ts'
import { findProgramme } from '../../modules/attribution/store/programme-rows.ts'
import { readMinMargin } from '../../modules/attribution/store/terms.ts'
import { taxInside } from '../../modules/checkout/index.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'

/** What a rate costs on one kind of goods. Amounts of one piece, minor units, without tax. */
export interface PreviewRow {
  productId: string
  title: { zh: string; en: string }
  sku: string
  price: number
  base: number
  cost: number
  commission: number
  /** What is left of the base after cost and commission. */
  left: number
  leftBps: number
  /** ATT-23: the rate that would be paid, when the guard cuts this one. */
  cutToBps: number | null
}

export interface RatePreview {
  rateBps: number
  minMarginBps: number
  currency: string
  /** Goods on sale whose cost is known, and those of which nothing can be said. */
  known: number
  unknown: number
  /** How many the guard would cut. */
  cut: number
  /** The least left first, at most 50. */
  rows: PreviewRow[]
}

/** ATT-23: what a rate (the programme's own unless one is given) would leave of every sale, before it is set. Reads only. */
export async function previewRate(
  ctx: Ctx,
  actor: Actor,
  asked: { programmeId: string; rateBps?: number | undefined; product?: string | undefined },
): Promise<Result<RatePreview>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Only finance and admins see what goods cost.')
  const req = await ctx.req()
  const programme = isId(asked.programmeId) ? await findProgramme(req, asked.programmeId) : null
  if (!programme) return fail('not_found', 'There is no such programme.')
  const rateBps = asked.rateBps ?? programme.rateBps
  const [minMarginBps, terms] = [await readMinMargin(req), await readTerms(req)]
  const goods = await findCosts(req, asked.product ?? null)
  const rows = goods.flatMap(({ cost, price, ...one }): PreviewRow[] => {
    if (cost === null) return []
    const base = commissionBase({ list: price, taxIncluded: taxInside(price, terms.taxBps) })
    const most = marginCap({ baseAmount: base, cost }, minMarginBps)!
    const paidBps = Math.min(rateBps, most)
    const commission = commissionOf(base, paidBps)
    const left = base - cost - commission
    const leftBps = base === 0 ? 0 : Math.round((left / base) * 10_000)
    return [{ ...one, price, base, cost, commission, left, leftBps, cutToBps: most < rateBps ? most : null }]
  })
  rows.sort((a, b) => a.leftBps - b.leftBps || (a.sku < b.sku ? -1 : 1))
  return ok({
    ...{ rateBps, minMarginBps, currency: terms.currency },
    known: rows.length,
    unknown: goods.length - rows.length,
    cut: rows.filter(({ cutToBps }) => cutToBps !== null).length,
    rows: rows.slice(0, 50),
  })
}
