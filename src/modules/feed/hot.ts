/** What people did with a piece, each person counted once per kind. Reports: upheld or pending ones. */
export interface Engagement {
  likes: number
  collects: number
  comments: number
  shares: number
  /** Readers who followed the author by way of this piece. */
  follows: number
  /** Paid and not refunded, and at least a day old (`orderDelayHours`). */
  orders: number
  reports: number
}

export type Signal = keyof Engagement

export const noEngagement: Engagement = Object.freeze({ likes: 0, collects: 0, comments: 0, shares: 0, follows: 0, orders: 0, reports: 0 })

/** Points of one act (spec/discovery.md, "Our default"). A label, an ad or a commission has none: disclosure costs no reach (DIS-4). */
export const weights: Readonly<Record<Signal, number>> = {
  likes: 1,
  collects: 2,
  comments: 4,
  shares: 4,
  follows: 8,
  orders: 12,
  reports: -30,
}

/** Orders count after so many hours, so that the ranking does not chase what it has just sold. */
export const orderDelayHours = 24

const GRAVITY = 1.5
const HOUR_MS = 3_600_000

/** Why a piece stands where it stands: every part of its score, so that a screen can show the sum. */
export interface HotParts {
  signals: { signal: Signal; count: number; weight: number; points: number }[]
  /** Sum of the points; what is below zero counts as zero. */
  points: number
  ageHours: number
  /** `log10(1 + points)`. */
  strength: number
  /** `(age in hours + 2)^1.5`: what the strength is divided by. */
  decay: number
  score: number
}

/** Points of a piece, the weighted sum of what people did. */
export const pointsOf = (engagement: Engagement): number => signals.reduce((sum, signal) => sum + weights[signal] * engagement[signal], 0)

/** The score with its parts. `now` and `publishedAt` in milliseconds; a piece from the future is as fresh as one of now. */
export function hotParts(engagement: Engagement, publishedAt: number, now: number): HotParts {
  const points = pointsOf(engagement)
  const ageHours = Math.max(0, now - publishedAt) / HOUR_MS
  const strength = Math.log10(1 + Math.max(points, 0))
  const decay = (ageHours + 2) ** GRAVITY
  const parts = signals.flatMap((signal) => {
    const count = engagement[signal]
    return count === 0 ? [] : [{ signal, count, weight: weights[signal], points: weights[signal] * count }]
  })
  return { signals: parts, points, ageHours, strength, decay, score: strength / decay }
}

/** `log10(1 + max(E, 0)) / (h + 2)^1.5`. */
export const hot = (engagement: Engagement, publishedAt: number, now: number): number => hotParts(engagement, publishedAt, now).score

const signals = Object.keys(weights) as Signal[]
