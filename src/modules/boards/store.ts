import type { PayloadRequest, Where } from 'payload'
import { idOf, newId } from '../../lib/ids.ts'
import type { Board, BoardItem } from '../../payload-types.ts'
import { type BoardTargetKind, itemKey, type Visibility } from './index.ts'

export interface BoardRow {
  id: string
  owner: string
  title: string
  visibility: Visibility
  changedAt: string
}

export interface ItemRow {
  id: string
  board: string
  owner: string
  targetKind: BoardTargetKind
  target: string
  at: string
}

const boardOf = ({ id, owner, title, visibility, changedAt }: Board): BoardRow => ({
  id,
  owner: idOf(owner),
  title,
  visibility,
  changedAt,
})

const itemOf = ({ id, board, owner, targetKind, target, at }: BoardItem): ItemRow => ({
  id,
  board: idOf(board),
  owner: idOf(owner),
  targetKind,
  target,
  at,
})

/** Boards of one account, the one that was used last first. */
export async function findBoards(req: PayloadRequest, owner: string, visibility?: Visibility): Promise<BoardRow[]> {
  const and: Where[] = [{ owner: { equals: owner } }]
  if (visibility) and.push({ visibility: { equals: visibility } })
  const { docs } = await req.payload.db.find<Board>({
    collection: 'boards',
    where: { and },
    sort: ['-changedAt', '-id'],
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(boardOf)
}

export async function findBoard(req: PayloadRequest, id: string): Promise<BoardRow | null> {
  const { docs } = await req.payload.db.find<Board>({
    collection: 'boards',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ? boardOf(docs[0]) : null
}

/** Throws a duplicate-key error when the id is taken: run it again. */
export async function insertBoard(
  req: PayloadRequest,
  { id = newId(), ...board }: Omit<BoardRow, 'id'> & { id?: string },
): Promise<BoardRow> {
  await req.payload.db.create({ collection: 'boards', data: { id, ...board }, req })
  return { id, ...board }
}

export async function patchBoard(
  req: PayloadRequest,
  id: string,
  data: Partial<Pick<BoardRow, 'title' | 'visibility' | 'changedAt'>>,
): Promise<void> {
  await req.payload.db.updateOne({ collection: 'boards', where: { id: { equals: id } }, data, req })
}

/** Takes a board and everything on it away. */
export async function removeBoard(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'board-items', where: { board: { equals: id } }, req })
  await req.payload.db.deleteOne({ collection: 'boards', where: { id: { equals: id } }, req })
}

async function items(req: PayloadRequest, where: Where, limit: number): Promise<ItemRow[]> {
  const { docs } = await req.payload.db.find<BoardItem>({
    collection: 'board-items',
    where,
    sort: ['-at', '-id'],
    limit,
    pagination: false,
    req,
  })
  return docs.map(itemOf)
}

/** A thing on each board of an account that holds it. */
export const findItemsOf = (req: PayloadRequest, owner: string, target: string): Promise<ItemRow[]> =>
  items(req, { and: [{ owner: { equals: owner } }, { target: { equals: target } }] }, 0)

/** What is on a board, the newest first, after a place in the list. */
export function findItems(
  req: PayloadRequest,
  board: string,
  { before, limit }: { before?: { at: string; id: string } | undefined; limit: number },
): Promise<ItemRow[]> {
  const and: Where[] = [{ board: { equals: board } }]
  if (before) {
    const { at, id } = before
    and.push({ or: [{ at: { less_than: at } }, { and: [{ at: { equals: at } }, { id: { less_than: id } }] }] })
  }
  return items(req, { and }, limit)
}

/** Ids of everything that an account collected, the newest first, at most `limit`. */
export async function findCollected(req: PayloadRequest, owner: string, limit: number): Promise<string[]> {
  return [...new Set((await items(req, { owner: { equals: owner } }, limit)).map(({ target }) => target))]
}

/** Everything on these boards, the newest first: at most `ITEMS_MAX` things each. */
export const findAllItems = (req: PayloadRequest, boards: readonly string[]): Promise<ItemRow[]> =>
  boards.length === 0 ? Promise.resolve([]) : items(req, { board: { in: [...boards] } }, 0)

export async function countItems(req: PayloadRequest, board: string): Promise<number> {
  const where: Where = { board: { equals: board } }
  return (await req.payload.count({ collection: 'board-items', where, overrideAccess: true, req })).totalDocs
}

/** Puts a thing on a board. Throws a duplicate-key error when it is there already. */
export async function insertItem(req: PayloadRequest, item: Omit<ItemRow, 'id'>): Promise<void> {
  const key = itemKey(item.board, item.targetKind, item.target)
  await req.payload.db.create({ collection: 'board-items', data: { id: newId(), key, ...item }, req })
}

export async function removeItem(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteOne({ collection: 'board-items', where: { id: { equals: id } }, req })
}
