import { createBoard } from '../../../src/flows/boards/save-board.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { RouteSpec } from '../../../src/server/v1/route.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { contact } from '../../builders/orders.ts'
import { awaitingOrder, paidOrder } from '../../builders/paid-order.ts'
import { must, postDraft, publishedPost, readyMedia, submitted } from '../../builders/pieces.ts'
import type { House, Who } from './house.ts'

/** Something real for every endpoint to be about. */
export interface Ground {
  productId: string
  slug: string
  variantId: string
  code: string
  piece: string
  draft: string
  reviewItem: string
  order: string
  line: string
  payment: string
  media: string
  creatorId: string
  /** A public board of the creator. */
  board: string
  /** A payout run that is locked, and pays nobody. */
  payoutRun: string
  programme: string
}

export async function makeGround({ world, people }: House): Promise<Ground> {
  const author = people.creator as typeof people.creator & { creatorId: string }
  const programmeId = await programme(world)
  const goods = await product(world)
  const { code } = await productLink(world, { creatorId: author.creatorId, productId: goods.productId, programmeId })
  const paid = await paidOrder(world, [{ product: goods, quantity: 2 }], { userId: people.fan.userId })
  const open = await awaitingOrder(world, [{ product: goods }], { userId: people.fan.userId })
  const piece = await publishedPost(world, { author, products: [goods.productId] })
  const waits = await submitted(world, author, 'posts', await postDraft(world, author, [goods.productId]))
  return {
    productId: goods.productId,
    slug: goods.slug,
    variantId: goods.variantIds[0]!,
    code,
    piece: piece.id,
    draft: waits.id,
    reviewItem: waits.reviewItemId,
    order: paid.orderId,
    line: paid.lineIds[0]!,
    payment: open.paymentId,
    media: await readyMedia(world, author.userId, 'video'),
    creatorId: author.creatorId,
    payoutRun: await emptyRun(world),
    board: must(await createBoard(world.ctx, author, { title: '露营清单', visibility: 'public' })).id,
    programme: programmeId,
  }
}

async function emptyRun({ payload, clock }: House['world']): Promise<string> {
  const id = newId()
  const at = clock.now().toISOString()
  const data = { id, key: `run:${id}`, number: 'P-1', state: 'locked', cutoff: at, currency: 'CNY', total: 0, count: 0, adapter: 'file' }
  await payload.db.create({ collection: 'payout-runs', data: { ...data, lockedBy: newId(), lockedAt: at }, req: undefined as never })
  return id
}

/** The id that a route is about, by the noun in its path. */
export function pathOf(spec: RouteSpec, ground: Ground, id?: string): string {
  const nouns: [RegExp, string][] = [
    [/^\/v1\/creators/, ground.creatorId],
    [/^\/v1\/boards/, ground.board],
    [/^\/v1\/payout-runs/, ground.payoutRun],
    [/^\/v1\/(me\/)?programmes/, ground.programme],
    [/^\/v1\/products\/:id/, ground.productId],
    [/^\/v1\/review/, ground.reviewItem],
    [/^\/v1\/(media|operations)/, ground.media],
    [/^\/v1\/orders/, ground.order],
    [/^\/v1\/sandbox/, ground.payment],
    [/^\/v1\/pieces/, ground.piece],
  ]
  const about = id ?? nouns.find(([noun]) => noun.test(spec.path))?.[1] ?? newId()
  return spec.path
    .replace(':id', about)
    .replace(':lineId', id ?? newId())
    .replace(':creatorId', id ?? ground.creatorId)
    .replace(':variantId', id ?? ground.variantId)
    .replace(':kind', spec.method === 'get' ? 'post' : 'posts')
    .replace(':choice', 'succeed')
    .replace(':what', 'deliver')
    .replace(':requestId', id ?? newId())
    .replace(':name', 'newest')
    .replace(':slug', id ?? ground.slug)
    .replace(':handle', id ?? 'nobody')
}

/** Somebody who may call it. */
export const callerOf = ({ who }: RouteSpec): Who => (who === 'anyone' || who === 'account' ? 'fan' : who[0]!)

