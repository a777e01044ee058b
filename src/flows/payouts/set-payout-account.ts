import { createHmac } from 'node:crypto'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { sealText } from '../../lib/sealed-box.ts'
import { findUserById } from '../../modules/accounts/store.ts'
import { accountIdentity, maskedAccount, type PayoutDetails, type PayoutForm, payoutDetails } from '../../modules/ledger/index.ts'
import { accountOf, putAccount } from '../../modules/ledger/store/payout-accounts.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { clearTries, takeTry } from '../accounts/limit-tries.ts'
import { passwordFits } from '../accounts/log-in.ts'
import { notify } from '../accounts/notify.ts'
import { queueMail } from '../accounts/queue-mail.ts'
import { openAccount } from './open-accounts.ts'

/** What may be shown of an account. */
export type AccountView = { method: PayoutForm['method']; masked: string; changedAt: string }

/** Besides, whether the site can still open it: one that was sealed with another secret has to be given again. */
export type OwnAccountView = AccountView & { opens: boolean }

export interface AccountForm extends PayoutForm {
  /** Asked again: who finds an open session must not be able to send her money elsewhere. */
  password: string
}

/**
 * A creator says where she is paid. The details are sealed with a key of the site, bound to her profile; shown is a mask, compared a
 * keyed hash. Asks for the password again (counted like log-ins) and tells her, so that a change that was not hers is seen. A run
 * that is locked is not sent to the new account: `sendRun` refuses it. Fails with `forbidden`, `unauthenticated`, `invalid`, `too_many`.
 */
export async function setPayoutAccount(ctx: Ctx, actor: Actor, form: AccountForm): Promise<Result<AccountView>> {
  const { userId, creatorId } = actor
  if (!userId || !creatorId) return fail('forbidden', 'Payout accounts belong to creators: become one first.')
  const details = payoutDetails(form)
  if (!details.ok) return details
  const same = await isPassword(ctx, userId, form.password)
  if (!same.ok) return same
  return ok(await keepPayoutAccount(ctx, { userId, creatorId }, details.value))
}

/** Seals the details, keeps them in place of what was there, and tells their owner. Who may do it was asked before. */
export async function keepPayoutAccount(
  ctx: Ctx,
  { userId, creatorId }: { userId: string; creatorId: string },
  details: PayoutDetails,
): Promise<AccountView> {
  const { method } = details
  const at = ctx.clock.now().toISOString()
  const masked = maskedAccount(details)
  const key = ctx.keyFor('payout-accounts')
  await againOnDuplicate(() =>
    ctx.tx('set payout account', async (req) => {
      await putAccount(req, {
        ...{ creator: creatorId, method, masked, changedAt: at },
        sealed: sealText(key, JSON.stringify(details), creatorId),
        fingerprint: createHmac('sha256', ctx.keyFor('payout-fingerprints')).update(accountIdentity(details)).digest('hex'),
      })
      await notify(req, { userId, kind: 'payout-account-changed', data: { masked } })
      await queueMail(req, { template: 'payout-account-changed', subject: userId })
    }),
  )
  return { method, masked, changedAt: at }
}

/** The creator's own account, masked; null before she gave one. Fails with `forbidden` for who is no creator. */
export async function readPayoutAccount(ctx: Ctx, actor: Actor): Promise<Result<{ account: OwnAccountView | null }>> {
  if (!actor.creatorId) return fail('forbidden', 'Payout accounts belong to creators: become one first.')
  const row = await accountOf(await ctx.req(), actor.creatorId)
  return ok({ account: row && { method: row.method, masked: row.masked, changedAt: row.changedAt, opens: openAccount(ctx, row) !== null } })
}

/** Payload's own log-in checks the hash; the session that it opens is not used. */
async function isPassword(ctx: Ctx, userId: string, password: string): Promise<Result<null>> {
  const wrong = fail('unauthenticated', 'The password is wrong.', { field: 'password' })
  const user = await findUserById(await ctx.req(), userId)
  if (!user || password === '' || password.length > 1000) return wrong
  const allowed = takeTry(ctx, 'log-in', user.email)
  if (!allowed.ok) return allowed
  if (!(await passwordFits(ctx, user.email, password))) return wrong
  clearTries(ctx, 'log-in', user.email)
  return ok(null)
}
