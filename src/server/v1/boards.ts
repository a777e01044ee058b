import { z } from 'zod'
import { collect } from '../../flows/boards/collect.ts'
import { listBoardChoices, listMyBoards } from '../../flows/boards/list-boards.ts'
import { readBoard } from '../../flows/boards/read-board.ts'
import { changeBoard, createBoard, deleteBoard } from '../../flows/boards/save-board.ts'
import { boardCard, boardKind, boardView, visibility } from '../../flows/boards/views.ts'
import { ok } from '../../lib/result.ts'
import { type Route, route } from './route.ts'

const tag = 'Boards'
const params = z.object({ id: z.uuid() })
const locale = z.enum(['zh', 'en']).default('zh')
const title = z.string().max(200)
const board = z.object({ id: z.string(), title: z.string(), visibility })

const boards: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/me/boards',
      summary: 'One’s own boards, or with `target` whether each holds it',
      tag,
      who: 'account',
      query: z.object({ locale, target: z.uuid().optional() }),
      answer: z.object({
        boards: z.union([z.array(boardCard), z.array(z.object({ id: z.string(), title: z.string(), visibility, has: z.boolean() }))]),
      }),
    },
    async ({ ctx, actor, query: { locale, target } }) => {
      const read = target ? await listBoardChoices(ctx, actor, { target }) : await listMyBoards(ctx, actor, { locale })
      return read.ok ? ok({ boards: read.value }) : read
    },
  ),
  route(
    {
      method: 'post',
      path: '/v1/me/boards',
      summary: 'A new board; the same name again is the same board',
      tag,
      who: 'account',
      status: 201,
      body: z.strictObject({ title, visibility: visibility.default('private') }),
      answer: board,
    },
    ({ ctx, actor, body }) => createBoard(ctx, actor, body),
  ),
  route(
    {
      method: 'get',
      path: '/v1/boards/:id',
      summary: 'A public board',
      tag,
      who: 'anyone',
      params,
      query: z.object({ locale, after: z.string().max(200).optional() }),
      answer: boardView,
    },
    ({ ctx, params, query }) => readBoard(ctx, { ...params, ...query }),
  ),
  route(
    {
      method: 'patch',
      path: '/v1/boards/:id',
      summary: 'Rename a board, or change who sees it',
      tag,
      who: 'account',
      params,
      body: z.strictObject({ title: title.optional(), visibility: visibility.optional() }),
      answer: board,
    },
    ({ ctx, actor, params, body }) => changeBoard(ctx, actor, { ...params, ...body }),
  ),
  route(
    {
      method: 'delete',
      path: '/v1/boards/:id',
      summary: 'Delete a board with what is on it',
      tag,
      who: 'account',
      params,
      answer: z.object({ id: z.string() }),
    },
    ({ ctx, actor, params }) => deleteBoard(ctx, actor, params),
  ),
]

const collecting = route(
  {
    method: 'post',
    path: '/v1/collect',
    summary: 'Put a piece or a product on a board, or take it off; without `board` on the first one, or off all',
    tag,
    who: 'account',
    body: z.strictObject({
      kind: boardKind,
      target: z.uuid(),
      on: z.boolean(),
      board: z.uuid().nullable().optional(),
      locale: locale.optional(),
    }),
    answer: z.object({
      on: z.boolean(),
      boards: z.array(z.string()),
      count: z.int(),
      board: z.object({ id: z.string(), title: z.string() }).nullable(),
    }),
  },
  async ({ ctx, actor, body }) => {
    const done = await collect(ctx, actor, body)
    if (!done.ok) return done
    const { board } = done.value
    return ok({ ...done.value, board: board ? { id: board.id, title: board.title } : null })
  },
)

/** Collecting into boards. */
export const boardRoutes: Route[] = [...boards, collecting]
