import type { Ctx } from '../context.ts'
import { sendMail } from '../flows/accounts/send-mail.ts'
import { failMedia, processMedia } from '../flows/media/process-media.ts'
import { deliverSandboxEvent } from '../flows/payments/play-sandbox.ts'
import { settleRefund } from '../flows/payments/settle-refund.ts'
import { remindOfCut } from '../flows/programmes/tell-of-rate.ts'
import { indexDocuments } from '../flows/search/index-documents.ts'
import type { TaskHandler } from './registry.ts'
import type { TaskSlug } from './tasks.ts'

/** Read again, and refused when it is none of these, where the notice arrives. */
type SandboxEvent = Parameters<typeof deliverSandboxEvent>[1]['event']

/** The work of every task: one call to a flow. Typed by the union, so that a task without its work does not compile. */
export function handlersOf(ctx: Ctx): Record<TaskSlug, TaskHandler> {
  return {
    'send-mail': (input, jobId) =>
      sendMail(
        ctx,
        {
          template: text(input, 'template'),
          subject: text(input, 'subject'),
          secret: optional(input, 'secret'),
          key: optional(input, 'key'),
        },
        jobId,
      ),
    'index-documents': (input) => indexDocuments(ctx, { kind: text(input, 'kind'), documentId: text(input, 'documentId') }),
    'process-media': (input) => processMedia(ctx, { media: text(input, 'media') }),
    'deliver-sandbox-event': (input) =>
      deliverSandboxEvent(ctx, {
        payment: text(input, 'payment'),
        event: text(input, 'event') as SandboxEvent,
        eventId: text(input, 'eventId'),
      }),
    'settle-refund': async (input) => void (await settleRefund(ctx, { refundId: text(input, 'refund') })),
    'remind-of-cut': (input) =>
      remindOfCut(ctx, {
        change: text(input, 'change'),
        about: optional(input, 'about'),
        programme: optional(input, 'programme'),
        creator: optional(input, 'creator'),
        on: optional(input, 'on'),
      }),
  }
}

/** What is said to people when a job has failed for good. Most have nobody who waits for them. */
export const givenUp: Partial<Record<TaskSlug, (ctx: Ctx, input: Record<string, unknown>) => Promise<void>>> = {
  'process-media': (ctx, input) =>
    failMedia(ctx, { media: text(input, 'media'), reason: 'It could not be processed because of a fault here; upload it again.' }),
}

function text(input: Record<string, unknown>, name: string): string {
  const value = input[name]
  if (typeof value !== 'string') throw new Error(`A job without its "${name}"`)
  return value
}

const optional = (input: Record<string, unknown>, name: string): string | undefined =>
  typeof input[name] === 'string' ? input[name] : undefined
