import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { sentState } from '../../modules/checkout/index.ts'
import { contactsOfOrders, findOrders } from '../../modules/checkout/store/order-reads.ts'
import type { OrderRow } from '../../modules/checkout/store/order-state.ts'
import { countOpenRequests, openRequestOrders, requestsOfOrders } from '../../modules/checkout/store/refund-requests.ts'
import { shipmentsOfOrders } from '../../modules/checkout/store/shipments.ts'
import { paymentsOfOrders, refundsOfOrders } from '../../modules/payments/store.ts'
import { sendingOfOrder } from './follow-sending.ts'
import { refundStateOf } from './order-money.ts'

/** One row of a list. Amounts in minor units, times as ISO strings. */
export interface OrderSummary {
  id: string
  number: string
  state: OrderRow['state']
  paymentFailed: boolean
  refundState: 'none' | 'partial' | 'full'
  placedAt: string
  total: number
  currency: string
  units: number
  /** Media ids, one for each line that has a picture. */
  pictures: string[]
  firstTitle: string
  test: boolean
  /** Whether a request of its buyer waits for an answer. */
  asked: boolean
  /** How much of it is sent. */
  sent: 'none' | 'partial' | 'all'
  /** Staff only: who bought. */
  buyer: { name: string; email: string } | null
}

export interface OrderPage {
  orders: OrderSummary[]
  /** Opaque; give it back to go on. Null at the end. */
  nextCursor: string | null
}

export interface ListAsk {
  cursor?: string | undefined
  /** 1 to 100; default 20. */
  limit?: number | undefined
}

/** The orders of an account, newest first. */
export async function listOrders(ctx: Ctx, actor: Actor, { cursor, limit = 20 }: ListAsk = {}): Promise<Result<OrderPage>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see your orders; a guest’s order opens by its own link.')
  return page(ctx, { user: actor.userId }, cursor, limit, false)
}

/** All orders, newest first, for finance and admin; of one state, those with a request that waits (`asked`), or one by its number or id. */
export async function listStaffOrders(
  ctx: Ctx,
  actor: Actor,
  ask: ListAsk & { state?: OrderRow['state'] | undefined; find?: string | undefined; asked?: boolean | undefined } = {},
): Promise<Result<OrderPage>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Orders of others are seen by the roles finance and admin.')
  const { cursor, limit = 20, state, find, asked } = ask
  const ids = asked ? await openRequestOrders(await ctx.req(), MOST_ASKED) : null
  if (ids?.length === 0) return ok({ orders: [], nextCursor: null })
  return page(ctx, { ...(state ? { state } : {}), ...(find ? { find: find.trim() } : {}), ...(ids ? { ids } : {}) }, cursor, limit, true)
}

/** Requests that are looked at together: the oldest. Nobody answers more at a time. */
const MOST_ASKED = 500

/** How many requests wait for an answer, for finance and admin; null for others. */
export async function countAsked(ctx: Ctx, actor: Actor): Promise<number | null> {
  return hasRole(actor, 'finance', 'admin') ? countOpenRequests(await ctx.req()) : null
}

type Which = { ids?: readonly string[]; user?: string; state?: OrderRow['state']; find?: string }

async function page(ctx: Ctx, which: Which, cursor: string | undefined, limit: number, staff: boolean): Promise<Result<OrderPage>> {
  const before = cursor === undefined ? null : readCursor(cursor)
  if (cursor !== undefined && !before) return fail('invalid', 'Expected a cursor that this list gave.', { field: 'cursor' })
  const size = Math.min(100, Math.max(1, Math.trunc(limit) || 20))
  const req = await ctx.req()
  const found = await findOrders(req, { ...which, ...(before ? { before } : {}), limit: size + 1 })
  const shown = found.slice(0, size)
  const last = shown.at(-1)
  return ok({ orders: await summaries(req, shown, staff), nextCursor: found.length > size && last ? cursorOf(last) : null })
}

async function summaries(req: PayloadRequest, orders: readonly OrderRow[], staff: boolean): Promise<OrderSummary[]> {
  const ids = orders.map(({ id }) => id)
  const payments = await paymentsOfOrders(req, ids)
  const refunds = await refundsOfOrders(req, ids)
  const requests = await requestsOfOrders(req, ids)
  const shipments = await shipmentsOfOrders(req, ids)
  const contacts = staff ? await contactsOfOrders(req, ids) : null
  return orders.map((order) => {
    const { id, number, state, placedAt, total, currency, lines } = order
    const open = payments.some((payment) => payment.order === id && payment.state === 'pending')
    return {
      ...{ id, number, state, placedAt, total, currency },
      paymentFailed: state === 'awaiting_payment' && !open,
      refundState: refundStateOf(order, ofOrder(refunds, id)),
      units: lines.reduce((sum, { quantity }) => sum + quantity, 0),
      pictures: lines.flatMap(({ picture }) => (picture ? [idOf(picture)] : [])),
      firstTitle: lines[0]?.title ?? '',
      test: Boolean(order.test),
      asked: requests.some((request) => request.order === id && request.state === 'asked'),
      sent: sentState(sendingOfOrder(order, ofOrder(shipments, id), ofOrder(refunds, id), { pending: true })),
      buyer: contacts?.get(id) ?? null,
    }
  })
}

const ofOrder = <T extends { order: string }>(rows: readonly T[], order: string): T[] => rows.filter((row) => row.order === order)

const cursorOf = ({ placedAt, id }: OrderRow): string => Buffer.from(`${new Date(placedAt).toISOString()} ${id}`).toString('base64url')

function readCursor(cursor: string): { placedAt: string; id: string } | null {
  const [, placedAt, id] =
    /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/.exec(Buffer.from(cursor.slice(0, 200), 'base64url').toString()) ?? []
  return placedAt && id && !Number.isNaN(Date.parse(placedAt)) ? { placedAt, id } : null
}
