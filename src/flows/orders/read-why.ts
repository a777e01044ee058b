import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { hasRole } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { listProgrammes } from '../../modules/attribution/store/programme-rows.ts'
import { findOrder, type OrderRow } from '../../modules/checkout/store/order-state.ts'
import { liveHolds } from '../../modules/ledger/index.ts'
import { holdsOf } from '../../modules/ledger/store/holds.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { refundsOfOrder } from '../../modules/payments/store.ts'
import { wasPaid } from '../earnings/check-order.ts'
import { payableOfOrderLine } from '../earnings/creator-lines.ts'
import { decisionOf, sharesOf } from '../payments/line-decision.ts'
import { noSuchOrder, openOrder } from './order-access.ts'
import { type WhyEyes, type WhyLineRead, whyLine } from './why-view.ts'

export interface WhyRead {
  orderId: string
  orderNumber: string
  reader: WhyEyes['reader']
  currency: string
  /** When its lines were decided: of the order that it follows, where it follows one. */
  placedAt: string
  paidAt: string | null
  /** When this visitor reached checkout with this cart; not told to a creator. */
  checkoutStartedAt: string | null
  test: boolean
  /** Number of the order whose lines were decided: this one pays the difference of an exchange and follows it (ATT-31). */
  follows: string | null
  /** Names of the programmes of the lines, by id; none for a buyer. */
  programmes: Record<string, Record<'zh' | 'en', string>>
  lines: WhyLineRead[]
}

interface WhyAsk {
  orderId: string
  lineId?: string | undefined
  secret?: string | undefined
  as: WhyEyes['reader']
}

/**
 * Why a line earned what for whom (ATT-39), for one of three readers. A buyer sees his own touches and only the credited
 * creator by name, if her profile is public. A creator sees the paid lines that credit her, nothing of the buyer, and the
 * others as "another creator". Finance and admin see all. Fails with `not_found` for whoever may not read it so.
 */
export async function readWhy(ctx: Ctx, visit: Visit, ask: WhyAsk): Promise<Result<WhyRead>> {
  const opened = await openers[ask.as](ctx, visit, ask)
  if (!opened.ok) return opened
  const { order, eyes } = opened.value
  const lines = order.lines.filter(
    (line) => (ask.lineId === undefined || line.id === ask.lineId) && (eyes.reader !== 'creator' || isCredited(line, eyes.self)),
  )
  if (lines.length === 0) return noSuchOrder
  const req = await ctx.req()
  const entries = await entriesOfLines(
    req,
    lines.map(({ id }) => String(id)),
  )
  const refunds = await refundsOfOrder(req, order.id)
  const credited = [...new Set(entries.flatMap(({ creator }) => creator ?? []))]
  const holds = eyes.reader === 'buyer' ? [] : liveHolds(await holdsOf(req, credited))
  const now = ctx.clock.now()
  // What was met is told by the moment at which it was judged.
  const first = order.exchangeOf ? await findOrder(req, order.exchangeOf) : null
  const judged = first ? { ...order, placedAt: first.placedAt, checkoutStartedAt: first.checkoutStartedAt } : order
  return ok({
    orderId: order.id,
    orderNumber: order.number,
    reader: eyes.reader,
    currency: order.currency,
    placedAt: judged.placedAt,
    paidAt: order.paidAt ?? null,
    checkoutStartedAt: eyes.reader === 'creator' ? null : (judged.checkoutStartedAt ?? null),
    test: Boolean(order.test),
    follows: first?.number ?? null,
    programmes: eyes.reader === 'buyer' ? {} : await programmeNames(req, lines),
    lines: await Promise.all(
      lines.map(async (line) =>
        whyLine(judged, line, entries, refunds, eyes, { payable: await payableOfOrderLine(req, order, String(line.id)), holds, now }),
      ),
    ),
  })
}

async function programmeNames(req: PayloadRequest, lines: OrderRow['lines']): Promise<WhyRead['programmes']> {
  const ids = [...new Set(lines.flatMap(({ programme }) => (programme ? [idOf(programme)] : [])))]
  if (ids.length === 0) return {}
  return Object.fromEntries((await listProgrammes(req, { id: { in: ids } })).map(({ id, zh, en }) => [id, { zh, en }]))
}

type Opened = Result<{ order: OrderRow; eyes: WhyEyes }>

/** Typed by the union: a reader without a door does not compile. */
const openers: Record<WhyEyes['reader'], (ctx: Ctx, visit: Visit, ask: WhyAsk) => Promise<Opened>> = {
  buyer: async (ctx, visit, ask) => {
    const opened = await openOrder(ctx, visit, ask)
    if (!opened.ok) return opened
    const { order } = opened.value
    const credited = order.lines.flatMap((line) => sharesOf(line).map(({ creatorId }) => creatorId))
    return ok({ order, eyes: { reader: 'buyer', self: null, named: await publicOnes(await ctx.req(), credited) } })
  },
  creator: async (ctx, visit, { orderId }) => {
    const { creatorId } = await visit.actor()
    const order = creatorId && isId(orderId) ? await findOrder(await ctx.req(), orderId) : null
    if (!order || !wasPaid(order) || !order.lines.some((line) => isCredited(line, creatorId))) return noSuchOrder
    return ok({ order, eyes: { reader: 'creator', self: creatorId, named: new Set() } })
  },
  staff: async (ctx, visit, { orderId }) => {
    const mayRead = hasRole(await visit.actor(), 'finance', 'admin')
    const order = mayRead && isId(orderId) ? await findOrder(await ctx.req(), orderId) : null
    return order ? ok({ order, eyes: { reader: 'staff', self: null, named: everybodyIn(order) } }) : noSuchOrder
  },
}

const isCredited = (line: OrderRow['lines'][number], creatorId: string | null): boolean =>
  creatorId !== null && line.commission > 0 && sharesOf(line).some((share) => share.creatorId === creatorId)

async function publicOnes(req: PayloadRequest, creators: readonly string[]): Promise<Set<string>> {
  const rows = await findCreatorRows(req, creators)
  return new Set([...rows.values()].filter(({ status }) => status === 'active').map(({ id }) => id))
}

const everybodyIn = (order: OrderRow): Set<string> =>
  new Set(
    order.lines.flatMap((line) => {
      const decision = decisionOf(line)
      const touched = decision ? [...decision.considered, ...decision.refused].map(({ creatorId }) => creatorId) : []
      return [...touched, ...sharesOf(line).map(({ creatorId }) => creatorId)].filter((id) => id !== null)
    }),
  )
