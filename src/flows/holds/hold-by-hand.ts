import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import { ordersOfNumber } from '../../modules/checkout/store/hinted-orders.ts'
import { salesOfNumber } from '../../modules/conversions/store/sales.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { numberElsewhere } from '../conversions/sale-names.ts'
import { onceOnly } from '../orders/once-only.ts'
import { holdCommission } from './hold-commission.ts'

/** What staff type: whose commissions, of which order, and why. */
export interface HoldByHand {
  handle: string
  /** Of an order of ours, or what another shop calls its sale. Empty: everything that she has outstanding, also what is still to come. */
  orderNumber: string
  note: string
}

/**
 * Staff (finance, admin) hold back what a creator earned with one order, or all that she has outstanding, by what they can read: her
 * handle and the order's number. All lines of it that credited her are held, or none. Fails with `forbidden`, `invalid`, and
 * `not_found` with the field that names nothing.
 */
export async function holdByHand(
  ctx: Ctx,
  actor: Actor,
  input: HoldByHand,
  idempotencyKey: string,
): Promise<Result<{ holdIds: string[] }>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Commissions are held by the roles finance and admin.')
  const { userId } = actor
  const handle = input.handle.trim().replace(/^@/, '').toLowerCase()
  const orderNumber = input.orderNumber.trim()
  const note = input.note.trim()
  if (note.length < 1 || note.length > 500)
    return fail('invalid', `Expected a note of 1 to 500 characters, got ${note.length}`, { field: 'note' })
  const once = { label: 'hold by hand', key: `hold-hand:${userId}:${idempotencyKey}`, request: { handle, orderNumber, note } }
  return onceOnly<{ holdIds: string[] }>(ctx, once, async (req) => {
    const creator = handle ? await findCreator(req, { handle: { equals: handle } }) : null
    if (!creator) return fail('not_found', 'There is no creator with this handle.', { field: 'handle' })
    const lines = orderNumber === '' ? ok([null]) : await creditedLines(req, orderNumber, creator.id)
    if (!lines.ok) return lines
    const holdIds: string[] = []
    for (const orderLine of lines.value) {
      const ask = { key: `staff:${newId()}`, creator: creator.id, orderLine, reason: 'staff' as const, note, actor: userId }
      holdIds.push(await holdCommission(req, ask, ctx.clock.now()))
    }
    return ok({ holdIds })
  })
}

async function creditedLines(req: PayloadRequest, number: string, creator: string): Promise<Result<string[]>> {
  const orders = [...(await ordersOfNumber(req, number)), ...(await salesOfNumber(req, numberElsewhere(number)))]
  if (orders.length === 0) return fail('not_found', 'There is no order with this number.', { field: 'orderNumber' })
  const entries = await entriesOfLines(
    req,
    orders.flatMap(({ lines }) => lines.map(({ id }) => String(id))),
  )
  const own = new Set(entries.flatMap((entry) => (entry.creator === creator && entry.orderLine ? [entry.orderLine] : [])))
  return own.size > 0 ? ok([...own]) : fail('not_found', 'She earned nothing with this order.', { field: 'orderNumber' })
}
