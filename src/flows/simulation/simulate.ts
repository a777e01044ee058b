import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { type Actor, hasRole } from '../../lib/actor.ts'
import { dayIn } from '../../lib/calendar.ts'
import { isId } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { frozenShares, type Model, maxRateBps, models, replayLine, type Shares, type Trial } from '../../modules/attribution/index.ts'
import { listProgrammes } from '../../modules/attribution/store/programme-list.ts'
import { readTerms } from '../../modules/checkout/store/settings.ts'
import { siteTimeZone } from '../payments/site-day.ts'
import { type DatedLine, readPastLines } from './past-lines.ts'

export interface SimulationInput {
  /** Whole days back from now, 1 to 90. */
  days: number
  /** Only this programme's terms change; all without. */
  programmeId?: string | undefined
  model?: string | undefined
  windowDays?: number | undefined
  rateBps?: number | undefined
}

/** Minor units of the shop's currency. `before` is what was frozen, `after` what the other terms would have made of it; refunds are in neither. */
export interface Simulation {
  currency: string
  days: number
  lines: number
  changed: number
  before: number
  after: number
  /** Who gains most first, who loses most last. */
  creators: { id: string; name: string; before: number; after: number }[]
  byDay: { day: string; before: number; after: number }[]
  /** There were more orders than are replayed; the newest are left out. */
  truncated: boolean
  programmes: { id: string; name: string }[]
}

/**
 * ATT-41: decides the paid orders of the last days again under other terms and says who would gain and lose. Reads only: it opens no
 * transaction, writes nothing and changes no decision. For finance and admin. Fails with `forbidden`, `invalid`, `not_found`.
 */
export async function simulate(ctx: Ctx, actor: Actor, input: SimulationInput): Promise<Result<Simulation>> {
  if (!hasRole(actor, 'finance', 'admin')) return fail('forbidden', 'Terms are tried out by the roles finance and admin.')
  const trial = trialOf(input)
  if (!trial.ok) return trial
  const req = await ctx.req()
  const programmes = await listProgrammes(req)
  if (trial.value.programmeId !== null && !programmes.some(({ id }) => id === trial.value.programmeId))
    return fail('not_found', 'There is no such programme.')
  const since = new Date(ctx.clock.now().getTime() - input.days * 86_400_000)
  const { currency } = await readTerms(req)
  const { lines, facts, truncated } = await readPastLines(req, since, currency)
  const replayed = lines.map((line) => ({ line, before: frozenShares(line), after: replayLine(line, facts, trial.value) }))
  const { creators, byDay } = await summed(req, replayed)
  const total = (field: 'before' | 'after') => byDay.reduce((sum, day) => sum + day[field], 0)
  return ok({
    ...{ currency, days: input.days, lines: lines.length, truncated, programmes, creators, byDay },
    changed: replayed.filter(({ before, after }) => !isSame(before, after)).length,
    before: total('before'),
    after: total('after'),
  })
}

/** The programmes that a trial may be limited to. */
export const listTriedProgrammes = async (ctx: Ctx) => listProgrammes(await ctx.req())

function trialOf({ days, programmeId, model, windowDays, rateBps }: SimulationInput): Result<Trial> {
  const bad = (field: string, message: string) => fail('invalid', message, { field })
  if (!Number.isInteger(days) || days < 1 || days > 90) return bad('days', `Expected 1 to 90 days, got ${days}`)
  const chosen = models.find((one): one is Model => one === model)
  if (model !== undefined && !chosen) return bad('model', `Expected one of ${models.join(', ')}`)
  if (windowDays !== undefined && (!Number.isInteger(windowDays) || windowDays < 1 || windowDays > 90))
    return bad('windowDays', `Expected 1 to 90 days, got ${windowDays}`)
  if (rateBps !== undefined && (!Number.isInteger(rateBps) || rateBps < 0 || rateBps > maxRateBps))
    return bad('rateBps', `Expected 0 to ${maxRateBps} basis points, got ${rateBps}`)
  if (programmeId !== undefined && !isId(programmeId)) return bad('programmeId', 'Expected the id of a programme')
  return ok({
    programmeId: programmeId ?? null,
    model: chosen,
    windowSeconds: windowDays === undefined ? undefined : windowDays * 86_400,
    rateBps,
  })
}

const isSame = (a: Shares, b: Shares): boolean => a.size === b.size && [...a].every(([creator, amount]) => b.get(creator) === amount)

type Replayed = { line: DatedLine; before: Shares; after: Shares }[]

async function summed(req: PayloadRequest, replayed: Replayed): Promise<Pick<Simulation, 'creators' | 'byDay'>> {
  const byCreator = new Map<string, { before: number; after: number }>()
  const byDay = new Map<string, { before: number; after: number }>()
  const dayOf = dayIn(await siteTimeZone(req))
  for (const { line, ...sides } of replayed) {
    const day = dayOf(line.soldAt)
    for (const field of ['before', 'after'] as const) {
      for (const [creator, amount] of sides[field]) {
        add(byCreator, creator, field, amount)
        add(byDay, day, field, amount)
      }
    }
  }
  const rows = await findCreatorRows(req, [...byCreator.keys()])
  const creators = [...byCreator].map(([id, sums]) => ({ id, name: rows.get(id)?.displayName ?? id, ...sums }))
  return {
    creators: creators.sort((a, b) => b.after - b.before - (a.after - a.before) || (a.id < b.id ? -1 : 1)),
    byDay: [...byDay].map(([day, sums]) => ({ day, ...sums })).sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

function add(sums: Map<string, { before: number; after: number }>, key: string, field: 'before' | 'after', amount: number): void {
  const one = sums.get(key) ?? { before: 0, after: 0 }
  sums.set(key, { ...one, [field]: one[field] + amount })
}
