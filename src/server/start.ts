import { createServer, type RequestListener, type Server } from 'node:http'
import path from 'node:path'
import { getPayload } from 'payload'
import { type Logger, pino } from 'pino'
import type { ServerBuild } from 'react-router'
import { type Env, UnusableEnvironment } from '../config/env.ts'
import { logOptions } from '../config/log.ts'
import { payloadConfig } from '../config/payload.ts'
import { readSecret } from '../config/secret.ts'
import { expectUsable } from '../config/usable.ts'
import { type Ctx, openContext } from '../context.ts'
import { sweepUploads } from '../flows/media/sweep-uploads.ts'
import { rebuildIndex } from '../flows/search/rebuild-index.ts'
import { keepRanked } from '../jobs/keep-ranked.ts'
import { openMailDoor } from '../jobs/mail-door.ts'
import { type AvifMaker, makeWantedAvifs } from '../jobs/make-wanted-avifs.ts'
import { startJobs } from '../jobs/runner.ts'
import { plainMail } from '../modules/notifications/index.ts'
import { announceSite } from './announce.ts'
import { createApp } from './app.ts'
import { goDoor } from './go.ts'
import { refuseBroken } from './http/broken-requests.ts'
import { makeMetrics } from './http/observe.ts'
import type { Readiness } from './http/operations.ts'
import { type Front, openFront } from './pages/front.ts'
import { ordinaryPages } from './pages/ordinary.ts'
import { step } from './progress.ts'

export interface ServerParts {
  build: () => Promise<ServerBuild>
  assetsDir?: string
  admin: 'built' | 'dev'
  /** In development Vite serves assets and modules ahead of the app. */
  wrap?: (app: ReturnType<typeof createApp>) => ReturnType<typeof createApp>
  /** Whether Ctrl-C and SIGTERM end the process in order; off where the caller listens himself. */
  signals?: boolean
}

/** Brings the database up to date, opens everything, listens, and says where. Resolves when requests are answered. */
export async function startServer(env: Env, parts: ServerParts): Promise<{ server: Server; stop(): Promise<void> }> {
  const ctx = await openSite(env)
  await sweepUploads(ctx)
  await step('Building the search index', () => rebuildIndex(ctx))
  const readiness: Readiness = { state: 'starting' }
  const metrics = makeMetrics(ctx)
  // Loaded once where it cannot change: React Router works out its routes anew at every request to a build that may.
  const built = parts.assetsDir ? await parts.build() : null
  const avifs = makeWantedAvifs(ctx)
  const app = createApp(ctx, {
    readiness,
    avifs,
    version: process.env.npm_package_version ?? '0.1.0',
    pages: ordinaryPages(ctx, built ?? parts.build, parts.admin === 'dev' ? 'development' : 'production'),
    admin: parts.admin,
    metrics,
    ...(parts.assetsDir ? { assetsDir: parts.assetsDir } : {}),
  })
  const server = createServer()
  const front =
    parts.assetsDir && built
      ? await openFront(ctx, { server, build: built, metrics, assetsDir: path.join(parts.assetsDir, 'assets') })
      : null
  const inner: RequestListener = parts.wrap ? parts.wrap(app) : app
  const pages: Front['handle'] = front ? front.handle : (_req, _res, next) => next()
  const go = goDoor(ctx, app, metrics)
  server.on('request', (req, res) => go(req, res, () => pages(req, res, () => inner(req, res))))
  // Longer than proxies keep an idle connection (a minute, mostly): one that sends into a closing one answers 502 by itself.
  server.keepAliveTimeout = 65_000
  refuseBroken(server)
  let isPrepared = () => {}
  const prepared = new Promise<void>((resolve) => {
    isPrepared = resolve
  })
  const stop = stopper({ ctx, server, readiness, front, avifs, jobs: await startJobs(ctx, { prepared }), ranking: keepRanked(ctx) })
  if (parts.signals ?? true) stopOnSignals(ctx.log, stop)
  try {
    await listen(server, env)
    await announceSite(ctx, server)
    isPrepared()
  } catch (error) {
    const asked = readiness.state === 'stopping'
    await stop()
    if (!asked) throw error // else: who ended it meanwhile wants no more of it
  }
  if (readiness.state === 'starting') readiness.state = 'ready'
  return { server, stop }
}

/** Opens the database (migrations, guards, boot checks), the journal and the mail. Throws `UnusableEnvironment` when a folder or program cannot be used. */
export async function openSite(env: Env): Promise<Ctx> {
  expectUsable(env)
  const log = pino(logOptions(env.LOG_LEVEL, 'zhongcao'))
  const secret = readSecret(env)
  const payload = await step('Opening the database', async () => getPayload({ config: await payloadConfig(env, secret) }))
  const ctx = await step('Opening the journal', () => openContext({ env, payload, log, secret }))
  openMailDoor(async (message) => {
    const mail = plainMail(message)
    if (!mail) throw new Error('A mail needs exactly one bare address as its recipient')
    await ctx.mailer.deliver(mail)
  })
  return ctx
}

function listen(server: Server, { HOST, PORT }: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = listenProblems[error.code ?? '']?.(PORT, HOST)
      reject(sentence ? new UnusableEnvironment(sentence) : error)
    })
    server.listen(PORT, HOST, resolve)
  })
}

const listenProblems: Record<string, (port: number, host: string) => string> = {
  EADDRINUSE: (port, host) => `PORT: ${port} on ${host} is taken; choose another with PORT=…`,
  EACCES: (port) => `PORT: ${port} needs rights that this user does not have; choose one above 1023`,
  EADDRNOTAVAIL: (_port, host) => `HOST: ${host} is no address of this machine`,
  ENOTFOUND: (_port, host) => `HOST: ${host} is not known; give an address of this machine, such as 127.0.0.1 or 0.0.0.0`,
  EAI_AGAIN: (_port, host) => `HOST: ${host} is not known; give an address of this machine, such as 127.0.0.1 or 0.0.0.0`,
}

type Running = {
  ctx: Ctx
  server: Server
  readiness: Readiness
  front: Front | null
  jobs: { stop(): Promise<void> }
  ranking: { stop(): Promise<void> }
  avifs: AvifMaker
}

/** Orderly end: no new requests, running ones finish (10 s), jobs end their turn, journal synced, database closed. */
function stopper({ ctx, server, readiness, front, jobs, ranking, avifs }: Running): () => Promise<void> {
  let stopping: Promise<void> | undefined
  const stop = async () => {
    readiness.state = 'stopping'
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    server.closeIdleConnections()
    const cut = setTimeout(() => server.closeAllConnections(), 10_000)
    await closed
    clearTimeout(cut)
    await jobs.stop()
    await ranking.stop()
    await avifs.stop()
    await front?.stop()
    await ctx.close()
    await ctx.payload.destroy()
  }
  return () => {
    stopping ??= stop()
    return stopping
  }
}

/** Ctrl-C and TERM end the process in order, once. */
export function stopOnSignals(log: Logger, stop: () => Promise<void>): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'The server could not stop cleanly')
          process.exit(1)
        },
      )
    })
  }
}
