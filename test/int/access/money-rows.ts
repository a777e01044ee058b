import { newId } from '../../../src/lib/ids.ts'
import { AT, type Data, type Ground, make, next, orderData, paymentData, put, secrets } from './ground.ts'

type Maker = (ground: Ground) => Promise<Record<string, string>>

const one =
  (collection: string, data: (ground: Ground) => Data | Promise<Data>): Maker =>
  async (ground) => ({ one: await put(ground.payload, collection, await data(ground)) })

const per =
  (
    collection: string,
    labels: readonly ('owner' | 'other' | 'fan')[],
    data: (label: 'owner' | 'other' | 'fan', ground: Ground) => Data | Promise<Data>,
  ): Maker =>
  async (ground) => {
    const rows: Record<string, string> = {}
    for (const label of labels) rows[label] = await put(ground.payload, collection, await data(label, ground))
    return rows
  }

const perCreator = (collection: string, data: (creator: string, ground: Ground) => Data | Promise<Data>): Maker =>
  per(collection, ['owner', 'other'], (label, ground) => data(ground.people[label === 'other' ? 'other' : 'owner'].creatorId, ground))

const key = () => `k${next()}`
const money = { amount: 1, currency: 'CNY' }

const programme = ({ payload }: Ground): Promise<string> =>
  make(payload, 'programmes', { name: 'x', rateBps: 800, windowDays: 30, model: 'last_touch', holdDays: '15', status: 'active' })

const couponData = (creator: string | null): Data => ({
  key: key(),
  code: 'CODE',
  kind: 'fixed',
  amount: 100,
  currency: 'CNY',
  creator,
  used: 0,
  status: 'active',
})

const run = ({ payload, people }: Ground): Promise<string> =>
  put(payload, 'payout-runs', {
    key: key(),
    number: `R${next()}`,
    state: 'locked',
    cutoff: AT,
    currency: 'CNY',
    total: 1,
    count: 1,
    adapter: 'file',
    lockedBy: people.finance.userId,
    lockedAt: AT,
  })

const payoutData = async (creator: string, ground: Ground): Promise<Data> => ({
  key: key(),
  run: await run(ground),
  creator,
  state: 'locked',
  ...money,
  taxAmount: 0,
  method: 'bank',
  masked: '****',
  at: AT,
})

const partner = async (ground: Ground): Promise<string> =>
  put(ground.payload, 'sales-partners', {
    name: 'x',
    keyId: `key${next()}`,
    secretSealed: secrets.all,
    programme: await programme(ground),
    status: 'active',
  })

