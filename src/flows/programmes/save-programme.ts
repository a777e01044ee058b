import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { checkProgramme, effectiveAt, maxRateBps, mostRate, noticeMs, type ProgrammeDraft } from '../../modules/attribution/index.ts'
import {
  appendRate,
  findProgramme,
  listMembers,
  listRates,
  type ProgrammeRow,
  saveProgramme as write,
} from '../../modules/attribution/store/programme-rows.ts'
import { findPromoted } from '../../modules/attribution/store/promoted.ts'
import { defaultProgrammeId, pinCodes } from '../../modules/attribution/store/terms.ts'
import { readAfterSales } from '../../modules/checkout/store/settings.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { turnDoor } from './open-door.ts'
import { tellingOf } from './tell-of-rate.ts'

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
    await takeTurn(req, 'programmes')
    const { returnDays } = await readAfterSales(req)
    const checked = checkProgramme(draft, { ratesBps: [rateBps], returnDays })
    if (!checked.ok) return checked
    await keepCodes(req, draft.isDefault)
    const id = await write(req, null, { ...draft, rateBps, indirectRateBps: null })
    await purgePages(req, [tag.site()])
    return ok({ id })
  })
}

export interface ProgrammeChanged {
  updatedAt: string
  /** How many creators were let stay in a programme that only takes the invited from now on. */
  admitted: number
  /** How many were told that their rate changes. */
  told: number
}

/**
 * Changes the terms of a programme, for orders from now on: what an order froze stays. What creators earn by it falls no faster than by
 * a rate that is cut (ATT-15), whichever term it is: tiers go through the log of rates, who promotes is let stay where only the
 * invited may join, and a programme under which somebody earns is not closed. `updatedAt` is what the editor was shown: `conflict` when somebody else
 * saved meanwhile.
 */
export async function changeProgramme(
  ctx: Ctx,
  actor: Actor,
  { id, updatedAt, ...draft }: ProgrammeDraft & { id: string; updatedAt: string },
): Promise<Result<ProgrammeChanged>> {
  if (!hasRole(actor, 'finance', 'admin')) return staffOnly()
  return ctx.tx('change programme', async (req) => {
    await takeTurn(req, 'programmes')
    const known = isId(id) ? await findProgramme(req, id) : null
    if (!known) return fail('not_found', 'There is no such programme.')
    if (known.updatedAt !== updatedAt) return fail('conflict', 'Somebody changed this programme meanwhile: load it again.')
    const refused = await refuse(ctx, req, known, draft)
    if (refused) return refused
    const by = { at: ctx.clock.now(), actor: actor.userId }
    const { done: admitted, told } = await tellingOf(
      ctx,
      req,
      { reach: { programme: id }, programme: { ...known, ...draft } },
      async () => {
        await logTiers(req, known, draft.tiers, by)
        const stayed = await turnDoor(req, known, draft, by)
        await keepCodes(req, draft.isDefault && !known.isDefault)
        await write(req, id, draft)
        return stayed
      },
    )
    await purgePages(req, [tag.site()])
    return ok({ updatedAt: (await findProgramme(req, id))!.updatedAt, admitted, told })
  })
}

async function refuse(ctx: Ctx, req: PayloadRequest, known: ProgrammeRow, draft: ProgrammeDraft): Promise<Result<never> | null> {
  const { returnDays } = await readAfterSales(req)
  const most = await mostOf(ctx, req, known)
  const checked = checkProgramme(draft, { ratesBps: [most], returnDays })
  if (!checked.ok) return checked
  if (known.isDefault && !draft.isDefault)
    return fail('invalid', 'A shop needs a default programme: make another one the default instead.', { field: 'isDefault' })
  const closes = known.status === 'active' && draft.status === 'closed'
  if (!closes || most === 0 || !(await hasEarners(req, known.id, ctx.clock.now()))) return null
  const message = 'Creators promote under this programme: set its rates to 0, and close it when these have reached everybody (ATT-15).'
  return fail('invalid', message, { field: 'status', details: { most } })
}

/** Whether somebody promotes under a programme, or is paid by its terms elsewhere now or still (ATT-15). */
async function hasEarners(req: PayloadRequest, programme: string, at: Date): Promise<boolean> {
  const since = at.getTime() - noticeMs
  const members = await listMembers(req, { programme: { equals: programme } })
  if (members.some(({ stays }) => stays.some(({ until }) => until === null || until.getTime() > since))) return true
  return (await findPromoted(req, { programme })).some(({ ownProgrammeId }) => ownProgrammeId === programme)
}

/** ATT-15, ATT-35: the log says from which rate to which a tier went, also of one that is new, renamed or gone. Before the terms are written. */
async function logTiers(
  req: PayloadRequest,
  known: ProgrammeRow,
  tiers: ProgrammeDraft['tiers'],
  { at: announcedAt, actor }: { at: Date; actor: string | null },
): Promise<void> {
  const log = await listRates(req, known.id)
  const bpsOf = (list: ProgrammeDraft['tiers'], tier: string) => list.find(({ name }) => name === tier)?.rateBps ?? null
  for (const target of new Set([...known.tiers, ...tiers].map(({ name }) => name))) {
    const own = log.filter((row) => row.source === 'group' && row.target === target)
    const [fromBps, toBps] = [own[0] ? own[0].toBps : bpsOf(known.tiers, target), bpsOf(tiers, target)]
    if (fromBps === toBps) continue
    const isCut = (toBps ?? known.rateBps) < (fromBps ?? known.rateBps)
    const row = { programme: known.id, source: 'group' as const, target, fromBps, toBps, announcedAt, actor }
    await appendRate(req, { ...row, effectiveAt: effectiveAt({ announcedAt, isCut }) }, own.length)
  }
}

/** ATT-15: codes without a programme of their own credit by the default one: they keep it when another becomes the default, as links do. */
async function keepCodes(req: PayloadRequest, isNewDefault: boolean): Promise<void> {
  const standard = isNewDefault ? await defaultProgrammeId(req) : null
  if (standard) await pinCodes(req, standard)
}

/** ATT-15: the most that somebody may have: of what stands, and of what stood in the last 30 days. */
async function mostOf(ctx: Ctx, req: PayloadRequest, { id, rateBps, indirectRateBps, tiers }: ProgrammeRow): Promise<number> {
  const tierBps = tiers.map((tier) => tier.rateBps)
  return mostRate({ rateBps, indirectRateBps, tierBps }, await listRates(req, id), ctx.clock.now())
}
