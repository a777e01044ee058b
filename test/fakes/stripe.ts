import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { stripeApiVersion } from '../../src/modules/payments/providers/stripe/index.ts'

type Row = Record<string, unknown> & { id: string }
type Fields = Record<string, string>

/**
 * What of Stripe's API this shop uses, on this machine: answers in the shapes that its reference publishes for the pinned
 * version, with its idempotency (the same key answers again; with other parameters it is refused). No money and no clock.
 */
export interface StripeHouse {
  url: string
  /** Every request: method, path, fields, the version and the key that it came with. */
  asked: {
    method: string
    path: string
    fields: Fields
    version: string | undefined
    key: string | undefined
    idempotencyKey: string | undefined
  }[]
  sessions: Map<string, Row>
  intents: Map<string, Row>
  refunds: Map<string, Row>
  /** The next so many requests answer 500, or are cut off. */
  breakNext(times: number, how: 'error' | 'cut'): void
  /** Status of refunds made from now on. */
  refundsAre(status: 'succeeded' | 'pending' | 'failed'): void
  /** Paid on Stripe's page: the session and its intent are complete. Answers the event. */
  pay(session: string, paidBy?: { type: 'card' | 'alipay' | 'wechat_pay'; name: string }): Row
  /** Made in the dashboard: without our metadata. */
  refundInDashboard(session: string, amount: number): Row
  event(type: string, object: Row): Row
  signed(event: Row, at: Date, secret?: string): { body: Buffer; headers: Record<string, string> }
  close(): Promise<void>
}

export const stripeKeys = { STRIPE_SECRET_KEY: 'sk_test_loopback0000', STRIPE_WEBHOOK_SECRET: 'whsec_loopback_0000' }

let count = 0
const id = (prefix: string): string => `${prefix}_test_${String(++count).padStart(6, '0')}`
const created = 1_793_592_000

