import type { CartNow } from '../../../src/flows/carts/read-cart.ts'
import type { CartLineNow } from '../../../src/flows/carts/value-cart.ts'
import type { Faces } from '../../../src/flows/commerce/read-faces.ts'
import type { OrderLineRead, OrderRead } from '../../../src/flows/orders/read-order.ts'
import type { WhyRead } from '../../../src/flows/orders/read-why.ts'
import type { WhyLineRead, WhyTouchRead } from '../../../src/flows/orders/why-view.ts'

/** What the flows answer, whole and plain, for the tests of the pages' views. */
const picture = { id: 'm1', kind: 'image' as const, width: 800, height: 800, alt: '', sources: [] }

export const faces: Faces = {
  pictures: new Map([['m1', picture]]),
  creators: new Map([['c1', { handle: 'ahe', name: '阿禾', avatar: null }]]),
  pieces: new Map([['p1', { kind: 'posts', title: '零下五度露营' }]]),
  products: new Map([['g1', { slug: 'tent', title: '帐篷' }]]),
  optionWords: new Map([['g1', [{ word: '日落黄', shown: { zh: '日落黄', en: 'Sunset' }, colour: '#D9932B' }]]]),
}

export const cartLine = (more: Partial<CartLineNow> = {}): CartLineNow => ({
  id: 'l1',
  variantId: 'v1',
  productId: 'g1',
  slug: 'tent',
  title: '帐篷',
  sku: 'T-1',
  options: '日落黄',
  picture: 'm1',
  quantity: 2,
  unitPrice: 500,
  seenPrice: 500,
  available: 9,
  trouble: null,
  linkCode: 'code1',
  ...more,
})

export const cart = (lines: CartLineNow[], more: Partial<CartNow> = {}): CartNow => ({
  lines,
  currency: 'CNY',
  buyable: 2,
  itemsTotal: 1000,
  discountTotal: 0,
  coupon: null,
  deliveries: [{ id: 'standard', name: null, price: 1000 }],
  shipping: 'standard',
  taxIncluded: true,
  shippingTotal: 1000,
  taxTotal: 230,
  taxRateBps: 1300,
  total: 2000,
  checkoutStartedAt: null,
  ...more,
})

export const orderLine = (more: Partial<OrderLineRead> = {}): OrderLineRead => ({
  id: 'l1',
  productId: 'g1',
  variantId: 'v1',
  sku: 'T-1',
  title: '帐篷',
  options: null,
  picture: 'm1',
  quantity: 3,
  unitPrice: 500,
  listAmount: 1500,
  discountAmount: 0,
  taxAmount: 173,
  paidAmount: 1500,
  refundedQuantity: 0,
  refundedAmount: 0,
  refundable: { quantity: 3, amount: 1500 },
  piece: { kind: 'posts', id: 'p1' },
  credit: { creatorId: 'c1', rateBps: 800, commission: 106, net: 106, touchedAt: '2026-11-01T00:00:00.000Z' },
  ...more,
})

export const order = (more: Partial<OrderRead> = {}): OrderRead => ({
  id: 'o1',
  number: 'ZC-1',
  reader: 'owner',
  state: 'awaiting_payment',
  paymentFailed: false,
  refundState: 'none',
  placedAt: '2026-11-02T04:00:00.000Z',
  paidAt: null,
  reservedUntil: '2026-11-02T04:15:00.000Z',
  secondsLeft: 900,
  currency: 'CNY',
  itemsTotal: 1500,
  discountTotal: 0,
  shippingTotal: 1000,
  taxTotal: 288,
  taxIncluded: true,
  total: 2500,
  refundedTotal: 0,
  refundableShipping: 0,
  locale: 'zh',
  test: false,
  lines: [orderLine()],
  payment: { id: 'y1', provider: 'sandbox', state: 'pending', amount: 2500, settledAt: null, url: '/pay/y1' },
  canRetry: false,
  refunds: [],
  contact: null,
  history: null,
  ...more,
})

export const touch = (more: Partial<WhyTouchRead> = {}): WhyTouchRead => ({
  id: 't1',
  at: '2026-11-01T00:00:00.000Z',
  kind: 'click',
  outcome: 'won',
  who: 'named',
  creatorId: 'c1',
  pieceId: 'p1',
  productId: 'g1',
  reason: 'last_in_window',
  rule: null,
  shareBps: 10_000,
  days: null,
  seconds: null,
  ...more,
})

export const whyLine = (more: Partial<WhyLineRead> = {}): WhyLineRead => ({
  lineId: 'l1',
  productId: 'g1',
  title: '帐篷',
  options: null,
  picture: null,
  quantity: 3,
  paidAmount: 1500,
  verdict: { shares: [{ creatorId: 'c1', you: false, shareBps: 10_000, commission: 106 }] },
  reason: 'last_in_window',
  rule: null,
  model: 'last_touch',
  windowSeconds: 30 * 86_400,
  scope: 'direct',
  touches: [touch()],
  arithmetic: {
    list: 1500,
    discount: 0,
    tax: 173,
    base: 1327,
    rateBps: 800,
    cappedFromBps: null,
    rateSource: 'programme',
    programmeId: 'x1',
    commission: 106,
    unrounded: '106.1600',
  },
  entries: [],
  reversals: [],
  net: 106,
  dates: { pendingSince: '2026-11-02T04:01:00.000Z', payableOn: null, rule: 'ATT-27' },
  ...more,
})

export const why = (lines: WhyLineRead[], more: Partial<WhyRead> = {}): WhyRead => ({
  orderId: 'o1',
  orderNumber: 'ZC-1',
  reader: 'buyer',
  currency: 'CNY',
  placedAt: '2026-11-02T04:00:00.000Z',
  paidAt: '2026-11-02T04:01:00.000Z',
  checkoutStartedAt: '2026-11-02T03:58:00.000Z',
  test: false,
  lines,
  ...more,
})
