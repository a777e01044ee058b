import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { groupBy } from '../../lib/group.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { reinstateProfile, suspendProfile } from '../../modules/accounts/store/profiles.ts'
import { type BanReason, banReasons } from '../../modules/fraud/index.ts'
import { bansOf, insertDecision } from '../../modules/fraud/store/decisions.ts'
import { holdReviewDays } from '../../modules/ledger/index.ts'
import { insertHold } from '../../modules/ledger/store/holds.ts'
import { notify } from '../accounts/notify.ts'
import { linesOfCreator } from '../earnings/creator-lines.ts'
import { releaseHold } from '../holds/release-hold.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { riskStaff } from './judge-signal.ts'
import { giveCommissionBack, takeCommission } from './take-commission.ts'

export interface Ban {
  creatorId: string
  reason: string
  note: string
}

/**
 * ATT-38: bans a creator, for a reason from the fixed list. Her profile is suspended; what is still in its hold or held is taken back,
 * for fraud; what had become payable stays hers and is held until the ban has been reviewed. She is told why, and where to appeal. All in
 * one transaction. Nobody bans himself. Fails with `forbidden`, `invalid`, `not_found`, `state` (banned already).
 */
export async function banCreator(
  ctx: Ctx,
  actor: Actor,
  { creatorId, reason, note }: Ban,
  key: string,
): Promise<Result<{ decisionId: string }>> {
  const who = mayBan(actor, creatorId, note)
  if (!who.ok) return who
  const why = banReasons.find((one) => one === reason)
  if (!why) return fail('invalid', `Expected one of ${banReasons.join(', ')}`, { field: 'reason' })
  const once = { label: 'ban creator', key: `ban:${who.value}:${key}`, request: { creatorId, reason, note } }
  return onceOnly<{ decisionId: string }>(ctx, once, (req) =>
    ban(req, who.value, { creatorId, reason: why, note: note.trim() }, ctx.clock.now()),
  )
}

async function ban(
  req: PayloadRequest,
  actor: string,
  { creatorId, reason, note }: { creatorId: string; reason: BanReason; note: string },
  at: Date,
): Promise<Result<{ decisionId: string }>> {
  const creator = isId(creatorId) ? (await findCreatorRows(req, [creatorId])).get(creatorId) : undefined
  if (!creator) return fail('not_found', 'There is no such creator.')
  const before = await bansOf(req, [creatorId])
  if (before.at(-1)?.kind === 'ban') return fail('state', 'This creator is banned already.')
  const key = `ban:${creatorId}:${before.length}`
  const decisionId = await insertDecision(req, { key, creator: creatorId, signal: null, kind: 'ban', reason, note, actor, at })
  const held = (await linesOfCreator(req, creatorId, at)).filter(({ state }) => state.state === 'pending' || state.state === 'on_hold')
  const own = [...groupBy(held, ({ order }) => order)].map(([order, lines]) => ({
    order,
    lineIds: lines.map(({ orderLine }) => orderLine),
  }))
  await takeCommission(req, creatorId, own, decisionId, { at, actor })
  const until = new Date(at.getTime() + holdReviewDays * 86_400_000)
  const hold = { key: `ban:${decisionId}`, creator: creatorId, orderLine: null, reason: 'ban' as const, signal: null, note: null }
  await insertHold(req, { ...hold, actor, until, at })
  await suspendProfile(req, creatorId)
  const userId = await userOfCreator(req, creatorId)
  if (userId) await notify(req, { userId, kind: 'creator-banned', data: { reason } })
  return ok({ decisionId })
}

export interface Unban {
  creatorId: string
  reason: string
  note: string
}

/**
 * Ends a ban, because it was a mistake or an appeal was upheld: what it took comes back, what it held is released, the profile is public
 * again. Fails with `forbidden`, `invalid`, `not_found`, `state` (not banned).
 */
export async function unbanCreator(
  ctx: Ctx,
  actor: Actor,
  { creatorId, reason, note }: Unban,
  key: string,
): Promise<Result<{ decisionId: string }>> {
  const who = mayBan(actor, creatorId, note)
  if (!who.ok) return who
  if (reason !== 'mistake' && reason !== 'appeal_upheld')
    return fail('invalid', 'Expected one of mistake, appeal_upheld', { field: 'reason' })
  const once = { label: 'unban creator', key: `unban:${who.value}:${key}`, request: { creatorId, reason, note } }
  return onceOnly<{ decisionId: string }>(ctx, once, async (req) => {
    const at = ctx.clock.now()
    if (!isId(creatorId) || !(await findCreatorRows(req, [creatorId])).has(creatorId)) return fail('not_found', 'There is no such creator.')
    const before = await bansOf(req, [creatorId])
    const standing = before.at(-1)
    if (standing?.kind !== 'ban') return fail('state', 'This creator is not banned.')
    const row = { key: `unban:${creatorId}:${before.length}`, creator: creatorId, signal: null, kind: 'unban' as const, reason }
    const decisionId = await insertDecision(req, { ...row, note: note.trim(), actor: who.value, at } as Parameters<
      typeof insertDecision
    >[1])
    await giveCommissionBack(req, creatorId, standing.id, { at, actor: who.value })
    await releaseHold(req, { hold: { key: `ban:${standing.id}` }, reason: 'reviewed_fine', actor: who.value }, at)
    await reinstateProfile(req, creatorId)
    const userId = await userOfCreator(req, creatorId)
    if (userId) await notify(req, { userId, kind: 'creator-reinstated', data: {} })
    return ok({ decisionId })
  })
}

function mayBan(actor: Actor, creatorId: string, note: string): Result<string> {
  const who = riskStaff(actor)
  if (!who.ok) return who
  if (creatorId === actor.creatorId) return fail('forbidden', 'Somebody else decides about your own profile.')
  const { length } = note.trim()
  return length >= 1 && length <= 1000 ? who : fail('invalid', `Expected a note of 1 to 1000 characters, got ${length}`, { field: 'note' })
}
