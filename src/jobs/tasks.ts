import type { TaskConfig } from 'payload'
import { failpoint } from '../lib/failpoints.ts'
import { handlerOf } from './registry.ts'

/**
 * What happens after a change commits. A task names its input; its work is one call to a flow, found in the registry
 * that the server fills at boot, so that the admin's bundle carries none of it. Every handler runs at least once and is
 * idempotent.
 */
const task = (slug: TaskSlug, fields: TaskConfig['inputSchema'], retries: number): TaskConfig =>
  ({
    slug,
    inputSchema: fields,
    retries: { attempts: retries, backoff: { type: 'exponential', delay: 2000 } },
    handler: async ({ input, job }: { input: Record<string, unknown>; job: { id: string | number } }) => {
      failpoint(`before-job:${slug}`)
      await handlerOf(slug)(input, String(job.id))
      failpoint(`after-job:${slug}`)
      return { output: {} }
    },
  }) as unknown as TaskConfig

export const taskSlugs = [
  'send-mail',
  'index-documents',
  'process-media',
  'deliver-sandbox-event',
  'settle-refund',
  'remind-of-cut',
] as const
export type TaskSlug = (typeof taskSlugs)[number]

/** Queues: slow work must not hold up mail, and neither may hold up what people wait to see. */
export const queueOf: Record<TaskSlug, 'default' | 'index' | 'media' | 'mail'> = {
  'send-mail': 'mail',
  'index-documents': 'index',
  'process-media': 'media',
  'deliver-sandbox-event': 'default',
  'settle-refund': 'default',
  'remind-of-cut': 'default',
}

export const tasks: TaskConfig[] = [
  task(
    'send-mail',
    [
      { name: 'template', type: 'text', required: true },
      { name: 'subject', type: 'text', required: true },
      { name: 'secret', type: 'text' },
      { name: 'key', type: 'text' },
    ],
    5,
  ),
  task(
    'index-documents',
    [
      { name: 'kind', type: 'text', required: true },
      { name: 'documentId', type: 'text', required: true },
    ],
    5,
  ),
  task(
    'process-media',
    [
      { name: 'media', type: 'text', required: true },
      { name: 'posterSecond', type: 'number' },
    ],
    2,
  ),
  task(
    'deliver-sandbox-event',
    [
      { name: 'payment', type: 'text', required: true },
      { name: 'event', type: 'text', required: true },
      { name: 'eventId', type: 'text', required: true },
    ],
    5,
  ),
  task('settle-refund', [{ name: 'refund', type: 'text', required: true }], 8),
  task(
    'remind-of-cut',
    [
      { name: 'change', type: 'text', required: true },
      { name: 'about', type: 'text' },
      { name: 'programme', type: 'text' },
      { name: 'creator', type: 'text' },
      { name: 'on', type: 'text' },
    ],
    8,
  ),
]
