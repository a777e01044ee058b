import type { PayloadRequest } from 'payload'
import { type ProgrammeDraft, staysAfter } from '../../modules/attribution/index.ts'
import { listMembers, type ProgrammeRow, saveMember } from '../../modules/attribution/store/programme-rows.ts'
import { findPromoted } from '../../modules/attribution/store/promoted.ts'

/** Terms of which a deal is made: both must say so. */
const isDeal = ({ joining, status }: Pick<ProgrammeDraft, 'joining' | 'status'>): boolean => joining === 'invited' && status === 'active'

/**
 * What a programme's door does to those inside, in the caller's transaction. When it closes to everybody but the invited, whoever
 * promotes under it by then is let stay, or her links would earn nothing from that moment (ATT-15); she was not invited, so it is no deal
 * for what she promotes elsewhere. Deals of those who were invited begin and end with it (ATT-14). Answers how many were let stay.
 */
export async function turnDoor(
  req: PayloadRequest,
  known: ProgrammeRow,
  draft: Pick<ProgrammeDraft, 'joining' | 'status'>,
  { at, actor }: { at: Date; actor: string | null },
): Promise<number> {
  const members = await listMembers(req, { programme: { equals: known.id } })
  if (isDeal(known) !== isDeal(draft))
    for (const member of members) {
      const holds = isDeal(draft) && member.via === 'invited' && member.status === 'active'
      const stays = staysAfter(member.stays, holds, at)
      if (stays.length !== member.stays.length || stays.at(-1)?.until !== member.stays.at(-1)?.until)
        await saveMember(req, member, { ...member, stays, actor })
    }
  return known.joining === 'open' && draft.joining === 'invited' ? admit(req, known.id, members, { at, actor }) : 0
}

async function admit(
  req: PayloadRequest,
  programme: string,
  members: Awaited<ReturnType<typeof listMembers>>,
  { at, actor }: { at: Date; actor: string | null },
): Promise<number> {
  const promoting = (await findPromoted(req, { programme })).filter(({ ownProgrammeId }) => ownProgrammeId === programme)
  const known = new Map(members.map((member) => [member.creator, member]))
  let admitted = 0
  for (const creator of new Set(promoting.map(({ creatorId }) => creatorId))) {
    const member = known.get(creator) ?? null
    // Who left or was taken out is not here; one whose invitation still waits is.
    if (member && member.status !== 'invited') continue
    const row = { programme, creator, status: 'active' as const, via: 'open' as const, joinedAt: at, endedAt: null, stays: [] }
    await saveMember(req, member, { ...row, actor })
    admitted++
  }
  return admitted
}
