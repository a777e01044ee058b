import { noticeMs } from '../../modules/attribution/index.ts'
import { type Earning, keyOf, type Rated, ratesAt, settledOn } from './earning.ts'

/** How a change moves what one creator gets for one thing. Basis points; `on` is when it reaches her. */
export interface RateStep {
  creatorId: string
  isCut: boolean
  fromBps: number
  toBps: number
  on: Date
  scope: 'direct' | 'indirect'
  /** The one product it is about; null where it is about more. */
  productId: string | null
}

type Step = RateStep & { of: Rated }

/**
 * ATT-15: what a change does to each creator: the deepest cut and the highest raise of what she promotes, computed with the rate itself
 * before and after. Pure. A raise that takes an announced cut back in part is still a step down from what she has now, and is told so.
 */
export function stepsBetween(before: Earning, after: Earning, at: Date): RateStep[] {
  const [was, is] = [ratesAt(before, at), ratesAt(after, at)]
  const steps = [...is.values()].flatMap((rated): Step[] => {
    const known = was.get(keyOf(rated))
    return known && known.newBps !== rated.newBps ? [stepOf(known, rated, settledOn(after, rated, at), at)] : []
  })
  return chosen(steps, [...is.values()])
}

function stepOf(was: Rated, is: Rated, settled: Date, at: Date): Step {
  const { creatorId, scope, productId } = is
  const step = { creatorId, scope, productId: productId || null, of: is, toBps: is.newBps }
  if (is.newBps < was.newBps) return { ...step, isCut: true, fromBps: was.newBps, on: new Date(at.getTime() + noticeMs) }
  if (is.newBps < was.bps) return { ...step, isCut: true, fromBps: was.bps, on: settled }
  return { ...step, isCut: false, fromBps: was.newBps, on: at }
}

/** ATT-15: the steps down that come at one moment, before it: for the second notice. */
export function fallsOn(earning: Earning, on: Date): RateStep[] {
  const before = ratesAt(earning, new Date(on.getTime() - 1))
  const rated = [...ratesAt(earning, on).values()]
  const steps = rated.flatMap((is): Step[] => {
    const was = before.get(keyOf(is))
    if (!was || is.bps >= was.bps) return []
    const { creatorId, scope, productId } = is
    return [{ creatorId, isCut: true, fromBps: was.bps, toBps: is.bps, on, scope, productId: productId || null, of: is }]
  })
  return chosen(steps, rated)
}

/** For each creator the furthest step of either kind; those of goods she was seen with come before the others of the basket. */
function chosen(steps: readonly Step[], all: readonly Rated[]): RateStep[] {
  const best = new Map<string, Step>()
  for (const step of steps) {
    const key = `${step.creatorId} ${step.isCut}`
    const known = best.get(key)
    if (!known || isFurther(step, known)) best.set(key, step)
  }
  return [...best.values()].map(({ of, ...step }) => ({ ...step, productId: isAlone(of, step, steps, all) ? step.productId : null }))
}

function isFurther(a: Step, b: Step): boolean {
  if (a.scope !== b.scope) return a.scope === 'direct'
  return Math.abs(a.toBps - a.fromBps) > Math.abs(b.toBps - b.fromBps)
}

/** Whether a step is about one product, while the rest of what she promotes does something else. */
function isAlone({ creatorId, productId }: Rated, step: RateStep, steps: readonly Step[], all: readonly Rated[]): boolean {
  // Being in a programme without a link or a code there is nothing to tell apart from.
  const isOther = (one: Rated) =>
    one.creatorId === creatorId && one.scope === 'direct' && one.productId !== productId && (one.productId !== '' || one.begunAt !== null)
  const alike = steps.some((one) => isOther(one.of) && one.isCut === step.isCut && one.toBps - one.fromBps === step.toBps - step.fromBps)
  return productId !== '' && !alike && all.some(isOther)
}
