import { z } from 'zod'
import { recordEvents } from '../../flows/events/record-events.ts'
import { ok } from '../../lib/result.ts'
import { type Route, route } from './route.ts'

const event = z.strictObject({
  kind: z.enum(['view', 'impression', 'share']),
  piece: z.string().max(60),
  feed: z.enum(['for-you', 'following', 'trending', 'topic', 'search', 'creator', 'related']).optional(),
  position: z.int().min(0).max(10_000).optional(),
  dwellMs: z.int().min(0).max(3_600_000).optional(),
})

/** What browsers tell about what was seen. */
export const eventRoutes: Route[] = [
  route(
    {
      method: 'post',
      path: '/v1/events',
      summary: 'What was seen and shared, in batches. What does not count is no error',
      tag: 'Discovery',
      who: 'anyone',
      body: z.strictObject({ events: z.array(event).min(1).max(50) }),
      status: 204,
    },
    async ({ ctx, actor, visit, body, req }) => {
      const from = {
        address: req.ip ?? '',
        method: req.method,
        purpose: req.get('purpose') ?? req.get('x-purpose') ?? null,
        secPurpose: req.get('sec-purpose') ?? null,
      }
      await recordEvents(ctx, actor, { visit, from, events: body.events })
      return ok(null)
    },
  ),
]
