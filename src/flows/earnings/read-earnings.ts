import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { dayIn } from '../../lib/calendar.ts'
import { groupBy } from '../../lib/group.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { isPayoutKind, type PayoutDue, payoutDue } from '../../modules/ledger/index.ts'
import { payoutsOfCreator } from '../../modules/ledger/store/payouts.ts'
import { entriesOfCreator, type StoredEntry } from '../../modules/ledger/store.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { payoutCalendar } from '../payouts/calendar.ts'
import { type CreatorLine, linesOfCreator } from './creator-lines.ts'
import { type EarningRow, earningRows } from './earning-rows.ts'
import { groupEntries } from './group-entries.ts'

export interface PieceEarnings {
  /** Null for links without a piece. */
  piece: { kind: 'posts' | 'video-notes'; id: string } | null
  /** Minor units; `reversed` from zero up. */
  earned: number
  reversed: number
  net: number
  /** Orders that earned. */
  orders: number
}

/** A creator's ledger in the shop's currency. Minor units. `opening` + the rows' amounts = `closing`. */
export interface EarningsRead {
  creatorId: string
  currency: string
  /** Sum of all her entries (ATT-26). May be below zero (ATT-29). */
  balance: number
  /**
   * The balance by state (ATT-25): what waits for its receipt and its hold, what is held back, what can be paid now, and what comes
   * back of what was paid already (zero or below). Their sum is `balance`.
   */
  pending: number
  onHold: number
  payable: number
  owedBack: number
  /** Sent to her and confirmed, and on its way. */
  paid: number
  onItsWay: number
  /** What becomes payable on which day of the shop's calendar, soonest first. `expected` while a receipt is only expected. */
  dates: { day: string; amount: number; expected: boolean; lines: number }[]
  /** ATT-33: when what is payable is paid; null while it does not reach `minPayout`. */
  nextPayout: PayoutDue | null
  minPayout: number
  /** Of the balance: from test orders, never paid out. */
  testBalance: number
  opening: number
  closing: number
  /** Newest first. */
  rows: EarningRow[]
  perPiece: PieceEarnings[]
  /** Sequence to go on from, null at the end. */
  nextBefore: number | null
  /** Balances in other currencies, which the shop had before. */
  others: { currency: string; balance: number }[]
}

export interface EarningsAsk {
  filter?: 'all' | 'earned' | 'reversed' | 'paid' | undefined
  /** Rows older than this sequence. */
  before?: number | undefined
  /** 1 to 200; default 50. */
  limit?: number | undefined
}

const kindsOf: Record<'earned' | 'reversed' | 'paid', readonly StoredEntry['kind'][]> = {
  earned: ['accrue', 'adjust'],
  reversed: ['reverse', 'clawback'],
  paid: ['payout', 'payout_fail'],
}

/** What a creator earned and what was taken back, from her entries alone. Fails with `forbidden` for who is no creator. */
export async function readEarnings(
  ctx: Ctx,
  actor: Actor,
  { filter = 'all', before, limit = 50 }: EarningsAsk = {},
): Promise<Result<EarningsRead>> {
  if (!actor.creatorId) return fail('forbidden', 'Earnings belong to creators: become one first.')
  const req = await ctx.req()
  const { currency } = await readTerms(req)
  const all = await entriesOfCreator(req, actor.creatorId)
  const own = all.filter((entry) => entry.currency === currency)
  const lines = new Map((await linesOfCreator(req, actor.creatorId, ctx.clock.now(), all)).map((line) => [line.orderLine, line]))
  const inCurrency = [...lines.values()].filter((line) => line.currency === currency)
  const wanted = own.filter(({ kind }) => filter === 'all' || kindsOf[filter].includes(kind))
  const older = before === undefined ? wanted : wanted.filter(({ sequence }) => sequence < before)
  const size = Math.min(200, Math.max(1, Math.trunc(limit) || 50))
  const shown = older.slice(-size).reverse()
  const closing = sumOf(older)
  const balance = sumOf(own)
  return ok({
    creatorId: actor.creatorId,
    ...{ currency, balance, testBalance: sumOf(own.filter(({ test }) => test)) },
    ...sumsByState(inCurrency),
    ...(await paidTo(req, actor.creatorId, currency)),
    dates: await payableDates(req, inCurrency),
    ...(await nextPayoutOf(req, inCurrency, ctx.clock.now())),
    opening: closing - sumOf(shown),
    closing,
    rows: await earningRows(req, shown, lines),
    perPiece: perPiece(own.filter(({ kind }) => !isPayoutKind(kind))),
    nextBefore: older.length > shown.length ? (shown.at(-1)?.sequence ?? null) : null,
    others: [...new Set(all.map((entry) => entry.currency))]
      .filter((one) => one !== currency)
      .map((one) => ({ currency: one, balance: sumOf(all.filter((entry) => entry.currency === one)) })),
  })
}

