import { z } from 'zod'
import { choosePoster } from '../../flows/media/choose-poster.ts'
import { readMedia } from '../../flows/media/read-media.ts'
import { storeUpload } from '../../flows/media/store-upload.ts'
import { pictureView } from '../../flows/shop/views.ts'
import { receiveUpload } from './media-upload.ts'
import { type Route, route } from './route.ts'

const tag = 'media'
const who = ['creator', 'editor', 'admin'] as const
const params = z.object({ id: z.uuid() })
export const media = z.object({
  id: z.string(),
  kind: z.enum(['image', 'video']),
  state: z.enum(['processing', 'ready', 'failed']),
  failure: z.string().nullable(),
  percent: z.int().nullable().describe('While a video is worked on, when known'),
  width: z.number(),
  height: z.number(),
  alt: z.string(),
  colours: pictureView.shape.colours,
  sources: pictureView.shape.sources,
  posterId: z.string().optional(),
  posterUrl: z.string().optional(),
  videoUrl: z.string().optional(),
  durationSeconds: z.number().optional(),
  aiSuspect: z.literal(true).optional().describe('Its metadata says that a machine made it: its author is asked (DIS-5)'),
})
const answer = z.object({ media })

/** Uploads. */
export const mediaRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/media',
      summary: 'Upload one picture (JPEG, PNG, WebP, AVIF, GIF; 20 MB) or video (MP4, MOV, WebM; 200 MB, 3 minutes) as the field `file`',
      tag,
      who,
      body: z.object({ file: z.string().meta({ format: 'binary' }) }),
      answer,
      status: 201,
      limit: 'upload',
      raw: true,
    },
    ({ ctx, actor, req }) => receiveUpload({ req, store: (stream) => storeUpload(ctx, actor, { stream }) }),
  ),
  route(
    { method: 'get', path: '/v1/media/:id', summary: 'Your file, and how far the work on it is', tag, who, params, answer },
    ({ ctx, actor, params }) => readMedia(ctx, actor, params),
  ),
  route(
    {
      method: 'post',
      path: '/v1/media/:id/poster',
      summary: 'Take the frame at a second as the poster',
      tag,
      who,
      params,
      body: z.strictObject({ second: z.number().min(0).max(100_000) }),
      answer,
    },
    ({ ctx, actor, params, body }) => choosePoster(ctx, actor, { ...params, ...body }),
  ),
]
