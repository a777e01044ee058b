import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import type { BonusRow } from '../../modules/ledger/store/bonuses.ts'
import { readPayoutSettings } from '../../modules/ledger/store/settings.ts'
import { namesOf } from '../../modules/operations/store.ts'
import { type BonusInput, listBonuses, proposeBonus } from './bonuses.ts'

/** A bonus as the desk shows it. */
export interface DeskBonus extends Omit<BonusRow, 'creator' | 'proposedBy' | 'decidedBy'> {
  creator: { id: string; name: string; handle: string }
  /** Names of accounts. */
  proposedBy: string
  decidedBy: string | null
  /** Why the reader may not decide it; null when he may. */
  mayNot: 'own_proposal' | 'own_bonus' | 'finance_only' | null
}

/** All bonuses, the newest first, with the names of everybody in them and the shop's currency. For finance and admin. */
export async function readDeskBonuses(ctx: Ctx, actor: Actor): Promise<Result<{ bonuses: DeskBonus[]; currency: string }>> {
  const listed = await listBonuses(ctx, actor)
  if (!listed.ok) return listed
  const { bonuses } = listed.value
  const req = await ctx.req()
  const creators = await findCreatorRows(
    req,
    bonuses.map(({ creator }) => creator),
  )
  const names = await namesOf(
    req,
    bonuses.flatMap(({ proposedBy, decidedBy }) => [proposedBy, ...(decidedBy ? [decidedBy] : [])]),
  )
  const { currency } = await readPayoutSettings(req)
  return ok({
    currency,
    bonuses: bonuses.map((row) => ({
      ...row,
      creator: {
        ...{ id: row.creator, name: creators.get(row.creator)?.displayName ?? row.creator },
        handle: creators.get(row.creator)?.handle ?? '',
      },
      proposedBy: names.get(row.proposedBy) ?? row.proposedBy,
      decidedBy: row.decidedBy ? (names.get(row.decidedBy) ?? row.decidedBy) : null,
      mayNot: mayNot(actor, row),
    })),
  })
}

function mayNot(actor: Actor, { creator, proposedBy }: BonusRow): DeskBonus['mayNot'] {
  if (!hasRole(actor, 'finance')) return 'finance_only'
  if (creator === actor.creatorId) return 'own_bonus'
  return proposedBy === actor.userId ? 'own_proposal' : null
}

/** What staff type: a handle, and the address of a piece (empty: none). Amounts in minor units. */
export type BonusByHand =
  | Omit<Extract<BonusInput, { kind: 'flat' }>, 'creator' | 'piece'>
  | Omit<Extract<BonusInput, { kind: 'per_view' }>, 'creator' | 'piece'>

/** Proposes a bonus by what people can read. Fails as `proposeBonus`, and with `not_found` at `handle`. */
export async function proposeByHand(
  ctx: Ctx,
  actor: Actor,
  { handle, pieceAddress, ...ask }: BonusByHand & { handle: string; pieceAddress: string },
  idempotencyKey: string,
): Promise<Result<{ bonusId: string; amount: number }>> {
  const folded = handle.trim().replace(/^@/, '').toLowerCase()
  const creator = folded ? await findCreator(await ctx.req(), { handle: { equals: folded } }) : null
  if (!creator) return fail('not_found', 'There is no creator with this handle.', { field: 'handle' })
  const piece = pieceAddress.trim() === '' ? null : pieceOf(pieceAddress)
  if (piece === undefined) return fail('invalid', 'Expected the address of a piece, such as /zh/p/…', { field: 'piece' })
  return proposeBonus(ctx, actor, { ...ask, creator: creator.id, piece }, idempotencyKey)
}

/** The piece that an address leads to; undefined for any other address. */
function pieceOf(address: string): BonusInput['piece'] | undefined {
  const [, kind, id] = /(?:^|\/)([pv])\/([0-9a-f-]{36})(?:[/?#]|$)/.exec(address.trim()) ?? []
  return id ? { kind: kind === 'p' ? 'posts' : 'video-notes', id } : undefined
}
