import { z } from 'zod'
import { providerNames } from '../../modules/payments/index.ts'

/** Schemas of the money endpoints: they validate, and the OpenAPI document is made from them. */
export const orderParams = z.strictObject({ id: z.string().min(1).max(64) })

/** A guest's key: the secret of the order's link or the token of a mail. */
export const keyQuery = z.strictObject({ key: z.string().max(200).optional() })

export const pageQuery = {
  cursor: z.string().max(200).optional().describe('What the page before gave as nextCursor'),
  limit: z.coerce.number().int().min(1).max(100).optional(),
}

const amount = z.int().describe('Minor units')
const at = z.string().describe('ISO 8601, UTC')
export const orderState = z.enum(['awaiting_payment', 'paid', 'fulfilled', 'completed', 'cancelled', 'expired'])
const refundStates = z.enum(['none', 'partial', 'full'])

export const orderPage = z.object({
  orders: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      state: orderState,
      paymentFailed: z.boolean(),
      refundState: refundStates,
      placedAt: at,
      total: amount,
      currency: z.string(),
      units: z.int(),
      pictures: z.array(z.string()),
      firstTitle: z.string(),
      test: z.boolean(),
      asked: z.boolean().describe('A request of its buyer waits for an answer'),
      sent: z.enum(['none', 'partial', 'all']),
      buyer: z.object({ name: z.string(), email: z.string() }).nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
})

export const orderAnswer = z
  .looseObject({
    id: z.string(),
    number: z.string(),
    reader: z.enum(['owner', 'guest', 'staff']),
    state: orderState,
    refundState: refundStates,
    placedAt: at,
    secondsLeft: z.int().nullable(),
    currency: z.string(),
    itemsTotal: amount,
    discountTotal: amount,
    shippingTotal: amount,
    taxTotal: amount,
    total: amount,
    refundedTotal: amount,
    sent: z.enum(['none', 'partial', 'all']),
    parcels: z.array(z.looseObject({ id: z.string(), state: z.enum(['shipped', 'delivered', 'lost', 'cancelled']) })),
    requests: z.array(z.looseObject({ id: z.string(), state: z.enum(['asked', 'approved', 'declined', 'withdrawn']), at })),
    exchanges: z.array(z.looseObject({ id: z.string(), lineId: z.string(), at, quantity: z.int(), difference: amount.nullable() })),
    exchangeOffers: z
      .array(z.looseObject({ lineId: z.string(), at, quantity: z.int(), amount, state: z.enum(['waits', 'over']), payBefore: at }))
      .describe('Exchanges for dearer goods whose difference is to be paid, or was not'),
    exchangeOf: z.looseObject({ orderId: z.string(), number: z.string() }).nullable().describe('Whose exchange this order pays for'),
    receivedAt: at.nullable(),
    receivedByItselfAt: at.nullable(),
    lines: z.array(z.looseObject({ id: z.string(), title: z.string(), quantity: z.int(), unitPrice: amount, paidAmount: amount })),
    refunds: z.array(z.looseObject({ id: z.string(), at, state: z.enum(['pending', 'settled', 'failed']), amount })),
  })
  .describe('Amounts in minor units of `currency`')

export const whyAnswer = z.looseObject({
  orderId: z.string(),
  orderNumber: z.string(),
  reader: z.enum(['buyer', 'creator', 'staff']),
  currency: z.string(),
  placedAt: at,
  lines: z.array(
    z.looseObject({
      lineId: z.string(),
      reason: z.string(),
      rule: z.string().nullable(),
      model: z.string().nullable(),
      windowSeconds: z.int().nullable(),
      touches: z.array(
        z.looseObject({ at, kind: z.string(), outcome: z.enum(['won', 'considered', 'refused', 'merged']), rule: z.string().nullable() }),
      ),
      net: amount.nullable(),
    }),
  ),
})

export const paymentAnswer = z.object({
  id: z.string(),
  provider: z.enum(providerNames),
  url: z.string().describe('Path without the language'),
})

export const paymentTrouble = z.object({
  id: z.string(),
  provider: z.string(),
  eventId: z.string(),
  type: z.string(),
  reference: z.string(),
  outcome: z.string(),
  at,
  orderId: z.string().nullable(),
  orderNumber: z.string().nullable(),
  isNew: z.boolean().describe('It came after somebody last said that all were seen'),
})

export const refundBody = z.strictObject({
  lines: z
    .array(z.strictObject({ lineId: z.string().max(64), quantity: z.int().min(1).max(10_000), restock: z.boolean().default(true) }))
    .max(50),
  shipping: z.boolean().optional().describe('Give back what is left of the shipping'),
  reason: z.string().trim().min(1).max(500),
})

export const refundAnswer = z.object({
  refundId: z.string(),
  state: z.enum(['pending', 'settled', 'failed']),
  amount,
  currency: z.string(),
})

export const earningsAnswer = z.looseObject({
  creatorId: z.string(),
  currency: z.string(),
  balance: amount,
  pending: amount,
  onHold: amount,
  payable: amount,
  owedBack: amount.describe('Zero or below: comes back from later earnings'),
  paid: amount,
  onItsWay: amount,
  dates: z.array(z.object({ day: z.string(), amount, expected: z.boolean(), lines: z.int() })),
  nextPayout: z
    .object({ day: z.string(), overdue: z.boolean() })
    .nullable()
    .describe('The day on which what is payable is paid; null while it does not reach `minPayout`'),
  minPayout: amount,
  opening: amount,
  closing: amount,
  rows: z.array(
    z.looseObject({
      id: z.string(),
      at,
      kind: z.enum(['earned', 'reversed', 'adjusted', 'clawed-back', 'paid-out', 'payout-returned']),
      amount,
      state: z.enum(['pending', 'on_hold', 'payable', 'paid', 'reversed']),
    }),
  ),
  nextBefore: z.int().nullable(),
})

export const booksAnswer = z.object({
  findings: z.array(z.object({ code: z.string(), subject: z.string(), message: z.string() })),
  figures: z.object({
    ...{ orders: z.int(), paidOrders: z.int(), entries: z.int(), seals: z.int(), payouts: z.int() },
    ...{ variants: z.int(), pieces: z.int() },
  }),
})

export const sandboxAnswer = z.object({
  id: z.string(),
  orderId: z.string(),
  orderNumber: z.string(),
  state: z.enum(['pending', 'settled', 'failed', 'cancelled']),
  amount,
  currency: z.string(),
  open: z.boolean(),
})
