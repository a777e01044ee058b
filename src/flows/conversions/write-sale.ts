import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { anonymous } from '../../lib/actor.ts'
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
import { findTouchOwner } from '../../modules/touches/store/owner.ts'
import { creditOf, type LineCredit } from '../orders/credit-line.ts'
import { readStory, type Story } from '../orders/read-story.ts'
import { partsOf } from '../payments/line-decision.ts'
import { countSale } from '../payments/piece-counts.ts'
import { siteDay } from '../payments/site-day.ts'
import { countableOf } from './countable.ts'

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
  const owner = told.clickId ? await findTouchOwner(req, told.clickId) : null
  const story = await storyOf(req, partner, told, owner, soldAt)
  const order = { placedAt: soldAt, checkoutStartedAt: null, buyerUserId: owner?.account ?? null, buyerCreatorId: null }
  const credited = told.lines.map((sold): Credited => {
    const baseAmount = baseOf(sold)
    const credit = creditOf(story, order, {
      product: goodsOf(partner),
      baseAmount,
      couponAmount: story.coupon ? 1 : 0,
    })
    const { commission, rateBps, reason, decision } = credit
    return { credit, line: { id: newId(), ...sold, title: sold.title ?? null, baseAmount, commission, rateBps, reason, decision } }
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
    visitor: owner?.visitor ?? null,
    couponCode: told.couponCode ?? null,
    currency: told.currency,
    creator: first?.creator ?? null,
    programme: first?.programme ?? null,
    baseAmount: sum(credited.map(({ line }) => line.baseAmount)),
    commission: sum(credited.map(({ line }) => line.commission)),
    soldAt: told.soldAt,
    at: at.toISOString(),
    lines: credited.map(({ line }) => line),
  }
  await insertConversion(req, row, id)
  const entries = credited.flatMap((one) => accrualOf(row, one))
  await appendEntries(req, entries, { at, test: false })
  await countSale(req, countableOf(row), entries, await siteDay(req, at))
  return ok(row)
}

/** The other shop tells nothing of who bought. */
const unknownContact = { email: '', phone: '', country: '', region: '', city: '', district: '', street: '', postcode: '' }

/** What stands for the goods of another shop where a product of ours would stand. */
const goodsOf = (partner: PartnerRow): string => `partner:${partner.id}`

async function storyOf(
  req: PayloadRequest,
  partner: PartnerRow,
  told: SaleTold,
  owner: { visitor: string | null; account: string | null } | null,
  soldAt: Date,
): Promise<Story> {
  const actor = { ...anonymous, userId: owner?.account ?? null }
  const cart = { couponCode: told.couponCode ?? null, lines: [] }
  const story = await readStory(req, { visitor: owner?.visitor ?? null, actor, contact: unknownContact, cart }, soldAt)
  return {
    ...story,
    touches: story.touches
      .filter(({ programmeId, productId }) => programmeId === partner.programme && productId === null)
      .map((touch) => ({ ...touch, productId: goodsOf(partner) })),
    bindings: story.bindings.filter(({ programmeId }) => programmeId === partner.programme),
    coupon: story.coupon?.programmeId === partner.programme ? story.coupon : null,
  }
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
