import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { tag } from '../../lib/page-tags.ts'
import { arrange, type Candidate, freshOrder, hot, ranked, scoreInWords, type Trend } from '../../modules/feed/index.ts'
import { type FeedRow, findFeedRows } from '../../modules/publishing/store/feed-rows.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { isForeign, type Language } from './in-words.ts'
import { type Known, readCandidates } from './read-candidates.ts'

/** The ranking looks at so many of the newest public pieces: what is older has decayed to nothing. */
export const poolSize = 5_000
/** A snapshot is made anew in the background after so long, and waited for after so much longer. */
const REFRESH_MS = 60_000
const TOO_OLD_MS = 600_000
/** New pieces that one read takes in without a rebuild. */
const LATE = 50
/** Orders kept for the cursors that were written for them. */
const ORDERS = 300
/** Whoever leafs further than this has the rest in the order of today. */
const DEPTH = 600

/** What ranking knows at one moment. Ids only: what is shown always comes from the database. */
export interface Snapshot {
  madeAt: number
  /** The moment that ages are counted to, ms. */
  rankedAt: number
  candidates: ReadonlyMap<string, Candidate>
  known: Known
  /** What readers of one language see, or (`all`) who named none: made when the first asks. */
  rankings: Map<Readers, Ranking>
}

export type Readers = Language | 'all'

export interface Ranking {
  /** Name of the order of everybody's feed, for cursors. */
  order: string
  forYou: readonly string[]
  trending: readonly Trend[]
}

interface FeedState {
  snapshot: Snapshot | null
  building: Promise<Snapshot> | null
  /** Lists of ids by the name of their order, the latest used last. */
  orders: Map<string, { owner: string; ids: readonly string[] }>
  made: number
}

const states = new WeakMap<Ctx, FeedState>()

function stateOf(ctx: Ctx): FeedState {
  const known = states.get(ctx)
  if (known) return known
  const made: FeedState = { snapshot: null, building: null, orders: new Map(), made: 0 }
  states.set(ctx, made)
  return made
}

/** The ranking as of the last minute, with every piece that was published since. One small query when nothing is new. */
export async function readSnapshot(ctx: Ctx, req: PayloadRequest): Promise<Snapshot> {
  const state = stateOf(ctx)
  const now = ctx.clock.now().getTime()
  const { snapshot } = state
  if (!snapshot || now - snapshot.madeAt > TOO_OLD_MS) return rebuildFeed(ctx)
  if (now - snapshot.madeAt > REFRESH_MS && !state.building)
    rebuildFeed(ctx).catch((error: unknown) => ctx.log.warn({ err: error }, 'The feed could not be ranked anew'))
  const newest = snapshot.known.rows[0]
  const late = await findFeedRows(req, { limit: LATE, ...(newest ? { since: newest.publishedAt } : {}) })
  const fresh = late.filter(({ id }) => !snapshot.candidates.has(id))
  return fresh.length === 0 ? snapshot : withLate(ctx, req, fresh)
}

/** Ranks everything anew from the database; one at a time. Kept pages of the feeds are made anew when the order changed. */
export function rebuildFeed(ctx: Ctx): Promise<Snapshot> {
  const state = stateOf(ctx)
  state.building ??= rebuild(ctx, state).finally(() => {
    state.building = null
  })
  return state.building
}

/** Every minute from the server: a kept page asks nobody whether the ranking moved on. Nothing happens before the first reader. */
export async function refreshFeed(ctx: Ctx): Promise<void> {
  const { snapshot } = stateOf(ctx)
  if (snapshot && ctx.clock.now().getTime() - snapshot.madeAt > REFRESH_MS) await rebuildFeed(ctx)
}

async function rebuild(ctx: Ctx, state: FeedState): Promise<Snapshot> {
  const before = state.snapshot
  const req = await ctx.req()
  const rows = await findFeedRows(req, { limit: poolSize })
  const made = await make(ctx, req, rows)
  if (before && [...before.rankings].some(([readers, ranking]) => differs(ranking, rankingFor(ctx, made, readers))))
    await ctx.tx('purge the feeds', (inner) => purgePages(inner, [tag.feed('home'), tag.feed('trending')]))
  return made
}

