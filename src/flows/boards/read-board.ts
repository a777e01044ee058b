import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { idOf, isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { findCreator, findUserById } from '../../modules/accounts/store.ts'
import { type BoardRow, findAllItems, findBoard, findItems } from '../../modules/boards/store.ts'
import { findMediaRows } from '../../modules/media/store/find-media.ts'
import { targetTag } from '../comments/find-target.ts'
import { pageShows } from '../pages/page-shows.ts'
import { creatorFacts } from '../shop/around.ts'
import { readCursor, writeCursor } from '../shop/cursor.ts'
import type { ShopLocale } from '../shop/views.ts'
import { showItems, visibleTargets } from './show-items.ts'
import type { BoardPageFacts } from './views.ts'

interface BoardAsk {
  id: string
  after?: string | null | undefined
  locale: ShopLocale
}

const SIZE = 24
const noBoard = fail('not_found', 'There is no such board, or it is not public.')

/** A public board with the part of its things after a cursor. A private one is `not_found`, also to its owner: his page is another. */
export async function readBoard(ctx: Ctx, ask: BoardAsk): Promise<Result<BoardPageFacts>> {
  if (!isId(ask.id)) return noBoard
  const req = await ctx.req()
  pageShows(tag.board(ask.id))
  const board = await findBoard(req, ask.id)
  return board?.visibility === 'public' ? page(ctx, req, board, ask) : noBoard
}

/** The same for the owner, whatever its visibility. */
export async function readMyBoard(ctx: Ctx, actor: Actor, ask: BoardAsk): Promise<Result<BoardPageFacts>> {
  if (!actor.userId) return fail('unauthenticated', 'Log in to see your boards.')
  const req = await ctx.req()
  const board = isId(ask.id) ? await findBoard(req, ask.id) : null
  return board?.owner === actor.userId ? page(ctx, req, board, ask) : noBoard
}

async function page(ctx: Ctx, req: PayloadRequest, board: BoardRow, { after, locale }: BoardAsk): Promise<Result<BoardPageFacts>> {
  const cursor = readCursor(after)
  if (!cursor.ok) return cursor
  const owner = await ownerOf(req, board.owner)
  if (!owner) return noBoard
  const before = cursor.value ? { at: cursor.value.publishedAt, id: cursor.value.id } : undefined
  const rows = await findItems(req, board.id, { before, limit: SIZE + 1 })
  const shown = rows.slice(0, SIZE)
  const last = shown.at(-1)
  const { id, title, visibility } = board
  const all = await findAllItems(req, [id])
  // What comes and goes on it changes its count, also beyond the part that is shown.
  pageShows(...all.map(({ targetKind: kind, target }) => targetTag({ kind, id: target })))
  return ok({
    ...{ id, title, visibility, owner },
    count: (await visibleTargets(req, all)).size,
    items: await showItems(ctx, req, shown, locale),
    next: rows.length > SIZE && last ? writeCursor({ publishedAt: last.at, id: last.id }) : null,
  })
}

/** Null when the account is gone or suspended: then nobody's board is shown. */
async function ownerOf(req: PayloadRequest, userId: string): Promise<BoardPageFacts['owner'] | null> {
  const user = await findUserById(req, userId)
  if (!user || user.suspendedAt) return null
  if (user.creator) pageShows(tag.creator(idOf(user.creator)))
  const row = user.creator ? await findCreator(req, { id: { equals: idOf(user.creator) } }) : null
  if (row?.kind !== 'creator' || row.status !== 'active') return { name: user.name }
  const media = await findMediaRows(req, row.avatar ? [idOf(row.avatar)] : [])
  return { name: row.displayName, profile: creatorFacts({ creators: new Map([[row.id, row]]), media }, row.id) }
}
