import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { findPieceBuyers } from '../../modules/checkout/store/piece-orders.ts'
import { followersCounter, likesCounter } from '../../modules/engagement/index.ts'
import { findActs, findFollowActs } from '../../modules/engagement/store/acts.ts'
import { readCounters } from '../../modules/engagement/store/counters.ts'
import { type Act, type Candidate, creditFollows, isFresh, orderDelayHours, type Trend, trends } from '../../modules/feed/index.ts'
import { type FeedRow, findFeatures, type PieceFeatures } from '../../modules/publishing/store/feed-rows.ts'
import { viewsOf } from '../../modules/publishing/store/views.ts'

/** Acts and orders are looked at for so many days; what is older has decayed. */
const DAYS = 90
const ACTS = 20_000
const ORDERS = 5_000
/** Rows of one query, with a pause after each, so that a large shop goes on answering meanwhile. */
const PART = 400
const HOUR_MS = 3_600_000

/** What was read for the ranking, kept for the next time. */
export interface Known {
  /** Newest first. */
  rows: readonly FeedRow[]
  candidates: ReadonlyMap<string, Candidate>
  features: ReadonlyMap<string, PieceFeatures & { lockVersion: number }>
  trending: readonly Trend[]
}

interface Wanted {
  rows: readonly FeedRow[]
  /** Milliseconds. */
  now: number
  before: Known | null
  /** Take the others as they were, and read only these. */
  onlyThese?: readonly FeedRow[]
}

/** Everything that the ranking is made of. Features of a piece that did not change are not read again. */
export async function readCandidates(req: PayloadRequest, { rows, now, before, onlyThese }: Wanted): Promise<Known> {
  const features = await readFeatures(req, rows, before)
  const wanted = onlyThese ?? rows
  const creators = await readCreators(req, [...new Set(wanted.map(({ author }) => author))])
  const acts = onlyThese ? [] : await readActs(req, rows, now, creators.users)
  const counts = countActs(acts)
  const marks = await readMarks(req, wanted)
  const from = new Date(now - DAYS * 24 * HOUR_MS).toISOString()
  const to = new Date(now - orderDelayHours * HOUR_MS).toISOString()
  const buyers = onlyThese ? new Map<string, number>() : await findPieceBuyers(req, { from, to, limit: ORDERS })
  const made = wanted.map((row): Candidate => {
    const { id, kind, author } = row
    const of = (signal: Act['signal']) => counts.get(`${id} ${signal}`) ?? 0
    return {
      id,
      kind,
      author,
      topics: features.get(id)?.topics ?? [],
      products: features.get(id)?.products ?? [],
      publishedAt: Date.parse(row.publishedAt),
      followers: creators.followers.get(author) ?? 0,
      views: 0,
      engagement: {
        likes: marks.get(likesCounter(id)) ?? 0,
        collects: of('collects'),
        comments: of('comments'),
        shares: of('shares'),
        follows: of('follows'),
        orders: buyers.get(id) ?? 0,
        // Pieces are reported in words to the editors; what they uphold is restricted and not here at all.
        reports: 0,
      },
    }
  })
  const seen = await viewsOf(
    req,
    made.filter((one) => isFresh(one, now)).map(({ id }) => id),
  )
  const read = new Map(made.map((one) => [one.id, { ...one, views: seen.get(one.id) ?? 0 }]))
  const candidates = new Map(rows.flatMap(({ id }) => (read.get(id) ? [[id, read.get(id)!] as const] : kept(before, id))))
  const trending = onlyThese ? (before?.trending ?? []) : trends(acts, now).filter(({ piece }) => candidates.has(piece))
  return { rows, candidates, features, trending }
}

const kept = (before: Known | null, id: string): (readonly [string, Candidate])[] => {
  const one = before?.candidates.get(id)
  return one ? [[id, one]] : []
}

async function readFeatures(req: PayloadRequest, rows: readonly FeedRow[], before: Known | null): Promise<Known['features']> {
  const features = new Map<string, PieceFeatures & { lockVersion: number }>()
  const stale: FeedRow[] = []
  for (const row of rows) {
    const known = before?.features.get(row.id)
    if (known?.lockVersion === row.lockVersion) features.set(row.id, known)
    else stale.push(row)
  }
  for (const kind of ['posts', 'video-notes'] as const) {
    const own = stale.filter((row) => row.kind === kind)
    for (const part of parts(own)) {
      const found = await findFeatures(
        req,
        kind,
        part.map(({ id }) => id),
      )
      for (const { id, lockVersion } of part)
        features.set(id, { topics: [], products: [], language: 'zh', translationOf: null, ...found.get(id), lockVersion })
    }
  }
  return features
}

async function readCreators(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<{ followers: Map<string, number>; users: Map<string, string> }> {
  const followers = new Map<string, number>()
  const users = new Map<string, string>()
  for (const part of parts(ids)) {
    const counters = await readCounters(req, part.map(followersCounter))
    for (const [id, row] of await findCreatorRows(req, part)) {
      followers.set(id, counters.get(followersCounter(id)) ?? 0)
      users.set(id, idOf(row.user))
    }
  }
  return { followers, users }
}

/** What readers did, without what authors did with their own pieces. */
async function readActs(req: PayloadRequest, rows: readonly FeedRow[], now: number, users: ReadonlyMap<string, string>): Promise<Act[]> {
  const since = new Date(now - DAYS * 24 * HOUR_MS).toISOString()
  const authors = new Map(rows.map(({ id, author }) => [id, author]))
  const all = await findActs(req, since, ACTS)
  const acts = all.filter(({ piece, person }) => authors.has(piece) && users.get(authors.get(piece) ?? '') !== person)
  const follows = await findFollowActs(req, since, ACTS)
  return [...acts, ...creditFollows(follows, acts, (piece) => authors.get(piece))]
}

/** Different people by piece and kind of act. */
function countActs(acts: readonly Act[]): Map<string, number> {
  const people = new Map<string, Set<string>>()
  for (const { piece, signal, person } of acts) {
    const key = `${piece} ${signal}`
    people.set(key, (people.get(key) ?? new Set()).add(person))
  }
  return new Map([...people].map(([key, set]) => [key, set.size]))
}

async function readMarks(req: PayloadRequest, rows: readonly FeedRow[]): Promise<Map<string, number>> {
  const marks = new Map<string, number>()
  for (const part of parts(rows)) {
    const keys = part.map(({ id }) => likesCounter(id))
    for (const [key, value] of await readCounters(req, keys)) marks.set(key, value)
  }
  return marks
}

function parts<T>(all: readonly T[]): T[][] {
  const cut: T[][] = []
  for (let at = 0; at < all.length; at += PART) cut.push(all.slice(at, at + PART))
  return cut
}