/** A body that each write takes, so that what is refused is refused for what was added or spoilt. */
export function bodiesOf(ground: Ground): Record<string, object> {
  const lock = { lockVersion: 0 }
  const said = { rule: 'ad-not-disclosed', reason: '请补充标识' }
  const draft = {
    title: '三样东西',
    body: '说说感受 [[1]]',
    language: 'zh',
    pictures: [{ media: ground.media, alt: '小桌' }],
    placements: [{ number: 1, kind: 'hotspot', product: ground.productId, picture: 0, x: 20, y: 40 }],
    disclosure: 'commission',
    aiMade: false,
  }
  const { email: _, note: __, ...homeAddress } = contact
  const account = { email: 'new@example.test', password: 'a long sentence 9' }
  const programmeTerms = {
    ...{ zh: '计划', en: 'Programme', model: 'last_touch', couponRule: 'coupon_wins', joining: 'open', phase: 'active' },
    ...{ windowDays: 30, cartDays: 89, bindDays: 0, holdDays: 15, capBps: 5000, isDefault: false, tiers: [] },
  }
  return {
    'post /v1/auth/sign-up': { ...account, name: '小满', locale: 'zh' },
    'post /v1/auth/log-in': account,
    'post /v1/auth/forgot-password': { email: account.email, locale: 'zh' },
    'post /v1/auth/reset-password': { token: 'x', password: account.password },
    'post /v1/auth/verify-email': { token: 'x' },
    'post /v1/auth/verify-email/resend': { email: account.email },
    'post /v1/auth/first-admin': { ...account, token: 'x', name: 'x' },
    'patch /v1/me': { name: '小满', locale: 'en' },
    'put /v1/me/personal-feed': { on: true },
    'post /v1/events': { events: [{ kind: 'view', piece: ground.piece }] },
    'post /v1/me/creator': { handle: 'new_hand', displayName: 'x', bio: '', verticals: ['food'] },
    'post /v1/cart/items': { variantId: ground.variantId, quantity: 1, linkCode: ground.code },
    'patch /v1/cart/items/:lineId': { quantity: 2 },
    'post /v1/checkout': { contact, locale: 'zh', expectedTotal: 1 },
    'post /v1/orders/:id/cancel': { secret: 'x' },
    'post /v1/me/claims': { number: 'ZC-1', product: 'x', day: '2026-11-02', words: 'x' },
    'post /v1/me/appeals': { words: 'x' },
    'post /v1/staff/signals/:id/verdict': { verdict: 'fine', note: 'x' },
    'post /v1/staff/creators/:id/ban': { reason: 'terms', note: 'x' },
    'post /v1/staff/creators/:id/unban': { reason: 'mistake', note: 'x' },
    'post /v1/staff/claims/:id/answer': { answer: 'x' },
    'post /v1/touches': { code: ground.code },
    'post /v1/programmes': { ...programmeTerms, rateBps: 800 },
    'put /v1/programmes/:id': { ...programmeTerms, updatedAt: '2026-11-01T00:00:00.000Z' },
    'post /v1/programmes/:id/rates': { source: 'programme', target: null, bps: 700 },
    'post /v1/programmes/:id/members': { handle: 'nobody' },
    'put /v1/cart/coupon': { code: 'MILLY10' },
    'post /v1/coupons': { code: 'MILLY10', kind: 'fixed', amountOff: 1000, products: [ground.productId], phase: 'active' },
    'put /v1/coupons/:id': { code: 'MILLY10', kind: 'percent', percentOff: 1000, limitPerPerson: 1 },
    'post /v1/orders/:id/receive': { secret: 'x' },
    'post /v1/orders/:id/refund-requests': {
      lines: [{ lineId: ground.line, quantity: 1 }],
      reason: 'no_reason',
      words: 'x',
      pictures: [],
      secret: 'x',
    },
    'post /v1/orders/:id/refund-requests/:requestId/withdraw': { secret: 'x' },
    'post /v1/orders/:id/shipments': { lines: [{ lineId: ground.line, quantity: 1 }], carrier: '顺丰', tracking: 'SF1' },
    'post /v1/shipments/:id/:what': { reason: 'x' },
    'post /v1/orders/:id/shop-cancel': { reason: 'x' },
    'post /v1/refund-requests/:id/approve': { restock: true, shipping: false, answer: 'x' },
    'post /v1/refund-requests/:id/decline': { answer: 'x' },
    'post /v1/orders/:id/exchanges': {
      lineId: ground.line,
      quantity: 1,
      seen: 0,
      variantId: ground.variantId,
      restock: true,
      carrier: 'SF',
    },
    'post /v1/conversions': {
      kind: 'sale',
      id: 'A-1',
      soldAt: '2026-11-02T03:00:00.000Z',
      currency: 'CNY',
      lines: [{ line: '1', paidAmount: 1, taxAmount: 0 }],
    },
    'post /v1/staff/partners': { name: 'x', programme: 'x' },
    'put /v1/staff/partners/:id/status': { on: false },
    'post /v1/orders/:id/refunds': { lines: [{ lineId: ground.line, quantity: 1, restock: true }], shipping: false, reason: 'x' },
    'put /v1/me/payout-account': { method: 'paypal', email: 'a@example.test', password: 'x' },
    'post /v1/payout-runs': { expectedTotal: 1 },
    'post /v1/payouts/:id/fail': { reason: 'x' },
    'post /v1/staff/claims/:id/uphold': { answer: 'x', orderNumber: 'x', credit: 1 },
    'post /v1/staff/clawbacks': { handle: 'x', orderNumber: 'x', reason: 'other', note: 'x' },
    'post /v1/holds': { creator: ground.creatorId, orderLine: null, note: 'x' },
    'post /v1/holds/:id/release': { note: 'x' },
    'post /v1/bonuses': { kind: 'flat', creator: ground.creatorId, fee: 1, cap: 1, proof: 'x' },
    'post /v1/bonuses/:id/decide': { grant: false },
    'post /v1/stock/:variantId/moves': { move: 'receive', quantity: 1, reason: 'x' },
    'put /v1/operations/pictures/:id/alt': { alt: 'x' },
    'post /v1/media/:id/poster': { second: 1 },
    'post /v1/pieces': { kind: 'posts', draft },
    'put /v1/pieces/:id': { kind: 'posts', draft, baseVersion: 'x' },
    'post /v1/pieces/:id/submit': { publishAt: null },
    'post /v1/pieces/:id/schedule': { publishAt: null },
    'post /v1/review/:id/approve': lock,
    'post /v1/review/:id/request-changes': { ...lock, ...said, evidence: [{ in: 'title', start: 0, end: 1 }] },
    'post /v1/review/:id/reject': { ...lock, ...said, evidence: [] },
    'post /v1/pieces/:id/take-down': said,
    'post /v1/pieces/:id/restore': { reason: 'x' },
    'post /v1/me/addresses': homeAddress,
    'put /v1/me/addresses/:id': homeAddress,
    'post /v1/me/boards': { title: '露营清单', visibility: 'private' },
    'patch /v1/boards/:id': { title: '露营清单', visibility: 'public' },
    'post /v1/collect': { kind: 'posts', target: ground.piece, on: true, board: null, locale: 'zh' },
    'post /v1/comments': { kind: 'posts', target: ground.piece, body: '请问两个人睡得下吗' },
    'post /v1/comments/:id/hide': { rule: 'spam', reason: '和这件商品无关' },
  }
}

/** Collections whose rows no door of Payload’s takes, changes or removes. */
export const writtenByFlows = [
  'orders',
  'order-contacts',
  'order-history',
  'payments',
  'refunds',
  'provider-events',
  'ledger-entries',
  'touches',
  'stock-levels',
  'stock-movements',
  'price-changes',
  'piece-states',
  'review-items',
  'review-history',
  'idempotency-keys',
  'counters',
  'carts',
  'product-links',
  'piece-stats',
  'media',
  'payload-jobs',
] as const
