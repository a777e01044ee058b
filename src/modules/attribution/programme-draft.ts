import { type Failure, ok, type Result } from '../../lib/result.ts'
import { maxRateBps } from './rates.ts'
import type { CouponRule, Model } from './types.ts'

export const models = ['last_touch', 'first_touch', 'linear', 'position', 'time_decay', 'coupon_wins'] as const satisfies readonly Model[]
export const couponRules = ['coupon_wins', 'touch_wins', 'split'] as const satisfies readonly CouponRule[]
/** ATT-09: how long a programme with lifetime binding binds a buyer unless it says otherwise, and at most; days. */
export const defaultBindDays = 365
export const maxBindDays = 1095
export const holdChoices = [0, 7, 14, 15, 30, 60, 90] as const

export interface TierDraft {
  name: string
  /** Net sales of 90 days, minor units. */
  fromSales: number
  rateBps: number
}

/** The terms of a programme as they are edited; rates themselves are set one by one, so that their log is whole (ATT-15). */
export interface ProgrammeDraft {
  zh: string
  en: string
  model: Model
  couponRule: CouponRule
  windowDays: number
  cartDays: number
  bindDays: number
  holdDays: number
  capBps: number
  joining: 'open' | 'invited'
  status: 'active' | 'closed'
  isDefault: boolean
  tiers: TierDraft[]
}

const whole = (field: string, value: number, least: number, most: number): Failure[] =>
  Number.isInteger(value) && value >= least && value <= most
    ? []
    : [{ code: 'invalid', field, message: `Expected a whole number from ${least} to ${most}, got ${value}` }]

/**
 * ATT-07, ATT-09, ATT-23, ATT-27, ATT-35: what is wrong with terms. `ratesBps` are all rates that somebody may have now or until
 * a cut reaches him: a cap below one of them would be a cut without its notice. `returnDays` is how long goods may come back:
 * a hold that ends before that is refused.
 */
export function checkProgramme(draft: ProgrammeDraft, known: { ratesBps: readonly number[]; returnDays: number }): Result<ProgrammeDraft> {
  const { capBps, tiers, isDefault, status, joining, holdDays } = draft
  const failures = [
    ...named('zh', draft.zh),
    ...named('en', draft.en),
    ...whole('windowDays', draft.windowDays, 1, 90),
    ...whole('cartDays', draft.cartDays, 0, 90),
    ...whole('bindDays', draft.bindDays, 0, maxBindDays),
    ...whole('capBps', capBps, 0, maxRateBps),
    ...highest(capBps, [...known.ratesBps, ...tiers.map(({ rateBps }) => rateBps)]),
    ...holdFailures(holdDays, known.returnDays),
    ...tierFailures(tiers),
  ]
  if (isDefault && (status !== 'active' || joining !== 'open'))
    failures.push({ code: 'invalid', field: 'isDefault', message: 'Expected the default programme to be active and open to everybody.' })
  return failures[0] ? { ok: false, failure: failures[0] } : ok(draft)
}

function highest(capBps: number, ratesBps: readonly number[]): Failure[] {
  const most = Math.max(0, ...ratesBps)
  if (capBps >= most) return []
  const message = `Expected a cap of at least ${most} basis points: somebody has that rate now (ATT-15). Lower the rate first.`
  return [{ code: 'invalid', field: 'capBps', message, details: { least: most } }]
}

function holdFailures(holdDays: number, returnDays: number): Failure[] {
  if (!holdChoices.some((choice) => choice === holdDays))
    return [{ code: 'invalid', field: 'holdDays', message: `Expected one of ${holdChoices.join(', ')} days, got ${holdDays}` }]
  if (holdDays >= returnDays) return []
  const message = `Expected a hold of at least ${returnDays} days: until then goods may come back (ATT-27).`
  return [{ code: 'invalid', field: 'holdDays', message, details: { least: returnDays } }]
}

function tierFailures(tiers: readonly TierDraft[]): Failure[] {
  const failures: Failure[] = tiers.flatMap(({ name, fromSales, rateBps }, index) => [
    ...named(`tiers.${index}.name`, name),
    ...whole(`tiers.${index}.fromSales`, fromSales, 0, Number.MAX_SAFE_INTEGER),
    ...whole(`tiers.${index}.rateBps`, rateBps, 0, maxRateBps),
  ])
  if (tiers.length > 6) failures.push({ code: 'invalid', field: 'tiers', message: 'Expected at most 6 tiers.' })
  if (new Set(tiers.map(({ name }) => name)).size < tiers.length)
    failures.push({ code: 'invalid', field: 'tiers', message: 'Expected every tier to have a name of its own.' })
  const falling = tiers.findIndex((tier, index) => index > 0 && tier.fromSales <= tiers[index - 1]!.fromSales)
  if (falling > 0)
    failures.push({ code: 'invalid', field: `tiers.${falling}.fromSales`, message: 'Expected each tier to begin above the one before.' })
  return failures
}

const named = (field: string, value: string): Failure[] =>
  value.trim() !== '' && value.length <= 60 ? [] : [{ code: 'invalid', field, message: 'Expected a name of 1 to 60 characters.' }]
