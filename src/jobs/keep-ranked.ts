import type { Ctx } from '../context.ts'
import { refreshFeed } from '../flows/feed/snapshot.ts'

const EVERY_MS = 60_000

/** Ranks the feeds anew about every minute, in every process that serves pages: a kept page asks nobody. `stop` waits for a running turn. */
export function keepRanked(ctx: Ctx): { stop(): Promise<void> } {
  let turn: Promise<void> = Promise.resolve()
  const timer = setInterval(() => {
    turn = refreshFeed(ctx).catch((error: unknown) => ctx.log.error({ err: error }, 'The feeds could not be ranked anew'))
  }, EVERY_MS)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await turn
    },
  }
}
