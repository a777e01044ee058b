import { setMaxListeners } from 'node:events'
import { _internal_jobSystemGlobals } from 'payload'
import type { Ctx } from '../context.ts'
import { sealLedger } from '../flows/earnings/seal-ledger.ts'
import { paidOrderLooks } from '../flows/fraud/signal-order.ts'
import { runNight } from '../flows/operations/run-night.ts'
import { sweepRows } from '../flows/operations/sweep-rows.ts'
import { expireOverdue } from '../flows/orders/expire-overdue.ts'
import { receiveOverdue } from '../flows/orders/receive-overdue.ts'
import { type Reconciled, reconcilePayments } from '../flows/payments/reconcile-payments.ts'
import { publishDue } from '../flows/pieces/publish-scheduled.ts'
import { gently } from './gently.ts'
import { givenUp, handlersOf } from './handlers.ts'
import { type Lease, openLease } from './lease.ts'
import { registerHandlers } from './registry.ts'
import { forgetUnknownJobs, freeStuckJobs } from './sweeper.ts'
import { queueOf, type TaskSlug } from './tasks.ts'

type Queue = (typeof queueOf)[keyof typeof queueOf]

const queues: readonly Queue[] = [...new Set(Object.values(queueOf))]
/** Jobs of one turn. Videos come one by one: ffmpeg takes what processors there are. */
const perTurn: Record<Queue, number> = { default: 20, index: 50, mail: 20, media: 1 }
const POLL_MS = 1_000
const SWEEP_MS = 3_600_000
/** How long after its promise an unpaid order is let go at latest; after a fault it is tried again a minute later. */
const EXPIRE_MS = 2_000
const EXPIRE_AGAIN_MS = 60_000
/** How long after its time a scheduled piece becomes public at latest; within a minute is promised. */
const PUBLISH_MS = 10_000
/** How often new entries of the ledger are sealed, and how often it is looked whether the chores of the night are due. */
const SEAL_MS = 60_000
const NIGHT_MS = 10 * 60_000
/** How often orders that were paid meanwhile are looked at for what is wrong with them (ATT-37). */
const LOOK_MS = 60_000
const FIRST_MS = 2 * 60_000
/** How often providers are asked about notices that did not come; the first time about all that were missed while the shop was down. */
const RECONCILE_MS = 5 * 60_000
const MISSED_MS = 3 * 86_400_000

/** When the loops begin that must not meet a world that is still being made; at once without. */
export interface JobsStart {
  /** Orders of the demo world are placed weeks ago, and paid in the next step: nobody lets them go in between. */
  prepared?: Promise<void>
}

/**
 * Runs jobs until `stop`: each queue by itself, one turn of a queue at a time. Of several processes on one database
 * only the holder of the lease runs jobs (two runners would run each job twice); whoever takes it frees what a dead
 * process left. Unpaid orders are let go when their time is over; rows past their term are swept, and orders that arrived long ago confirmed, every hour. `stop` waits for the running turns.
 */
export async function startJobs(ctx: Ctx, { prepared = Promise.resolve() }: JobsStart = {}): Promise<{ stop(): Promise<void> }> {
  prepare(ctx)
  const stopping = new AbortController()
  // Every loop waits with a listener of its own: more of them than Node takes for a leak.
  setMaxListeners(0, stopping.signal)
  const lease = await openLease(ctx, async () => {
    await forgetUnknownJobs(await ctx.req())
    const freed = await freeStuckJobs(await ctx.req())
    if (freed > 0) ctx.log.warn({ freed }, 'Jobs of a process that died run again')
  })
  const turns = queues.map(async (queue) => {
    while (!stopping.signal.aborted) {
      const more = lease.held() && (await turn(ctx, queue))
      if (!more) await pause(POLL_MS, stopping.signal)
    }
  })
  const sweeping = [
    reconcile(ctx, lease, stopping.signal),
    sweepHourly(ctx, lease, stopping.signal),
    expireUnpaid(ctx, lease, stopping.signal, prepared),
    again(ctx, lease, stopping.signal, PUBLISH_MS, 'Scheduled pieces could not be looked for', publishDue),
    again(ctx, lease, stopping.signal, SEAL_MS, 'Entries of the ledger could not be sealed', sealLedger),
    again(ctx, lease, stopping.signal, LOOK_MS, 'Paid orders could not be looked at for risks', paidOrderLooks()),
    again(ctx, lease, stopping.signal, NIGHT_MS, 'The chores of the night could not be looked for', runNight),
  ]
  return {
    async stop() {
      stopping.abort()
      await Promise.all([...turns, ...sweeping])
      await lease.close()
    },
  }
}

