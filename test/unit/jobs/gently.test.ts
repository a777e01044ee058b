import type { PayloadRequest } from 'payload'
import { describe, expect, it } from 'vitest'
import type { Ctx } from '../../../src/context.ts'
import { gently } from '../../../src/jobs/gently.ts'

const ctx = { req: async () => ({}) as PayloadRequest } as Ctx

/** Keeps the event loop busy. */
function work(ms: number): void {
  const until = performance.now() + ms
  while (performance.now() < until);
}

/** Whether a timer that was due got its turn before the next part of the work. */
async function letsOthersIn(gentle: Ctx): Promise<boolean> {
  let came = false
  setTimeout(() => {
    came = true
  }, 1)
  work(10)
  await gentle.req()
  return came
}

describe('work that nobody waits for', () => {
  it('rests before its next part, so that what is due meanwhile comes first', async () => {
    const gentle = gently(ctx, new AbortController().signal)
    expect(await letsOthersIn(gentle)).toBe(true)
    expect(await letsOthersIn(gentle)).toBe(true)
  })

  it('rests no more when the process is to stop', async () => {
    const stopping = new AbortController()
    const gentle = gently(ctx, stopping.signal)
    stopping.abort()
    expect(await letsOthersIn(gentle)).toBe(false)
  })

  it('answers requests of the context it was made from', async () => {
    const made = {} as PayloadRequest
    const gentle = gently({ req: async () => made } as Ctx, new AbortController().signal)
    expect(await gentle.req()).toBe(made)
  })
})
