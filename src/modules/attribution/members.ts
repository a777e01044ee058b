import { inForce, type Stay } from './deals.ts'
import type { Programme } from './types.ts'

/** How a creator stands in a programme. */
export interface Membership {
  programmeId: string
  creatorId: string
  status: 'invited' | 'active' | 'left' | 'removed'
  /** `open`: she is in it, but was not invited: its terms hold for its own links alone. */
  via: 'open' | 'invited'
  endedAt: Date | null
  /** When its terms held for all that she promotes, oldest first (ATT-14). */
  stays?: readonly Stay[]
}

const of = (members: readonly Membership[], programmeId: string, creatorId: string): Membership | undefined =>
  members.find((member) => member.programmeId === programmeId && member.creatorId === creatorId)

/**
 * Whether a creator's touch of this moment earns nothing under a programme: she was never let into one that is by invitation,
 * she was taken out, or she had left before the touch. What she brought before she left still counts.
 */
export function refusesMember(programme: Programme, creatorId: string, at: Date, members: readonly Membership[] = []): boolean {
  const member = of(members, programme.id, creatorId)
  if (!member || member.status === 'invited') return programme.joining === 'invited'
  if (member.status === 'removed') return true
  return member.status === 'left' && (member.endedAt === null || at >= member.endedAt)
}

/**
 * The terms by which what a creator promotes under a programme is judged: those of the programme that she was invited to, which beat open
 * ones (ATT-14); a link under a programme by invitation keeps that one's, unless she was only let stay there when it closed its door.
 */
export function termsFor(
  creatorId: string,
  own: Programme,
  { programmes, members = [] }: { programmes: ReadonlyMap<string, Programme>; members?: readonly Membership[] },
  at: Date,
): Programme {
  const deal = invitedTo(creatorId, members, programmes, at)
  if (!deal || own.joining !== 'invited') return deal ?? own
  const hers = of(members, own.id, creatorId)
  return hers?.status === 'active' && hers.via === 'open' ? deal : own
}

/** ATT-14: the programme by invitation that this creator was in at a moment; of several the best paid, then the lower id. */
function invitedTo(
  creatorId: string,
  members: readonly Membership[],
  programmes: ReadonlyMap<string, Programme>,
  at: Date,
): Programme | undefined {
  return members
    .flatMap((member) => {
      const programme = member.creatorId === creatorId && wasInvited(member, at) ? programmes.get(member.programmeId) : undefined
      return programme?.status === 'active' && programme.joining === 'invited' ? [programme] : []
    })
    .sort((a, b) => b.rateBps - a.rateBps || (a.id < b.id ? -1 : 1))[0]
}

/** By her stays, where they are known: a sale of another shop is told of when she may have left. */
const wasInvited = ({ status, via, stays }: Membership, at: Date): boolean =>
  stays ? stays.some((stay) => inForce(stay, (moment) => moment <= at)) : status === 'active' && via === 'invited'
