import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { entriesOfCreator, type StoredEntry } from '../../modules/ledger/store.ts'
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
  /** Of the balance: what waits for its hold, and what can be paid now: nothing before holds are decided (ATT-27). */
  pending: number
  payable: number
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
  filter?: 'all' | 'earned' | 'reversed' | undefined
  /** Rows older than this sequence. */
  before?: number | undefined
  /** 1 to 200; default 50. */
  limit?: number | undefined
}

const kindOf = { earned: 'accrue', reversed: 'reverse' } as const

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
  const wanted = own.filter(({ kind }) => filter === 'all' || kind === kindOf[filter])
  const older = before === undefined ? wanted : wanted.filter(({ sequence }) => sequence < before)
  const size = Math.min(200, Math.max(1, Math.trunc(limit) || 50))
  const shown = older.slice(-size).reverse()
  const closing = sumOf(older)
  const balance = sumOf(own)
  return ok({
    creatorId: actor.creatorId,
    ...{ currency, balance, pending: balance, payable: 0, testBalance: sumOf(own.filter(({ test }) => test)) },
    opening: closing - sumOf(shown),
    closing,
    rows: await earningRows(req, shown, own),
    perPiece: perPiece(own),
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

const sumOf = (entries: readonly { amount: number }[]): number => entries.reduce((sum, { amount }) => sum + amount, 0)
