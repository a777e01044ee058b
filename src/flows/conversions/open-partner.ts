import type { Ctx } from '../../context.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { openText } from '../../lib/sealed-box.ts'
import { findPartnerByKey, type PartnerRow } from '../../modules/conversions/store.ts'
import { checkSignature } from '../../modules/payments/index.ts'

/** How a request of another shop says who sends it. Header values as they came. */
export interface SignedRequest {
  keyId: string | undefined
  /** `t=<unix seconds>,v1=<hex of HMAC-SHA256 over "<t>.<body>">`. */
  signature: string | undefined
  rawBody: Uint8Array
}

/** The key that opens the secrets of the other shops. */
export const partnerKey = (ctx: Pick<Ctx, 'keyFor'>): Buffer => ctx.keyFor('sales-partners')

/**
 * The shop that signed this request. Fails with `forbidden` for an unknown key, one that was switched off, and a signature
 * that is wrong or more than five minutes old; it does not say which of the first three.
 */
export async function openPartner(ctx: Ctx, { keyId, signature, rawBody }: SignedRequest): Promise<Result<PartnerRow>> {
  const partner = keyId && /^[\w-]{8,64}$/.test(keyId) ? await findPartnerByKey(await ctx.req(), keyId) : null
  // An unknown key takes as long as a known one with a wrong signature.
  const secret = partner ? openText(partnerKey(ctx), partner.secretSealed, partner.id) : 'nobody'
  const checked = checkSignature(Buffer.from(secret), rawBody, signature, ctx.clock.now())
  if (partner?.status !== 'active')
    return fail(
      'forbidden',
      'Expected the key of a shop in Zhongcao-Key and its signature in Zhongcao-Signature; they do not belong together.',
    )
  return checked.ok ? ok(partner) : checked
}
