import { data, redirect } from 'react-router'
import { addComment } from '../../../flows/comments/add-comment.ts'
import { deleteComment, undeleteComment } from '../../../flows/comments/delete-comment.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { type Failure, failureStatus } from '../../../lib/result.ts'
import type { CommentAnswer, CommentProblem } from '../../../ui/social/comment-answer.ts'
import { wantsDocument } from '../../lib/mark-action.ts'
import type { ShopDoor } from '../shop/door.ts'
import { privateHeaders, targetOf } from './target.ts'

type Fields = Record<string, string>

const answered = (answer: CommentAnswer, status = 200) => data(answer, { status, headers: privateHeaders() })

/**
 * The answer to a form of comments: data to our script, a way back to a document. A document that was refused sees the
 * form again with its words; whoever is not logged in is led to the log-in and back.
 */
export async function answerComment(request: Request, door: ShopDoor, fields: Fields) {
  const { intent } = fields
  return intent === 'delete' || intent === 'undelete' ? move(request, door, fields) : add(request, door, fields)
}

async function add(request: Request, { ctx, visit, to }: ShopDoor, fields: Fields) {
  const { kind, target } = targetOf(fields)
  const { body = '', parent } = fields
  const back = ownPath(fields.back, to('/'))
  const added = await addComment(ctx, await visit.actor(), { kind, target, body, parent: parent || null })
  if (!added.ok && added.failure.code === 'unauthenticated') return redirect(`${to('/login')}?next=${encodeURIComponent(back)}`)
  if (!added.ok) return answered({ ...refusalOf(added.failure), body }, failureStatus[added.failure.code])
  // A comment that waits is on no page: the document is told so where it stands.
  if (wantsDocument(request) && added.value.state === 'shown') return redirect(back)
  return answered({ ok: true, added: added.value })
}

async function move(request: Request, { ctx, visit, to }: ShopDoor, { intent, id = '', back }: Fields) {
  const flow = intent === 'delete' ? deleteComment : undeleteComment
  const moved = await flow(ctx, await visit.actor(), { id })
  if (wantsDocument(request)) return redirect(ownPath(back, to('/account/comments')))
  if (!moved.ok) return answered({ ok: false, problem: 'failed' }, failureStatus[moved.failure.code])
  return answered({ ok: true, moved: { id, state: moved.value.state } })
}

const problems: readonly CommentProblem[] = ['required', 'too_long', 'blocked']

function refusalOf({ code, details }: Failure): Extract<CommentAnswer, { ok: false }> {
  if (code === 'too_many') return { ok: false, problem: 'too_many' }
  if (code === 'not_found') return { ok: false, problem: 'gone' }
  const problem = problems.find((known) => known === details?.problem) ?? 'failed'
  return { ok: false, problem, ...(typeof details?.phrase === 'string' ? { phrase: details.phrase } : {}) }
}
