import type { Ctx } from '../context.ts'

/** ms of work after which there is a rest, and how long the longest is. */
const BITE = 3
const LONGEST = 25

/**
 * The same context for work that nobody waits for: who asks it for a request rests first, as long as he has worked since the last
 * rest, so that half of the event loop stays free for people. Walks over many rows ask anew for each part. Nobody rests any more
 * when the process is to stop.
 */
export function gently(ctx: Ctx, stopping: AbortSignal): Ctx {
  let since = performance.now()
  const req: Ctx['req'] = async () => {
    const worked = performance.now() - since
    if (worked >= BITE && !stopping.aborted) {
      await new Promise((resolve) => setTimeout(resolve, Math.min(worked, LONGEST)))
      since = performance.now()
    }
    return ctx.req()
  }
  return { ...ctx, req }
}
