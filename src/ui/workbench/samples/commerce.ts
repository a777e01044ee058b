/** Views of the screens of buying, for the workbench and the tests: whole, plain, with nothing that a real one could not have. */
import type { CartView, CheckoutView, EarningsView, OrderView, RefundPanelView, SumView, WhyView } from '../../commerce/index.ts'

export const cny = (amount: number) => ({ amount, currency: 'CNY' })

export const creator = { handle: 'ahe', name: '阿禾在山里', avatar: null, href: '/zh/creator/ahe' }

export const product = { title: '云杉双人三季帐篷', options: '日落黄', picture: null, href: '/zh/product/tent' }

export const sum: SumView = {
  rows: [
    { kind: 'goods', amount: cny(69900) },
    { kind: 'markdown', amount: cny(-7000) },
    { kind: 'shipping', amount: cny(0), note: '普通快递' },
    { kind: 'tax', amount: cny(7236), rateBps: 1300 },
  ],
  total: cny(62900),
}

export const cart: CartView = {
  lines: [
    {
      id: 'line-1',
      product,
      quantity: 2,
      unitPrice: cny(62900),
      available: 23,
      trouble: null,
      from: { creator, pieceTitle: '零下五度露营', pieceHref: '/zh/p/1' },
    },
  ],
  sum,
  buyable: 2,
  removed: null,
  coupon: null,
  wrongCode: null,
  checkoutHref: '/zh/checkout',
  shopHref: '/zh',
}

export const checkout: CheckoutView = {
  account: null,
  logInHref: '/zh/login?next=/zh/checkout',
  cartHref: '/zh/cart',
  lines: [{ id: 'line-1', product, quantity: 1, total: cny(62900) }],
  units: 1,
  sum,
  sumByShipping: { standard: sum },
  shipping: [{ id: 'standard', name: '普通快递', arrives: null, price: cny(0) }],
  credits: [
    { lineId: 'line-1', product: '帐篷', creator, rateBps: 800, amount: cny(4453), touchedAt: '2026-11-09T04:37:00.000Z', whyHref: null },
  ],
  countries: [
    { code: 'CN', name: '中国' },
    { code: 'DE', name: '德国' },
  ],
  encrypted: false,
  idempotencyKey: 'key-1',
  quote: 'quote-1',
}

export const order: OrderView = {
  id: 'order-1',
  number: 'ZC-20261122-0417',
  state: 'paid',
  refundState: 'none',
  placedAt: '2026-11-22T12:39:00.000Z',
  payBefore: null,
  checking: false,
  exchangeOf: null,
  after: null,
  lines: [
    {
      id: 'line-1',
      product,
      quantity: 1,
      unitPrice: cny(62900),
      total: cny(62900),
      refundedQuantity: 0,
      refundedAmount: cny(0),
      credit: { lineId: 'line-1', product: '帐篷', creator, rateBps: 800, amount: cny(4453), touchedAt: null, whyHref: null },
      whyHref: '/zh/orders/order-1/why?line=line-1',
    },
  ],
  sum,
  refundedTotal: cny(0),
  steps: [{ kind: 'paid', at: '2026-11-22T12:41:00.000Z' }],
  refunds: [],
  contact: {
    email: 'ye@example.com',
    name: '叶知秋',
    phone: null,
    address: { country: 'CN', region: '浙江', city: '杭州', district: '西湖区', line1: '灵溪路 18 号 3 幢 502', line2: '', postcode: '' },
  },
  test: false,
  reader: 'owner',
  payHref: null,
  canRetry: false,
  token: null,
  hrefs: { back: '/zh/account', self: '/zh/orders/order-1', shop: '/zh', signUp: '/zh/sign-up' },
}

