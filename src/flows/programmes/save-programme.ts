import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { checkProgramme, maxRateBps, mostRate, type ProgrammeDraft } from '../../modules/attribution/index.ts'
import { findProgramme, listRates, type ProgrammeRow, saveProgramme as write } from '../../modules/attribution/store/programme-rows.ts'
import { readAfterSales } from '../../modules/checkout/store/settings.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { writeRate } from './set-rate.ts'

const staffOnly = () => fail('forbidden', 'Only finance and admins change programmes.')

/**
 * Makes a programme with its first rate. Fails with `forbidden`, or `invalid` for terms that no programme may have (ATT-07, ATT-09,
 * ATT-23, ATT-27, ATT-35).
 */
export async function createProgramme(
  ctx: Ctx,
  actor: Actor,
  { rateBps, ...draft }: ProgrammeDraft & { rateBps: number },
): Promise<Result<{ id: string }>> {
  if (!hasRole(actor, 'finance', 'admin')) return staffOnly()
  if (!Number.isInteger(rateBps) || rateBps < 0 || rateBps > maxRateBps)
    return fail('invalid', `Expected a rate of 0 to ${maxRateBps} basis points, got ${rateBps}`, { field: 'rateBps' })
  return ctx.tx('create programme', async (req) => {
    const { returnDays } = await readAfterSales(req)
    const checked = checkProgramme(draft, { ratesBps: [rateBps], returnDays })
    if (!checked.ok) return checked
    const id = await write(req, null, { ...draft, rateBps, indirectRateBps: null })
    await purgePages(req, [tag.site()])
    return ok({ id })
  })
}

/**
 * Changes the terms of a programme, for orders from now on: what an order froze stays. A tier's rate goes through the log of rates
 * (ATT-15). `updatedAt` is what the editor was shown: `conflict` when somebody else saved meanwhile.
 */
export async function changeProgramme(
  ctx: Ctx,
  actor: Actor,
  { id, updatedAt, ...draft }: ProgrammeDraft & { id: string; updatedAt: string },
): Promise<Result<{ updatedAt: string }>> {
  if (!hasRole(actor, 'finance', 'admin')) return staffOnly()
  return ctx.tx('change programme', async (req) => {
    const known = isId(id) ? await findProgramme(req, id) : null
    if (!known) return fail('not_found', 'There is no such programme.')
    if (known.updatedAt !== updatedAt) return fail('conflict', 'Somebody changed this programme meanwhile: load it again.')
    const { returnDays } = await readAfterSales(req)
    const checked = checkProgramme(draft, { ratesBps: [await mostOf(ctx, req, known)], returnDays })
    if (!checked.ok) return checked
    if (known.isDefault && !draft.isDefault)
      return fail('invalid', 'A shop needs a default programme: make another one the default instead.', { field: 'isDefault' })
    // Before the terms: the log says from which rate a tier went.
    for (const { name, rateBps } of draft.tiers)
      if (known.tiers.some((tier) => tier.name === name))
        await writeRate(ctx, req, known, { source: 'group', target: name, bps: rateBps, actor: actor.userId })
    await write(req, id, draft)
    await purgePages(req, [tag.site()])
    return ok({ updatedAt: (await findProgramme(req, id))!.updatedAt })
  })
}

/** ATT-15: the most that somebody may have: of what stands, and of what stood in the last 30 days. */
async function mostOf(ctx: Ctx, req: PayloadRequest, { id, rateBps, indirectRateBps, tiers }: ProgrammeRow): Promise<number> {
  const tierBps = tiers.map((tier) => tier.rateBps)
  return mostRate({ rateBps, indirectRateBps, tierBps }, await listRates(req, id), ctx.clock.now())
}
