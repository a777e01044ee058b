import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { hasRole } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { listProgrammes } from '../../modules/attribution/store/programme-rows.ts'
import { findOrder } from '../../modules/checkout/store/order-state.ts'
import { conversionsByIds } from '../../modules/conversions/store.ts'
import { liveHolds } from '../../modules/ledger/index.ts'
import { holdsOf } from '../../modules/ledger/store/holds.ts'
import { entriesOfLines } from '../../modules/ledger/store.ts'
import { saleSubject } from '../conversions/sale-subject.ts'
import { wasPaid } from '../earnings/check-order.ts'
import { decisionOf, sharesOf } from '../payments/line-decision.ts'
import { noSuchOrder, openOrder } from './order-access.ts'
import { orderSubject, type WhySubject } from './why-subject.ts'
import { type StoryLine, type WhyEyes, type WhyLineRead, whyLine } from './why-view.ts'

export interface WhyRead extends Pick<WhySubject, 'currency' | 'placedAt' | 'paidAt' | 'test' | 'follows' | 'elsewhere'> {
  orderId: string
  orderNumber: string
  reader: WhyEyes['reader']
  /** When this visitor reached checkout with this cart; not told to a creator. */
  checkoutStartedAt: string | null
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
 * Why a line of an order, or of a sale that another shop told, earned what for whom (ATT-39), for one of three readers. A buyer sees his own
 * touches and only the credited creator by name, if her profile is public; of a sale elsewhere no buyer is known. A creator sees the paid
 * lines that credit her, nothing of the buyer, and the others as "another creator". Finance and admin see all. Fails with `not_found` for
 * whoever may not read it so.
 */
export async function readWhy(ctx: Ctx, visit: Visit, ask: WhyAsk): Promise<Result<WhyRead>> {
  const opened = await openers[ask.as](ctx, visit, ask)
  if (!opened.ok) return opened
  const { subject, eyes } = opened.value
  const lines = subject.lines.filter(
    (line) => (ask.lineId === undefined || line.id === ask.lineId) && (eyes.reader !== 'creator' || isCredited(line, eyes.self)),
  )
  if (lines.length === 0) return noSuchOrder
  const req = await ctx.req()
  const entries = await entriesOfLines(
    req,
    lines.map(({ id }) => String(id)),
  )
  const backs = await subject.wentBack()
  const credited = [...new Set(entries.flatMap(({ creator }) => creator ?? []))]
  const holds = eyes.reader === 'buyer' ? [] : liveHolds(await holdsOf(req, credited))
  const now = ctx.clock.now()
  const { id: orderId, number: orderNumber, currency, placedAt, paidAt, checkoutStartedAt, test, follows, elsewhere } = subject
  return ok({
    ...{ orderId, orderNumber, reader: eyes.reader, currency, placedAt, paidAt, test, follows, elsewhere },
    checkoutStartedAt: eyes.reader === 'creator' ? null : checkoutStartedAt,
    programmes: eyes.reader === 'buyer' ? {} : await programmeNames(req, lines),
    lines: await Promise.all(
      lines.map(async (line) =>
        whyLine(subject, line, entries, backs, eyes, { payable: await subject.payable(String(line.id)), holds, now }),
      ),
    ),
  })
}

async function programmeNames(req: PayloadRequest, lines: readonly StoryLine[]): Promise<WhyRead['programmes']> {
  const given = lines.flatMap((line) => [line.programme ? idOf(line.programme) : null, decisionOf(line)?.rateProgrammeId ?? null])
  const ids = [...new Set(given.filter((id) => id !== null))]
  if (ids.length === 0) return {}
  return Object.fromEntries((await listProgrammes(req, { id: { in: ids } })).map(({ id, zh, en }) => [id, { zh, en }]))
}

type Opened = Result<{ subject: WhySubject; eyes: WhyEyes }>

/** Typed by the union: a reader without a door does not compile. */
const openers: Record<WhyEyes['reader'], (ctx: Ctx, visit: Visit, ask: WhyAsk) => Promise<Opened>> = {
  buyer: async (ctx, visit, ask) => {
    const opened = await openOrder(ctx, visit, ask)
    if (!opened.ok) return opened
    const req = await ctx.req()
    const subject = await orderSubject(req, opened.value.order)
    const credited = subject.lines.flatMap((line) => sharesOf(line).map(({ creatorId }) => creatorId))
    return ok({ subject, eyes: { reader: 'buyer', self: null, named: await publicOnes(req, credited) } })
  },
  creator: async (ctx, visit, { orderId }) => {
    const { creatorId } = await visit.actor()
    const subject = creatorId ? await findPaid(await ctx.req(), orderId) : null
    if (!subject?.lines.some((line) => isCredited(line, creatorId))) return noSuchOrder
    return ok({ subject, eyes: { reader: 'creator', self: creatorId, named: new Set() } })
  },
  staff: async (ctx, visit, { orderId }) => {
    const mayRead = hasRole(await visit.actor(), 'finance', 'admin')
    const subject = mayRead ? await find(await ctx.req(), orderId) : null
    return subject ? ok({ subject, eyes: { reader: 'staff', self: null, named: everybodyIn(subject) } }) : noSuchOrder
  },
}

/** An order of ours with this id, else a sale elsewhere. Ids of both come from one space. */
async function find(req: PayloadRequest, id: string, isShown: (order: Parameters<typeof wasPaid>[0]) => boolean = () => true) {
  if (!isId(id)) return null
  const order = await findOrder(req, id)
  if (order) return isShown(order) ? orderSubject(req, order) : null
  const [told] = await conversionsByIds(req, [id])
  return told?.kind === 'sale' ? saleSubject(req, told) : null
}

/** Another shop tells only of what was paid. */
const findPaid = (req: PayloadRequest, id: string): Promise<WhySubject | null> => find(req, id, wasPaid)

const isCredited = (line: StoryLine, creatorId: string | null): boolean =>
  creatorId !== null && line.commission > 0 && sharesOf(line).some((share) => share.creatorId === creatorId)

async function publicOnes(req: PayloadRequest, creators: readonly string[]): Promise<Set<string>> {
  const rows = await findCreatorRows(req, creators)
  return new Set([...rows.values()].filter(({ status }) => status === 'active').map(({ id }) => id))
}

const everybodyIn = ({ lines }: WhySubject): Set<string> =>
  new Set(
    lines.flatMap((line) => {
      const decision = decisionOf(line)
      const touched = decision ? [...decision.considered, ...decision.refused].map(({ creatorId }) => creatorId) : []
      return [...touched, ...sharesOf(line).map(({ creatorId }) => creatorId)].filter((id) => id !== null)
    }),
  )
