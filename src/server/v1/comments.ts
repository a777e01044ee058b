import { z } from 'zod'
import { addComment } from '../../flows/comments/add-comment.ts'
import { approveComment } from '../../flows/comments/approve-comment.ts'
import { deleteComment, undeleteComment } from '../../flows/comments/delete-comment.ts'
import { hideComment } from '../../flows/comments/hide-comment.ts'
import { listComments, listOwnComments } from '../../flows/comments/list-comments.ts'
import { restoreComment } from '../../flows/comments/restore-comment.ts'
import { commentList, commentReply, targetKind } from '../../flows/comments/views.ts'
import { commentRuleIds } from '../../modules/moderation/index.ts'
import { type Route, route } from './route.ts'

const tag = 'Comments'
const params = z.object({ id: z.uuid() })
const target = z.uuid().describe('Id of the piece or the product')
const place = z.object({ kind: targetKind, target })
const editors = ['editor', 'admin'] as const
const state = z.object({ state: z.enum(['shown', 'held', 'hidden', 'deleted']) })
const moderated = state.extend({ id: z.string() })

const own: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/comments',
      summary: 'Comments under a public piece or a product, newest first, with their replies',
      tag,
      who: 'anyone',
      query: place.extend({ after: z.string().max(200).optional().describe('Cursor `next` of an earlier answer.') }),
      answer: commentList,
    },
    ({ ctx, query }) => listComments(ctx, query),
  ),
  route(
    {
      method: 'get',
      path: '/v1/comments/mine',
      summary: 'Which comments under something are one’s own, and which of them wait for an editor',
      tag,
      who: 'account',
      query: place,
      answer: z.object({ ids: z.array(z.string()), held: z.array(commentReply.extend({ parent: z.string().nullable() })) }),
    },
    ({ ctx, actor, query }) => listOwnComments(ctx, actor, query),
  ),
  route(
    {
      method: 'post',
      path: '/v1/comments',
      summary: 'Comment on a piece or a product, or reply to a comment (one level)',
      tag,
      who: 'account',
      status: 201,
      body: z.strictObject({ kind: targetKind, target, body: z.string().max(4_000), parent: z.uuid().nullable().optional() }),
      answer: z.object({ comment: commentReply, parent: z.string().nullable(), state: z.enum(['shown', 'held']) }),
    },
    ({ ctx, actor, body }) => addComment(ctx, actor, body),
  ),
  route(
    { method: 'delete', path: '/v1/comments/:id', summary: 'Take one’s own comment away', tag, who: 'account', params, answer: state },
    ({ ctx, actor, params }) => deleteComment(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/comments/:id/undelete',
      summary: 'Take a deletion back, within a minute',
      tag,
      who: 'account',
      params,
      answer: state,
    },
    ({ ctx, actor, params }) => undeleteComment(ctx, actor, params),
  ),
]

const desk: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/comments/:id/hide',
      summary: 'Take a comment from readers; its author is told why',
      tag,
      who: editors,
      params,
      body: z.strictObject({ rule: z.enum(commentRuleIds), reason: z.string().max(2_000) }),
      answer: moderated,
    },
    ({ ctx, actor, params, body }) => hideComment(ctx, actor, { ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/comments/:id/approve',
      summary: 'Show a comment that waited',
      tag,
      who: editors,
      params,
      answer: moderated,
    },
    ({ ctx, actor, params }) => approveComment(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/comments/:id/restore',
      summary: 'Show a hidden comment again',
      tag,
      who: editors,
      params,
      answer: moderated,
    },
    ({ ctx, actor, params }) => restoreComment(ctx, actor, params),
  ),
]

/** Comments with one level of replies, and the editors' decisions on them. */
export const commentRoutes: Route[] = [...own, ...desk]
