import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { effectiveAt, indirectTarget, maxRateBps, type RateSource } from '../../modules/attribution/index.ts'
import { appendRate, findProgramme, keepRate, listRates, type ProgrammeRow } from '../../modules/attribution/store/programme-rows.ts'
import { resolveTarget } from '../../modules/attribution/store/rate-targets.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { tellOfRate } from './tell-of-rate.ts'

export interface SetRate {
  programmeId: string
  source: RateSource
  /** A creator's handle, a product's or category's slug, a link's code, a tier's name, `indirect`, or an id; null is the programme itself. */
  target: string | null
  /** Basis points; null ends a rate of its own. */
  bps: number | null
}

export interface RateSet {
  changed: boolean
  /** Whether less is paid than before: who promotes already has the old rate until `effectiveAt` (ATT-15). */
  isCut: boolean
  effectiveAt: string
  /** How many creators were told. */
  told: number
}

/**
 * Sets a rate (ATT-14, ATT-15): appends to the log, keeps what stands on the programme, tells the creators whom a change concerns,
 * at once and, of a cut, again two days before it reaches them. The same rate again changes nothing.
 * Fails: `forbidden`; `not_found` (programme, or `target` of the rate); `invalid` (`bps` above the cap, or no rate where there must be one).
 */
export async function setRate(ctx: Ctx, actor: Actor, input: SetRate): Promise<Result<RateSet>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Only finance and admins set rates.')
  return againOnDuplicate(() =>
    ctx.tx('set rate', async (req) => {
      const programme = isId(input.programmeId) ? await findProgramme(req, input.programmeId) : null
      if (!programme) return fail('not_found', 'There is no such programme.')
      const found = await resolveTarget(req, programme, input.source, input.target)
      if (!found) return fail('not_found', 'There is nothing of that name to set a rate for.', { field: 'target' })
      const refused = refuse(programme, input)
      if (refused) return refused
      return ok(await writeRate(ctx, req, programme, { ...input, ...found, actor: actor.userId }))
    }),
  )
}

function refuse({ capBps }: ProgrammeRow, { source, target, bps }: SetRate): Result<never> | null {
  const most = Math.min(maxRateBps, capBps)
  if (bps === null)
    return source === 'programme' && target !== indirectTarget
      ? fail('invalid', 'A programme needs a rate; 0 pays nothing.', { field: 'bps' })
      : null
  if (Number.isInteger(bps) && bps >= 0 && bps <= most) return null
  return fail('invalid', `Expected 0 to ${most} basis points (the programme’s cap), got ${bps}`, { field: 'bps', details: { most } })
}

type Writing = Pick<SetRate, 'source' | 'target' | 'bps'> & { actor: string | null }

/** Appends one change, in the caller's transaction. */
export async function writeRate(ctx: Ctx, req: PayloadRequest, programme: ProgrammeRow, change: Writing): Promise<RateSet> {
  const { source, target, bps: toBps, actor } = change
  const own = (await listRates(req, programme.id)).filter((row) => row.source === source && row.target === target)
  const fromBps = own[0] ? own[0].toBps : initially(programme, source, target)
  const announcedAt = ctx.clock.now()
  // What has no rate of its own has the next weaker one: the programme's is what it is measured by.
  const [before, after] = [fromBps ?? programme.rateBps, toBps ?? programme.rateBps]
  const isCut = after < before
  const inForce = effectiveAt({ announcedAt, isCut })
  const nothing = { changed: false, isCut: false, effectiveAt: announcedAt.toISOString(), told: 0 }
  if (fromBps === toBps) return nothing
  const row = { programme: programme.id, source, target, fromBps, toBps, announcedAt, effectiveAt: inForce, actor }
  const id = await appendRate(req, row, own.length)
  if (source === 'programme')
    await keepRate(req, programme.id, target === indirectTarget ? { indirectRateBps: toBps } : { rateBps: toBps ?? 0 })
  await purgePages(req, [tag.site()])
  const told = before === after ? 0 : await tellOfRate(req, { ...row, id }, { when: 'now', standsIn: programme.rateBps })
  if (isCut && told > 0) {
    const waitUntil = new Date(inForce.getTime() - 2 * 86_400_000)
    await req.payload.jobs.queue({ task: 'remind-of-cut', input: { change: id }, queue: 'default', waitUntil, req })
  }
  return { changed: true, isCut, effectiveAt: inForce.toISOString(), told }
}

/** What stood before the first row of a source and target. */
function initially({ rateBps, indirectRateBps, tiers }: ProgrammeRow, source: RateSource, target: string | null): number | null {
  if (source === 'programme') return target === indirectTarget ? indirectRateBps : rateBps
  return source === 'group' ? (tiers.find(({ name }) => name === target)?.rateBps ?? null) : null
}
