/**
 * Who may do what at Payload's REST door, written by hand and importing nothing of the access code: the test walks every
 * collection, operation and role against it, and what is missing here fails. Rows have labels (rows.ts); a cell says
 * which of them a role reaches: `all`, `none`, or labels joined by `+`. `create` and `duplicate` say `yes` or `no`.
 *
 * Roles, in the order of the columns: anonymous, fan, owner (the creator whose rows are labelled `owner`), other
 * (another creator), editor, finance, admin.
 */
export const roleNames = ['anonymous', 'fan', 'owner', 'other', 'editor', 'finance', 'admin'] as const
export type RoleName = (typeof roleNames)[number]

export const operations = [
  'create',
  'read',
  'readDrafts',
  'update',
  'delete',
  'duplicate',
  'readVersions',
  'restoreVersion',
  'count',
] as const
export type Operation = (typeof operations)[number]

export type Cells = Record<RoleName, string>

const row = (anonymous: string, fan: string, owner: string, other: string, editor: string, finance: string, admin: string): Cells => ({
  anonymous,
  fan,
  owner,
  other,
  editor,
  finance,
  admin,
})

const NOBODY = row('none', 'none', 'none', 'none', 'none', 'none', 'none')
const NEVER = row('no', 'no', 'no', 'no', 'no', 'no', 'no')

/** Only flows write: no door and no role may. Reading of drafts and counting follow reading. */
const readOnly = (read: Cells): Record<Operation, Cells> => ({
  create: NEVER,
  read,
  readDrafts: read,
  update: NOBODY,
  delete: NOBODY,
  duplicate: NEVER,
  readVersions: NOBODY,
  restoreVersion: NOBODY,
  count: read,
})

const EDITORS = row('none', 'none', 'none', 'none', 'all', 'none', 'all')
const MONEY = row('none', 'none', 'none', 'none', 'none', 'all', 'all')
const STAFF = row('none', 'none', 'none', 'none', 'all', 'all', 'all')
const ADMIN = row('none', 'none', 'none', 'none', 'none', 'none', 'all')
const CREATORS_AND_EDITORS = row('none', 'none', 'owner', 'other', 'all', 'none', 'all')
const CREATORS_AND_MONEY = row('none', 'none', 'owner', 'other', 'none', 'all', 'all')
const SHELF = row('active', 'active', 'active', 'active', 'all', 'all', 'all')

const shelf = {
  ...readOnly(SHELF),
  create: row('no', 'no', 'no', 'no', 'yes', 'no', 'yes'),
  update: EDITORS,
  delete: ADMIN,
}
const pieces = { ...readOnly(CREATORS_AND_EDITORS), readVersions: EDITORS }

