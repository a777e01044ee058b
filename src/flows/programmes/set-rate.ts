import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId, newId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { effectiveAt, indirectTarget, maxRateBps, type RateChange, type RateSource } from '../../modules/attribution/index.ts'
import { appendRate, findProgramme, keepRate, listRates, type ProgrammeRow } from '../../modules/attribution/store/programme-rows.ts'
import type { Reach } from '../../modules/attribution/store/promoted.ts'
import { resolveTarget } from '../../modules/attribution/store/rate-targets.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { type Earning, readEarning } from './earning.ts'
import { stepsBetween } from './rate-steps.ts'
import { tellSteps } from './tell-of-rate.ts'

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
      await takeTurn(req, 'programmes')
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

/** Appends one change and tells whom it concerns, in the caller's transaction. */
export async function writeRate(ctx: Ctx, req: PayloadRequest, programme: ProgrammeRow, change: Writing): Promise<RateSet> {
  const { source, target, bps: toBps, actor } = change
  const own = (await listRates(req, programme.id)).filter((row) => row.source === source && row.target === target)
  const fromBps = own[0] ? own[0].toBps : initially(programme, source, target)
  const announcedAt = ctx.clock.now()
  if (fromBps === toBps) return { changed: false, isCut: false, effectiveAt: announcedAt.toISOString(), told: 0 }
  const reach: Reach = (source === 'creator' || source === 'invited') && target ? { creator: target } : { programme: programme.id }
  const before = await readEarning(req, reach, announcedAt, source === 'link' ? target : null)
  const after = changed(before, programme.id, { id: newId(), source, target, fromBps, toBps, announcedAt })
  const steps = stepsBetween(before, after, announcedAt)
  // Where nobody promotes by it yet, the setting is compared with what stands in its place without it.
  const isCut = steps.length > 0 ? steps.some((step) => step.isCut) : (toBps ?? programme.rateBps) < (fromBps ?? programme.rateBps)
  const inForce = effectiveAt({ announcedAt, isCut })
  const row = { programme: programme.id, source, target, fromBps, toBps, announcedAt, effectiveAt: inForce, actor }
  const id = await appendRate(req, row, own.length)
  if (source === 'programme')
    await keepRate(req, programme.id, target === indirectTarget ? { indirectRateBps: toBps } : { rateBps: toBps ?? 0 })
  await purgePages(req, [tag.site()])
  const { told } = await tellSteps(req, steps, { change: id, programme, setting: { source, target } }, { reach, at: announcedAt })
  return { changed: true, isCut, effectiveAt: inForce.toISOString(), told }
}

/** What everybody earns with one more row in the log. */
function changed({ wanted, facts }: Earning, programme: string, row: RateChange): Earning {
  return { wanted, facts: { ...facts, rates: new Map(facts.rates).set(programme, [...(facts.rates.get(programme) ?? []), row]) } }
}

/** What stood before the first row of a source and target. */
function initially({ rateBps, indirectRateBps, tiers }: ProgrammeRow, source: RateSource, target: string | null): number | null {
  if (source === 'programme') return target === indirectTarget ? indirectRateBps : rateBps
  return source === 'group' ? (tiers.find(({ name }) => name === target)?.rateBps ?? null) : null
}
