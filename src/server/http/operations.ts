import { createHash, timingSafeEqual } from 'node:crypto'
import type { Express } from 'express'
import { isLoopback } from '../../config/env.ts'
import type { Ctx } from '../../context.ts'
import { databaseOf } from '../../database/index.ts'
import { isForwarded } from '../../lib/forwarded.ts'
import { fail } from '../../lib/result.ts'
import { sendFailure } from './answers.ts'
import type { Metrics } from './observe.ts'

/** Whether this process should get requests: open, database answering, journal writing. */
export type Readiness = { state: 'starting' | 'ready' | 'stopping' }

/** `/healthz` (the process lives), `/readyz` (200 exactly when the site can serve), `/metrics` (this machine, or with the token). */
export function mountOperations(app: Express, ctx: Ctx, readiness: Readiness, metrics: Metrics): void {
  app.get('/healthz', (_req, res) => void res.setHeader('cache-control', 'no-store').json({ ok: true }))
  app.get('/readyz', async (_req, res) => {
    res.setHeader('cache-control', 'no-store')
    const problems = readiness.state === 'ready' ? await problemsOf(ctx) : [readiness.state]
    res.status(problems.length ? 503 : 200).json({ ready: problems.length === 0, problems })
  })
  app.get('/metrics', async (req, res) => {
    const { METRICS_TOKEN } = ctx.env
    const allowed = METRICS_TOKEN
      ? sameText(req.get('authorization') ?? '', `Bearer ${METRICS_TOKEN}`)
      : isLoopback((req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')) && !isForwarded(Object.entries(req.headers))
    if (!allowed) return sendFailure(res, fail('not_found', 'There is no GET /metrics.').failure)
    res.setHeader('content-type', metrics.registry.contentType).end(await metrics.registry.metrics())
  })
}

/** Takes the same time wherever the texts differ. */
const sameText = (a: string, b: string): boolean =>
  timingSafeEqual(createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest())

async function problemsOf(ctx: Ctx): Promise<string[]> {
  const problems: string[] = []
  if (!ctx.touches.healthy()) problems.push('the touch journal cannot be written')
  const trouble = databaseOf(ctx.payload).trouble?.()
  if (trouble) problems.push(trouble)
  try {
    await ctx.payload.count({ collection: 'programmes', overrideAccess: true })
  } catch {
    problems.push('the database does not answer')
  }
  return problems
}
