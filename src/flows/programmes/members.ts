import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole, isStaff } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import { staysAfter } from '../../modules/attribution/index.ts'
import { findMember, findProgramme, type MemberRow, type ProgrammeRow, saveMember } from '../../modules/attribution/store/programme-rows.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { notify } from '../accounts/notify.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { tellingOf } from './tell-of-rate.ts'

type Status = MemberRow['status']

interface Step {
  programmeId: string
  /** Whose membership: found inside the transaction. */
  creatorOf: (req: PayloadRequest) => Promise<Result<string>>
  move: (programme: ProgrammeRow, known: MemberRow | null) => Result<{ status: Status; via: 'open' | 'invited' }>
  after?: (req: PayloadRequest, programme: ProgrammeRow, creator: string) => Promise<void>
}

/** One step of a membership: the row is made or changed, or it is so already and nothing happens. */
function step(ctx: Ctx, actor: Actor, label: string, { programmeId, creatorOf, move, after }: Step): Promise<Result<{ status: Status }>> {
  return againOnDuplicate(() =>
    ctx.tx(label, async (req) => {
      const programme = isId(programmeId) ? await findProgramme(req, programmeId) : null
      if (!programme) return fail('not_found', 'There is no such programme.')
      const creator = await creatorOf(req)
      if (!creator.ok) return creator
      const known = await findMember(req, programme.id, creator.value)
      const moved = move(programme, known)
      if (!moved.ok) return moved
      const { status, via } = moved.value
      if (known?.status === status) return ok({ status })
      const now = ctx.clock.now()
      const over = status === 'left' || status === 'removed'
      const isDeal = status === 'active' && via === 'invited' && programme.joining === 'invited' && programme.status === 'active'
      const write = () =>
        saveMember(req, known, {
          ...{ programme: programme.id, creator: creator.value, status, via, actor: actor.userId },
          joinedAt: status === 'active' ? now : (known?.joinedAt ?? null),
          endedAt: over ? now : null,
          stays: staysAfter(known?.stays ?? [], isDeal, now),
        })
      // Coming into a deal or going out of it changes what all her links earn (ATT-14), and what she loses by that waits as any cut does.
      const changes = isDeal || known?.status === 'active'
      if (changes) await tellingOf(ctx, req, { reach: { creator: creator.value }, programme }, write)
      else await write()
      // What she promotes may earn from now on, or no more: her pieces' labels follow within a second (DIS-1).
      await purgePages(req, [tag.creator(creator.value)])
      await after?.(req, programme, creator.value)
      return ok({ status })
    }),
  )
}

const noInvitation = () => fail('forbidden', 'This programme is by invitation.', { details: { why: 'invited_only' } })

/** A creator joins a programme: one that is open to everybody, or one that she was invited to. Costs nothing (LAW-3). */
export function joinProgramme(ctx: Ctx, actor: Actor, { programmeId }: { programmeId: string }): Promise<Result<{ status: Status }>> {
  return step(ctx, actor, 'join programme', {
    programmeId,
    creatorOf: (req) => ownProfile(req, actor),
    move: (programme, known) => {
      if (programme.status !== 'active') return fail('state', 'This programme is closed.')
      if (known?.status === 'active') return ok({ status: 'active', via: known.via })
      if (known?.status === 'removed') return fail('forbidden', 'The shop took you out of this programme.', { details: { why: 'removed' } })
      if (programme.joining === 'open') return ok({ status: 'active', via: known?.status === 'invited' ? 'invited' : 'open' })
      return known?.status === 'invited' ? ok({ status: 'active', via: 'invited' }) : noInvitation()
    },
  })
}

/** A creator leaves, or declines an invitation. What she brought before still counts inside its window; what comes later does not. */
export function leaveProgramme(ctx: Ctx, actor: Actor, { programmeId }: { programmeId: string }): Promise<Result<{ status: Status }>> {
  return step(ctx, actor, 'leave programme', {
    programmeId,
    creatorOf: (req) => ownProfile(req, actor),
    move: (_, known) => {
      if (!known) return fail('state', 'You are not in this programme.')
      return ok({ status: known.status === 'removed' ? 'removed' : 'left', via: known.via })
    },
  })
}

/** Staff invite a creator, by handle. Who was taken out or left can be invited again; who is in stays in. */
export function inviteMember(ctx: Ctx, actor: Actor, input: { programmeId: string; handle: string }): Promise<Result<{ status: Status }>> {
  if (!hasRole(actor, 'finance', 'admin')) return Promise.resolve(staffOnly())
  return step(ctx, actor, 'invite member', {
    programmeId: input.programmeId,
    creatorOf: async (req) => {
      const handle = input.handle.trim().replace(/^@/, '').toLowerCase()
      const creator = await findCreator(req, { handle: { equals: handle } })
      if (!creator) return fail('not_found', 'There is no creator of that name.', { field: 'handle' })
      return creator.status === 'active' ? ok(creator.id) : fail('state', 'This profile is suspended.', { field: 'handle' })
    },
    move: (programme, known) => {
      if (programme.status !== 'active') return fail('state', 'This programme is closed.')
      // Declining it would be leaving: nobody may lose by an invitation what everybody has.
      if (programme.joining === 'open' && !known) return fail('state', 'This programme is open: nobody needs an invitation.')
      return ok({ status: known?.status === 'active' ? 'active' : 'invited', via: 'invited' })
    },
    after: async (req, programme, creator) => {
      const userId = await userOfCreator(req, creator)
      const { zh, en, rateBps } = programme
      if (userId) await notify(req, { userId, kind: 'programme-invited', data: { programme: { zh, en }, rateBps } })
    },
  })
}

/** Staff take a creator out: from now on nothing she brings under it earns, nor what she brought before and nobody ordered yet. */
export function removeMember(
  ctx: Ctx,
  actor: Actor,
  { programmeId, creatorId }: { programmeId: string; creatorId: string },
): Promise<Result<{ status: Status }>> {
  if (!hasRole(actor, 'finance', 'admin')) return Promise.resolve(staffOnly())
  return step(ctx, actor, 'remove member', {
    programmeId,
    creatorOf: async (req) => {
      const creator = isId(creatorId) ? await findCreator(req, { id: { equals: creatorId } }) : null
      return creator ? ok(creator.id) : fail('not_found', 'There is no such creator.')
    },
    move: (_, known) => ok({ status: 'removed', via: known?.via ?? 'open' }),
    after: async (req, { zh, en }, creator) => {
      const userId = await userOfCreator(req, creator)
      if (userId) await notify(req, { userId, kind: 'programme-removed', data: { programme: { zh, en } } })
    },
  })
}

const staffOnly = () => fail('forbidden', 'Only finance and admins change who is in a programme.')

async function ownProfile(req: PayloadRequest, actor: Actor): Promise<Result<string>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to join a programme.')
  if (!actor.creatorId) return fail('forbidden', 'Only creators join programmes.', { details: { why: 'no_profile' } })
  if (isStaff(actor)) return fail('forbidden', 'Who works for the shop earns no commission (ATT-21).', { details: { why: 'staff' } })
  const creator = await findCreator(req, { id: { equals: actor.creatorId } })
  if (creator?.status === 'active') return ok(creator.id)
  return fail('forbidden', 'This profile is suspended.', { details: { why: 'suspended' } })
}
