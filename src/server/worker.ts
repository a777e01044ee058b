import type { Env } from '../config/env.ts'
import { startJobs } from '../jobs/runner.ts'
import { openSite, stopOnSignals } from './start.ts'

/** `WORKER=1`: a process that runs jobs and answers nothing. It takes them over when their present holder goes away. */
export async function startWorker(env: Env): Promise<{ stop(): Promise<void> }> {
  const ctx = await openSite(env)
  const jobs = await startJobs(ctx)
  const stop = async () => {
    await jobs.stop()
    await ctx.close()
    await ctx.payload.destroy()
  }
  stopOnSignals(ctx.log, stop)
  process.stdout.write('种草 Zhongcao: running jobs\n')
  return { stop }
}
