import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import type { RateSource } from '../../modules/attribution/index.ts'
import { findProgramme, listMembers, listProgrammes, listRates, type ProgrammeRow } from '../../modules/attribution/store/programme-rows.ts'
import { type BothNames, namesOfTargets } from '../../modules/attribution/store/rate-targets.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'

const staffOnly = () => fail('forbidden', 'Only finance and admins see all programmes.')

export type ProgrammeSummary = ProgrammeRow & { members: number; ownRates: number }

/** All programmes with how many creators are in each, and how many rates stand beside its own. */
export async function listAllProgrammes(ctx: Ctx, actor: Actor): Promise<Result<{ programmes: ProgrammeSummary[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return staffOnly()
  const req = await ctx.req()
  const members = await listMembers(req, { status: { equals: 'active' } })
  const programmes = []
  for (const row of await listProgrammes(req)) {
    const ownRates = standingOf(await listRates(req, row.id)).filter(({ source, toBps }) => source !== 'programme' && toBps !== null).length
    programmes.push({ ...row, members: members.filter(({ programme }) => programme === row.id).length, ownRates })
  }
  return ok({ programmes })
}

export interface RateRead {
  id: string
  source: RateSource
  target: string | null
  name: BothNames | null
  fromBps: number | null
  toBps: number | null
  announcedAt: string
  effectiveAt: string
  /** The newest of its source and target: what newcomers get. */
  stands: boolean
}

export interface MemberRead {
  creatorId: string
  handle: string
  displayName: string
  status: 'invited' | 'active' | 'left' | 'removed'
  via: 'open' | 'invited'
  joinedAt: string | null
}

/** One programme whole: its terms, the log of its rates, newest first, and who is in it. */
export async function readProgramme(
  ctx: Ctx,
  actor: Actor,
  { id }: { id: string },
): Promise<Result<{ programme: ProgrammeRow; rates: RateRead[]; members: MemberRead[] }>> {
  if (!hasRole(actor, 'finance', 'admin')) return staffOnly()
  const req = await ctx.req()
  const programme = isId(id) ? await findProgramme(req, id) : null
  if (!programme) return fail('not_found', 'There is no such programme.')
  const log = await listRates(req, id)
  const names = await namesOfTargets(req, log)
  const standing = new Set(standingOf(log).map((row) => row.id))
  const rows = await listMembers(req, { programme: { equals: id } })
  const creators = await findCreatorRows(
    req,
    rows.map(({ creator }) => creator),
  )
  return ok({
    programme,
    rates: log.map(({ announcedAt, effectiveAt, actor: _, programme: __, ...row }) => ({
      ...row,
      name: names.get(`${row.source} ${row.target}`) ?? null,
      announcedAt: announcedAt.toISOString(),
      effectiveAt: effectiveAt.toISOString(),
      stands: standing.has(row.id),
    })),
    members: rows.map(({ creator, status, via, joinedAt }) => ({
      creatorId: creator,
      handle: creators.get(creator)?.handle ?? '',
      displayName: creators.get(creator)?.displayName ?? '',
      ...{ status, via, joinedAt: joinedAt?.toISOString() ?? null },
    })),
  })
}

/** The newest row of each source and target, of a log with the newest first. */
function standingOf<T extends { source: string; target: string | null }>(log: readonly T[]): T[] {
  const seen = new Set<string>()
  return log.filter(({ source, target }) => {
    const key = `${source} ${target}`
    return !seen.has(key) && seen.add(key)
  })
}

/** The shop's currency: what the sales of tiers are in. */
export const programmeCurrency = async (ctx: Ctx): Promise<string> => (await readTerms(await ctx.req(), 'zh')).currency
