import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { derivedId } from '../../lib/derived-id.ts'
import { newId } from '../../lib/ids.ts'
import { indirectTarget, noticeMs, type RateSource } from '../../modules/attribution/index.ts'
import { findProgramme, findRate } from '../../modules/attribution/store/programme-rows.ts'
import { findTitles, type Reach } from '../../modules/attribution/store/promoted.ts'
import { type BothNames, namesOfTargets } from '../../modules/attribution/store/rate-targets.ts'
import { isNoted, notifyOnce } from '../accounts/notify-once.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'
import { type Earning, readEarning } from './earning.ts'
import { fallsOn, type RateStep, stepsBetween } from './rate-steps.ts'

/** What brought a change: told twice it is told once. */
export interface Occasion {
  /** The row of the log, or an id of its own. */
  change: string
  programme: { id: string; zh: string; en: string }
  /** The setting it is about; null where it is about who is in a programme. */
  setting: { source: RateSource; target: string | null } | null
}

/** ATT-15: what a change came to. */
export interface Told {
  /** How many creators were told. */
  told: number
  /** Whether somebody gets less, at once or later. */
  isCut: boolean
}

/**
 * Does something that may change what creators earn, in the caller's transaction, and tells those whom it changes anything for. What they
 * got before and get after is computed with the rate itself, so that it does not matter by which way it falls (ATT-15).
 */
export async function tellingOf<T>(
  ctx: Ctx,
  req: PayloadRequest,
  { reach, programme, setting = null }: { reach: Reach } & Pick<Occasion, 'programme'> & Partial<Pick<Occasion, 'setting'>>,
  change: () => Promise<T>,
): Promise<{ done: T } & Told> {
  const at = ctx.clock.now()
  const before = await readEarning(req, reach, at)
  const done = await change()
  const after = await readEarning(req, reach, at)
  const steps = stepsBetween(before, after, at)
  return { done, ...(await tellSteps(req, steps, { change: newId(), programme, setting }, { reach, at })) }
}

/** Tells of steps at once, and has those that are down told again two days before they come. */
export async function tellSteps(
  req: PayloadRequest,
  steps: readonly RateStep[],
  occasion: Occasion,
  { reach, at }: { reach: Reach; at: Date },
): Promise<Told> {
  const told = await notifyOf(req, steps, occasion, 'now')
  const days = [...new Set(steps.filter(({ isCut, on }) => isCut && on > at).map(({ on }) => on.getTime()))]
  for (const on of days) {
    const waitUntil = new Date(Math.max(at.getTime(), on - 2 * 86_400_000))
    const whose = 'creator' in reach ? { creator: reach.creator } : { programme: reach.programme }
    const input = { change: occasion.change, about: occasion.programme.id, on: new Date(on).toISOString(), ...whose }
    await req.payload.jobs.queue({ task: 'remind-of-cut', input, queue: 'default', waitUntil, req })
  }
  return { told, isCut: steps.some(({ isCut }) => isCut) }
}

/** Each once for each occasion: what tells of it may run twice. Answers how many were told. */
async function notifyOf(req: PayloadRequest, steps: readonly RateStep[], occasion: Occasion, when: 'now' | 'soon'): Promise<number> {
  const { change, programme, setting } = occasion
  const name = setting ? ((await namesOfTargets(req, [setting])).get(`${setting.source} ${setting.target}`) ?? null) : null
  const isNamed = setting?.source === 'product' || setting?.source === 'collection' || setting?.source === 'group'
  const titles = await findTitles(req, [...new Set(steps.flatMap(({ productId }) => (productId ? [productId] : [])))])
  const told = new Set<string>()
  for (const step of steps) {
    const userId = await userOfCreator(req, step.creatorId)
    if (!userId) continue
    // The second notice is of all that comes at that moment, whatever brought it.
    const which = when === 'soon' ? `${programme.id} soon ${step.on.toISOString()}` : `${change} ${step.isCut ? 'now' : 'raised'}`
    const id = derivedId(`rate ${which} ${userId}`)
    if (await isNoted(req, id)) continue
    const isBeside = step.scope === 'indirect' || setting?.target === indirectTarget
    const about = isBeside ? besides : isNamed ? name : step.productId ? (titles.get(step.productId) ?? null) : null
    await notifyOnce(req, id, {
      userId,
      kind: step.isCut ? 'rate-cut' : 'rate-raised',
      data: {
        programme: { zh: programme.zh, en: programme.en },
        about,
        ...{ fromBps: step.fromBps, toBps: step.toBps, on: step.on.toISOString(), soon: when === 'soon' },
      },
    })
    told.add(userId)
  }
  return told.size
}

/** ATT-13: what the rate of lines that no touch named is about. */
const besides: BothNames = { zh: '同单其他商品', en: 'other goods of the basket' }

export interface Reminder {
  change: string
  /** The programme that the change was of, whose everything or which creator it concerns, and when it comes; absent: as the row of the log says. */
  about?: string | undefined
  programme?: string | undefined
  creator?: string | undefined
  on?: string | undefined
}

/**
 * Two days before a cut reaches those who promote already: tells those again who really get less then. A change that a later one took
 * back makes nobody fall, and one that a later one lessened is told as it is now. Runs at least once.
 */
export async function remindOfCut(ctx: Ctx, reminder: Reminder): Promise<void> {
  await ctx.tx('remind of a cut', async (req) => {
    const row = await findRate(req, reminder.change)
    const programmeId = reminder.about ?? row?.programme
    const on = reminder.on ? new Date(reminder.on) : row && new Date(row.announcedAt.getTime() + noticeMs)
    const programme = programmeId ? await findProgramme(req, programmeId) : null
    if (!programme || !on) return
    const reach: Reach = reminder.creator ? { creator: reminder.creator } : { programme: reminder.programme ?? programme.id }
    const earning: Earning = await readEarning(req, reach, on)
    const setting = row ? { source: row.source, target: row.target } : null
    await notifyOf(req, fallsOn(earning, on), { change: reminder.change, programme, setting }, 'soon')
  })
}
