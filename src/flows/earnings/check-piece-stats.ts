import type { Ctx } from '../../context.ts'
import type { Finding } from '../../modules/ledger/index.ts'
import { statsOfAllPieces } from '../../modules/publishing/store/piece-stats.ts'
import { countClicks } from '../../modules/touches/store.ts'
import { type CountableLine, salesByPiece } from '../payments/piece-counts.ts'

interface Sums {
  orders: number
  units: number
  commission: number
}

const none = (): Sums => ({ orders: 0, units: 0, commission: 0 })

/** What orders and entries say about each piece, gathered while they are walked through. One small row per piece that sold. */
export class PieceSums {
  private readonly pieces = new Map<string, Sums>()

  get size(): number {
    return this.pieces.size
  }

  /** Lines of one paid order, or of one sale elsewhere. */
  countOrder(lines: readonly CountableLine[]): void {
    for (const { piece, orders, units } of salesByPiece(lines)) {
      const sums = this.of(piece)
      sums.orders += orders
      sums.units += units
    }
  }

  countCommission(piece: string, amount: number): void {
    this.of(piece).commission += amount
  }

  of(piece: string): Sums {
    const known = this.pieces.get(piece)
    if (known) return known
    const fresh = none()
    this.pieces.set(piece, fresh)
    return fresh
  }

  keys(): Iterable<string> {
    return this.pieces.keys()
  }
}

/** The counters of every piece against what orders and entries say. */
export async function checkPieceStats(ctx: Pick<Ctx, 'req'>, sums: PieceSums): Promise<Finding[]> {
  const counted = new Map<string, Sums>()
  for await (const { piece, orders, units, commission } of statsOfAllPieces(await ctx.req())) {
    const row = counted.get(piece) ?? none()
    counted.set(piece, { orders: row.orders + orders, units: row.units + units, commission: row.commission + commission })
  }
  const pieces = new Set([...sums.keys(), ...counted.keys()])
  return [...pieces].flatMap((piece): Finding[] => {
    const [is, should] = [counted.get(piece) ?? none(), sums.of(piece)]
    const same = is.orders === should.orders && is.units === should.units && is.commission === should.commission
    if (same) return []
    const message = `counters say ${is.orders} orders, ${is.units} units, ${is.commission}; the books ${should.orders}, ${should.units}, ${should.commission}`
    return [{ code: 'stats_differ', subject: piece, message }]
  })
}

/**
 * The clicks counted for each piece, and for all together, against the touches that are stored. Both are written in one
 * transaction, so what is counted lies between what is stored before and after it is read, also while people click.
 */
export async function checkClicks(ctx: Pick<Ctx, 'req'>): Promise<Finding[]> {
  const all = await clicksBetween(ctx, null)
  const findings: Finding[] = []
  for (const [piece, counted] of all.counted) {
    if (counted === (await countClicks(await ctx.req(), piece))) continue
    findings.push(...clicksDiffer(piece, await clicksBetween(ctx, piece)))
  }
  // A piece that has touches and no counters at all shows only here.
  return findings.length > 0 ? findings : clicksDiffer('all pieces', all)
}

interface Clicks {
  before: number
  counted: Map<string, number>
  after: number
}

async function clicksBetween(ctx: Pick<Ctx, 'req'>, piece: string | null): Promise<Clicks> {
  const before = await countClicks(await ctx.req(), piece)
  const counted = new Map<string, number>()
  for await (const row of statsOfAllPieces(await ctx.req(), piece)) counted.set(row.piece, (counted.get(row.piece) ?? 0) + row.clicks)
  return { before, counted, after: await countClicks(await ctx.req(), piece) }
}

function clicksDiffer(subject: string, { before, counted, after }: Clicks): Finding[] {
  const sum = [...counted.values()].reduce((total, clicks) => total + clicks, 0)
  if (before <= sum && sum <= after) return []
  return [{ code: 'stats_differ', subject, message: `counters say ${sum} clicks, the touches ${after}` }]
}
