import { redirect } from 'react-router'
import { type RefundRead, readOrder } from '../../../flows/orders/read-order.ts'
import { refundLines } from '../../../flows/payments/refund-lines.ts'
import { isId } from '../../../lib/ids.ts'
import type { Failure } from '../../../lib/result.ts'
import { type RefundPanelProps, readRefundQuantities, refundFields, refundReasons } from '../../../ui/commerce/index.ts'
import type { Door } from './door.ts'
import { privateHeaders, privately } from './private.ts'

export type RefundErrors = NonNullable<RefundPanelProps['errors']>

type Fields = Readonly<Record<string, string>>

/** What is wrong with the form before any flow is asked; null when it can be sent. */
export function refundFormErrors(quantities: ReadonlyMap<string, number>, fields: Fields): RefundErrors | null {
  const bad = [...quantities].filter(([, quantity]) => !Number.isSafeInteger(quantity) || quantity < 0)
  const errors: RefundErrors = {}
  if (bad.length > 0) errors.quantities = Object.fromEntries(bad.map(([id]) => [id, true as const]))
  if (!refundReasons.some((reason) => reason === fields[refundFields.reason])) errors.reason = true
  if (quantities.size === 0 && fields[refundFields.shipping] !== '1') errors.nothing = true
  return Object.keys(errors).length > 0 ? errors : null
}

/** A refusal of the flow as the form shows it. */
export function refundErrorsOf({ code, field, details }: Failure, lineIds: readonly string[]): RefundErrors {
  const line = lineIds[Number(/^lines\.(\d+)\./.exec(field ?? '')?.[1] ?? Number.NaN)]
  if (code === 'invalid' && line !== undefined) return { quantities: { [line]: true } }
  if (code === 'invalid' && field === 'reason') return { reason: true }
  if (code === 'state' && details?.state === 'exchanging') return { waits: true }
  return code === 'state' || code === 'idempotency_mismatch' ? { stale: true } : { failed: true }
}

/** Gives money back by line (finance, admin). What was entered is kept through every error. */
export async function refund({ ctx, visit, to }: Door, orderId: string, form: FormData, fields: Fields) {
  const quantities = readRefundQuantities(form)
  const again = (errors: RefundErrors, status = 422) => privately({ refund: { errors, values: { ...fields } } }, status)
  const wrong = refundFormErrors(quantities, fields)
  if (wrong) return again(wrong)
  const key = fields[refundFields.idempotencyKey]
  if (!isId(key)) return again({ failed: true })
  const actor = await visit.actor()
  const order = await readOrder(ctx, visit, { orderId })
  const unseen = order.ok ? order.value.refunds.slice(Number(fields[refundFields.seen]) || 0) : []
  if (isSentTwice(unseen, quantities, actor.userId)) return redirect(to(`/orders/${orderId}`), { headers: privateHeaders() })
  if (unseen.length > 0) return again({ stale: true }, 409)
  const restock = fields[refundFields.restock] === '1'
  const lines = [...quantities].map(([lineId, quantity]) => ({ lineId, quantity, restock }))
  const input = { orderId, lines, shipping: fields[refundFields.shipping] === '1', reason: fields[refundFields.reason] ?? '' }
  const done = await refundLines(ctx, actor, input, key)
  if (!done.ok) return again(refundErrorsOf(done.failure, [...quantities.keys()]), 409)
  return redirect(to(`/orders/${orderId}`), { headers: privateHeaders() })
}

/** A form that was sent twice finds its own refund: that is no change by somebody else. */
function isSentTwice(unseen: readonly RefundRead[], quantities: ReadonlyMap<string, number>, userId: string | null): boolean {
  const [only, ...others] = unseen
  if (!only || others.length > 0 || only.actor === null || only.actor !== userId) return false
  return only.lines.length === quantities.size && only.lines.every(({ lineId, quantity }) => quantities.get(lineId) === quantity)
}
