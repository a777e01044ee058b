import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Failure, Result } from '../../lib/result.ts'

/** Carries a failure out of a transaction, so that what was written before it is undone. */
class Refused extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** A transaction that is undone when its function answers a failure, which is then the answer. */
export async function txResult<T>(ctx: Ctx, label: string, fn: (req: PayloadRequest) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ctx.tx(label, async (req) => {
      const result = await fn(req)
      if (!result.ok) throw new Refused(result.failure)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, failure: error.failure }
    throw error
  }
}
