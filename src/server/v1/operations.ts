import { z } from 'zod'
import { adjustStock } from '../../flows/catalogue/adjust-stock.ts'
import { checkLabelsNow } from '../../flows/operations/check-labels.ts'
import { describePicture } from '../../flows/operations/describe-picture.ts'
import { listFailedJobs } from '../../flows/operations/failed-jobs.ts'
import { readOverview } from '../../flows/operations/read-overview.ts'
import { readPictures } from '../../flows/operations/read-pictures.ts'
import { readStock } from '../../flows/operations/read-stock.ts'
import { retryJob } from '../../flows/operations/retry-job.ts'
import { operatorMoves } from '../../modules/operations/index.ts'
import { media } from './media.ts'
import { adjustedStock, failedJobsAnswer, labelsAnswer, overviewAnswer, stockAnswer } from './operations-shapes.ts'
import { type Route, route } from './route.ts'

const tag = 'operations'
const staff = ['editor', 'finance', 'admin'] as const
const variantParams = z.strictObject({ variantId: z.uuid() })

const stockRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/stock/:variantId',
      summary: 'The stock of a variant',
      tag,
      who: staff,
      params: variantParams,
      answer: stockAnswer,
    },
    ({ ctx, actor, params }) => readStock(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/stock/:variantId/moves',
      summary: 'Receive goods of a variant, or put its count right; never below zero',
      tag,
      who: ['finance', 'admin'],
      params: variantParams,
      body: z.strictObject({ move: z.enum(operatorMoves), quantity: z.int(), reason: z.string().max(200) }),
      answer: adjustedStock,
      status: 201,
      idempotencyKey: 'required',
    },
    ({ ctx, actor, params, body, idempotencyKey }) => adjustStock(ctx, actor, { ...params, ...body }, idempotencyKey),
  ),
]

const pictureRoutes: Route[] = [
  route(
    {
      method: 'get',
      path: '/v1/operations/pictures',
      summary: 'Pictures by id, for the fields of the admin',
      tag,
      who: staff,
      query: z.strictObject({
        ids: z
          .string()
          .max(4000)
          .transform((text) => text.split(','))
          .pipe(z.array(z.uuid()).max(100)),
      }),
      answer: z.object({ pictures: z.array(media) }),
    },
    ({ ctx, actor, query }) => readPictures(ctx, actor, query),
  ),
  route(
    {
      method: 'put',
      path: '/v1/operations/pictures/:id/alt',
      summary: 'Say what a picture shows',
      tag,
      who: ['editor', 'admin'],
      params: z.strictObject({ id: z.uuid() }),
      body: z.strictObject({ alt: z.string().max(200) }),
      answer: z.object({ picture: media }),
    },
    ({ ctx, actor, params, body }) => describePicture(ctx, actor, { ...params, ...body }),
  ),
]

/** What operators need beyond the collections: the overview, stock, pictures, jobs that failed. */
export const operationsRoutes: Route[] = [
  route(
    { method: 'get', path: '/v1/operations/overview', summary: 'What waits for somebody', tag, who: staff, answer: overviewAnswer },
    ({ ctx, actor }) => readOverview(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/operations/labels/scan',
      summary: 'Scan the ad labels now (DIS-6)',
      tag,
      who: staff,
      answer: labelsAnswer,
    },
    ({ ctx, actor }) => checkLabelsNow(ctx, actor),
  ),
  route(
    { method: 'get', path: '/v1/operations/jobs', summary: 'Jobs that failed for good', tag, who: ['admin'], answer: failedJobsAnswer },
    ({ ctx, actor }) => listFailedJobs(ctx, actor),
  ),
  route(
    {
      method: 'post',
      path: '/v1/operations/jobs/:id/retry',
      summary: 'Run a job again that failed for good',
      tag,
      who: ['admin'],
      params: z.strictObject({ id: z.string().regex(/^[0-9a-f-]{1,36}$/i) }),
      answer: z.object({ queued: z.literal(true) }),
      status: 202,
    },
    ({ ctx, actor, params }) => retryJob(ctx, actor, params),
  ),
  ...stockRoutes,
  ...pictureRoutes,
]
