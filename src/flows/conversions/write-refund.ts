import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { lockRefunds } from '../../modules/checkout/store/order-state.ts'
import { planRefund, type RefundTold } from '../../modules/conversions/index.ts'
import {
  type ConversionRow,
  changePartner,
  conversionKey,
  findConversion,
  insertConversion,
  type PartnerRow,
  refundsOfSale,
} from '../../modules/conversions/store.ts'
import { reversalEntries } from '../../modules/ledger/index.ts'
import { appendEntries, entriesOfLines } from '../../modules/ledger/store.ts'
import { countCommission } from '../payments/piece-counts.ts'
import { siteDay } from '../payments/site-day.ts'
import { tellCreators } from '../payments/tell-creators.ts'
import { countableOf } from './countable.ts'

/** Writes a told refund and takes back what it makes unearned (ATT-28), in the caller's transaction. */
export async function writeRefund(ctx: Ctx, req: PayloadRequest, partner: PartnerRow, told: RefundTold): Promise<Result<ConversionRow>> {
  // Refunds of one shop pass one at a time: on MongoDB two that touch this row at once run one after the other.
  await changePartner(req, partner.id, { status: partner.status })
  const sale = await findConversion(req, conversionKey(partner.id, 'sale', told.sale))
  if (!sale) return fail('not_found', 'Expected the id of a sale that was told before.', { field: 'sale' })
  // A ban or its end reads what was refunded of this sale: they pass one at a time, as they do with an order of ours (ATT-38).
  await lockRefunds(req, sale.id)
  const before = await refundsOfSale(req, sale.id)
  const planned = planRefund(
    sale.lines,
    before.map(({ lines }) => lines),
    told.lines,
  )
  if (!planned.ok) return planned
  const at = ctx.clock.now()
  const lines = planned.value.map((part) => ({ id: newId(), ...part, sold: sale.lines.find(({ line }) => line === part.line)! }))
  const written = await entriesOfLines(
    req,
    lines.map(({ sold }) => sold.id),
  )
  const entries = lines.map(({ id, sold, refundedBase }) =>
    reversalEntries(
      { refundLine: id, orderLine: sold.id, base: sold.baseAmount, refundedBase, reason: 'refunded' },
      written.filter(({ orderLine }) => orderLine === sold.id),
    ),
  )
  const taken = entries.map((list) => list.reduce((sum, { creator, amount }) => (creator ? sum + amount : sum), 0))
  const id = newId()
  const row: ConversionRow = {
    ...{ id, partner: partner.id, kind: 'refund', externalId: told.id, sale: sale.id },
    key: conversionKey(partner.id, 'refund', told.id),
    ...{ linkCode: null, visitor: null, couponCode: null, currency: sale.currency, creator: sale.creator, programme: sale.programme },
    baseAmount: -lines.reduce((sum, { baseAmount }) => sum + baseAmount, 0),
    commission: taken.reduce((sum, amount) => sum + amount, 0) || 0,
    checkoutStartedAt: null,
    soldAt: told.refundedAt,
    at: at.toISOString(),
    lines: lines.map(({ id: lineId, line, paidAmount, taxAmount, baseAmount }, index) => ({
      ...{ id: lineId, line, title: null, paidAmount, taxAmount, baseAmount },
      ...{ commission: taken[index] || 0, rateBps: null, holdDays: null, reason: 'refunded', decision: null },
    })),
  }
  await insertConversion(req, row, id)
  await appendEntries(req, entries.flat(), { at, test: false })
  await countCommission(req, countableOf(sale), entries.flat(), await siteDay(req, new Date(sale.at)))
  await tellCreators(req, sale, entries.flat())
  return ok(row)
}
