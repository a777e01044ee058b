import type { PayloadRequest } from 'payload'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type PayoutPlan, planPayout } from '../../modules/ledger/index.ts'
import { accountsOf, type PayoutAccountRow } from '../../modules/ledger/store/payout-accounts.ts'
import { type PayoutSettings, readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { payablePairs } from './payable-pairs.ts'

export interface RunPlan {
  plan: PayoutPlan
  settings: PayoutSettings
  accounts: ReadonlyMap<string, PayoutAccountRow>
  /** Sum of what would be sent. */
  total: number
}

/** Which creators a run is about, and whether their accounts can be opened. */
export interface RunAsk {
  /** Only these (ATT-33: partial selection). */
  creators?: readonly string[] | undefined
  /** Whether an account opens with the site's secret; every one does when left out. */
  opens?: (account: PayoutAccountRow) => boolean
}

/** What a run would pay now. Who cannot be sent anything is left out, and why. */
export async function planRun(req: PayloadRequest, now: Date, { creators, opens = () => true }: RunAsk = {}): Promise<RunPlan> {
  const settings = await readPayoutSettings(req)
  const pairs = await payablePairs(req, { currency: settings.currency, now })
  const accounts = await accountsOf(req, [...new Set(pairs.map(({ creator }) => creator))])
  const plan = planPayout(pairs, settings, {
    hasAccount: (creator) => accounts.has(creator),
    opensAccount: (creator) => opens(accounts.get(creator)!),
    ...(creators ? { selected: (creator: string) => creators.includes(creator) } : {}),
  })
  return { plan, settings, accounts, total: plan.payouts.reduce((sum, { net }) => sum + net, 0) }
}

/** Payouts belong to the finance role alone: who gives out roles does not also send money. */
export function financeOnly(actor: Actor): Result<{ userId: string }> {
  return actor.userId && hasRole(actor, 'finance')
    ? ok({ userId: actor.userId })
    : fail('forbidden', 'Payouts are made by the finance role.')
}
