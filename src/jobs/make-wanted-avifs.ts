import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Ctx } from '../context.ts'
import { makeAvif } from '../flows/media/make-avif.ts'
import { WantedAvifs } from '../modules/media/index.ts'

export interface AvifMaker {
  /** Somebody who takes AVIF was shown this WebP (path below MEDIA_DIR). Costs nothing; it is made some time later. */
  want(path: string): void
  /** Resolves when nothing that was wanted so far waits any more. */
  settled(): Promise<void>
  stop(): Promise<void>
}

/** One begins only after a stretch of this many ms in which the event loop was idle for more than half of the time. */
const LOOK_MS = 500
const BUSY = 0.5

/**
 * Makes AVIFs of the pictures that people look at, after they were shown the WebP: one at a time, only while the server has
 * little else to do, with a rest as long as the work. So pictures that nobody looks at cost nothing, however many there are.
 */
export function makeWantedAvifs(ctx: Ctx, { lookMs = LOOK_MS } = {}): AvifMaker {
  const wanted = new WantedAvifs()
  const stopping = new AbortController()
  let working: Promise<void> | null = null
  const work = async () => {
    while (wanted.size > 0) {
      await untilQuiet(lookMs, stopping.signal)
      const path = stopping.signal.aborted ? undefined : wanted.take()
      if (path === undefined) return
      const began = performance.now()
      if ((await makeOne(ctx, path)) === 'useless') wanted.giveUp(path)
      await rest(performance.now() - began, stopping.signal)
    }
  }
  const begin = () => {
    working ??= work().finally(() => {
      working = null
    })
  }
  return {
    want(path) {
      if (wanted.add(path) && !stopping.signal.aborted) begin()
    },
    settled: async () => void (await working),
    async stop() {
      stopping.abort()
      await working
    },
  }
}

/** A fault is logged, and not tried again by this process. */
async function makeOne(ctx: Ctx, path: string) {
  try {
    return await makeAvif(ctx, { path })
  } catch (error) {
    ctx.log.error({ err: error, path }, 'An AVIF could not be made')
    return 'useless'
  }
}

async function untilQuiet(lookMs: number, stopping: AbortSignal): Promise<void> {
  let busy = true
  while (busy && !stopping.aborted) {
    const before = performance.eventLoopUtilization()
    await rest(lookMs, stopping)
    busy = performance.eventLoopUtilization(before).utilization > BUSY
  }
}

const rest = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
