import type { Ctx } from '../../context.ts'
import type { Json } from '../../lib/json.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import type { Conversion, RefundTold, SaleTold } from '../../modules/conversions/index.ts'
import { type ConversionRow, conversionKey, findConversion, type PartnerRow } from '../../modules/conversions/store.ts'
import { onceOnly } from '../orders/once-only.ts'
import { openPartner, type SignedRequest } from './open-partner.ts'
import { writeRefund } from './write-refund.ts'
import { writeSale } from './write-sale.ts'

/** What was made of it. Amounts in minor units; of a refund, what it took back (signed, below zero). */
export type ConversionAnswer = {
  id: string
  kind: 'sale' | 'refund'
  externalId: string
  /** Whether somebody is credited: who, the other shop does not learn. */
  credited: boolean
  commission: number
  currency: string
}

/** How far the other shop's clock may be ahead, and how long after a sale it may be told, ms. */
const ahead = 5 * 60_000
const latest = 90 * 86_400_000

/**
 * A sale or a refund that another shop tells of. Signed with its secret; told again with the same contents it answers the same
 * and changes nothing, with other contents it is refused (ATT-32). Credit is decided here from the touches of the click that
 * brought the buyer and from the code, never from what the shop says. Fails with `forbidden` (signature), `invalid` (amounts,
 * times, currency, more refunded than sold), `not_found` (refund of a sale that was not told), `idempotency_mismatch`.
 */
export async function recordConversion(ctx: Ctx, signed: SignedRequest, told: Conversion): Promise<Result<ConversionAnswer>> {
  const opened = await openPartner(ctx, signed)
  if (!opened.ok) return opened
  const partner = opened.value
  const fault = faultOf(told, ctx.clock.now())
  if (fault) return fault
  await ctx.touches.drain()
  const key = conversionKey(partner.id, told.kind, told.id)
  return onceOnly<ConversionAnswer>(
    ctx,
    { label: 'record conversion', key: `conversion:${key}`, request: JSON.parse(JSON.stringify(told)) as Json },
    async (req) => {
      // The kept answer's term is over, the conversion stays for ever.
      if (await findConversion(req, key))
        return fail('conflict', `This ${told.kind} was told before, too long ago to be compared.`, { field: 'id' })
      const { currency } = await readTerms(req)
      const written = told.kind === 'sale' ? await sale(ctx, req, partner, told, currency) : await writeRefund(ctx, req, partner, told)
      return written.ok ? ok(answerOf(written.value)) : written
    },
  )
}

async function sale(
  ctx: Ctx,
  req: Parameters<typeof writeSale>[1],
  partner: PartnerRow,
  told: SaleTold,
  currency: string,
): Promise<Result<ConversionRow>> {
  if (told.currency !== currency)
    return fail('invalid', `Expected amounts in the currency of this shop, ${currency}, got ${told.currency}`, { field: 'currency' })
  return writeSale(ctx, req, partner, told)
}

function faultOf(told: SaleTold | RefundTold, now: Date): Result<never> | null {
  const [field, text] = told.kind === 'sale' ? (['soldAt', told.soldAt] as const) : (['refundedAt', told.refundedAt] as const)
  const at = Date.parse(text)
  if (at > now.getTime() + ahead) return fail('invalid', `Expected a moment that is not in the future, got ${text}`, { field })
  if (told.kind === 'sale' && at < now.getTime() - latest)
    return fail('invalid', `Expected a sale of the last 90 days, got ${text}`, { field })
  if (told.kind === 'sale' && told.checkoutStartedAt && Date.parse(told.checkoutStartedAt) > at)
    return fail('invalid', `Expected a checkout that began before the sale, got ${told.checkoutStartedAt}`, { field: 'checkoutStartedAt' })
  return null
}

const answerOf = ({ id, kind, externalId, commission, currency, creator }: ConversionRow): ConversionAnswer => ({
  ...{ id, kind, externalId, commission, currency },
  credited: creator !== null && commission !== 0,
})
