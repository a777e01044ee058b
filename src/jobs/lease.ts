import type { Where } from 'payload'
import type { Ctx } from '../context.ts'
import { newId } from '../lib/ids.ts'

const KEY = 'lease:jobs'
const LEASE_MS = 30_000
const RENEW_MS = 10_000

export interface Lease {
  /** Whether this process may run jobs now. */
  held(): boolean
  /** Takes it when it is free, keeps it when it is ours; a timer does this, tests do it by hand. */
  renew(): Promise<void>
  /** Gives it back, so that another process need not wait for its end. */
  close(): Promise<void>
}

/**
 * The right to run jobs. On SQLite there is one process (the adapter sees to it), which holds it from the start. On
 * MongoDB it is a row of `counters` whose value is when it ends: taken by one conditional write once it has ended,
 * renewed by one on the value that this process wrote. `onTaken` runs before the first job.
 */
export async function openLease(ctx: Ctx, onTaken: () => Promise<void>): Promise<Lease> {
  if (ctx.env.database === 'sqlite') {
    await onTaken()
    return { held: () => true, renew: async () => {}, close: async () => {} }
  }
  let mine = 0
  let held = false
  const renew = async () => {
    const until = await write(ctx, held ? mine : null)
    const taken = until !== null && !held
    mine = until ?? 0
    if (taken) await onTaken()
    held = until !== null
  }
  await makeRow(ctx)
  await renew()
  const timer = setInterval(() => {
    renew().catch((error: unknown) => {
      held = false
      ctx.log.error({ err: error }, 'The lease of jobs could not be renewed')
    })
  }, RENEW_MS)
  return {
    held: () => held && ctx.clock.now().getTime() < mine,
    renew,
    async close() {
      clearInterval(timer)
      if (held) await setValue(ctx, { equals: mine }, 0)
      held = false
    },
  }
}

/** Takes (`mine` null) or renews it. Answers until when, or null when another process has it. The fraction tells processes apart. */
async function write(ctx: Ctx, mine: number | null): Promise<number | null> {
  const now = ctx.clock.now().getTime()
  const until = now + LEASE_MS + Math.random()
  return (await setValue(ctx, mine === null ? { less_than: now } : { equals: mine }, until)) ? until : null
}

async function setValue(ctx: Ctx, value: { equals: number } | { less_than: number }, until: number): Promise<boolean> {
  const where: Where = { and: [{ key: { equals: KEY } }, { value }] }
  return (await ctx.payload.db.updateOne({ collection: 'counters', where, data: { value: until }, req: await ctx.req() })) !== null
}

async function makeRow(ctx: Ctx): Promise<void> {
  const req = await ctx.req()
  const { docs } = await ctx.payload.db.find({ collection: 'counters', where: { key: { equals: KEY } }, limit: 1, pagination: false, req })
  if (docs.length > 0) return
  // Two processes that start at once: the second finds the row of the first.
  await ctx.payload.db.create({ collection: 'counters', data: { id: newId(), key: KEY, value: 0 }, req }).catch(() => undefined)
}