/** The same with some pieces more, whose own facts alone are read. */
async function withLate(ctx: Ctx, req: PayloadRequest, late: readonly FeedRow[]): Promise<Snapshot> {
  const rows = [...late, ...(stateOf(ctx).snapshot?.known.rows ?? [])].slice(0, poolSize)
  return make(ctx, req, rows, late)
}

async function make(ctx: Ctx, req: PayloadRequest, rows: readonly FeedRow[], onlyThese?: readonly FeedRow[]): Promise<Snapshot> {
  const state = stateOf(ctx)
  const now = ctx.clock.now().getTime()
  const known = await readCandidates(req, { rows, now, before: state.snapshot?.known ?? null, ...(onlyThese ? { onlyThese } : {}) })
  const snapshot: Snapshot = {
    madeAt: onlyThese ? (state.snapshot?.madeAt ?? now) : now,
    rankedAt: now,
    candidates: known.candidates,
    known,
    rankings: new Map(),
  }
  state.snapshot = snapshot
  return snapshot
}

/** The orders that everybody shares who reads in this language. */
export function rankingFor(ctx: Ctx, snapshot: Snapshot, readers: Readers): Ranking {
  const known = snapshot.rankings.get(readers)
  if (known) return known
  const foreign = (id: string) => isForeign(snapshot.known, readers === 'all' ? undefined : readers, id)
  const forYou = rankForEverybody([...snapshot.candidates.values()], { now: snapshot.rankedAt, foreign })
  const trending = snapshot.known.trending.map((one) => ({ ...one, score: scoreInWords(one.score, foreign(one.piece)) }))
  trending.sort((a, b) => b.score - a.score || (a.piece < b.piece ? -1 : 1))
  const ranking = { order: keepOrder(ctx, { owner: '', ids: forYou }), forYou, trending }
  snapshot.rankings.set(readers, ranking)
  return ranking
}

interface ForReaders {
  /** Milliseconds. */
  now: number
  foreign: (id: string) => boolean
}

/** Everybody's order: by the formula, capped, with places for newcomers. The hour seeds what is left to chance. */
function rankForEverybody(candidates: readonly Candidate[], { now, foreign }: ForReaders): string[] {
  const scored = ranked(candidates, (one) => scoreInWords(hot(one.engagement, one.publishedAt, now), foreign(one.id)))
  const fresh = freshOrder(candidates, { now, seed: String(Math.floor(now / 3_600_000)) })
  return arrange(scored, fresh).map(({ id }) => id)
}

/** Remembers an order for the cursors that will be written for it, and answers its name. */
export function keepOrder(ctx: Ctx, { owner, ids }: { owner: string; ids: readonly string[] }): string {
  const state = stateOf(ctx)
  const name = `${ctx.clock.now().getTime().toString(36)}${(state.made++).toString(36)}`
  state.orders.set(name, { owner, ids: ids.slice(0, DEPTH) })
  for (const [oldest] of state.orders) {
    if (state.orders.size <= ORDERS) break
    state.orders.delete(oldest)
  }
  return name
}

/** An order by its name, for whom it was made (`''`: everybody); undefined when it is unknown or somebody else's. */
export function findOrder(ctx: Ctx, name: string, owner: string): readonly string[] | undefined {
  const { orders } = stateOf(ctx)
  const found = orders.get(name)
  if (found?.owner !== owner) return undefined
  orders.delete(name)
  orders.set(name, found)
  return found.ids
}

const trendIds = ({ trending }: Ranking): string[] => trending.map(({ piece }) => piece)
const differs = (a: Ranking, b: Ranking): boolean => isOther(a.forYou, b.forYou) || isOther(trendIds(a), trendIds(b))
const isOther = (a: readonly string[], b: readonly string[]): boolean => a.length !== b.length || a.some((id, at) => id !== b[at])
