import { noticeMs } from '../../lib/most-rate.ts'
import { type DealTime, inForce } from './deals.ts'
import { type RankMove, rankAt } from './ranks.ts'
import { chooseRate } from './rates.ts'
import type { RateFound, RateOffer, RateSource } from './types.ts'

/** Target of the rate of lines that a touch did not name (ATT-13); its source is the programme. */
export const indirectTarget = 'indirect'

/** One row of the log of rates. The newest row of a source and target stands; `toBps` null ends it. */
export interface RateChange {
  id: string
  source: RateSource
  /** What it is for: a link, creator, tier, product or category; null is the programme itself. */
  target: string | null
  fromBps: number | null
  toBps: number | null
  announcedAt: Date
}

/** The rates of one programme: its own, that of lines it did not name and those of its tiers as they are now, and the log of every change. */
export interface RateBook {
  programmeId: string
  programmeBps: number
  indirectBps: number | null
  tierBps: ReadonlyMap<string, number>
  changes: readonly RateChange[]
}

/** Whose rate on which line; `null` where there is none. */
export interface RateAsked {
  /** Of the programme of her link, code or bind. */
  own: RateBook
  /** The programmes by invitation that she is or was in, and when (ATT-14). */
  deals: readonly DealTime<RateBook>[]
  scope: 'direct' | 'indirect'
  creatorId: string
  linkId: string | null
  productId: string
  categoryId: string | null
  /** ATT-35: her tiers, in order of time. */
  ranks: readonly RankMove[]
  /** Since when she promotes this product; null is somebody who begins now. */
  promotingSince: Date | null
}

/** Whether something of this moment had come. */
type Reached = (moment: Date) => boolean

/**
 * ATT-14, ATT-15: the rate in force for a creator at a moment. A raise reaches everybody at once and a cut those who promote
 * already after 30 days: so she gets the best rate that stood, for what she does, at any time of the last 30 days
 * in which she promoted. Whatever is changed meanwhile, at whatever source or by coming into or going out of a programme,
 * that is at least what a newcomer gets. `keptUntil` is when the first step down comes.
 */
export function rateAt(asked: RateAsked, at: Date): RateFound {
  const now = standing(asked, (moment) => moment <= at)
  const since = asked.promotingSince
  if (!since) return now
  let best: RateOffer = now
  let keptUntil: Date | null = null
  for (const stoodUntil of momentsOf(asked)) {
    const [end, begun] = [stoodUntil.getTime(), at.getTime() - noticeMs]
    if (end > at.getTime() || end <= begun || end <= since.getTime()) continue
    const before = standing(asked, (moment) => moment < stoodUntil)
    if (before.bps < best.bps || (best === now && before.bps === now.bps)) continue
    best = before
    keptUntil = new Date(end + noticeMs)
  }
  return keptUntil === null ? now : { ...best, newcomerBps: now.bps, keptUntil }
}

/** A step down that is to come for a creator. */
export interface Fall {
  fromBps: number
  toBps: number
  on: Date
}

/** ATT-15: the cuts that were announced and do not reach a creator yet, the next one first. */
export function fallsAhead(asked: RateAsked, at: Date): Fall[] {
  const falls: Fall[] = []
  let { bps: fromBps, keptUntil } = rateAt(asked, at)
  while (keptUntil) {
    const on: Date = keptUntil
    const next = rateAt(asked, on)
    falls.push({ fromBps, toBps: next.bps, on })
    fromBps = next.bps
    keptUntil = next.keptUntil
  }
  return falls
}

/** ATT-15: since when a change is in force for those who promote already. */
export const effectiveAt = (change: Pick<RateChange, 'announcedAt'> & { isCut: boolean }): Date =>
  new Date(change.announcedAt.getTime() + (change.isCut ? noticeMs : 0))

