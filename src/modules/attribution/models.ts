import type { EligibleTouch } from './eligible.ts'
import type { Model } from './types.ts'

/** Half-life of `time_decay`, in milliseconds: 7 days (ATT-10). */
const halfLife = 7 * 86_400_000

/** Weights are whole: a touch of this moment weighs this much under `time_decay`. */
const fullWeight = 2 ** 30

type Weigh = (touches: readonly EligibleTouch[], placedAt: Date) => number[]

const onlyAt = (touches: readonly unknown[], chosen: number): number[] => touches.map((_, index) => (index === chosen ? 1 : 0))

/** The first touch; of several at that moment the one that ATT-11 prefers, which stands last among them. */
const firstOf = (touches: readonly EligibleTouch[]): number => touches.findLastIndex(({ at }) => at.getTime() === touches[0]!.at.getTime())

/** 40 % to the first, 40 % to the last, 20 % shared by those between; two share evenly, one has all. */
const position: Weigh = (touches) => {
  const last = touches.length - 1
  const between = last - 1
  if (between <= 0) return touches.map(() => 1)
  const first = Math.min(firstOf(touches), last - 1)
  return touches.map((_, index) => (index === first || index === last ? 2 * between : 1))
}

const models: Record<Model, Weigh> = {
  last_touch: (touches) => onlyAt(touches, touches.length - 1),
  first_touch: (touches) => onlyAt(touches, touches.length === 0 ? -1 : firstOf(touches)),
  linear: (touches) => touches.map(() => 1),
  position,
  // At least 1: a touch inside the window always has its share.
  time_decay: (touches, placedAt) =>
    touches.map(({ at }) => Math.max(1, Math.round(fullWeight * 2 ** (-(placedAt.getTime() - at.getTime()) / halfLife)))),
  coupon_wins: (touches) => {
    const coupon = touches.findLastIndex(({ kind }) => kind === 'coupon')
    return onlyAt(touches, coupon >= 0 ? coupon : touches.length - 1)
  },
}

/**
 * ATT-10: the whole weight of each eligible touch under a model, in the order given (oldest first, ties by ATT-11); shares are
 * weight ÷ sum of weights. At least one is above zero when there is a touch.
 */
export const weigh = (model: Model, touches: readonly EligibleTouch[], placedAt: Date): number[] => models[model](touches, placedAt)
