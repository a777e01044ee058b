import type { Programme } from './types.ts'

/** How a creator stands in a programme. */
export interface Membership {
  programmeId: string
  creatorId: string
  status: 'invited' | 'active' | 'left' | 'removed'
  via: 'open' | 'invited'
  endedAt: Date | null
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

/** ATT-14: the programme by invitation that this creator is in; of several the best paid, then the lower id. */
export function invitedTo(
  creatorId: string,
  members: readonly Membership[],
  programmes: ReadonlyMap<string, Programme>,
): Programme | undefined {
  return members
    .flatMap((member) => {
      const programme = member.creatorId === creatorId && member.status === 'active' ? programmes.get(member.programmeId) : undefined
      return programme?.status === 'active' && programme.joining === 'invited' ? [programme] : []
    })
    .sort((a, b) => b.rateBps - a.rateBps || (a.id < b.id ? -1 : 1))[0]
}
