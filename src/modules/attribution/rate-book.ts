import { noticeMs } from '../../lib/most-rate.ts'
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

/** Whose rate on which line; `null` where there is none. */
export interface RateAsked {
  /** The programme's own rate, and that of lines it did not name, as they are now. */
  programmeBps: number
  indirectBps: number | null
  scope: 'direct' | 'indirect'
  creatorId: string
  linkId: string | null
  productId: string
  categoryId: string | null
  /** ATT-35: the tier she has; `bps` is the programme's rate for it, null when it names none. */
  tier: { name: string; bps: number | null } | null
  /** Since when she promotes this product; null is somebody who begins now. */
  promotingSince: Date | null
}

/**
 * ATT-14, ATT-15: the rate in force for a creator at a moment. A raise reaches everybody at once and a cut those who promote
 * already after 30 days: so she gets the best rate that stood, for what she does, at any time of the last 30 days
 * in which she promoted. Whatever is changed meanwhile, and at whatever source, that is at least what a newcomer gets.
 */
export function rateAt(changes: readonly RateChange[], asked: RateAsked, at: Date): RateFound {
  const sorted = [...changes].sort(byTime)
  const now = standing(sorted, asked, ({ announcedAt }) => announcedAt <= at)
  const since = asked.promotingSince
  if (!since) return now
  let best: RateOffer = now
  for (const change of sorted) {
    const stoodUntil = change.announcedAt.getTime()
    if (stoodUntil > at.getTime() || stoodUntil <= at.getTime() - noticeMs || stoodUntil <= since.getTime()) continue
    const before = standing(sorted, asked, ({ announcedAt }) => announcedAt.getTime() < stoodUntil)
    if (before.bps > best.bps) best = before
  }
  return best === now ? now : { ...best, newcomerBps: now.bps }
}

/** ATT-15: since when a change is in force for those who promote already. */
export const effectiveAt = (change: Pick<RateChange, 'announcedAt'> & { isCut: boolean }): Date =>
  new Date(change.announcedAt.getTime() + (change.isCut ? noticeMs : 0))

function standing(sorted: readonly RateChange[], asked: RateAsked, counts: (change: RateChange) => boolean): RateOffer {
  const read = (source: RateSource, target: string | null, initially: number | null): number | null => {
    const own = sorted.filter((change) => change.source === source && change.target === target)
    const newest = own.findLast(counts)
    if (newest) return newest.toBps
    // Before the first row stood what that row changed.
    return own[0] ? own[0].fromBps : initially
  }
  if (asked.scope === 'indirect') {
    const own = read('programme', indirectTarget, asked.indirectBps)
    if (own !== null) return { source: 'programme', bps: own }
  }
  const offers = sourcesOf(asked).flatMap(({ source, target, initially }): RateOffer[] => {
    const bps = read(source, target, initially)
    return bps === null ? [] : [{ source, bps }]
  })
  return chooseRate(offers) ?? { source: 'programme', bps: 0 }
}

interface Asked {
  source: RateSource
  target: string | null
  initially: number | null
}

function sourcesOf({ creatorId, linkId, productId, categoryId, tier, programmeBps }: RateAsked): Asked[] {
  const own = (source: RateSource, target: string | null): Asked[] => (target === null ? [] : [{ source, target, initially: null }])
  return [
    ...own('link', linkId),
    ...own('creator', creatorId),
    ...own('invited', creatorId),
    ...(tier ? [{ source: 'group', target: tier.name, initially: tier.bps } as const] : []),
    ...own('product', productId),
    ...own('collection', categoryId),
    { source: 'programme', target: null, initially: programmeBps },
  ]
}

const byTime = (a: RateChange, b: RateChange): number => a.announcedAt.getTime() - b.announcedAt.getTime() || (a.id < b.id ? -1 : 1)
