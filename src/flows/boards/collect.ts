import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { isId } from '../../lib/ids.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { type BoardTargetKind, collectsCounter, defaultBoardId, defaultBoardTitle, ITEMS_MAX } from '../../modules/boards/index.ts'
import {
  type BoardRow,
  countItems,
  findBoard,
  findItemsOf,
  type ItemRow,
  insertBoard,
  insertItem,
  patchBoard,
  removeItem,
} from '../../modules/boards/store.ts'
import { moveCounter } from '../../modules/engagement/store.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { findTarget } from '../comments/find-target.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { purgeBoards } from './purge-boards.ts'

export interface CollectInput {
  kind: BoardTargetKind
  target: string
  on: boolean
  /** Absent: into the board of the first tap, or off every board. */
  board?: string | null | undefined
  /** Language in which the first board is named. */
  locale?: 'zh' | 'en' | undefined
}

export interface Collected {
  /** Whether it is on any board of the account now, and on which. */
  on: boolean
  boards: string[]
  /** How many people collected it. */
  count: number
  /** Where it went, when it was collected. */
  board: { id: string; title: string } | null
}

/**
 * Puts something that readers can see on a board of one's own, or takes it off. Saying it twice changes nothing. The first
 * tap makes the first board. Failures: `not_found` for what cannot be seen and for boards of others, `state` when the board
 * is full, `unauthenticated`. What is not public any more can still be taken off.
 */
export async function collect(ctx: Ctx, actor: Actor, input: CollectInput): Promise<Result<Collected>> {
  const { userId } = actor
  if (!userId) return fail('unauthenticated', 'Log in to collect.')
  if (!isId(input.target)) return noTarget
  return againOnDuplicate(() =>
    ctx.tx('collect', async (req) => {
      await takeTurn(req, `boards:${userId}`)
      const at = ctx.clock.now().toISOString()
      const before = await findItemsOf(req, userId, input.target)
      return input.on ? put(req, userId, input, { before, at }) : takeOff(req, userId, input, before)
    }),
  )
}

const noTarget = fail('not_found', 'There is no such public piece or product.')
const noBoard = fail('not_found', 'There is no such board of yours.', { field: 'board' })

async function put(
  req: PayloadRequest,
  userId: string,
  { kind, target, board: wanted, locale = 'zh' }: CollectInput,
  { before, at }: { before: ItemRow[]; at: string },
): Promise<Result<Collected>> {
  if (!(await findTarget(req, { kind, id: target }))) return noTarget
  const board = wanted ? await ownBoard(req, userId, wanted) : await firstBoard(req, userId, { locale, at })
  if (!board) return noBoard
  const boards = before.map((item) => item.board)
  if (boards.includes(board.id)) return ok({ on: true, boards, count: await moveCounter(req, collectsCounter(target), 0), board })
  if ((await countItems(req, board.id)) >= ITEMS_MAX) return fail('state', `Expected a board with room: it holds ${ITEMS_MAX}.`)
  await insertItem(req, { board: board.id, owner: userId, targetKind: kind, target, at })
  await patchBoard(req, board.id, { changedAt: at })
  await purgeBoards(req, userId, [board])
  const count = await moveCounter(req, collectsCounter(target), before.length === 0 ? 1 : 0)
  await purgePages(req, [tag.counts(target)])
  return ok({ on: true, boards: [...boards, board.id], count, board: { id: board.id, title: board.title } })
}

async function takeOff(
  req: PayloadRequest,
  userId: string,
  { target, board: wanted }: CollectInput,
  before: ItemRow[],
): Promise<Result<Collected>> {
  if (wanted && !(await ownBoard(req, userId, wanted))) return noBoard
  const gone = before.filter(({ board }) => !wanted || board === wanted)
  for (const { id } of gone) await removeItem(req, id)
  const boards = before.filter((item) => !gone.includes(item)).map(({ board }) => board)
  const touched = await Promise.all(gone.map(({ board }) => findBoard(req, board)))
  await purgeBoards(
    req,
    userId,
    touched.flatMap((board) => board ?? []),
  )
  const count = await moveCounter(req, collectsCounter(target), gone.length > 0 && boards.length === 0 ? -1 : 0)
  await purgePages(req, [tag.counts(target)])
  return ok({ on: boards.length > 0, boards, count, board: null })
}

/** A board that this account owns, else null. */
export async function ownBoard(req: PayloadRequest, userId: string, id: string): Promise<BoardRow | null> {
  const board = isId(id) ? await findBoard(req, id) : null
  return board?.owner === userId ? board : null
}

async function firstBoard(req: PayloadRequest, owner: string, { locale, at }: { locale: 'zh' | 'en'; at: string }): Promise<BoardRow> {
  const id = defaultBoardId(owner)
  const known = await findBoard(req, id)
  return known ?? insertBoard(req, { id, owner, title: defaultBoardTitle[locale], visibility: 'private', changedAt: at })
}