/** At once, so that a shop that is restarted every night sweeps too, then every hour. A fault is logged and tried again at the next. */
async function sweepHourly(given: Ctx, lease: Lease, stopping: AbortSignal): Promise<void> {
  const ctx = gently(given, stopping)
  while (!stopping.aborted) {
    try {
      const swept = lease.held() ? await sweepRows(ctx) : null
      if (lease.held()) await receiveOverdue(ctx)
      if (swept && swept.carts + swept.idempotencyKeys > 0) ctx.log.info(swept, 'Rows past their term were deleted')
    } catch (error) {
      ctx.log.error({ err: error }, 'Rows past their term could not be deleted')
    }
    await pause(SWEEP_MS, stopping)
  }
}

/** Does something again and again while this process runs the jobs, not in its first minutes: whoever waits for the start comes first. A fault is logged and tried again at the next turn. */
async function again(
  ctx: Ctx,
  lease: Lease,
  stopping: AbortSignal,
  everyMs: number,
  fault: string,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<void> {
  const gentle = gently(ctx, stopping)
  await pause(Math.min(everyMs, FIRST_MS), stopping)
  while (!stopping.aborted) {
    try {
      if (lease.held()) await work(gentle)
    } catch (error) {
      ctx.log.error({ err: error }, fault)
    }
    await pause(everyMs, stopping)
  }
}

/** Asks payment providers about what they did not tell, or told in vain. */
async function reconcile(ctx: Ctx, lease: Lease, stopping: AbortSignal): Promise<void> {
  let looked = false
  while (!stopping.aborted) {
    try {
      const done: Reconciled | null = lease.held() ? await reconcilePayments(ctx, looked ? {} : { backMs: MISSED_MS }) : null
      looked ||= done !== null
      if (done && done.decided + done.refunds > 0) ctx.log.warn(done, 'Notices of payment had not come; their providers were asked')
    } catch (error) {
      ctx.log.error({ err: error }, 'Payments without a notice could not be looked for')
    }
    await pause(RECONCILE_MS, stopping)
  }
}

/** Lets unpaid orders go: one look for all of them instead of a job for each order, nearly all of which are paid by then. */
async function expireUnpaid(ctx: Ctx, lease: Lease, stopping: AbortSignal, prepared: Promise<void>): Promise<void> {
  await Promise.race([prepared, new Promise((resolve) => stopping.addEventListener('abort', resolve, { once: true }))])
  while (!stopping.aborted) {
    let failed = 0
    try {
      if (lease.held()) failed = (await expireOverdue(ctx)).failed
    } catch (error) {
      ctx.log.error({ err: error }, 'Unpaid orders could not be looked for')
      failed = 1
    }
    await pause(failed > 0 ? EXPIRE_AGAIN_MS : EXPIRE_MS, stopping)
  }
}

/**
 * Runs whatever is due until nothing is, by the context's clock: for tests and command-line tools, never beside
 * `startJobs`. What fails and is to be tried again waits for its time and is not due.
 */
export async function drainJobs(ctx: Ctx): Promise<void> {
  prepare(ctx)
  for (let more = true; more; ) {
    more = (await expireOverdue(ctx)).expired > 0
    more = (await publishDue(ctx)).published > 0 || more
    for (const queue of queues) more = (await runTurn(ctx, queue)) || more
  }
}

function prepare(ctx: Ctx): void {
  registerHandlers(handlersOf(ctx))
  // Payload compares `waitUntil` with its own idea of now; flows write it by the context's clock.
  _internal_jobSystemGlobals.getCurrentDate = () => ctx.clock.now()
}

/** A turn whose faults (the database is away) are logged and tried again at the next. */
async function turn(ctx: Ctx, queue: Queue): Promise<boolean> {
  try {
    return await runTurn(ctx, queue)
  } catch (error) {
    ctx.log.error({ err: error, queue }, 'A turn of jobs could not be run')
    return false
  }
}

/** Whether there was anything to do. */
async function runTurn(ctx: Ctx, queue: Queue): Promise<boolean> {
  const { jobStatus, noJobsRemaining } = await ctx.payload.jobs.run({ queue, limit: perTurn[queue], sequential: true, silent: true })
  for (const [job, { status }] of Object.entries(jobStatus ?? {})) {
    if (status === 'error-reached-max-retries') await giveUp(ctx, queue, job)
  }
  return noJobsRemaining !== true
}

/** A job that failed for good is logged and its row kept; who waits for it is told. */
async function giveUp(ctx: Ctx, queue: Queue, job: string): Promise<void> {
  const id = ctx.env.database === 'sqlite' ? Number(job) : job
  const { docs } = await ctx.payload.find({
    collection: 'payload-jobs',
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    depth: 0,
  })
  const [row] = docs
  ctx.log.error({ job, queue, task: row?.taskSlug }, 'A job failed for good; its row is kept')
  const input = row?.input
  const tell = givenUp[row?.taskSlug as TaskSlug]
  if (tell && input && typeof input === 'object' && !Array.isArray(input)) await tell(ctx, input)
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const done = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done)
  })
}
