import type { PayloadRequest } from 'payload'
import type { Ctx } from '../../context.ts'
import type { Failure, Result } from '../../lib/result.ts'

/** Leaves a transaction with an expected outcome, so that everything in it is undone. Caught by `allOrNothing`. */
export class Refused extends Error {
  override name = 'Refused'

  constructor(readonly failure: Failure) {
    super(failure.message)
  }
}

/** A transaction in which a failure undoes what was written before it: `ctx.tx` alone would commit it. */
export async function allOrNothing<T>(ctx: Ctx, label: string, work: (req: PayloadRequest) => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await ctx.tx(label, async (req) => {
      const result = await work(req)
      if (!result.ok) throw new Refused(result.failure)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return { ok: false, failure: error.failure }
    throw error
  }
}
