import { createHmac } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Visit } from '../../lib/visit.ts'
import { isCountedRequest } from '../../modules/attribution/index.ts'
import { RecentViews } from '../../modules/engagement/index.ts'
import { type EventRow, insertEvents } from '../../modules/engagement/store/events.ts'
import { addToPieceStats } from '../../modules/publishing/store/piece-stats.ts'
import { findPublicPieces } from '../../modules/publishing/store.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { siteDay } from '../payments/site-day.ts'

export interface SeenEvent {
  kind: 'view' | 'impression' | 'share'
  piece: string
  feed?: string | undefined
  position?: number | undefined
  dwellMs?: number | undefined
}

/** Where the request came from, to count a browser once. Used in memory alone, never stored. */
interface From {
  address: string
  method: string
  purpose?: string | null
  secPurpose?: string | null
}

const recent = new WeakMap<Ctx, RecentViews>()

/**
 * What a browser saw and shared: views are added to the piece's day, each browser once in half an hour, and rows are
 * kept for ranking. Robots, prefetches, authors on their own pieces and pieces that are not public count for nothing.
 * Without consent a row has no visitor (ATT-02), and what was merely scrolled past is not kept at all.
 */
export async function recordEvents(
  ctx: Ctx,
  actor: Actor,
  { visit, from, events }: { visit: Visit; from: From; events: readonly SeenEvent[] },
): Promise<Result<{ counted: number }>> {
  if (!isCountedRequest({ ...from, userAgent: visit.userAgent || null }, (agent) => ctx.isBot(agent))) return ok({ counted: 0 })
  const at = ctx.clock.now()
  const fresh = firstTime(ctx, visit, from, events, at)
  if (fresh.length === 0) return ok({ counted: 0 })
  const counted = await againOnDuplicate(async () =>
    ctx.tx('record what was seen', async (req) => ok(await store(req, actor, visit, fresh, at))),
  )
  return ok({ counted: counted.value })
}

function firstTime(ctx: Ctx, visit: Visit, from: From, events: readonly SeenEvent[], at: Date): SeenEvent[] {
  const known = recent.get(ctx) ?? new RecentViews()
  recent.set(ctx, known)
  const who =
    visit.visitorId ?? createHmac('sha256', ctx.keyFor('recent-views')).update(`${from.address} ${visit.userAgent}`).digest('base64url')
  return events.filter(
    ({ kind, piece }) =>
      isId(piece) && (kind !== 'impression' || visit.consent === 'granted') && known.claim(who, `${kind} ${piece}`, at.getTime()),
  )
}

async function store(req: PayloadRequest, actor: Actor, visit: Visit, events: readonly SeenEvent[], at: Date): Promise<number> {
  const ids = [...new Set(events.map(({ piece }) => piece))]
  const pieces = new Map((await findPublicPieces(req, { ids, limit: ids.length })).map((one) => [one.id, one]))
  const visitor = visit.consent === 'granted' ? visit.visitorId : null
  const rows: EventRow[] = []
  const day = await siteDay(req, at)
  for (const { kind, piece, feed, position, dwellMs } of events) {
    const one = pieces.get(piece)
    if (!one || one.authorId === actor.creatorId) continue
    if (kind === 'view') await addToPieceStats(req, { piece, author: one.authorId, placement: null, day, add: { views: 1 } })
    const known = { feed: feed ?? null, position: position ?? null, dwellMs: dwellMs ?? null }
    rows.push({ kind, targetKind: one.kind, target: piece, visitor, ...known, consent: visit.consent, at: at.toISOString() })
  }
  await insertEvents(req, rows)
  return rows.length
}