/** The moments at which something changed, oldest first. */
function momentsOf({ own, deals, ranks }: RateAsked): Date[] {
  const moments = [
    ...own.changes.map(({ announcedAt }) => announcedAt),
    ...deals.flatMap(({ terms, from, until }) => [from, ...(until ? [until] : []), ...terms.changes.map(({ announcedAt }) => announcedAt)]),
    ...ranks.map(({ from }) => from),
  ]
  return moments.sort((a, b) => a.getTime() - b.getTime())
}

/**
 * The one rate that stands (ATT-14). The link's own and what was agreed with the creator come first, then the deal: the programme by
 * invitation with all its rates, down to its own; then the tier's, the product's, the category's and the usual rate of the programme of
 * her link. A rate of lines that no touch named stands for all of its programme (ATT-13).
 */
function standing(asked: RateAsked, reached: Reached): RateOffer {
  const { own, scope } = asked
  const deal = dealIn(asked, reached)
  const first = deal ?? own
  const beside = (book: RateBook) => (scope === 'indirect' ? read(book, 'programme', indirectTarget, book.indirectBps, reached) : null)
  const besideFirst = beside(first)
  if (besideFirst !== null) return { source: 'programme', bps: besideFirst, programmeId: first.programmeId }
  const ofOwn = deal && beside(own) !== null ? [] : offersOf(own, asked, reached)
  if (!deal) return chooseRate(ofOwn)!
  const ofDeal = offersOf(deal, asked, reached)
  const agreed = [...ofDeal, ...ofOwn].filter(({ source }) => source === 'link' || source === 'creator')
  return chooseRate(agreed) ?? invited(chooseRate(ofDeal)!)
}

/** What is not agreed for less than everybody in a deal is the deal's: ATT-14 knows it by that name. */
const invited = (offer: RateOffer): RateOffer => (offer.source === 'programme' ? { ...offer, source: 'invited' } : offer)

/** The deal that was in force: her link's own programme where it is one, else the best paid, then the lower id. */
function dealIn({ own, deals }: RateAsked, reached: Reached): RateBook | null {
  const books = deals.filter((deal) => inForce(deal, reached)).map(({ terms }) => terms)
  const usual = (book: RateBook) => read(book, 'programme', null, book.programmeBps, reached) ?? 0
  const best = [...books].sort((a, b) => usual(b) - usual(a) || (a.programmeId < b.programmeId ? -1 : 1))
  return best.find(({ programmeId }) => programmeId === own.programmeId) ?? best[0] ?? null
}

/** All that a programme offers her on this line. */
function offersOf(book: RateBook, asked: RateAsked, reached: Reached): RateOffer[] {
  const { creatorId, linkId, productId, categoryId, ranks } = asked
  const rank = rankAt(ranks, reached)
  const offer = (source: RateSource, target: string | null, initially: number | null = null): RateOffer[] => {
    if (target === null && source !== 'programme') return []
    const bps = read(book, source, target, initially, reached)
    return bps === null ? [] : [{ source, bps, programmeId: book.programmeId }]
  }
  return [
    ...offer('link', linkId),
    ...offer('creator', creatorId),
    ...offer('invited', creatorId),
    ...offer('group', rank, rank === null ? null : (book.tierBps.get(rank) ?? null)),
    ...offer('product', productId),
    ...offer('collection', categoryId),
    ...offer('programme', null, book.programmeBps),
  ]
}

/** What stood for one source and target. Before its first row stood what that row changed. */
function read({ changes }: RateBook, source: RateSource, target: string | null, initially: number | null, reached: Reached) {
  let first: RateChange | null = null
  let newest: RateChange | null = null
  for (const change of changes) {
    if (change.source !== source || change.target !== target) continue
    if (!first || isBefore(change, first)) first = change
    if (reached(change.announcedAt) && (!newest || isBefore(newest, change))) newest = change
  }
  return newest ? newest.toBps : first ? first.fromBps : initially
}

const isBefore = (a: RateChange, b: RateChange): boolean =>
  a.announcedAt.getTime() === b.announcedAt.getTime() ? a.id < b.id : a.announcedAt < b.announcedAt
