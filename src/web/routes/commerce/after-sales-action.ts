import { redirect } from 'react-router'
import { approveRequest, declineRequest } from '../../../flows/orders/answer-request.ts'
import { askRefund } from '../../../flows/orders/ask-refund.ts'
import { cancelByShop } from '../../../flows/orders/cancel-by-shop.ts'
import { exchangePieces } from '../../../flows/orders/exchange-pieces.ts'
import { moveParcel } from '../../../flows/orders/move-parcel.ts'
import { receiveOrder } from '../../../flows/orders/receive-order.ts'
import { shipOrder } from '../../../flows/orders/ship-order.ts'
import { withdrawRequest } from '../../../flows/orders/withdraw-request.ts'
import { isId } from '../../../lib/ids.ts'
import type { Failure, Result } from '../../../lib/result.ts'
import { requestReasons } from '../../../modules/checkout/index.ts'
import {
  type AfterSalesAnswer,
  type AfterSalesIntent,
  afterSalesFields,
  afterSalesIntents,
  readRefundQuantities,
} from '../../../ui/commerce/index.ts'
import { failurePage } from '../../lib/answers.ts'
import type { Door } from './door.ts'
import { privateHeaders, privately } from './private.ts'

type Fields = Readonly<Record<string, string>>

interface Posted {
  door: Door
  orderId: string
  form: FormData
  fields: Fields
  /** New for every page that was made: what is sent twice is done once. */
  key: string
}

type Form = AfterSalesAnswer['form']
type Told = AfterSalesAnswer['error']

/** What a form asks a flow to do; a text is what is wrong with it before any flow is asked. */
type Work = (posted: Posted) => Promise<Result<unknown> | Told>

/** Typed by the union: an intent without its work does not compile. */
const works: Record<AfterSalesIntent, { form: Form; work: Work }> = {
  receive: { form: 'receive', work: ({ door, orderId }) => receiveOrder(door.ctx, door.visit, { orderId }) },
  ask: { form: 'ask', work: ask },
  withdraw: {
    form: 'withdraw',
    work: ({ door, orderId, fields }) =>
      withdrawRequest(door.ctx, door.visit, { orderId, requestId: fields[afterSalesFields.requestId] ?? '' }),
  },
  ship: { form: 'ship', work: ship },
  parcel: { form: 'parcel', work: parcel },
  answer: { form: 'answer', work: answer },
  exchange: { form: 'exchange', work: exchange },
  'shop-cancel': { form: 'cancel', work: cancel },
}

/** What the forms about parcels, receipt and requests post. What was typed is kept through every refusal. */
export async function afterSales(door: Door, orderId: string, form: FormData, fields: Fields) {
  const intent = fields[afterSalesFields.intent]
  const known = afterSalesIntents.find((one) => one === intent)
  if (!known) throw failurePage({ code: 'bad_request', message: 'Expected the intent of one of the forms of an order.' })
  const given = fields[afterSalesFields.idempotencyKey]
  const posted = { door, orderId, form, fields, key: isId(given) ? given : '' }
  const { form: name, work } = works[known]
  const done = await work(posted)
  if (typeof done === 'string') return again(name, done, fields, 422)
  if (done.ok) return redirect(door.to(`/orders/${orderId}`), { headers: privateHeaders() })
  if (done.failure.code === 'not_found' || done.failure.code === 'forbidden') throw failurePage(done.failure)
  return again(name, toldOf(done.failure), fields, 409)
}

const again = (form: Form, error: Told, fields: Fields, status: number) =>
  privately({ after: { form, error, values: { ...fields } } satisfies AfterSalesAnswer }, status)

/** A refusal of a flow in the words that the forms have for it. */
export function toldOf({ code, field, details }: Failure): Told {
  if (code === 'sold_out') return 'stock'
  if (code === 'invalid' && field === 'variantId') return 'goods'
  if (code === 'invalid' && (field === 'carrier' || field === 'tracking')) return 'parcel'
  if (code === 'state' && details?.state === 'exchanging') return 'waits'
  if (code === 'invalid' && field === 'requestId') return 'request'
  if (code === 'invalid' && (field === 'quantity' || field === 'fromVariantId')) return 'quantity'
  if (code === 'invalid' && (field === 'words' || field === 'answer')) return 'words'
  if (code === 'invalid' && field === 'reason') return 'reason'
  if (code === 'invalid' && field?.startsWith('lines')) return 'quantity'
  if (code === 'state' && field === 'reason') return 'late'
  return code === 'state' || code === 'conflict' || code === 'idempotency_mismatch' || code === 'stale' ? 'stale' : 'failed'
}