/** What each piece earned, most first. */
function perPiece(entries: readonly StoredEntry[]): PieceEarnings[] {
  const kinds = new Map(entries.flatMap(({ piece, pieceKind }) => (piece && pieceKind ? [[piece, pieceKind] as const] : [])))
  return groupEntries(entries, ({ piece }) => piece ?? '')
    .map(({ key, ...sums }) => {
      const kind = kinds.get(key)
      return { ...sums, piece: kind ? { kind, id: key } : null }
    })
    .sort((one, other) => other.net - one.net)
}

function sumsByState(lines: readonly CreatorLine[]): Pick<EarningsRead, 'pending' | 'onHold' | 'payable' | 'owedBack'> {
  const sum = (of: (line: CreatorLine) => boolean) => lines.reduce((all, line) => (of(line) ? all + line.state.outstanding : all), 0)
  return {
    pending: sum(({ state }) => state.state === 'pending'),
    onHold: sum(({ state }) => state.state === 'on_hold'),
    payable: sum(({ state }) => state.state === 'payable'),
    owedBack: sum(({ state }) => state.outstanding < 0),
  }
}

async function paidTo(req: PayloadRequest, creator: string, currency: string): Promise<Pick<EarningsRead, 'paid' | 'onItsWay'>> {
  const payouts = (await payoutsOfCreator(req, creator)).filter((payout) => payout.currency === currency)
  const sum = (...states: string[]) => payouts.reduce((all, { amount, state }) => (states.includes(state) ? all + amount : all), 0)
  return { paid: sum('confirmed'), onItsWay: sum('locked', 'sent') }
}

async function nextPayoutOf(
  req: PayloadRequest,
  lines: readonly CreatorLine[],
  now: Date,
): Promise<Pick<EarningsRead, 'nextPayout' | 'minPayout'>> {
  const calendar = await payoutCalendar(req)
  const real = lines.filter(({ test, state }) => !test && (state.state === 'payable' || state.outstanding < 0))
  const pairs = real.map(({ state, releasedAt }) => ({
    amount: state.outstanding,
    since: new Date(Math.max(state.payable?.at.getTime() ?? 0, releasedAt?.getTime() ?? 0)),
  }))
  return { nextPayout: payoutDue(pairs, calendar, now), minPayout: calendar.minPayout }
}

async function payableDates(req: PayloadRequest, lines: readonly CreatorLine[]): Promise<EarningsRead['dates']> {
  const dayOf = dayIn(await siteTimeZone(req))
  const waiting = lines.flatMap(({ state }) =>
    state.state === 'pending' && state.payable ? [{ ...state.payable, amount: state.outstanding }] : [],
  )
  return [...groupBy(waiting, ({ at }) => dayOf(at))]
    .map(([key, list]) => ({
      ...{ day: key, amount: sumOf(list), lines: list.length },
      expected: list.some(({ expected }) => expected),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}

const sumOf = (entries: readonly { amount: number }[]): number => entries.reduce((sum, { amount }) => sum + amount, 0)
