import type { Ctx } from '../../context.ts'
import type { Actor } from '../../lib/actor.ts'
import { tag } from '../../lib/page-tags.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { tidyName } from '../../modules/accounts/index.ts'
import { BOARD_TITLE_MAX, BOARDS_MAX, collectsCounter, type Visibility } from '../../modules/boards/index.ts'
import { findAllItems, findBoards, findItemsOf, insertBoard, patchBoard, removeBoard } from '../../modules/boards/store.ts'
import { moveCounter } from '../../modules/engagement/store.ts'
import { judgeComment } from '../../modules/moderation/index.ts'
import { takeTurn } from '../../modules/operations/store/turns.ts'
import { purgePages } from '../pages/purge-pages.ts'
import { ownBoard } from './collect.ts'
import { purgeBoards } from './purge-boards.ts'

export interface BoardFacts {
  id: string
  title: string
  visibility: Visibility
}

const noBoard = fail('not_found', 'There is no such board of yours.')
const logIn = fail('unauthenticated', 'Log in to have boards.')

/** Others may read it: the words that no comment may have are refused here as well. */
function readTitle(given: string): Result<string> {
  const title = tidyName(given, BOARD_TITLE_MAX)
  if (!title) {
    const details = { problem: given.trim() === '' ? 'required' : 'too_long', max: BOARD_TITLE_MAX }
    return fail('invalid', `Expected a name of 1 to ${BOARD_TITLE_MAX} characters.`, { field: 'title', details })
  }
  const [finding] = judgeComment(title)
  if (!finding) return ok(title)
  return fail('invalid', `Expected a name without ${finding.phrase}.`, {
    field: 'title',
    details: { problem: 'blocked', phrase: finding.phrase },
  })
}

/** A new, empty board. The same name again within the account is the same board. */
export async function createBoard(ctx: Ctx, actor: Actor, input: { title: string; visibility: Visibility }): Promise<Result<BoardFacts>> {
  const { userId } = actor
  if (!userId) return logIn
  const title = readTitle(input.title)
  if (!title.ok) return title
  return ctx.tx('create board', async (req) => {
    await takeTurn(req, `boards:${userId}`)
    const boards = await findBoards(req, userId)
    const known = boards.find((board) => board.title === title.value)
    if (known) return ok(factsOf(known))
    if (boards.length >= BOARDS_MAX) return fail('state', `Expected fewer than ${BOARDS_MAX} boards.`)
    const { visibility } = input
    const made = await insertBoard(req, { owner: userId, title: title.value, visibility, changedAt: ctx.clock.now().toISOString() })
    await purgeBoards(req, userId, [made])
    return ok(factsOf(made))
  })
}

/** Renames a board, shows it to everybody or takes it back. */
export async function changeBoard(
  ctx: Ctx,
  actor: Actor,
  { id, ...input }: { id: string; title?: string | undefined; visibility?: Visibility | undefined },
): Promise<Result<BoardFacts>> {
  const { userId } = actor
  if (!userId) return logIn
  const title = input.title === undefined ? null : readTitle(input.title)
  if (title && !title.ok) return title
  return ctx.tx('change board', async (req) => {
    const board = await ownBoard(req, userId, id)
    if (!board) return noBoard
    const changed = { ...board, ...(title ? { title: title.value } : {}), ...(input.visibility ? { visibility: input.visibility } : {}) }
    await patchBoard(req, id, { title: changed.title, visibility: changed.visibility })
    await purgeBoards(req, userId, [board, changed])
    return ok(factsOf(changed))
  })
}

/** Takes a board away with what is on it. The screen waits ten seconds before it asks for this. */
export async function deleteBoard(ctx: Ctx, actor: Actor, { id }: { id: string }): Promise<Result<{ id: string }>> {
  const { userId } = actor
  if (!userId) return logIn
  return ctx.tx('delete board', async (req) => {
    await takeTurn(req, `boards:${userId}`)
    const board = await ownBoard(req, userId, id)
    if (!board) return noBoard
    const items = await findAllItems(req, [id])
    await removeBoard(req, id)
    for (const { target } of items) {
      const elsewhere = await findItemsOf(req, userId, target)
      if (elsewhere.length === 0) await moveCounter(req, collectsCounter(target), -1)
    }
    await purgeBoards(req, userId, [board])
    await purgePages(
      req,
      items.map(({ target }) => tag.counts(target)),
    )
    return ok({ id })
  })
}

const factsOf = ({ id, title, visibility }: BoardFacts): BoardFacts => ({ id, title, visibility })
