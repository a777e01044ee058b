import { data, redirect } from 'react-router'
import { collect } from '../../../flows/boards/collect.ts'
import { listBoardChoices } from '../../../flows/boards/list-boards.ts'
import { createBoard } from '../../../flows/boards/save-board.ts'
import type { Actor } from '../../../lib/actor.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { type Failure, failureStatus, type Result } from '../../../lib/result.ts'
import type { CollectAnswer } from '../../../ui/social/use-collect.ts'
import { targetQuery } from '../../../ui/view/social.ts'
import { wantsDocument } from '../../lib/mark-action.ts'
import type { ShopDoor } from '../shop/door.ts'
import { type AskedTarget, privateHeaders, targetOf } from './target.ts'

type Fields = Record<string, string>

const answered = (answer: CollectAnswer, status = 200) => data(answer, { status, headers: privateHeaders() })

/** The answer to a tap on "save": data to our script; a document goes to the page where boards are chosen. */
export async function answerCollect(request: Request, door: ShopDoor, fields: Fields) {
  const { ctx, visit, to } = door
  const asked = targetOf(fields)
  const back = ownPath(fields.back, to('/'))
  const actor = await visit.actor()
  const done = await carryOut(door, actor, asked, fields)
  if (!done.ok && done.failure.code === 'unauthenticated') return redirect(`${to('/login')}?next=${encodeURIComponent(back)}`)
  if (!done.ok) return answered(refusalOf(done.failure), failureStatus[done.failure.code])
  if (wantsDocument(request)) return redirect(to(`/collect?${targetQuery({ kind: asked.kind, id: asked.target }, { back })}`))
  const boards = await listBoardChoices(ctx, actor, { target: asked.target })
  const { on, count, board } = done.value
  return answered({ ok: true, on, count, board: board && { id: board.id, title: board.title }, boards: boards.ok ? boards.value : [] })
}

type Done = Result<{ on: boolean; count: number; board: { id: string; title: string } | null }>

async function carryOut(
  { ctx, locale }: ShopDoor,
  actor: Actor,
  asked: AskedTarget,
  { intent, title = '', on, board }: Fields,
): Promise<Done> {
  if (intent !== 'new') return collect(ctx, actor, { ...asked, on: on === '1', board: board || null, locale })
  const made = await createBoard(ctx, actor, { title, visibility: 'private' })
  return made.ok ? collect(ctx, actor, { ...asked, on: true, board: made.value.id, locale }) : made
}

const refusalOf = ({ details }: Failure): Extract<CollectAnswer, { ok: false }> => ({
  ok: false,
  problem: typeof details?.problem === 'string' ? details.problem : 'failed',
  ...(typeof details?.phrase === 'string' ? { phrase: details.phrase } : {}),
})
