import { z } from 'zod'
import { claimReviewItem, releaseReviewItem } from '../../flows/review/claim-review-item.ts'
import { decideReviewItem } from '../../flows/review/decide-review-item.ts'
import { listQueue } from '../../flows/review/list-queue.ts'
import { readReviewItem } from '../../flows/review/read-review-item.ts'
import { restorePiece, takeDownPiece } from '../../flows/review/take-down-piece.ts'
import { ruleIds } from '../../modules/moderation/index.ts'
import { type Route, route } from './route.ts'

const tag = 'review'
const who = ['editor', 'admin'] as const
const params = z.object({ id: z.uuid() })
const rule = z.enum(ruleIds).describe('What the decision rests on')
const reason = z.string().max(5_000).describe('For the author, 1 to 2000 characters')
const lockVersion = z.int().min(0).describe('Of the item as you saw it: another one in the meantime is refused as stale')
const span = z.union([
  z.strictObject({ in: z.enum(['title', 'body']), start: z.int().min(0), end: z.int().min(1) }),
  z.strictObject({ in: z.literal('picture'), picture: z.int().min(0), x: z.number().optional(), y: z.number().optional() }),
  z.strictObject({ in: z.literal('video'), second: z.number().min(0) }),
])
const evidence = z.array(span).max(20).optional().describe('Where in the piece')
const claimed = z.object({ id: z.string(), lockVersion: z.int(), claimedUntil: z.string().nullable() })
const decided = z.object({ id: z.string(), pieceId: z.string(), state: z.string() })
const restricted = z.object({ pieceId: z.string(), restriction: z.enum(['none', 'limited', 'hidden', 'removed']), isPublic: z.boolean() })

type Evidence = z.output<typeof evidence>

/** Absent coordinates stay absent: the domain knows no `undefined`. */
const bare = (given: Evidence) =>
  given?.map((one) =>
    one.in === 'picture'
      ? { in: one.in, picture: one.picture, ...(one.x === undefined ? {} : { x: one.x }), ...(one.y === undefined ? {} : { y: one.y }) }
      : one,
  )

/** The editors' desk. */
export const reviewRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/review',
      summary: 'What waits for a decision: overdue first, then the oldest',
      tag,
      who,
      query: z.object({
        page: z.coerce.number().int().min(1).max(10_000).default(1),
        perPage: z.coerce.number().int().min(1).max(100).default(30),
      }),
    },
    ({ ctx, actor, query }) => listQueue(ctx, actor, query),
  ),
  route(
    { method: 'get', path: '/v1/review/:id', summary: 'One item: the version under review, the public one, history', tag, who, params },
    ({ ctx, actor, params }) => readReviewItem(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/review/:id/claim',
      summary: 'Take an item for ten minutes, or ten more',
      tag,
      who,
      params,
      answer: claimed,
    },
    ({ ctx, actor, params }) => claimReviewItem(ctx, actor, params),
  ),
  route(
    { method: 'post', path: '/v1/review/:id/release', summary: 'Let go of an item', tag, who, params, answer: claimed },
    ({ ctx, actor, params }) => releaseReviewItem(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/review/:id/approve',
      summary: 'Publish exactly the version that you saw',
      tag,
      who,
      params,
      body: z.strictObject({ lockVersion }),
      answer: decided,
    },
    ({ ctx, actor, params, body }) => decideReviewItem(ctx, actor, { ...params, ...body, decision: 'approve' }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/review/:id/request-changes',
      summary: 'Ask the author for changes',
      tag,
      who,
      params,
      body: z.strictObject({ lockVersion, rule, reason, evidence }),
      answer: decided,
    },
    ({ ctx, actor, params, body }) =>
      decideReviewItem(ctx, actor, { ...params, ...body, evidence: bare(body.evidence), decision: 'request_changes' }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/review/:id/reject',
      summary: 'Reject this version',
      tag,
      who,
      params,
      body: z.strictObject({ lockVersion, rule, reason, evidence }),
      answer: decided,
    },
    ({ ctx, actor, params, body }) =>
      decideReviewItem(ctx, actor, { ...params, ...body, evidence: bare(body.evidence), decision: 'reject' }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/pieces/:id/take-down',
      summary: 'Take a piece from readers at once',
      tag,
      who,
      params,
      body: z.strictObject({ rule, reason }),
      answer: restricted,
    },
    ({ ctx, actor, params, body }) => takeDownPiece(ctx, actor, { pieceId: params.id, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/pieces/:id/restore',
      summary: 'Let readers see a piece again',
      tag,
      who,
      params,
      body: z.strictObject({ reason }),
      answer: restricted,
    },
    ({ ctx, actor, params, body }) => restorePiece(ctx, actor, { pieceId: params.id, ...body }),
  ),
]
