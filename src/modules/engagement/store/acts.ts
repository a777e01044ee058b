import type { PayloadRequest, Where } from 'payload'
import { idOf } from '../../../lib/ids.ts'
import type { BoardItem, Comment, EngagementEvent, Follow, Reaction } from '../../../payload-types.ts'

/** One act of one person on one piece. */
export interface PieceAct {
  piece: string
  person: string
  signal: 'likes' | 'collects' | 'comments' | 'shares'
  /** Milliseconds, UTC. */
  at: number
}

export interface FollowAct {
  person: string
  creator: string
  at: number
}

const PIECES = ['posts', 'video-notes']

/**
 * What people did with pieces since then, the newest of each kind first and at most `limit` of each: likes, things
 * collected, comments that are shown, and shares of visitors whom we may tell apart.
 */
export async function findActs(req: PayloadRequest, since: string, limit: number): Promise<PieceAct[]> {
  const newest = (and: Where[]) => ({
    where: { and: [{ at: { greater_than_equal: since } }, ...and] } as Where,
    sort: '-at',
    limit,
    pagination: false,
    req,
  })
  const onPieces: Where = { targetKind: { in: PIECES } }
  const likes = await req.payload.db.find<Reaction>({ collection: 'reactions', ...newest([{ pieceKind: { in: PIECES } }]) })
  const kept = await req.payload.db.find<BoardItem>({ collection: 'board-items', ...newest([onPieces]) })
  const said = await req.payload.db.find<Comment>({ collection: 'comments', ...newest([onPieces, { state: { equals: 'shown' } }]) })
  const shared = await req.payload.db.find<EngagementEvent>({
    collection: 'engagement-events',
    ...newest([onPieces, { kind: { equals: 'share' } }, { visitor: { exists: true } }]),
  })
  const act = (signal: PieceAct['signal'], piece: string, person: string, at: string): PieceAct => ({
    piece,
    person,
    signal,
    at: Date.parse(at),
  })
  return [
    ...likes.docs.map(({ piece, user, at }) => act('likes', piece, idOf(user), at)),
    ...kept.docs.map(({ target, owner, at }) => act('collects', target, idOf(owner), at)),
    ...said.docs.map(({ target, author, at }) => act('comments', target, idOf(author), at)),
    ...shared.docs.map(({ target, visitor, at }) => act('shares', target, visitor ?? '', at)),
  ]
}

/** Who began to follow whom since then, the newest first. */
export async function findFollowActs(req: PayloadRequest, since: string, limit: number): Promise<FollowAct[]> {
  const { docs } = await req.payload.db.find<Follow>({
    collection: 'follows',
    where: { at: { greater_than_equal: since } },
    sort: '-at',
    limit,
    pagination: false,
    req,
  })
  return docs.map(({ user, creator, at }) => ({ person: idOf(user), creator: idOf(creator), at: Date.parse(at) }))
}

/** Pieces that an account liked or collected, the newest first, at most `limit` of each. */
export async function findMarkedPieces(req: PayloadRequest, userId: string, limit: number): Promise<string[]> {
  const find = { sort: '-at', limit, pagination: false, req } as const
  const likes = await req.payload.db.find<Reaction>({
    collection: 'reactions',
    where: { and: [{ user: { equals: userId } }, { pieceKind: { in: PIECES } }] },
    ...find,
  })
  const kept = await req.payload.db.find<BoardItem>({
    collection: 'board-items',
    where: { and: [{ owner: { equals: userId } }, { targetKind: { in: PIECES } }] },
    ...find,
  })
  return [...new Set([...likes.docs.map(({ piece }) => piece), ...kept.docs.map(({ target }) => target)])]
}

/**
 * How many readers each other piece has in common with this one, looking at its newest `readers` likes and at most
 * `limit` likes of those readers.
 */
export async function findCommonReaders(
  req: PayloadRequest,
  piece: string,
  { readers, limit }: { readers: number; limit: number },
): Promise<Map<string, number>> {
  const find = { sort: '-at', pagination: false, req } as const
  const own = await req.payload.db.find<Reaction>({ collection: 'reactions', where: { piece: { equals: piece } }, limit: readers, ...find })
  const people = [...new Set(own.docs.map(({ user }) => idOf(user)))]
  if (people.length === 0) return new Map()
  const others = await req.payload.db.find<Reaction>({
    collection: 'reactions',
    where: { and: [{ user: { in: people } }, { pieceKind: { in: PIECES } }, { piece: { not_equals: piece } }] },
    limit,
    ...find,
  })
  const common = new Map<string, number>()
  for (const { piece: other } of others.docs) common.set(other, (common.get(other) ?? 0) + 1)
  return common
}
