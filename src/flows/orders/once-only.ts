import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import { hashOf } from '../../lib/hash.ts'
import type { Json } from '../../lib/json.ts'
import { fail, ok, type Result } from '../../lib/result.ts'
import { claimKey, findAnswer, forgetKey, keepAnswer } from '../../modules/checkout/store/idempotency.ts'
import { againOnDuplicate } from '../accounts/again-on-duplicate.ts'
import { allOrNothing } from './all-or-nothing.ts'

/** How long an answer is kept for whoever asks again. */
export const keptSeconds = 30 * 86_400

interface Once {
  /** Name of the transaction. */
  label: string
  /** `<scope>:<who>:<the client's key>`: the same key of two people are two keys. */
  key: string
  /** What was asked, whole: the same key with something else is a mistake of the client's. */
  request: Json
}

/**
 * Does something once per key (DESIGN.md, "Order"): the same key and request get the first answer again, another request
 * under the same key fails with `idempotency_mismatch`. The unique row is written first, in the same transaction as the
 * work; when the work fails nothing is kept, the key included, so a retry may succeed. `T` must be JSON without secrets:
 * it is stored.
 */
export function onceOnly<T extends Json>(
  ctx: Ctx,
  { label, key, request }: Once,
  work: (req: PayloadRequest) => Promise<Result<T>>,
): Promise<Result<T>> {
  const requestHash = hashOf(request)
  const at = ctx.clock.now()
  const expiresAt = new Date(at.getTime() + keptSeconds * 1000)
  // Nearly every key is new: only one that turns out to be taken is looked up, by a transaction of its own.
  let taken = false
  return againOnDuplicate(() =>
    allOrNothing<T>(ctx, label, async (req) => {
      const known = taken ? await findAnswer(req, key) : null
      taken = true
      if (known && known.expiresAt > at) return known.requestHash === requestHash ? ok(known.response as T) : mismatch()
      if (known) await forgetKey(req, known.id)
      const row = await claimKey(req, { key, requestHash, at, expiresAt })
      const result = await work(req)
      if (result.ok) await keepAnswer(req, row, result.value)
      return result
    }),
  )
}

const mismatch = () =>
  fail('idempotency_mismatch', 'This Idempotency-Key was used with another request; send a new key for a new intention.', {
    field: 'Idempotency-Key',
  })
