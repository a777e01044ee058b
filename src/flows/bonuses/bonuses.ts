import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { idOf, isId, newId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type BonusAsk, bonusAmount, defaultHoldDays, grantEntries } from '../../modules/ledger/index.ts'
import { allBonuses, type BonusRow, bonusesOfPiece, decideBonusRow, findBonus, insertBonus } from '../../modules/ledger/store/bonuses.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { appendEntries } from '../../modules/ledger/store.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { statsOfAllPieces } from '../../modules/publishing/store/piece-stats.ts'
import { findState } from '../../modules/publishing/store/states.ts'
import { notify } from '../accounts/notify.ts'
import { onceOnly } from '../orders/once-only.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { raiseLabels } from '../pieces/raise-labels.ts'

export type BonusInput = BonusAsk & {
  creator: string
  piece?: { kind: 'posts' | 'video-notes'; id: string } | null
  /** What shows that it was earned: a sentence or an address, 1 to 1,000 characters. */
  proof: string
}

/**
 * ATT-36: somebody of finance proposes a bonus, with proof and under a cap. It may be about a piece of hers. Pay per view is, and
 * counts no more views than the shop has counted and earlier bonuses did not pay. Nothing is credited before somebody else grants it. Fails with `forbidden`, `invalid`, `not_found`.
 */
export async function proposeBonus(
  ctx: Ctx,
  actor: Actor,
  input: BonusInput,
  idempotencyKey: string,
): Promise<Result<{ bonusId: string; amount: number }>> {
  if (!actor.userId || !hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Bonuses are proposed by the roles finance and admin.')
  const { userId, creatorId } = actor
  if (input.creator === creatorId) return fail('forbidden', 'Nobody proposes a bonus for himself.')
  const proof = input.proof.trim()
  if (proof.length < 1 || proof.length > 1000)
    return fail('invalid', `Expected proof of 1 to 1000 characters, got ${proof.length}`, { field: 'proof' })
  const amount = bonusAmount(input)
  if (!amount.ok) return amount
  const request = JSON.parse(JSON.stringify({ ...input, proof }))
  const once = { label: 'propose bonus', key: `bonus:${userId}:${idempotencyKey}`, request }
  return onceOnly<{ bonusId: string; amount: number }>(ctx, once, async (req) => {
    if (!isId(input.creator) || !(await userOfCreator(req, input.creator))) return fail('not_found', 'There is no such creator.')
    await takeTurn(req, `bonuses:${input.creator}`)
    const fits = await pieceFits(req, input)
    if (!fits.ok) return fits
    const row = await rowOf(req, input, { userId, proof, amount: amount.value, at: ctx.clock.now() })
    await insertBonus(req, row)
    return ok({ bonusId: row.id, amount: amount.value })
  })
}

async function pieceFits(req: PayloadRequest, input: BonusInput): Promise<Result<null>> {
  const { piece, creator } = input
  if (!piece)
    return input.kind === 'flat' ? ok(null) : fail('invalid', 'Pay per view needs the piece whose views it pays.', { field: 'piece' })
  const state = await findState(req, piece.id)
  if (!state || idOf(state.author) !== creator) return fail('invalid', 'Expected a piece of this creator.', { field: 'piece' })
  if (input.kind === 'flat') return ok(null)
  let views = 0
  for await (const row of statsOfAllPieces(req, piece.id)) views += row.views
  for (const { state, kind, views: taken } of await bonusesOfPiece(req, piece.id))
    if (kind === 'per_view' && state !== 'refused') views -= taken ?? 0
  return input.views <= views
    ? ok(null)
    : fail('invalid', `Expected at most the ${Math.max(0, views)} views that were counted and not paid yet, got ${input.views}`, {
        field: 'views',
      })
}

interface Proposal {
  userId: string
  proof: string
  amount: number
  at: Date
}

async function rowOf(req: PayloadRequest, input: BonusInput, { userId, proof, amount, at }: Proposal): Promise<BonusRow> {
  const id = newId()
  const { currency } = await readPayoutSettings(req)
  const perView = input.kind === 'per_view' ? input : null
  return {
    ...{ id, key: `bonus:${id}`, creator: input.creator, programme: null, kind: input.kind, state: 'proposed' },
    ...{ pieceKind: input.piece?.kind ?? null, piece: input.piece?.id ?? null },
    ...{ views: perView?.views ?? null, perThousand: perView?.perThousand ?? null, cap: input.cap, amount, currency },
    ...{ proof, proposedBy: userId, at: at.toISOString() },
  }
}

/**
 * Somebody else of finance looks at the proof and grants or refuses it. What is granted is a row of the ledger of its own and held like
 * any earning (ATT-36: it skips no hold). Fails with `forbidden`, `not_found`, `state`.
 */
export async function decideBonus(
  ctx: Ctx,
  actor: Actor,
  { bonusId, grant }: { bonusId: string; grant: boolean },
  idempotencyKey: string,
): Promise<Result<{ bonusId: string; state: 'granted' | 'refused' }>> {
  if (!actor.userId || !hasRole(actor, 'finance')) return fail('forbidden', 'Bonuses are granted by the finance role.')
  const { userId, creatorId } = actor
  const once = { label: 'decide bonus', key: `bonus-decide:${userId}:${idempotencyKey}`, request: { bonusId, grant } }
  return onceOnly<{ bonusId: string; state: 'granted' | 'refused' }>(ctx, once, async (req) => {
    const bonus = await findBonus(req, bonusId)
    if (!bonus) return fail('not_found', 'There is no such bonus.')
    if (bonus.proposedBy === userId || bonus.creator === creatorId)
      return fail('forbidden', 'A bonus is decided by somebody else than who proposed it or gets it.')
    const at = ctx.clock.now()
    const state = grant ? ('granted' as const) : ('refused' as const)
    if (!(await decideBonusRow(req, bonusId, { state, decidedBy: userId, decidedAt: at.toISOString() })))
      return fail('state', `Expected a proposed bonus, this one is ${bonus.state}`)
    if (grant) await credit(req, bonus, userId, at)
    return ok({ bonusId, state })
  })
}

async function credit(req: PayloadRequest, bonus: BonusRow, actor: string, at: Date): Promise<void> {
  const { id, creator, amount, currency, kind, pieceKind, piece } = bonus
  // Without its piece: what pieces brought in orders is counted from order lines alone.
  const entries = grantEntries({ adjustment: id, creator, amount, currency, reason: `bonus_${kind}` })
  await appendEntries(req, entries, { at, test: false, actor })
  if (pieceKind && piece) await raiseLabels(req, [{ kind: pieceKind, id: piece }])
  const userId = await userOfCreator(req, creator)
  const payableOn = new Date(at.getTime() + defaultHoldDays * 86_400_000).toISOString()
  if (userId) await notify(req, { userId, kind: 'bonus-granted', data: { amount: { amount, currency }, payableOn } })
}

/** All bonuses, the newest first. For finance and admin. */
export async function listBonuses(ctx: Ctx, actor: Actor): Promise<Result<{ bonuses: BonusRow[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Bonuses are for the roles finance and admin.')
  return ok({ bonuses: await allBonuses(await ctx.req()) })
}