export const why: WhyView = {
  reader: 'creator',
  orderNumber: 'ZC-20261122-0417',
  elsewhere: null,
  follows: null,
  backHref: '/zh/studio/earnings',
  product: { ...product, quantity: 1, paid: cny(62900) },
  verdict: { shares: [{ creator, shareBps: 10_000, commission: cny(4453) }] },
  reason: 'last_in_window',
  rule: null,
  model: 'last_touch',
  windowDays: 30,
  story: [
    { kind: 'window-opens', at: '2026-10-23T12:39:00.000Z' },
    {
      kind: 'touch',
      id: 'touch-1',
      at: '2026-10-02T01:14:00.000Z',
      touch: 'click',
      outcome: 'refused',
      who: { kind: 'another-creator', piece: 'post' },
      reason: 'before_window',
      rule: 'ATT-08',
      shareBps: 0,
      days: 51,
    },
    {
      kind: 'touch',
      id: 'touch-2',
      at: '2026-11-09T04:37:00.000Z',
      touch: 'tag-open',
      outcome: 'won',
      who: { kind: 'you', pieceTitle: '零下五度露营', pieceHref: '/zh/p/1' },
      reason: 'last_in_window',
      rule: null,
      shareBps: 10_000,
    },
    { kind: 'paid', at: '2026-11-22T12:41:00.000Z' },
  ],
  arithmetic: {
    rows: [
      { kind: 'list', amount: cny(69900) },
      { kind: 'markdown', amount: cny(-7000) },
      { kind: 'tax', amount: cny(-7236), rateBps: 1300 },
    ],
    base: cny(55664),
    rateBps: 800,
    commission: cny(4453),
    unrounded: '44.5312',
    rateSource: 'programme',
    programme: null,
    cut: null,
    newcomerBps: null,
    isBeside: false,
  },
  reversals: [],
  net: cny(4453),
  dates: {
    paidOn: null,
    pendingSince: '2026-11-22T12:41:00.000Z',
    payableOn: '2026-12-14T12:41:00.000Z',
    expected: true,
    because: 'sent',
    holdDays: 15,
    held: false,
    rule: 'ATT-27',
  },
  coupon: null,
  binding: null,
}

export const earnings: EarningsView = {
  balance: cny(4453),
  pending: cny(4453),
  payable: cny(0),
  ...{ onHold: cny(0), owedBack: cny(0), paid: cny(0), onItsWay: cny(0), account: null, nextPayout: null, minPayout: cny(10_000) },
  dates: [{ day: '2026-12-24', amount: cny(4453), expected: true, lines: 1 }],
  opening: cny(0),
  closing: cny(4453),
  rows: [
    {
      id: 'entry-1',
      at: '2026-11-22T12:41:00.000Z',
      kind: 'earned',
      amount: cny(4453),
      piece: { title: '零下五度露营', href: '/zh/p/1' },
      product: '帐篷',
      orderNumber: 'ZC-20261122-0417',
      returned: null,
      state: 'pending',
      reason: 'to_send',
      cause: 'sold',
      payable: { at: '2026-12-24T12:41:00.000Z', expected: true, because: 'to_send', holdDays: 15 },
      whyHref: '/zh/orders/order-1/why',
      test: false,
    },
  ],
  filter: 'all',
  by: null,
  hrefs: {
    ...{
      all: '?',
      earned: '?kind=earned',
      reversed: '?kind=reversed',
      paid: '?kind=paid',
      payouts: '/zh/studio/payouts',
      older: null,
      csv: null,
      write: '/zh/studio/new/post',
    },
    looks: { entry: '?', piece: '?by=piece', product: '?by=product', day: '?by=day' },
  },
  checkedAt: null,
}

export const refund: RefundPanelView = {
  currency: 'CNY',
  lines: [
    {
      id: 'line-1',
      title: '帐篷',
      options: null,
      quantity: 3,
      refundedQuantity: 1,
      total: 25000,
      refundedAmount: 8333,
      commission: 1000,
      commissionReversed: 333,
    },
  ],
  shipping: 0,
  paid: true,
  idempotencyKey: 'key-2',
  seen: 1,
}
