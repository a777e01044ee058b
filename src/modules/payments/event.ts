import { z } from 'zod'
import { fail, ok, type Result } from '../../lib/result.ts'
import type { ProviderEvent } from './index.ts'

const name = z.string().regex(/^[\w.:-]{1,128}$/)

const notice = {
  id: name,
  reference: name,
  payment: name.optional(),
  amount: z.int().min(0),
  currency: z.string().regex(/^[A-Z]{3}$/),
  at: z.iso.datetime(),
}

/** Strict: an unknown member means that the provider and we do not speak of the same thing. */
const eventShape = z.discriminatedUnion('type', [
  z.strictObject({ ...notice, type: z.enum(['payment.settled', 'payment.failed']), instrument: name.optional() }),
  z.strictObject({ ...notice, type: z.enum(['refund.settled', 'refund.failed']), refund: name, key: name.optional() }),
  z.strictObject({
    ...notice,
    type: z.enum(['dispute.opened', 'dispute.won', 'dispute.lost']),
    dispute: name,
    reason: z.string().max(100).optional(),
  }),
])

/** The event in a body whose signature was checked. Fails with `bad_request`; the message names members, never values. */
export function parseEvent(body: Uint8Array): Result<ProviderEvent> {
  let json: unknown
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return fail('bad_request', 'Expected an event as well-formed JSON in UTF-8.')
  }
  const parsed = eventShape.safeParse(json)
  // The members that may be absent are absent or texts: `exactOptionalPropertyTypes` cannot see that in the schema.
  if (parsed.success) return ok(parsed.data as ProviderEvent)
  const first = parsed.error.issues[0]
  return fail(
    'bad_request',
    `Expected an event; ${first?.path.join('.') || 'its body'} is not what it should be: ${first?.message ?? 'unknown'}.`,
  )
}
