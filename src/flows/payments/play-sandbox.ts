import type { Ctx } from '../../context.ts'
import { isId, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import type { ProviderEvent } from '../../modules/payments/index.ts'
import { findPayment, type PaymentRow } from '../../modules/payments/store.ts'
import { openOrder } from '../orders/order-access.ts'
import { receiveWebhook } from './receive-webhook.ts'

/** The buttons of the sandbox's page. */
export const sandboxChoices = ['succeed', 'fail', 'delay', 'duplicate', 'disorder', 'dispute'] as const
export type SandboxChoice = (typeof sandboxChoices)[number]

/** How long a delayed notice takes. */
export const sandboxDelaySeconds = 20

export interface SandboxPayment {
  id: string
  orderId: string
  orderNumber: string
  state: PaymentRow['state']
  /** Minor units. */
  amount: number
  currency: string
  /** Whether the order still waits for this payment. */
  open: boolean
}

interface Ask {
  paymentId: string
  /** Of the guest's link. */
  secret?: string | undefined
}

/** What the sandbox's page shows. Fails with `not_found` for whoever may not see the order, where the sandbox is off, and for payments of others. */
export async function readSandboxPayment(ctx: Ctx, visit: Visit, { paymentId, secret }: Ask): Promise<Result<SandboxPayment>> {
  const payment = ctx.sandbox.enabled && isId(paymentId) ? await findPayment(await ctx.req(), paymentId) : null
  const opened = payment?.provider === 'sandbox' ? await openOrder(ctx, visit, { orderId: payment.order, secret }) : null
  if (!payment || !opened?.ok) return fail('not_found', 'There is no such payment, or it is not yours to see.')
  const { order } = opened.value
  const { id, state, amount, currency } = payment
  return ok({
    id,
    state,
    amount,
    currency,
    orderId: order.id,
    orderNumber: order.number,
    open: state === 'pending' && order.state === 'awaiting_payment',
  })
}

/**
 * Does what the sandbox's customer chose: signed notices go to our own webhook, by the same code as over HTTP; after 20
 * seconds by a job (`delay`), twice at the same moment (`duplicate`), a failure before and after the success (`disorder`),
 * or followed by a question of the customer's bank (`dispute`). Answers how the payment stands now.
 */
export async function playSandbox(
  ctx: Ctx,
  visit: Visit,
  { choice, ...ask }: Ask & { choice: SandboxChoice },
): Promise<Result<SandboxPayment>> {
  const payment = await readSandboxPayment(ctx, visit, ask)
  if (!payment.ok) return payment
  if (!payment.value.open)
    return fail('state', `Expected an open payment, this one is ${payment.value.state}`, { details: { state: payment.value.state } })
  if (choice === 'delay') await deliverLater(ctx, ask.paymentId, newId())
  else for (const events of scripts[choice]) await deliverAtOnce(ctx, ask.paymentId, events)
  return readSandboxPayment(ctx, visit, ask)
}

type SandboxEvent = 'payment.settled' | 'payment.failed' | 'dispute.opened'

/** Events by step: those of one step come at the same moment, equal ones are one event that is sent again. */
const scripts: Record<Exclude<SandboxChoice, 'delay'>, SandboxEvent[][]> = {
  succeed: [['payment.settled']],
  fail: [['payment.failed']],
  duplicate: [['payment.settled', 'payment.settled']],
  disorder: [['payment.failed'], ['payment.settled'], ['payment.failed']],
  dispute: [['payment.settled'], ['dispute.opened']],
}

async function deliverAtOnce(ctx: Ctx, payment: string, events: readonly SandboxEvent[]): Promise<void> {
  const eventId = newId()
  await Promise.all(events.map((event) => deliverSandboxEvent(ctx, { payment, event, eventId })))
}

async function deliverLater(ctx: Ctx, payment: string, eventId: string): Promise<void> {
  const waitUntil = new Date(ctx.clock.now().getTime() + sandboxDelaySeconds * 1000)
  const input = { payment, event: 'payment.settled', eventId }
  await ctx.tx('delay sandbox event', async (req) => {
    await req.payload.jobs.queue({ task: 'deliver-sandbox-event', input, queue: 'default', waitUntil, req })
  })
}

interface Delivery {
  payment: string
  event: SandboxEvent
  eventId: string
}

/** Sends one notice as the provider would. Also the work of a `deliver-sandbox-event` job; the event's id makes a repeat harmless. Throws when it was not taken. */
export async function deliverSandboxEvent(ctx: Ctx, { payment: id, event: type, eventId }: Delivery): Promise<void> {
  const payment = await findPayment(await ctx.req(), id)
  if (!payment) throw new Error(`There is no payment ${id}`)
  const at = ctx.clock.now()
  const { reference, amount, currency } = payment
  const notice = { id: eventId, reference, amount, currency, at: at.toISOString() }
  const event: ProviderEvent =
    type === 'dispute.opened' ? { ...notice, type, dispute: `sbxd_${id}`, reason: 'fraudulent' } : { ...notice, type }
  const { body, headers } = ctx.payments.sandbox.signEvent(event, at)
  const result = await receiveWebhook(ctx, 'sandbox', body, headers)
  if (!result.ok) throw new Error(`The sandbox’s notice was refused: ${result.failure.message}`)
}
