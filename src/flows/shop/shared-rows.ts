import type { PayloadRequest } from 'payload'
import { idOf } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { findCreatorRows } from '../../modules/accounts/store/creators.ts'
import { findTopicRows, type TopicRow } from '../../modules/catalogue/store/shelf.ts'
import { followersCounter, likesCounter } from '../../modules/engagement/index.ts'
import { readCounters } from '../../modules/engagement/store/counters.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import type { PieceKind } from '../../modules/publishing/index.ts'
import { findPublicPieces, type PublicPiece } from '../../modules/publishing/store.ts'
import type { Creator, Media } from '../../payload-types.ts'
import { boughtBy } from '../orders/bought-by.ts'
import { keptByPages, keptPart } from '../pages/page-shows.ts'
import { type EarningRow, findEarningRows } from '../programmes/earning-rows.ts'

/** Reads of what many pages show. While a page is made for keeping they share what another render has read a moment ago. */

export const sharedCreators = (req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Creator>> =>
  keptByPages(ids, { kind: 'creator', read: (missing) => findCreatorRows(req, missing), shown: (_row, id) => [tag.creator(id)] })

/** Media with the posters of the videos among them. What is not ready yet changes without a purge when it fails. */
export async function sharedMedia(req: PayloadRequest, ids: readonly string[]): Promise<Map<string, Media>> {
  const rules = {
    kind: 'media',
    read: (missing: string[]) => findMediaRows(req, missing),
    silent: (_row: Media, id: string) => [tag.media(id)],
    keep: ({ state }: Media) => state === 'ready',
  }
  const found = await keptByPages(ids, rules)
  const posters = [...found.values()].flatMap(({ poster }) => (poster && !found.has(idOf(poster)) ? [idOf(poster)] : []))
  if (posters.length > 0) for (const [id, row] of await keptByPages(posters, rules)) found.set(id, row)
  return found
}

/** Links that are in use, by id. A link never changes; what it earns is a matter of the whole site, and of what its creator joins and is given. */
export const sharedLinks = (req: PayloadRequest, ids: readonly string[], now: Date): Promise<Map<string, EarningRow>> =>
  keptByPages(ids, {
    kind: 'link',
    read: (missing) => findEarningRows(req, missing, now),
    shown: ({ creator }) => [tag.creator(creator)],
  })

/** Public pieces by id, of either kind. Who wrote one stands in `author.status` of the question, and a suspension purges the site. */
export const sharedPieces = (req: PayloadRequest, ids: readonly string[]): Promise<Map<string, PublicPiece>> =>
  keptByPages(ids, {
    kind: 'piece',
    read: async (missing) => new Map((await findPublicPieces(req, { ids: missing, limit: missing.length })).map((one) => [one.id, one])),
    shown: ({ id, authorId }) => [tag.piece(id), tag.creator(authorId)],
  })

export async function sharedPiece(req: PayloadRequest, kind: PieceKind, id: string): Promise<PublicPiece | null> {
  const found = (await sharedPieces(req, [id])).get(id)
  return found?.kind === kind ? found : null
}

/** Likes of pieces. A like makes the piece's own page anew (which says so itself), not every card of it. */
export const sharedLikes = (req: PayloadRequest, pieces: readonly string[]): Promise<Map<string, number>> =>
  counted(req, pieces, 'likes', likesCounter)

/** Followers of creators, likewise. */
export const sharedFollowers = (req: PayloadRequest, creators: readonly string[]): Promise<Map<string, number>> =>
  counted(req, creators, 'followers', followersCounter)

function counted(req: PayloadRequest, ids: readonly string[], kind: string, spell: (id: string) => string): Promise<Map<string, number>> {
  const read = async (missing: string[]) => {
    const counters = await readCounters(req, missing.map(spell))
    return new Map(missing.map((id) => [id, counters.get(spell(id)) ?? 0]))
  }
  return keptByPages(ids, { kind, read, silent: (_count, id) => [tag.counts(id)] })
}

/**
 * S-02: which products the makers of pieces bought here themselves and kept, by creator. Only the products' ids leave this:
 * no page learns of an order. What she buys or gives back purges her tag (see `purgeBuyer`).
 */
export const sharedPurchases = (req: PayloadRequest, creators: readonly Creator[]): Promise<Map<string, ReadonlySet<string>>> => {
  const users = new Map(creators.flatMap(({ id, user }) => (user ? [[id, idOf(user)] as const] : [])))
  return keptByPages([...users.keys()], {
    kind: 'purchases',
    read: async (missing) => {
      const wanted = missing.map((id) => [id, users.get(id) ?? ''] as const)
      const bought = await boughtBy(
        req,
        wanted.map(([, user]) => user),
      )
      return new Map(wanted.map(([id, user]) => [id, bought.get(user) ?? new Set<string>()]))
    },
    shown: (_products, id) => [tag.creator(id)],
  })
}

/** Topics in use, in the shop's order: all of them or some by id. */
export const sharedTopics = (req: PayloadRequest, ids?: readonly string[]): Promise<readonly TopicRow[]> =>
  keptPart(`topics ${ids ? [...ids].sort().join() : 'all'}`, () => findTopicRows(req, ids ? { ids } : {}), [tag.topics()])