export const expected: Record<string, Record<Operation, Cells>> = {
  users: {
    ...readOnly(row('none', 'fan', 'owner', 'other', 'editor', 'finance', 'all')),
    create: row('no', 'no', 'no', 'no', 'no', 'no', 'yes'),
    update: row('none', 'fan', 'owner', 'other', 'editor', 'finance', 'all'),
    delete: ADMIN,
  },
  creators: {
    ...readOnly(row('owner+other', 'owner+other', 'owner+other', 'owner+other', 'all', 'all', 'all')),
    update: row('none', 'none', 'owner', 'other', 'all', 'none', 'all'),
  },
  posts: pieces,
  'video-notes': pieces,
  'piece-states': readOnly(CREATORS_AND_EDITORS),
  'piece-stats': readOnly(CREATORS_AND_EDITORS),
  media: readOnly(CREATORS_AND_EDITORS),
  'product-links': readOnly(row('none', 'none', 'owner', 'other', 'all', 'all', 'all')),
  'review-items': readOnly(EDITORS),
  'review-history': readOnly(EDITORS),
  categories: shelf,
  topics: shelf,
  products: shelf,
  variants: { ...shelf, create: row('no', 'no', 'no', 'no', 'no', 'yes', 'yes'), update: STAFF },
  'stock-levels': readOnly(STAFF),
  'stock-movements': readOnly(MONEY),
  'price-changes': readOnly(STAFF),
  carts: readOnly(NOBODY),
  orders: readOnly(row('none', 'fan', 'none', 'none', 'none', 'all', 'all')),
  'order-contacts': readOnly(MONEY),
  'order-history': readOnly(MONEY),
  payments: readOnly(MONEY),
  'provider-events': readOnly(MONEY),
  refunds: readOnly(MONEY),
  'idempotency-keys': readOnly(NOBODY),
  programmes: {
    ...readOnly(row('none', 'none', 'all', 'all', 'all', 'all', 'all')),
    create: row('no', 'no', 'no', 'no', 'no', 'yes', 'yes'),
    update: MONEY,
  },
  touches: readOnly(MONEY),
  'ledger-entries': readOnly(row('none', 'none', 'owner', 'none', 'none', 'all', 'all')),
  'ledger-seals': readOnly(MONEY),
  holds: readOnly(CREATORS_AND_MONEY),
  'payout-accounts': readOnly(NOBODY),
  'payout-runs': readOnly(MONEY),
  payouts: readOnly(CREATORS_AND_MONEY),
  'payout-lines': readOnly(CREATORS_AND_MONEY),
  statements: readOnly(CREATORS_AND_MONEY),
  'creator-tiers': readOnly(CREATORS_AND_MONEY),
  bonuses: readOnly(CREATORS_AND_MONEY),
  corrections: readOnly(CREATORS_AND_MONEY),
  'book-checks': readOnly(MONEY),
  'fraud-signals': readOnly(MONEY),
  'fraud-decisions': readOnly(MONEY),
  'order-claims': readOnly(CREATORS_AND_MONEY),
  'programme-members': readOnly(CREATORS_AND_MONEY),
  'rate-changes': readOnly(MONEY),
  coupons: readOnly(CREATORS_AND_MONEY),
  'coupon-uses': readOnly(MONEY),
  'attribution-bindings': readOnly(MONEY),
  'touch-joins': readOnly(MONEY),
  'sales-partners': readOnly(MONEY),
  conversions: readOnly(MONEY),
  'tax-rates': {
    ...readOnly(MONEY),
    create: row('no', 'no', 'no', 'no', 'no', 'yes', 'yes'),
    update: MONEY,
    delete: MONEY,
  },
  'shipping-rates': {
    ...readOnly(MONEY),
    create: row('no', 'no', 'no', 'no', 'no', 'yes', 'yes'),
    update: MONEY,
  },
  shipments: readOnly(MONEY),
  exchanges: readOnly(MONEY),
  'exchange-offers': readOnly(MONEY),
  'refund-requests': readOnly(row('none', 'fan', 'none', 'other', 'none', 'all', 'all')),
  disputes: readOnly(MONEY),
  follows: readOnly(row('none', 'fan', 'none', 'other', 'none', 'none', 'all')),
  reactions: readOnly(row('none', 'fan', 'none', 'other', 'none', 'none', 'all')),
  boards: readOnly(row('none', 'fan', 'none', 'other', 'none', 'none', 'all')),
  'board-items': readOnly(row('none', 'fan', 'none', 'other', 'none', 'none', 'all')),
  comments: readOnly(row('none', 'fan', 'none', 'other', 'all', 'none', 'all')),
  'engagement-events': readOnly(ADMIN),
  addresses: readOnly(row('none', 'fan', 'none', 'other', 'none', 'none', 'none')),
  'cache-purges': readOnly(ADMIN),
  counters: readOnly(ADMIN),
  notifications: readOnly(row('none', 'fan', 'none', 'other', 'none', 'none', 'none')),
  // Payload's own.
  'payload-jobs': readOnly(ADMIN),
  'payload-kv': readOnly(NOBODY),
  'payload-migrations': readOnly(NOBODY),
  'payload-locked-documents': {
    ...readOnly(STAFF),
    create: row('no', 'no', 'no', 'no', 'yes', 'yes', 'yes'),
    update: STAFF,
    delete: STAFF,
  },
  'payload-preferences': {
    ...readOnly(row('none', 'none', 'none', 'none', 'editor', 'none', 'none')),
    create: row('no', 'no', 'no', 'no', 'yes', 'yes', 'yes'),
    update: row('none', 'none', 'none', 'none', 'editor', 'none', 'none'),
    delete: row('none', 'none', 'none', 'none', 'editor', 'none', 'none'),
  },
}

export const expectedGlobals: Record<string, Record<'read' | 'update', Cells>> = {
  'shop-settings': {
    read: row('no', 'no', 'no', 'no', 'yes', 'yes', 'yes'),
    update: row('no', 'no', 'no', 'no', 'no', 'no', 'yes'),
  },
}

