import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { derivedId } from '../../lib/derived-id.ts'
import { findProgramme, findRate, listRates, type RateRow } from '../../modules/attribution/store/programme-rows.ts'
import { concernedBy, namesOfTargets } from '../../modules/attribution/store/rate-targets.ts'
import { isNoted, notifyOnce } from '../accounts/notify-once.ts'
import { userOfCreator } from '../payments/user-of-creator.ts'

/**
 * ATT-15: tells the creators whom a change of rate concerns. Each once for each occasion: what tells of it may run twice.
 * Answers how many were told. In the caller's transaction.
 */
export async function tellOfRate(
  req: PayloadRequest,
  change: RateRow,
  { when, standsIn }: { when: 'now' | 'soon'; standsIn: number },
): Promise<number> {
  const { source, target, fromBps, toBps, effectiveAt } = change
  const [before, after] = [fromBps ?? standsIn, toBps ?? standsIn]
  const programme = await findProgramme(req, change.programme)
  const name = (await namesOfTargets(req, [{ source, target }])).get(`${source} ${target}`) ?? null
  const about = source === 'product' || source === 'collection' || source === 'group' ? name : null
  let told = 0
  for (const creator of await concernedBy(req, change)) {
    const userId = await userOfCreator(req, creator)
    if (!userId) continue
    const id = derivedId(`rate ${change.id} ${when} ${userId}`)
    if (await isNoted(req, id)) continue
    await notifyOnce(req, id, {
      userId,
      kind: after < before ? 'rate-cut' : 'rate-raised',
      data: {
        programme: { zh: programme?.zh ?? '', en: programme?.en ?? '' },
        about,
        fromBps: before,
        toBps: after,
        on: effectiveAt.toISOString(),
        soon: when === 'soon',
      },
    })
    told++
  }
  return told
}

/** Two days before a cut reaches those who promote already: tells them again, unless a later change took its place. Runs at least once. */
export async function remindOfCut(ctx: Ctx, { change: id }: { change: string }): Promise<void> {
  await ctx.tx('remind of a cut', async (req) => {
    const change = await findRate(req, id)
    if (!change) return
    const newest = (await listRates(req, change.programme)).find((row) => row.source === change.source && row.target === change.target)
    const programme = await findProgramme(req, change.programme)
    if (newest?.id !== id || programme?.status !== 'active') return
    await tellOfRate(req, change, { when: 'soon', standsIn: programme.rateBps })
  })
}
