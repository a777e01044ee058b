import type { Ctx } from '../../../context.ts'
import { dayIn } from '../../../lib/calendar.ts'
import { derivedId } from '../../../lib/derived-id.ts'
import { idOf } from '../../../lib/ids.ts'
import { seeded } from '../../../lib/seeded.ts'
import { writeWorldMark } from '../../../modules/catalogue/store/world.ts'
import { addClicks } from '../../../modules/publishing/store/clicks.ts'
import { addToPieceStats } from '../../../modules/publishing/store/piece-stats.ts'
import { type TouchRecord, touchRecord } from '../../../modules/touches/index.ts'
import { insertTouches } from '../../../modules/touches/store.ts'
import type { ProductLink } from '../../../payload-types.ts'
import { momentAgo } from './at-time.ts'
import type { PlannedDay } from './plan-month.ts'

interface Scene {
  /** Links by `<piece>:<product>`, ids of both. */
  links: ReadonlyMap<string, ProductLink>
  /** By key: id, author's creator id, and ids of its products in order. */
  pieces: ReadonlyMap<string, { id: string; author: string; products: string[] }>
  timeZone: string
}

/** Touches of one transaction. */
const BATCH = 500
const channels = ['feed', 'page', 'search', 'follow', 'share', 'creator'] as const
const devices = ['phone', 'phone', 'phone', 'phone', 'tablet', 'desktop'] as const
const referrers = [null, null, null, null, 'weibo.com', 'douban.com', 'bilibili.com', 'duckduckgo.com'] as const

/**
 * The thousands who looked, clicked and bought nothing. The one place of the demo world that writes in bulk instead of by
 * the flow of each click: it calls what the journal's replay calls (`insertTouches` and `addClicks`, in one transaction), so
 * that counters and touches agree as they always do. Ids follow from the place of each click: doing it twice adds nothing.
 * Views go to the counters alone, once per piece and day.
 */
export async function seedCrowd(ctx: Ctx, days: readonly PlannedDay[], scene: Scene): Promise<void> {
  const touches = days.flatMap((day) => touchesOf(ctx, day, scene))
  for (let from = 0; from < touches.length; from += BATCH) {
    const batch = touches.slice(from, from + BATCH)
    await ctx.tx('seed crowd', async (req) => {
      const fresh = await insertTouches(req, batch)
      const clicks = fresh.map(({ piece, creator, placement, at }) => ({ piece: piece ?? '', creator: creator ?? '', placement, at }))
      await addClicks(req, clicks)
    })
  }
}

/** Counts the views of a month and keeps the mark of its being done, in one transaction: so they are counted once. */
export async function seedViews(ctx: Ctx, days: readonly PlannedDay[], { pieces, timeZone }: Scene, mark: number): Promise<void> {
  const dayOf = dayIn(timeZone)
  await ctx.tx('seed views', async (req) => {
    for (const { piece: key, daysAgo, views } of days) {
      const piece = pieces.get(key)
      if (!piece || views === 0) continue
      const day = dayOf(momentAgo(ctx.clock.now(), daysAgo))
      await addToPieceStats(req, { piece: piece.id, author: piece.author, placement: null, day, add: { views } })
    }
    await writeWorldMark(req, mark)
  })
}

function touchesOf(ctx: Ctx, { piece: key, daysAgo, clicks }: PlannedDay, { links, pieces }: Scene): TouchRecord[] {
  const piece = pieces.get(key)
  if (!piece) throw new Error(`There is no piece ${key}`)
  const chance = seeded(`clicks ${key} ${daysAgo}`)
  return clicks.flatMap((count, at) => {
    const link = links.get(`${piece.id}:${piece.products[at]}`)
    if (!link) throw new Error(`The piece ${key} has no link to its product ${at + 1}`)
    return Array.from({ length: count }, (_, turn): TouchRecord => {
      const id = derivedId(`demo touch ${key} ${daysAgo} ${at} ${turn}`)
      const known = { id, kind: 'click' as const, at: momentAgo(ctx.clock.now(), daysAgo + 0.5 * chance.next()).getTime() }
      return touchRecord({
        ...known,
        creator: idOf(link.creator),
        link: link.id,
        piece: piece.id,
        product: link.product ? idOf(link.product) : null,
        programme: link.programme ? idOf(link.programme) : null,
        channel: chance.pick(channels),
        device: chance.pick(devices),
        referrerHost: chance.pick(referrers),
        consent: chance.next() < 0.6 ? 'granted' : 'denied',
        visitor: derivedId(`demo visitor ${chance.between(1, 900)}`),
      })
    })
  })
}