function unitsOf(form: FormData): { lineId: string; quantity: number }[] | Told {
  const lines = [...readRefundQuantities(form)].map(([lineId, quantity]) => ({ lineId, quantity }))
  if (lines.some(({ quantity }) => !Number.isSafeInteger(quantity))) return 'quantity'
  return lines.length === 0 ? 'nothing' : lines
}

async function ask({ door, orderId, form, fields, key }: Posted): Promise<Result<unknown> | Told> {
  const lines = unitsOf(form)
  if (typeof lines === 'string') return lines
  const reason = requestReasons.find((one) => one === fields[afterSalesFields.reason])
  if (!reason) return 'reason'
  if (!key) return 'failed'
  const pictures = form.getAll(afterSalesFields.picture).map(String)
  return askRefund(door.ctx, door.visit, { orderId, lines, reason, words: fields[afterSalesFields.words], pictures }, key)
}

async function ship({ door, orderId, form, fields, key }: Posted): Promise<Result<unknown> | Told> {
  const lines = unitsOf(form)
  if (typeof lines === 'string') return lines
  if (!key) return 'failed'
  const carrier = fields[afterSalesFields.carrier]?.slice(0, 60)
  const tracking = fields[afterSalesFields.tracking]?.slice(0, 80)
  return shipOrder(door.ctx, await door.visit.actor(), { orderId, lines, carrier, tracking }, key)
}

async function parcel({ door, fields }: Posted): Promise<Result<unknown> | Told> {
  const event = (['deliver', 'lose', 'cancel'] as const).find((one) => one === fields[afterSalesFields.what])
  if (!event) return 'failed'
  return moveParcel(door.ctx, await door.visit.actor(), { shipmentId: fields[afterSalesFields.shipmentId] ?? '', event })
}

async function answer({ door, fields, key }: Posted): Promise<Result<unknown> | Told> {
  if (!key) return 'failed'
  const actor = await door.visit.actor()
  const requestId = fields[afterSalesFields.requestId] ?? ''
  const words = fields[afterSalesFields.answer]?.trim() ?? ''
  if (fields[afterSalesFields.verdict] === 'decline') {
    return words ? declineRequest(door.ctx, actor, { requestId, answer: words }, key) : 'words'
  }
  if (fields[afterSalesFields.verdict] !== 'approve') return 'failed'
  const [restock, shipping] = [fields[afterSalesFields.restock] === '1', fields[afterSalesFields.shipping] === '1']
  return approveRequest(door.ctx, actor, { requestId, restock, shipping, answer: words }, key)
}

async function exchange({ door, orderId, fields, key }: Posted): Promise<Result<unknown> | Told> {
  const text = (name: string) => fields[name]?.trim() || undefined
  const quantity = Number(fields[afterSalesFields.quantity])
  if (!Number.isSafeInteger(quantity)) return 'quantity'
  // Goods that are named by their SKU come before the kind that is chosen.
  const sku = text(afterSalesFields.sku)?.slice(0, 80)
  const variantId = sku ? undefined : text(afterSalesFields.variantId)
  if (!sku && !variantId) return 'goods'
  if (!key) return 'failed'
  const input = {
    ...{ orderId, lineId: fields[afterSalesFields.lineId] ?? '', quantity, seen: Number(fields[afterSalesFields.seen]), variantId, sku },
    ...{ fromVariantId: text(afterSalesFields.fromVariantId), requestId: text(afterSalesFields.requestId) },
    ...{ carrier: text(afterSalesFields.carrier)?.slice(0, 60), tracking: text(afterSalesFields.tracking)?.slice(0, 80) },
    ...{ restock: fields[afterSalesFields.restock] === '1', answer: text(afterSalesFields.answer)?.slice(0, 1000) },
  }
  return exchangePieces(door.ctx, await door.visit.actor(), input, key)
}

async function cancel({ door, orderId, fields, key }: Posted): Promise<Result<unknown> | Told> {
  const reason = fields[afterSalesFields.reason]?.trim() ?? ''
  if (!reason) return 'reason'
  return key ? cancelByShop(door.ctx, await door.visit.actor(), { orderId, reason }, key) : 'failed'
}