/** Fields that nobody may read or search by at this door, whatever the role. */
export const hiddenFromAll: Record<string, string[]> = {
  users: ['hash', 'salt', 'resetPasswordToken', 'resetPasswordExpiration', '_verificationToken'],
  carts: ['secretHash'],
  orders: ['guestHash', 'visitor', 'lines.cost', 'lines.decision'],
  payments: ['instrument'],
  holds: ['note'],
  'coupon-uses': ['person'],
  'order-claims': ['order', 'answeredBy'],
  'sales-partners': ['secretSealed'],
  conversions: ['visitor', 'lines.decision'],
  'payload-jobs': ['input'],
}

/** Fields that only these roles may read or search by. */
export const readableBy: Record<string, Record<string, RoleName[]>> = {
  variants: { cost: ['finance', 'admin'] },
  products: { importKey: ['editor', 'finance', 'admin'] },
  creators: { user: ['editor', 'finance', 'admin'] },
}

/**
 * What somebody would like to set: for each collection and field a value, and the roles that may. Tried at every way in
 * (create, update, bulk update); whoever is not named changes nothing.
 */
export const guarded: Record<string, Record<string, { value: unknown; may: RoleName[]; mayAtCreation?: RoleName[] }>> = {
  users: {
    roles: { value: ['admin'], may: ['admin'] },
    email: { value: 'taken-over@example.test', may: ['admin'] },
    creator: { value: 'OTHER_CREATOR', may: [] },
    suspendedAt: { value: '2026-01-01T00:00:00.000Z', may: ['admin'] },
    demo: { value: true, may: [] },
    hash: { value: 'pbkdf2-sha256-v1:00', may: [] },
    salt: { value: '00', may: [] },
    resetPasswordToken: { value: 'token-of-mine', may: [] },
    resetPasswordExpiration: { value: '2036-01-01T00:00:00.000Z', may: [] },
    _verificationToken: { value: 'token-of-mine', may: [] },
    _verified: { value: false, may: ['admin'] },
    sessions: { value: [{ id: 'mine', expiresAt: '2036-01-01T00:00:00.000Z' }], may: [] },
    id: { value: '01890000-0000-7000-8000-000000000000', may: [] },
  },
  creators: {
    user: { value: 'FAN', may: [] },
    handle: { value: 'new_handle', may: ['admin'] },
    level: { value: 'brand', may: ['editor', 'admin'] },
    kind: { value: 'promoter', may: [] },
    status: { value: 'suspended', may: ['admin'] },
  },
  // ATT-15: a rate is changed where the change is announced and logged.
  programmes: {
    rateBps: { value: 1, may: [], mayAtCreation: ['finance', 'admin'] },
    indirectRateBps: { value: 1, may: [], mayAtCreation: ['finance', 'admin'] },
    capBps: { value: 1, may: [], mayAtCreation: ['finance', 'admin'] },
    tiers: { value: [{ name: 'x', fromSales: 1, rateBps: 1 }], may: [], mayAtCreation: ['finance', 'admin'] },
  },
  variants: {
    price: { value: 1, may: ['finance', 'admin'] },
    cost: { value: 2, may: ['finance', 'admin'] },
    currency: { value: 'USD', may: [], mayAtCreation: ['finance', 'admin'] },
  },
  products: { merchant: { value: 'mine', may: [] }, importKey: { value: 'mine', may: [] } },
  posts: { author: { value: 'OTHER_CREATOR', may: [] }, _status: { value: 'published', may: [] } },
  'video-notes': { author: { value: 'OTHER_CREATOR', may: [] }, _status: { value: 'published', may: [] } },
  'piece-states': {
    state: { value: 'published', may: [] },
    restriction: { value: 'removed', may: [] },
    isPublic: { value: true, may: [] },
  },
  orders: { state: { value: 'paid', may: [] }, total: { value: 1, may: [] }, user: { value: 'OWNER', may: [] } },
  payments: { state: { value: 'settled', may: [] }, amount: { value: 1, may: [] } },
  'stock-levels': { available: { value: 99, may: [] } },
  counters: { value: { value: 99, may: [] } },
  'ledger-entries': { amount: { value: 99, may: [] } },
  'piece-stats': { clicks: { value: 99, may: [] } },
  media: { owner: { value: 'FAN', may: [] }, state: { value: 'failed', may: [] } },
  'product-links': { creator: { value: 'OTHER_CREATOR', may: [] }, code: { value: 'mine', may: [] } },
}