export async function openStripeHouse(): Promise<StripeHouse> {
  const asked: StripeHouse['asked'] = []
  const [sessions, intents, refunds] = [new Map<string, Row>(), new Map<string, Row>(), new Map<string, Row>()]
  const answered = new Map<string, { params: string; status: number; body: object }>()
  const broken = { times: 0, how: 'error' as 'error' | 'cut' }
  let refundStatus = 'succeeded'

  const answer = (method: string, path: string, fields: Fields): { status: number; body: object } => {
    const [, , noun, name] = path.split('/')
    if (method === 'POST' && path === '/v1/checkout/sessions') return { status: 200, body: newSession(fields) }
    if (method === 'GET' && noun === 'checkout') return found(sessions.get(path.split('/')[4] ?? ''))
    if (method === 'GET' && noun === 'payment_intents') return found(intents.get(name ?? ''), 'expand[0]' in fields)
    if (method === 'POST' && path === '/v1/refunds') return newRefund(fields)
    if (method === 'GET' && path === '/v1/refunds') {
      const data = [...refunds.values()].filter((one) => one.payment_intent === fields.payment_intent).reverse()
      return { status: 200, body: { object: 'list', url: '/v1/refunds', has_more: false, data } }
    }
    if (method === 'GET' && noun === 'refunds') return found(refunds.get(name ?? ''))
    return refused(404, 'resource_missing', `Unrecognized request URL (${method}: ${path})`)
  }
  const found = (row: Row | undefined, expand = false) => {
    if (!row) return refused(404, 'resource_missing', 'No such object')
    return { status: 200, body: expand ? row : { ...row, ...(row.latest_charge ? { latest_charge: (row.latest_charge as Row).id } : {}) } }
  }
  const newSession = (fields: Fields): Row => {
    const session = sessionShape(fields)
    sessions.set(session.id, session)
    return session
  }
  const newRefund = (fields: Fields) => {
    const intent = intents.get(fields.payment_intent ?? '')
    if (!intent) return refused(404, 'resource_missing', 'No such payment_intent')
    const gone = [...refunds.values()].reduce(
      (sum, one) => (one.payment_intent === intent.id && one.status !== 'failed' ? sum + Number(one.amount) : sum),
      0,
    )
    const amount = Number(fields.amount ?? Number(intent.amount) - gone)
    if (intent.disputed) return refused(400, 'charge_disputed', 'This charge has been charged back.')
    if (gone === intent.amount) return refused(400, 'charge_already_refunded', 'Charge has already been refunded.')
    if (gone + amount > Number(intent.amount)) return refused(400, 'amount_too_large', 'Refund amount is greater than unrefunded amount.')
    const refund = refundShape(intent, amount, refundStatus, metadataOf(fields, 'metadata'))
    refunds.set(refund.id, refund)
    return { status: 200, body: refund }
  }

  const server = createServer((req, res) => void serve(req, res))
  async function serve(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const url = new URL(req.url ?? '/', 'http://stripe.test')
    const text = Buffer.concat(chunks).toString()
    const fields = Object.fromEntries([...url.searchParams, ...new URLSearchParams(text)])
    const idempotencyKey = req.headers['idempotency-key'] as string | undefined
    const [, key] = /^Bearer (.+)$/.exec(req.headers.authorization ?? '') ?? []
    asked.push({
      method: req.method ?? '',
      path: url.pathname,
      fields,
      version: req.headers['stripe-version'] as string,
      key,
      idempotencyKey,
    })
    if (broken.times > 0) {
      broken.times -= 1
      if (broken.how === 'cut') return void req.socket.destroy()
      return send(res, refused(500, 'api_error', 'An unknown error occurred'))
    }
    if (key !== stripeKeys.STRIPE_SECRET_KEY) return send(res, refused(401, 'invalid_api_key', 'Invalid API Key provided'))
    const before = idempotencyKey ? answered.get(idempotencyKey) : undefined
    if (before && before.params !== text)
      return send(res, refused(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters'))
    const made = before ?? { params: text, ...answer(req.method ?? '', url.pathname, fields) }
    if (idempotencyKey && made.status < 500) answered.set(idempotencyKey, made)
    send(res, made)
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))

  const event = (type: string, object: Row): Row => ({
    id: id('evt'),
    object: 'event',
    api_version: stripeApiVersion,
    created,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
    data: { object },
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    sessions,
    intents,
    refunds,
    breakNext: (times, how) => Object.assign(broken, { times, how }),
    refundsAre: (status) => {
      refundStatus = status
    },
    pay(name, paidBy = { type: 'card', name: 'Xt5EWLLDS7FJjR1c' }) {
      const session = sessions.get(name)
      if (!session) throw new Error(`There is no session ${name}`)
      const intent = intentShape(session, paidBy)
      intents.set(intent.id, intent)
      Object.assign(session, { status: 'complete', payment_status: 'paid', payment_intent: intent.id, url: null })
      return event('checkout.session.completed', structuredClone(session))
    },
    refundInDashboard(name, amount) {
      const intent = intents.get(String(sessions.get(name)?.payment_intent))
      if (!intent) throw new Error(`Session ${name} was not paid`)
      const refund = refundShape(intent, amount, 'succeeded', {})
      refunds.set(refund.id, refund)
      return refund
    },
    event,
    signed(what, at, secret = stripeKeys.STRIPE_WEBHOOK_SECRET) {
      const payload = JSON.stringify(what, null, 2)
      const timestamp = Math.floor(at.getTime() / 1000)
      const header = new Stripe('sk_test_signs_only').webhooks.generateTestHeaderString({ payload, secret, timestamp })
      return { body: Buffer.from(payload), headers: { 'stripe-signature': header, 'content-type': 'application/json; charset=utf-8' } }
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function send(res: ServerResponse, { status, body }: { status: number; body: object }): void {
  res.writeHead(status, { 'content-type': 'application/json', 'request-id': id('req') }).end(JSON.stringify(body))
}

const refused = (status: number, code: string, message: string) => {
  const type = status === 500 ? 'api_error' : code === 'idempotency_error' ? 'idempotency_error' : 'invalid_request_error'
  return { status, body: { error: { type, code, message, doc_url: `https://stripe.com/docs/error-codes/${code}` } } }
}

const metadataOf = (fields: Fields, at: string): Fields =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => {
      const [, key] = name.startsWith(`${at}[`) ? (/\[(\w+)\]$/.exec(name) ?? []) : []
      return key ? [[key, value]] : []
    }),
  )

/** docs.stripe.com/api/checkout/sessions/object */
function sessionShape(fields: Fields): Row {
  const name = id('cs')
  const amount = Number(fields['line_items[0][price_data][unit_amount]']) * Number(fields['line_items[0][quantity]'])
  return {
    id: name,
    object: 'checkout.session',
    amount_subtotal: amount,
    amount_total: amount,
    cancel_url: fields.cancel_url,
    client_reference_id: fields.client_reference_id,
    created,
    currency: fields['line_items[0][price_data][currency]'],
    customer: null,
    customer_details: null,
    expires_at: Number(fields.expires_at),
    livemode: false,
    locale: fields.locale,
    metadata: metadataOf(fields, 'metadata'),
    mode: fields.mode,
    // For what only Stripe keeps: what the intent will carry.
    payment_intent_metadata: metadataOf(fields, 'payment_intent_data[metadata]'),
    payment_intent: null,
    payment_method_types: Object.entries(fields).flatMap(([key, value]) => (key.startsWith('payment_method_types[') ? [value] : [])),
    payment_status: 'unpaid',
    status: 'open',
    success_url: fields.success_url,
    ui_mode: 'hosted_page',
    url: `https://checkout.stripe.com/c/pay/${name}`,
  }
}

/** docs.stripe.com/api/payment_intents/object, with its latest charge expanded. */
function intentShape(session: Row, { type, name }: { type: string; name: string }): Row {
  const details =
    type === 'card' ? { brand: 'visa', last4: '4242', fingerprint: name } : type === 'alipay' ? { buyer_id: name } : { fingerprint: name }
  const intent = id('pi')
  return {
    id: intent,
    object: 'payment_intent',
    amount: session.amount_total,
    amount_received: session.amount_total,
    currency: session.currency,
    livemode: false,
    metadata: session.payment_intent_metadata,
    status: 'succeeded',
    latest_charge: {
      id: id('ch'),
      object: 'charge',
      amount: session.amount_total,
      paid: true,
      payment_intent: intent,
      payment_method_details: { type, [type]: details },
    },
  }
}

/** docs.stripe.com/api/refunds/object */
function refundShape(intent: Row, amount: number, status: string, metadata: Fields): Row {
  return {
    id: id('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: (intent.latest_charge as Row).id,
    created,
    currency: intent.currency,
    metadata,
    payment_intent: intent.id,
    reason: null,
    receipt_number: null,
    status,
    ...(status === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {}),
  }
}

/** docs.stripe.com/api/disputes/object */
export function disputeShape(intent: Row, status: string, amount = Number(intent.amount), name = id('du')): Row {
  return {
    id: name,
    object: 'dispute',
    amount,
    charge: (intent.latest_charge as Row).id,
    created,
    currency: intent.currency,
    evidence_details: { due_by: created + 600_000, has_evidence: false, past_due: false, submission_count: 0 },
    is_charge_refundable: status.startsWith('warning_'),
    livemode: false,
    metadata: {},
    payment_intent: intent.id,
    reason: 'fraudulent',
    status,
  }
}
