import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { claimsOf, closedClaims, findClaim, moveClaim, openClaims, type StoredClaim } from '../../modules/fraud/store/claims.ts'
import { bansOf } from '../../modules/fraud/store/decisions.ts'
import { correctionsOfClaims } from '../../modules/ledger/store/corrections.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { notify } from '../accounts/notify.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { type ClaimView, claimView } from './claim-view.ts'

/** A creator's own claims, newest first, and whether she is banned. Fails with `forbidden`. */
export async function listMyClaims(ctx: Ctx, actor: Actor): Promise<Result<{ claims: ClaimView[]; banned: boolean }>> {
  const { creatorId } = actor
  if (!creatorId) return fail('forbidden', 'Orders are missed by creators.')
  const req = await ctx.req()
  const rows = await claimsOf(req, creatorId)
  const credits = await correctionsOfClaims(
    req,
    rows.map(({ id }) => id),
  )
  const claims = rows.map((row) => claimView(row, credits))
  return ok({ claims, banned: (await bansOf(req, [creatorId])).at(-1)?.kind === 'ban' })
}

export interface StaffClaim extends Omit<ClaimView, 'orderId'> {
  creator: { id: string; name: string; handle: string; own: boolean }
  orderId: string | null
  overdue: boolean
}

/** Claims that wait for a person, the most urgent first, and the latest that were answered. For finance and admin. */
export async function listClaims(ctx: Ctx, actor: Actor): Promise<Result<{ open: StaffClaim[]; closed: StaffClaim[]; currency: string }>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Claims are answered by the roles finance and admin.')
  const req = await ctx.req()
  const [open, closed] = [await openClaims(req), await closedClaims(req)]
  const creators = await findCreatorRows(
    req,
    [...open, ...closed].map(({ creator }) => creator),
  )
  const credits = await correctionsOfClaims(
    req,
    closed.map(({ id }) => id),
  )
  const currency = (await readPayoutSettings(req)).currency
  const now = ctx.clock.now().toISOString()
  const view = (claim: StoredClaim): StaffClaim => {
    const creator = creators.get(claim.creator)
    return {
      ...claimView(claim, credits),
      creator: {
        ...{ id: claim.creator, name: creator?.displayName ?? claim.creator, handle: creator?.handle ?? '' },
        own: claim.creator === actor.creatorId,
      },
      orderId: claim.order ?? credits.find((one) => one.claim === claim.id)?.order ?? null,
      overdue: claim.state === 'open' && claim.dueAt !== null && claim.dueAt < now,
    }
  }
  return ok({ open: open.map(view), closed: closed.map(view), currency })
}

/** A person answers (ATT-40); the creator reads it. Nobody answers his own. Fails with `forbidden`, `invalid`, `not_found`, `state`. */
export async function answerClaimByStaff(
  ctx: Ctx,
  actor: Actor,
  { claimId, answer }: { claimId: string; answer: string },
): Promise<Result<{ claimId: string }>> {
  const { userId } = actor
  if (!userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Claims are answered by the roles finance and admin.')
  const text = answer.trim()
  if (text.length < 1 || text.length > 1000)
    return fail('invalid', `Expected an answer of 1 to 1000 characters, got ${text.length}`, { field: 'answer' })
  return ctx.tx<Result<{ claimId: string }>>('answer claim', async (req) => {
    const claim = await findClaim(req, claimId)
    if (!claim) return fail('not_found', 'There is no such claim.')
    if (claim.creator === actor.creatorId) return fail('forbidden', 'Somebody else answers your own claim.')
    const answeredAt = ctx.clock.now().toISOString()
    if (!(await moveClaim(req, claimId, 'open', { state: 'closed', answer: text, answeredBy: userId, answeredAt })))
      return fail('state', 'This claim does not wait for an answer.')
    const owner = await userOfCreator(req, claim.creator)
    if (owner) await notify(req, { userId: owner, kind: 'claim-answered', data: { claimId, answer: text.slice(0, 200) } })
    return ok({ claimId })
  })
}