/** Rows of what the money flows write. */
export const moneyMakers: Record<string, Maker> = {
  'ledger-seals': one('ledger-seals', () => ({ key: key(), from: next(), to: next(), previous: 'x', hash: 'x', at: AT })),
  holds: perCreator('holds', (creator) => ({ key: key(), kind: 'hold', creator, reason: 'staff', note: secrets.all, at: AT })),
  'payout-accounts': perCreator('payout-accounts', (creator) => ({
    key: key(),
    creator,
    method: 'bank',
    sealed: secrets.all,
    masked: '****',
    fingerprint: secrets.all,
    changedAt: AT,
  })),
  'payout-runs': async (ground) => ({ one: await run(ground) }),
  payouts: perCreator('payouts', payoutData),
  'payout-lines': perCreator('payout-lines', async (creator, ground) => ({
    key: key(),
    payout: await put(ground.payload, 'payouts', await payoutData(creator, ground)),
    creator,
    orderLine: newId(),
    ...money,
    at: AT,
  })),
  statements: perCreator('statements', (creator) => ({
    key: key(),
    creator,
    month: '2026-11',
    currency: 'CNY',
    opening: 0,
    earned: 0,
    reversed: 0,
    adjusted: 0,
    paidOut: 0,
    closing: 0,
    lastSequence: 0,
    at: AT,
  })),
  'creator-tiers': perCreator('creator-tiers', (creator) => ({
    key: key(),
    creator,
    tier: 'x',
    sales: 0,
    currency: 'CNY',
    from: AT,
    at: AT,
  })),
  bonuses: perCreator('bonuses', (creator, { people }) => ({
    key: key(),
    creator,
    kind: 'flat',
    state: 'proposed',
    cap: 1,
    ...money,
    proof: 'x',
    proposedBy: people.finance.userId,
    at: AT,
  })),
  corrections: perCreator('corrections', (creator, { people }) => ({
    key: key(),
    kind: 'taken',
    creator,
    order: newId(),
    ...money,
    reason: 'other',
    note: 'x',
    actor: people.finance.userId,
    at: AT,
  })),
  'book-checks': one('book-checks', () => ({ kind: 'books', looked: 0, findings: 0, at: AT })),
  'fraud-signals': one('fraud-signals', ({ people }) => ({
    key: key(),
    creator: people.owner.creatorId,
    code: 'x',
    points: 1,
    at: AT,
  })),
  'fraud-decisions': one('fraud-decisions', ({ people }) => ({
    key: key(),
    creator: people.owner.creatorId,
    kind: 'fine',
    reason: 'none',
    actor: people.finance.userId,
    at: AT,
  })),
  'order-claims': perCreator('order-claims', (creator) => ({
    key: key(),
    creator,
    state: 'open',
    hint: 'x',
    order: secrets.all,
    answeredBy: secrets.all,
    at: AT,
  })),
  'programme-members': perCreator('programme-members', async (creator, ground) => ({
    key: key(),
    programme: await programme(ground),
    creator,
    status: 'active',
    via: 'open',
    joinedAt: AT,
  })),
  'rate-changes': one('rate-changes', async (ground) => ({
    key: key(),
    programme: await programme(ground),
    source: 'programme',
    toBps: 1,
    announcedAt: AT,
    effectiveAt: AT,
  })),
  coupons: perCreator('coupons', couponData),
  'coupon-uses': one('coupon-uses', async ({ payload, order }) => ({
    key: key(),
    coupon: await put(payload, 'coupons', couponData(null)),
    order,
    person: secrets.all,
    amount: 1,
    at: AT,
  })),
  'attribution-bindings': one('attribution-bindings', async (ground) => ({
    key: key(),
    programme: await programme(ground),
    account: ground.people.fan.userId,
    creator: ground.people.owner.creatorId,
    boundAt: AT,
    until: AT,
  })),
  'touch-joins': one('touch-joins', ({ people }) => ({ key: key(), visitor: 'x', account: people.fan.userId, kind: 'join', at: AT })),
  'sales-partners': async (ground) => ({ one: await partner(ground) }),
  conversions: one('conversions', async (ground) => ({
    key: key(),
    partner: await partner(ground),
    kind: 'sale',
    externalId: 'x',
    visitor: secrets.all,
    currency: 'CNY',
    baseAmount: 1,
    commission: 0,
    soldAt: AT,
    at: AT,
    lines: [{ id: newId(), line: 'x', paidAmount: 1, taxAmount: 0, baseAmount: 1, commission: 0, decision: { mark: secrets.all } }],
  })),
  'tax-rates': one('tax-rates', () => ({ country: 'DE', bps: 1900, mode: 'included' })),
  'shipping-rates': one('shipping-rates', () => ({ kind: 'flat', base: 1000, status: 'active', position: 0 })),
  shipments: one('shipments', ({ order }) => ({
    key: key(),
    order,
    state: 'shipped',
    shippedAt: AT,
    lines: [{ id: newId(), orderLine: newId(), quantity: 1 }],
  })),
  'refund-requests': per('refund-requests', ['fan', 'other'], async (label, { payload, people, variant, product }) => ({
    key: key(),
    order: await put(payload, 'orders', orderData(null, variant, product)),
    user: people[label].userId,
    state: 'asked',
    reasonCode: 'no_reason',
    lines: [{ id: newId(), orderLine: newId(), quantity: 1 }],
    expectedAmount: 1,
    currency: 'CNY',
    at: AT,
  })),
  exchanges: one('exchanges', ({ order, variant, product }) => ({
    key: key(),
    order,
    orderLine: newId(),
    quantity: 1,
    ...{ fromVariant: variant, toVariant: variant, toProduct: product, sku: 'S', title: 'x' },
    ...{ unitFrom: 1, unitTo: 1, refundedBefore: 0, restock: true },
    at: AT,
  })),
  'exchange-offers': one('exchange-offers', ({ order, variant }) => ({
    ...{ paidBy: newId(), order, orderLine: newId(), quantity: 1, fromVariant: variant },
    ...{ unitFrom: 1, unitTo: 2, restock: true, at: AT },
  })),
  disputes: one('disputes', async ({ payload, order }) => ({
    key: key(),
    order,
    payment: await put(payload, 'payments', paymentData(order)),
    state: 'open',
    ...money,
    openedAt: AT,
  })),
}
