import { createHmac } from 'node:crypto'
import Stripe from 'stripe'
import { fail, ok } from '../../../../lib/result.ts'
import { type PaymentOrder, type PaymentProvider, type RefundOrder, type RefundOutcome, toleranceSeconds } from '../../index.ts'
import { toStripe } from './amounts.ts'
import { methodsFor, type StripeMethod } from './methods.ts'

import { type Asks, idOf, refundStateOf, sessionNotice, translate } from './translate.ts'

/** The version of Stripe's API that this code was written for; its webhook endpoint is to be made with the same. */
export const stripeApiVersion = '2026-10-28.endive'

export { namedMethods } from './methods.ts'

export interface StripeParts {
  /** `sk_…` or `rk_…`. */
  secretKey: string
  /** `whsec_…` of the endpoint `/webhooks/stripe`. */
  webhookSecret: string
  /** Ways to pay; null for those switched on in Stripe's dashboard. */
  methods: readonly StripeMethod[] | null
  /** Keys the hashes of cards and accounts. */
  instrumentKey: Buffer
  now(): Date
  /** Another address of Stripe's API, such as one for tests on this machine. */
  apiUrl?: string | undefined
  /** Told when something that a payment can do without could not be asked. */
  onTrouble?(error: unknown, what: string): void
}

/** Stripe by its own client: its hosted page (Checkout), refunds, disputes. */
export function stripeProvider(parts: StripeParts): PaymentProvider {
  const stripe = clientOf(parts)
  const asks = asksOf(stripe, parts)
  return {
    name: 'stripe',
    play: /^[sr]k_test_/.test(parts.secretKey),
    firstReference: (paymentId) => `stripe:${paymentId}`,
    openPayment: (order) => openSession(stripe, parts.methods, order),
    async readEvent(rawBody, headers, now) {
      const header = headers['stripe-signature']
      if (typeof header !== 'string') return fail('forbidden', 'Expected a header Stripe-Signature, once.')
      const event = verified(stripe, parts, rawBody, header, now)
      if (event === 'unsigned') return fail('forbidden', 'The signature does not belong to this body, or is too old.')
      if (!event) return fail('bad_request', 'Expected an event of Stripe as well-formed JSON.')
      return ok(await translate(event, asks))
    },
    async lookUp({ reference }) {
      if (!reference.startsWith('cs_')) return null
      const session = await stripe.checkout.sessions.retrieve(reference)
      const at = parts.now().toISOString()
      return sessionNotice(`lookup:${session.id}:${session.payment_status}:${session.status}`, session, at, false, asks)
    },
    async lookUpRefund(reference) {
      return outcomeOf(await stripe.refunds.retrieve(reference))
    },
    refund: (order) => refund(stripe, order),
  }
}

function clientOf({ secretKey, apiUrl }: StripeParts): Stripe {
  const to = apiUrl ? new URL(apiUrl) : null
  return new Stripe(secretKey, {
    apiVersion: stripeApiVersion,
    maxNetworkRetries: 2,
    timeout: 15_000,
    telemetry: false,
    ...(to ? { protocol: to.protocol === 'http:' ? 'http' : 'https', host: to.hostname, port: to.port || 443 } : {}),
  })
}

function asksOf(stripe: Stripe, { instrumentKey, onTrouble }: StripeParts): Asks {
  return {
    paymentOf: async (intent) => (await stripe.paymentIntents.retrieve(intent)).metadata.payment ?? null,
    // A payment does not wait for this: it is a hint against buying from oneself.
    async instrumentOf(intent) {
      try {
        const { latest_charge: charge } = await stripe.paymentIntents.retrieve(intent, { expand: ['latest_charge'] })
        const named = charge && typeof charge === 'object' ? fingerprintOf(charge.payment_method_details) : null
        return named ? createHmac('sha256', instrumentKey).update(named).digest('hex') : null
      } catch (error) {
        onTrouble?.(error, 'The instrument of a payment could not be read')
        return null
      }
    },
  }
}

