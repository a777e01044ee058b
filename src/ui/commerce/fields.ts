/**
 * Names of the form fields that these screens post. Every form is `method="post"` and works without script; `intent` tells the
 * route which form it was. Amounts, prices, states and owners are never posted: the server computes them (DESIGN.md, "Order").
 */

/** Cart, posted to `/:lang/cart`. Intents: `quantity`, `remove`, `restore`, `coupon`, `coupon-remove`. */
export const cartFields = {
  intent: 'intent',
  lineId: 'lineId',
  /** Wanted units, 1–99, as the whole new quantity and not as a step. */
  quantity: 'quantity',
  code: 'code',
} as const

export type CartIntent = 'quantity' | 'remove' | 'restore' | 'coupon' | 'coupon-remove'

/** Checkout, posted to `/:lang/checkout` with intent `place`. */
export const checkoutFields = {
  intent: 'intent',
  /** The value the page was made with: the same key gives the same order (ATT-32). */
  idempotencyKey: 'idempotencyKey',
  email: 'email',
  name: 'name',
  phone: 'phone',
  country: 'country',
  region: 'region',
  city: 'city',
  district: 'district',
  line1: 'line1',
  line2: 'line2',
  postcode: 'postcode',
  shipping: 'shipping',
  note: 'note',
  /** Fingerprint of the prices and quantities shown; the server refuses with `price_changed` when it computes another. */
  quote: 'quote',
  /** `1` when the buyer agreed to the changes shown. */
  acceptChanges: 'acceptChanges',
  /** Present when only the address form of another country is asked for: render again with what was entered, place nothing. */
  showCountry: 'showCountry',
  /** `1` when a member wants the address kept in the address book. */
  keepAddress: 'keepAddress',
} as const

export type CheckoutField = Exclude<keyof typeof checkoutFields, 'intent' | 'idempotencyKey' | 'quote' | 'showCountry' | 'keepAddress'>

/** The sandbox's page, posted to itself. Intents: `outcome`, `cancel` (back to the order; it stays payable). */
export const payFields = { intent: 'intent', outcome: 'outcome' } as const

export const sandboxOutcomes = ['succeed', 'fail', 'delay', 'duplicate', 'disorder', 'dispute', 'no-return'] as const
export type SandboxOutcome = (typeof sandboxOutcomes)[number]

/** Order page, posted to `/:lang/orders/:id`. Intents: `retry` opens a new payment of the same order, `cancel` takes an unpaid one back. */
export const orderFields = { intent: 'intent', token: 'token' } as const

export type OrderIntent = 'retry' | 'cancel'

/** The staff's refund form, posted to `/:lang/orders/:id`. Intent: `refund`. */
export const refundFields = {
  intent: 'intent',
  idempotencyKey: 'idempotencyKey',
  /** Units by line: `quantity.<order line id>`. */
  quantity: (lineId: string): string => `quantity.${lineId}`,
  shipping: 'shipping',
  restock: 'restock',
  reason: 'reason',
  /** Refunds already seen by the page: the server answers `stale` when there are more by now. */
  seen: 'seen',
} as const

export const refundReasons = ['buyer_return', 'damaged', 'not_received', 'wrong_item', 'price_adjust', 'recall', 'other'] as const
export type RefundReason = (typeof refundReasons)[number]

const quantityPrefix = 'quantity.'

/** Reads the units by line of a posted refund form. Empty and zero are left out; what is not a whole number is kept as NaN for the flow to refuse. */
export function readRefundQuantities(form: Iterable<[string, FormDataEntryValue]>): Map<string, number> {
  const units = new Map<string, number>()
  for (const [name, value] of form) {
    if (!name.startsWith(quantityPrefix)) continue
    const text = String(value).trim()
    const quantity = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN
    if (text !== '' && quantity !== 0) units.set(name.slice(quantityPrefix.length), quantity)
  }
  return units
}
