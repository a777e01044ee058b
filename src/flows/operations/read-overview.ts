import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole, isStaff } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { openClaims } from '../../modules/fraud/store/claims.ts'
import type { Finding } from '../../modules/ledger/index.ts'
import { type BookCheckRow, lastBookCheck } from '../../modules/ledger/store/book-checks.ts'
import { LOW_STOCK } from '../../modules/operations/index.ts'
import { countFailedJobs, countOpenReviews, countToShip, type LowStock, lowStock, paidSince } from '../../modules/operations/store.ts'
import { countRisks } from '../fraud/list-risks.ts'
import { countHolds } from '../holds/list-holds.ts'
import { siteDay, siteTimeZone } from '../payments/site-day.ts'
import { type LabelReport, readLabelReport } from './check-labels.ts'
import { startOfDay } from './start-of-day.ts'

/** What waits for somebody. Null is what the reader's roles do not see. Amounts in minor units, times as ISO strings. */
export interface Overview {
  openReviews: number | null
  toShip: number | null
  paidToday: { orders: number; total: number; currency: string } | null
  lowStock: { below: number; count: number; first: LowStock[] }
  failedJobs: number | null
  /** The last proof of the books, with the first of what it found. */
  books: { checkedAt: string; findings: number; first: Finding[] } | 'never' | null
  /** The last scan of the ad labels (DIS-6). */
  labels: LabelReport | 'never'
  /** Creators and signals that hold something until somebody looks (ATT-37), and claims without an answer (ATT-40). */
  /** Commissions held back; `overdue`: past the day by which somebody had to look (ATT-37). */
  holds: { overdue: number; live: number } | null
  risks: { creators: number; signals: number; claims: number } | null
}

/** The operators' first page: numbers by role. Failure `forbidden` for everybody else. */
export async function readOverview(ctx: Ctx, actor: Actor): Promise<Result<Overview>> {
  if (!isStaff(actor)) return fail('forbidden', 'The overview is for the staff.')
  const req = await ctx.req()
  const sees = { reviews: hasRole(actor, 'editor', 'admin'), money: hasRole(actor, 'finance', 'admin'), jobs: hasRole(actor, 'admin') }
  const last = sees.money ? await lastBookCheck(req, 'books') : null
  return ok({
    openReviews: sees.reviews ? await countOpenReviews(req) : null,
    toShip: sees.money ? await countToShip(req) : null,
    paidToday: sees.money ? await today(ctx) : null,
    lowStock: { below: LOW_STOCK, ...(await lowStock(req, LOW_STOCK, 8)) },
    failedJobs: sees.jobs ? await countFailedJobs(req) : null,
    books: sees.money ? (last ? booksOf(last) : 'never') : null,
    labels: (await readLabelReport(req)) ?? 'never',
    holds: sees.money ? await holdsNow(ctx, req) : null,
    risks: sees.money ? { ...(await countRisks(req)), claims: (await openClaims(req)).length } : null,
  })
}

const booksOf = ({ at, findings, facts }: BookCheckRow) => ({ checkedAt: at.toISOString(), findings, first: facts.findings.slice(0, 20) })

async function holdsNow(ctx: Ctx, req: PayloadRequest): Promise<Overview['holds']> {
  const { overdue, live } = await countHolds(req, ctx.clock.now())
  return { overdue, live }
}

async function today(ctx: Ctx) {
  const req = await ctx.req()
  const now = ctx.clock.now()
  const since = startOfDay(await siteDay(req, now), await siteTimeZone(req))
  const { currency } = await readTerms(req)
  return { ...(await paidSince(req, since)), currency }
}
