import type { Ctx } from '../../context.ts'

/**
 * What one part of a page reads, or null when that fails: the part then says so, and the rest of the page stays. The fault is
 * logged. `what` names the part. A redirect is no failure and is thrown on.
 */
export async function orNull<T>(ctx: Pick<Ctx, 'log'>, what: string, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Response) throw error
    ctx.log.error({ err: error }, `A page goes out without ${what}`)
    return null
  }
}
