import { z } from 'zod'
import { requestReasons } from '../../modules/checkout/index.ts'
import { orderState } from './money-shapes.ts'

/** Schemas of what comes after an order is paid: parcels, receipt, requests. They validate, and the OpenAPI document is made from them. */
const amount = z.int().describe('Minor units')
const pieces = z.array(z.strictObject({ lineId: z.string().max(64), quantity: z.int().min(1).max(10_000) })).max(50)
const secret = z.string().max(200).optional().describe('A guest’s key; else the cookie or the account opens the order')

export const idParams = z.strictObject({ id: z.uuid() })

export const shipBody = z.strictObject({
  lines: pieces.default([]).describe('Empty: everything that is left'),
  carrier: z.string().trim().max(60).optional(),
  tracking: z.string().trim().max(80).optional(),
})
export const shippedAnswer = z.object({ shipmentId: z.string(), orderState })

export const parcelParams = z.strictObject({ id: z.uuid(), what: z.enum(['deliver', 'lose', 'cancel']) })
export const parcelBody = z.strictObject({ reason: z.string().trim().max(500).optional() })
export const parcelAnswer = z.object({ shipmentState: z.enum(['shipped', 'delivered', 'lost', 'cancelled']), orderState })

export const secretBody = z.strictObject({ secret })
export const receivedAnswer = z.object({ state: z.literal('completed'), receivedAt: z.string().describe('ISO 8601, UTC') })

export const cancelBody = z.strictObject({ reason: z.string().trim().min(1).max(500) })
export const cancelledAnswer = z.object({
  state: orderState,
  refund: z
    .object({ refundId: z.string(), state: z.enum(['pending', 'settled', 'failed']), amount, currency: z.string() })
    .nullable()
    .describe('Null for an order that was not paid'),
})

export const askBody = z.strictObject({
  lines: pieces.min(1),
  reason: z.enum(requestReasons),
  words: z.string().max(1000).optional(),
  pictures: z.array(z.string().max(80)).max(6).optional().describe('What `POST /v1/orders/:id/pictures` answered as `ref`'),
  secret,
})
export const askedAnswer = z.object({ requestId: z.string(), expectedAmount: amount, currency: z.string() })
export const withdrawnAnswer = z.object({ state: z.literal('withdrawn') })

export const approveBody = z.strictObject({
  restock: z.boolean().default(true).describe('The goods are back, or never left, and can be sold again'),
  shipping: z.boolean().default(false).describe('Give back what is left of the shipping'),
  answer: z.string().trim().max(1000).optional(),
})
export const declineBody = z.strictObject({ answer: z.string().trim().min(1).max(1000) })
export const declinedAnswer = z.object({ state: z.literal('declined') })

export const exchangeBody = z.strictObject({
  lineId: z.string().max(64),
  quantity: z.int().min(1).max(10_000),
  seen: z.int().min(0).max(10_000).describe('How many exchanges of this line you know of; when there are more, the answer is `stale`'),
  variantId: z.string().max(64).optional().describe('What goes out; or by `sku`'),
  sku: z.string().trim().max(80).optional(),
  fromVariantId: z.string().max(64).optional().describe('What comes back, where the buyer has several kinds of this line'),
  restock: z.boolean().default(false).describe('What came back can be sold again'),
  carrier: z.string().trim().max(60).optional().describe('Not for dearer goods: they leave by the order that pays for them'),
  tracking: z.string().trim().max(80).optional(),
  requestId: z.uuid().optional().describe('The buyer’s request that this answers: for just these pieces'),
  answer: z.string().trim().max(1000).optional(),
})
export const exchangedAnswer = z.object({
  exchangeId: z.string().nullable().describe('Null while the buyer has to pay a difference'),
  refund: z
    .object({ refundId: z.string(), state: z.enum(['pending', 'settled', 'failed']), amount, currency: z.string() })
    .nullable()
    .describe('Of what the new goods are worth less; null when they are worth no less'),
  offer: z
    .object({ orderId: z.string(), number: z.string(), amount, currency: z.string(), payBefore: z.iso.datetime() })
    .nullable()
    .describe('The order that the buyer pays, when the new goods are worth more: they are kept until then, and sent when it is paid'),
})
