import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import { baseOf, lineFault, type SaleTold } from '../../modules/conversions/index.ts'
import {
  type ConversionLine,
  type ConversionRow,
  conversionKey,
  insertConversion,
  type PartnerRow,
} from '../../modules/conversions/store.ts'
import { accrualEntries, type EntryDraft } from '../../modules/ledger/index.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { creditOf, type LineCredit } from '../orders/credit-line.ts'
import { readStory } from '../orders/read-story.ts'
import { bindBuyers } from '../payments/bind-buyers.ts'
import { partsOf } from '../payments/line-decision.ts'
import { countSale } from '../payments/piece-counts.ts'
import { siteDay } from '../payments/site-day.ts'
import { tellCreators } from '../payments/tell-creators.ts'
import { piecesCredited, raiseLabels } from '../pieces/raise-labels.ts'
import { countableOf } from './countable.ts'
import { buyerOf } from './sale-buyer.ts'
import { goodsOf, storyElsewhere, withOthersRefused } from './sale-story.ts'

type Credited = { line: ConversionLine; credit: LineCredit }

/**
 * Writes a told sale with the decision on each line and its accrual, in the caller's transaction. Only touches under the other
 * shop's own programme count: what led to goods of ours has no part in a sale elsewhere.
 */
export async function writeSale(ctx: Ctx, req: PayloadRequest, partner: PartnerRow, told: SaleTold): Promise<Result<ConversionRow>> {
  const fault = lineFault(told.lines)
  if (fault) return { ok: false, failure: fault }
  const soldAt = new Date(told.soldAt)
  const at = ctx.clock.now()
  const buyer = await buyerOf(req, told.clickId, soldAt)
  const met = await readStory(req, { ...buyer, cart: { couponCode: told.couponCode ?? null, lines: [] } }, soldAt)
  const story = storyElsewhere(met, partner)
  const { userId: buyerUserId, creatorId: buyerCreatorId } = buyer.actor
  const checkoutStartedAt = told.checkoutStartedAt ? new Date(told.checkoutStartedAt) : null
  const order = { placedAt: soldAt, checkoutStartedAt, buyerUserId, buyerCreatorId }
  const credited = told.lines.map((sold): Credited => {
    const baseAmount = baseOf(sold)
    const credit = creditOf(story, order, {
      product: goodsOf(partner),
      baseAmount,
      couponAmount: story.coupon ? 1 : 0,
    })
    const { commission, rateBps, holdDays, reason } = credit
    const decision = withOthersRefused(credit.decision, met, partner, soldAt)
    const about = { id: newId(), ...sold, title: sold.title ?? null, baseAmount }
    return { credit, line: { ...about, commission, rateBps, holdDays, reason, decision } }
  })
  const first = credited.find(({ credit }) => credit.creator !== null)?.credit ?? null
  const id = newId()
  const row: ConversionRow = {
    id,
    key: conversionKey(partner.id, 'sale', told.id),
    partner: partner.id,
    kind: 'sale',
    externalId: told.id,
    sale: null,
    linkCode: null,
    visitor: buyer.visitor,
    couponCode: told.couponCode ?? null,
    currency: told.currency,
    creator: first?.creator ?? null,
    programme: first?.programme ?? null,
    baseAmount: sum(credited.map(({ line }) => line.baseAmount)),
    commission: sum(credited.map(({ line }) => line.commission)),
    checkoutStartedAt: told.checkoutStartedAt ?? null,
    soldAt: told.soldAt,
    at: at.toISOString(),
    lines: credited.map(({ line }) => line),
  }
  await insertConversion(req, row, id)
  const entries = credited.flatMap((one) => accrualOf(row, one))
  await appendEntries(req, entries, { at, test: false })
  await raiseLabels(req, piecesCredited(entries))
  await countSale(req, countableOf(row), entries, await siteDay(req, at))
  await bindBuyers(req, { id, user: buyerUserId, placedAt: told.soldAt, lines: row.lines })
  await tellCreators(req, row, entries)
  return ok(row)
}

function accrualOf(row: ConversionRow, { line, credit }: Credited): EntryDraft[] {
  const { commission, creator, programme, rateBps, rateSource, model, decision } = credit
  if (commission <= 0 || !creator) return []
  return accrualEntries({
    order: row.id,
    orderLine: line.id,
    currency: row.currency,
    shares: partsOf({ creator, decision: { ...decision } }),
    rate: {
      ...{ rateBps, programme, commission },
      rateSource: rateSource ?? 'programme',
      model: model ?? 'last_touch',
      base: line.baseAmount,
    },
  })
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)
