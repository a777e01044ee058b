import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { groupBy } from '../../lib/group.ts'
import { idOf } from '../../lib/ids.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator } from '../../modules/accounts/store.ts'
import { type BoardRow, findAllItems, findBoards, findItemsOf } from '../../modules/boards/store.ts'
import { targetTag } from '../comments/find-target.ts'
import { pageShows } from '../pages/page-shows.ts'
import type { ShopLocale } from '../shop/views.ts'
import { showItems, visibleTargets } from './show-items.ts'
import type { BoardCardFacts } from './views.ts'

const COVERS = 4

/** One's own boards, the one used last first. */
export async function listMyBoards(ctx: Ctx, actor: Actor, { locale }: { locale: ShopLocale }): Promise<Result<BoardCardFacts[]>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see your boards.')
  const req = await ctx.req()
  return ok(await boardCards(ctx, req, await findBoards(req, actor.userId), locale))
}

export interface BoardChoice {
  id: string
  title: string
  visibility: BoardRow['visibility']
  /** Whether the thing in question is on it. */
  has: boolean
}

/** One's own boards with whether something is on each: what a collect sheet shows. */
export async function listBoardChoices(ctx: Ctx, actor: Actor, { target }: { target: string }): Promise<Result<BoardChoice[]>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to collect.')
  const req = await ctx.req()
  const on = new Set((await findItemsOf(req, actor.userId, target)).map(({ board }) => board))
  return ok((await findBoards(req, actor.userId)).map(({ id, title, visibility }) => ({ id, title, visibility, has: on.has(id) })))
}

/** The public boards of a creator, for her page; empty for one who has none, is suspended, or has no page. */
export async function listPublicBoards(
  ctx: Ctx,
  { creatorId, locale }: { creatorId: string; locale: ShopLocale },
): Promise<BoardCardFacts[]> {
  const req = await ctx.req()
  const creator = await findCreator(req, { id: { equals: creatorId } })
  if (creator?.status !== 'active' || creator.kind !== 'creator') return []
  return boardCards(ctx, req, await findBoards(req, idOf(creator.user), 'public'), locale)
}

/** How boards look in a list: what can be seen on them, counted, and the newest pictures. */
async function boardCards(ctx: Ctx, req: PayloadRequest, boards: readonly BoardRow[], locale: ShopLocale): Promise<BoardCardFacts[]> {
  const items = await findAllItems(
    req,
    boards.map(({ id }) => id),
  )
  pageShows(...items.map(({ targetKind: kind, target }) => targetTag({ kind, id: target })))
  const visible = await visibleTargets(req, items)
  const onBoard = groupBy(
    items.filter(({ target }) => visible.has(target)),
    ({ board }) => board,
  )
  const covers = [...onBoard.values()].flatMap((some) => some.slice(0, COVERS))
  const pictures = new Map(
    (await showItems(ctx, req, covers, locale)).map((item) => [
      item.target,
      item.kind === 'piece' ? item.piece.picture : item.product.picture,
    ]),
  )
  return boards.map(({ id, title, visibility }) => {
    const some = onBoard.get(id) ?? []
    return { id, title, visibility, count: some.length, covers: some.slice(0, COVERS).flatMap(({ target }) => pictures.get(target) ?? []) }
  })
}