/** How Stripe names a card or an account: the same one has the same fingerprint in all payments of this shop. */
function fingerprintOf(details: Stripe.Charge.PaymentMethodDetails | null): string | null {
  const { type } = details ?? {}
  const own = type ? (details as unknown as Record<string, unknown>)[type] : null
  const { fingerprint, buyer_id } = (own ?? {}) as { fingerprint?: unknown; buyer_id?: unknown }
  const name = typeof fingerprint === 'string' ? fingerprint : typeof buyer_id === 'string' ? buyer_id : null
  return name ? `${type}:${name}` : null
}

async function openSession(
  stripe: Stripe,
  methods: StripeParts['methods'],
  order: PaymentOrder,
): Promise<{ reference: string; url: string }> {
  const { paymentId, orderId, orderNumber, amount, currency, returnUrl, cancelUrl, locale, closesAt } = order
  const metadata = { payment: paymentId, order: orderId }
  const ways = methodsFor(methods, currency)
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: paymentId,
      metadata,
      payment_intent_data: { metadata, description: orderNumber },
      line_items: [
        {
          quantity: 1,
          price_data: { currency: currency.toLowerCase(), unit_amount: toStripe(amount, currency), product_data: { name: orderNumber } },
        },
      ],
      locale,
      success_url: returnUrl,
      cancel_url: cancelUrl,
      expires_at: Math.floor(closesAt.getTime() / 1000),
      ...(ways ? { payment_method_types: ways } : {}),
      ...(ways?.includes('wechat_pay') ? { payment_method_options: { wechat_pay: { client: 'web' as const } } } : {}),
    },
    // The same key with other parameters is refused by Stripe, so nothing here may depend on the moment.
    { idempotencyKey: `open:${paymentId}` },
  )
  if (!session.url) throw new Error(`Stripe's session ${session.id} has no page`)
  return { reference: session.id, url: session.url }
}

/** The session of an intent is known by its reference; an intent is what refunds are about. */
async function refund(stripe: Stripe, { reference, amount, currency, key }: RefundOrder): Promise<RefundOutcome> {
  const intent = reference.startsWith('cs_') ? idOf((await stripe.checkout.sessions.retrieve(reference)).payment_intent) : reference
  if (!intent) throw new Error(`Stripe's session ${reference} has no payment to give back`)
  // Stripe forgets idempotency keys after a day; a refund that is asked again later is found by our id on it.
  const { data } = await stripe.refunds.list({ payment_intent: intent, limit: 100 })
  const made = data.find(({ metadata }) => metadata?.refund === key)
  if (made) return outcomeOf(made)
  try {
    const wanted = { payment_intent: intent, amount: toStripe(amount, currency), metadata: { refund: key } }
    return outcomeOf(await stripe.refunds.create(wanted, { idempotencyKey: `refund:${key}` }))
  } catch (error) {
    // Refused for good: given back already, disputed, more than is there. All else is tried again.
    if (error instanceof Stripe.errors.StripeInvalidRequestError)
      return { state: 'failed', reference: `refused:${error.code ?? error.type}` }
    throw error
  }
}

const outcomeOf = (made: Stripe.Refund): RefundOutcome => ({ state: refundStateOf(made.status), reference: made.id })

function verified(
  stripe: Stripe,
  { webhookSecret }: StripeParts,
  body: Uint8Array,
  header: string,
  now: Date,
): Stripe.Event | 'unsigned' | null {
  try {
    const event = stripe.webhooks.constructEvent(Buffer.from(body), header, webhookSecret, toleranceSeconds, undefined, now.getTime())
    return event && typeof event === 'object' && typeof event.id === 'string' && event.data ? event : null
  } catch (error) {
    return error instanceof Stripe.errors.StripeSignatureVerificationError ? 'unsigned' : null
  }
}
