import { z } from 'zod'
import { deletePiece } from '../../flows/pieces/delete-piece.ts'
import type { DraftInput } from '../../flows/pieces/draft-input.ts'
import { findLinkable } from '../../flows/pieces/find-linkable.ts'
import { listMyPieces } from '../../flows/pieces/list-my-pieces.ts'
import { readWorkingPiece } from '../../flows/pieces/read-working-piece.ts'
import { savePiece } from '../../flows/pieces/save-piece.ts'
import { publishApproved, schedulePiece } from '../../flows/pieces/schedule-piece.ts'
import { submitPiece } from '../../flows/pieces/submit-piece.ts'
import { undeletePiece } from '../../flows/pieces/undelete-piece.ts'
import { withdrawPiece } from '../../flows/pieces/withdraw-piece.ts'
import { type Route, route } from './route.ts'

const tag = 'pieces'
const who = ['creator'] as const
const id = z.uuid().describe('Id of a piece of your own')
const params = z.object({ id })
const kind = z.enum(['posts', 'video-notes'])
const reference = z.uuid()
const position = z.number().nullable().optional()

const placement = z.strictObject({
  id: z.string().max(64).nullable().optional().describe('Of the row when it was saved before'),
  number: z.int().min(1).max(99).describe('1 upwards without a gap; the body names it [[n]]'),
  kind: z.enum(['text', 'hotspot', 'moment']),
  product: reference,
  picture: z.int().min(0).max(8).nullable().optional().describe('0-based, for a hotspot'),
  x: position.describe('Per cent of the picture’s width'),
  y: position.describe('Per cent of the picture’s height'),
  from: position.describe('Second of the video'),
  to: position.describe('Second of the video, after from'),
})

// Lengths and counts are the domain’s to judge, with sentences of its own; these bounds only keep nonsense out.
const draft = z.strictObject({
  title: z.string().max(1_000).optional(),
  body: z.string().max(100_000).optional(),
  language: z.enum(['zh', 'en']).optional(),
  translationOf: reference.nullable().optional(),
  topics: z.array(reference).max(50).optional(),
  pictures: z
    .array(z.strictObject({ media: reference, alt: z.string().max(1_000).nullable().optional() }))
    .max(50)
    .optional(),
  video: reference.nullable().optional(),
  poster: reference.nullable().optional(),
  captions: z.string().max(200_000).nullable().optional().describe('WebVTT'),
  placements: z.array(placement).max(50).optional(),
  disclosure: z.enum(['none', 'commission', 'sample', 'paid', 'discount', 'employee', 'family', 'equity']).optional(),
  aiMade: z.boolean().optional(),
  aiDenial: z.string().max(1_000).nullable().optional().describe('Why it is not, when a file says that a machine made it; kept only then'),
  editNote: z.string().max(1_000).nullable().optional(),
}) satisfies z.ZodType<DraftInput>

const baseVersion = z.string().max(64).optional().describe('The version that you wrote on; another one stored since is refused as stale')
const state = z.enum([
  'draft',
  'submitted',
  'in_review',
  'changes_requested',
  'rejected',
  'approved',
  'scheduled',
  'published',
  'withdrawn',
])
const publishAt = z.iso.datetime({ offset: true }).nullable().describe('At least a minute and at most 366 days ahead; null for at once')
const scheduled = z.object({ id: z.string(), state, publishAt: z.string().nullable() })
const saved = z.object({ id: z.string(), version: z.string(), state, savedAt: z.string() })

/** A creator's pieces. */
export const pieceRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/pieces',
      summary: 'Begin a piece',
      tag,
      who,
      body: z.strictObject({ kind, draft }),
      answer: saved,
      status: 201,
    },
    ({ ctx, actor, body }) => savePiece(ctx, actor, body),
  ),
  route({ method: 'get', path: '/v1/me/pieces', summary: 'Your pieces with state, answer and figures', tag, who }, ({ ctx, actor }) =>
    listMyPieces(ctx, actor),
  ),
  route(
    { method: 'get', path: '/v1/pieces/:id', summary: 'The working version of your piece', tag, who, params },
    ({ ctx, actor, params }) => readWorkingPiece(ctx, actor, params),
  ),
  route(
    {
      method: 'put',
      path: '/v1/pieces/:id',
      summary: 'Save a working version, complete or not; readers and editors see nothing of it',
      tag,
      who,
      params,
      body: z.strictObject({ kind, draft, baseVersion }),
      answer: saved,
    },
    ({ ctx, actor, params, body }) => savePiece(ctx, actor, { ...body, ...params }),
  ),
  route(
    { method: 'delete', path: '/v1/pieces/:id', summary: 'Put your piece into the bin for 30 days', tag, who, params },
    ({ ctx, actor, params }) => deletePiece(ctx, actor, params),
  ),
  route(
    { method: 'post', path: '/v1/pieces/:id/undelete', summary: 'Take your piece out of the bin', tag, who, params },
    ({ ctx, actor, params }) => undeletePiece(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/pieces/:id/submit',
      summary: 'Send the working version to the editors, to become public as soon as it is let pass or at a time',
      tag,
      who,
      params,
      body: z.strictObject({ publishAt: publishAt.optional() }),
    },
    ({ ctx, actor, params, body }) => submitPiece(ctx, actor, { ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/pieces/:id/schedule',
      summary: 'Set, move or take away (null) the time at which your piece becomes public once it is let pass',
      tag,
      who,
      params,
      body: z.strictObject({ publishAt }),
      answer: scheduled,
    },
    ({ ctx, actor, params, body }) => schedulePiece(ctx, actor, { ...params, ...body }),
  ),
  route(
    {
      method: 'post',
      path: '/v1/pieces/:id/publish',
      summary: 'Make public now what an editor let pass',
      tag,
      who,
      params,
      answer: z.object({ id: z.string(), state }),
    },
    ({ ctx, actor, params }) => publishApproved(ctx, actor, params),
  ),
  route(
    { method: 'post', path: '/v1/pieces/:id/withdraw', summary: 'Take your piece back from readers and editors', tag, who, params },
    ({ ctx, actor, params }) => withdrawPiece(ctx, actor, params),
  ),
  route(
    {
      method: 'get',
      path: '/v1/studio/products',
      summary: 'Products that a piece can place',
      tag,
      who,
      query: z.object({ q: z.string().trim().max(100).default('') }),
    },
    ({ ctx, actor, query }) => findLinkable(ctx, actor, query),
  ),
]
