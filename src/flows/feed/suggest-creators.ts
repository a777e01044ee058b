import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { hot, pointsOf } from '../../modules/feed/index.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { creatorFacts } from '../shop/around.ts'
import { idOf } from '../shop/media-facts.ts'
import type { CreatorHitFacts } from '../shop/views.ts'
import { readSnapshot } from './snapshot.ts'

const SHOWN = 8

/** Creators whom one could follow: those whose public pieces are ranked best now, all of theirs together. */
export async function suggestCreators(ctx: Ctx, req: PayloadRequest, among?: ReadonlySet<string>): Promise<CreatorHitFacts[]> {
  const snapshot = await readSnapshot(ctx, req)
  const now = ctx.clock.now().getTime()
  const sums = new Map<string, { score: number; followers: number }>()
  for (const one of snapshot.candidates.values()) {
    if (among && !among.has(one.id)) continue
    const sum = sums.get(one.author) ?? { score: 0, followers: one.followers }
    sum.score += hot(one.engagement, one.publishedAt, now) + pointsOf(one.engagement) / 1e6
    sums.set(one.author, sum)
  }
  const best = [...sums].sort((a, b) => b[1].score - a[1].score || b[1].followers - a[1].followers || (a[0] < b[0] ? -1 : 1))
  const ids = best.slice(0, SHOWN).map(([id]) => id)
  const creators = await findCreatorRows(req, ids)
  const media = await findMediaRows(
    req,
    [...creators.values()].flatMap(({ avatar }) => idOf(avatar) ?? []),
  )
  return ids.flatMap((id) => {
    const row = creators.get(id)
    if (row?.status !== 'active') return []
    return [{ ...creatorFacts({ creators, media }, id), verticals: row.verticals ?? [], followers: sums.get(id)?.followers ?? 0 }]
  })
}
