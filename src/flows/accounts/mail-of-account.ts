import type { Ctx } from '../../context.ts'
import { idOf } from '../../lib/ids.ts'
import { findUserWithTokens } from '../../modules/accounts/store.ts'
import { accountOf } from '../../modules/ledger/store/payout-accounts.ts'
import { RESET_MINUTES } from './ask-password-reset.ts'
import { type AddressedLetter, siteOrigin, write } from './mail-tools.ts'
import { VERIFY_HOURS } from './verify-email.ts'

/** Letters of an account. The token is the account's present one: a job holds none. Null when it was used. */
export async function accountLetter(
  ctx: Ctx,
  kind: 'verify-email' | 'already-registered' | 'reset-password' | 'payout-account-changed',
  userId: string,
): Promise<AddressedLetter | null> {
  const req = await ctx.req()
  const user = await findUserWithTokens(req, userId)
  if (!user) return null
  const { email: to, locale } = user
  const page = (path: string) => `${siteOrigin(ctx)}/${locale}${path}`
  if (kind === 'already-registered')
    return write(req, kind, { to, locale, data: { loginUrl: page('/login'), resetUrl: page('/forgot-password') } })
  if (kind === 'payout-account-changed') {
    const account = user.creator ? await accountOf(req, idOf(user.creator)) : null
    if (!account) return null
    return write(req, kind, { to, locale, data: { masked: account.masked, at: account.changedAt, url: page('/studio/payouts') } })
  }
  const token = kind === 'verify-email' ? user._verificationToken : user.resetPasswordToken
  if (!token) return null
  const [path, minutes] = kind === 'verify-email' ? ['/verify-email', VERIFY_HOURS * 60] : ['/reset-password', RESET_MINUTES]
  return write(req, kind, { to, locale, data: { url: page(`${path}?token=${encodeURIComponent(token)}`), minutes } })
}
