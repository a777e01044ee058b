import { z } from 'zod'

const externalId = z.string().regex(/^[\x21-\x7e]{1,100}$/, 'expected 1 to 100 visible ASCII characters')
const line = z.strictObject({
  line: externalId.describe('Your own name of the line'),
  title: z.string().max(200).optional(),
  paidAmount: z.int().describe('What was paid for the line after discounts, tax included, minor units'),
  taxAmount: z.int().default(0).describe('Tax inside it, minor units'),
})
const lines = z.array(line).min(1).max(100)

export const sale = z.strictObject({
  kind: z.literal('sale'),
  id: externalId.describe('Your id of the order'),
  soldAt: z.iso.datetime(),
  checkoutStartedAt: z.iso
    .datetime()
    .optional()
    .describe('When this buyer reached your checkout: a link that is followed later takes no credit from an earlier one'),
  currency: z.string().regex(/^[A-Z]{3}$/),
  clickId: z.uuid().optional().describe('The value of zc_click with which the buyer came'),
  couponCode: z.string().max(40).optional(),
  lines,
})

export const refund = z.strictObject({
  kind: z.literal('refund'),
  id: externalId.describe('Your id of the refund'),
  sale: externalId.describe('Your id of the order'),
  refundedAt: z.iso.datetime(),
  lines,
})

/** What another shop may tell us. Unknown members are refused: price, rate, creator and credit are never the sender's to say. */
export const conversionShape = z.discriminatedUnion('kind', [sale, refund])

export type SaleTold = z.infer<typeof sale>
export type RefundTold = z.infer<typeof refund>
export type Conversion = z.infer<typeof conversionShape>
