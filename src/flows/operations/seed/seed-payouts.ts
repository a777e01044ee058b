import type { Ctx } from '../../../context.ts'
import { claimsOf } from '../../../modules/fraud/store/claims.ts'
import { payoutDetails } from '../../../modules/ledger/index.ts'
import { accountOf } from '../../../modules/ledger/store/payout-accounts.ts'
import { latestRuns, payoutsOfRun } from '../../../modules/ledger/store/payouts.ts'
import { askPerson, fileClaim } from '../../claims/file-claim.ts'
import { siteDay } from '../../payments/site-day.ts'
import { endPayout } from '../../payouts/end-payout.ts'
import { lockRun } from '../../payouts/lock-run.ts'
import { previewRun } from '../../payouts/read-runs.ts'
import { sendRun } from '../../payouts/send-run.ts'
import { keepPayoutAccount } from '../../payouts/set-payout-account.ts'
import { daysAgo } from './at-time.ts'
import { must } from './must.ts'
import { personOf, type SeedPeople } from './seed-accounts.ts'
import type { SeedMoney } from './world-files.ts'

/**
 * Where creators are paid, a run that paid them, and what one of them misses. Made-up accounts; their owners have no password that could be
 * asked for, so they are kept by what the flow of the form calls. Doing it twice changes nothing, also half-way.
 */
export async function seedPayouts(now: Ctx, money: SeedMoney, people: SeedPeople): Promise<void> {
  await seedAccountsOf(now, money, people)
  await seedRun(now, money, people)
  await seedClaims(now, money, people)
}

async function seedAccountsOf(now: Ctx, { accounts }: SeedMoney, people: SeedPeople): Promise<void> {
  for (const { creator, daysAgo: days, ...form } of accounts) {
    const { userId, creatorId } = owner(people, creator)
    if (await accountOf(await now.req(), creatorId)) continue
    await keepPayoutAccount(daysAgo(now, days), { userId, creatorId }, must(payoutDetails(form), creator))
  }
}

/** How long after its locking a run is sent and ended, days. */
const [sending, ending] = [0.1, 0.9]

async function seedRun(now: Ctx, { run }: SeedMoney, people: SeedPeople): Promise<void> {
  const { finance } = people
  const at = (later: number) => daysAgo(now, run.daysAgo - later)
  const known = (await latestRuns(await now.req(), 1))[0]
  if (known?.state === 'confirmed') return
  const runId = known?.id ?? (await lock(at(0), people))
  // The same key gives the first answer again and goes on with what was not sent yet.
  must(await sendRun(at(sending), finance, { runId }, `seed-${runId}`), 'payout run')
  const failed = owner(people, run.failed.creator).creatorId
  for (const { id, creator, state } of await payoutsOfRun(await now.req(), runId)) {
    if (state !== 'sent') continue
    const end =
      creator === failed
        ? { payoutId: id, outcome: 'fail' as const, reason: run.failed.reason }
        : { payoutId: id, outcome: 'confirm' as const }
    must(await endPayout(at(ending), finance, end, `seed-${id}`), 'payout')
  }
}

async function lock(ctx: Ctx, { finance }: SeedPeople): Promise<string> {
  const { total } = must(await previewRun(ctx, finance), 'preview of the payout run')
  return must(await lockRun(ctx, finance, { expectedTotal: total }, 'seed'), 'payout run').runId
}

async function seedClaims(now: Ctx, { claims }: SeedMoney, people: SeedPeople): Promise<void> {
  for (const { creator, daysAgo: days, orderDaysAgo, product, words } of claims) {
    const actor = personOf(people, creator)
    const what = `claim of ${creator}`
    const known = (await claimsOf(await now.req(), actor.creatorId ?? ''))[0]
    const day = await siteDay(await now.req(), daysAgo(now, orderDaysAgo).clock.now())
    const claim = known ?? must(await fileClaim(daysAgo(now, days), actor, { day, product, words }, 'seed'), what)
    // She does not accept what a rule answers at once: a person looks.
    if (claim.state === 'answered') must(await askPerson(daysAgo(now, days, 12), actor, { claimId: claim.id }), what)
  }
}

function owner(people: SeedPeople, handle: string): { userId: string; creatorId: string } {
  const { userId, creatorId } = personOf(people, handle)
  if (!userId || !creatorId) throw new Error(`${handle} has no account or no profile`)
  return { userId, creatorId }
}
