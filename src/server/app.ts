import type { RequestListener } from 'node:http'
import { constants } from 'node:zlib'
import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { Ctx } from '../context.ts'
import type { AvifMaker } from '../jobs/make-wanted-avifs.ts'
import { fail } from '../lib/result.ts'
import { followLanguage, mountAdmin } from './admin.ts'
import { goDoor } from './go.ts'
import { sendFailure } from './http/answers.ts'
import { identify, logRequests, type Metrics, makeMetrics } from './http/observe.ts'
import { mountOperations, type Readiness } from './http/operations.ts'
import { ownOriginOnly, securityHeaders } from './http/security.ts'
import { usableRequests } from './http/usable-requests.ts'
import { mountMedia } from './media.ts'
import { mountPayloadRest } from './payload-rest.ts'
import { refuseAccounts } from './refuse-accounts.ts'
import { mountShareCards } from './share-cards.ts'
import { mountSitemap } from './sitemap.ts'
import { lastResort, mountV1 } from './v1/mount.ts'
import { openapi } from './v1/openapi.ts'
import { allRoutes } from './v1/routes.ts'
import { mountWebhooks } from './webhooks.ts'

export interface AppOptions {
  readiness: Readiness
  /** The shop, studio and desk (React Router); left out in tests of the doors alone. */
  pages?: RequestHandler
  /** Whether Payload's admin is served, and how. */
  admin?: 'built' | 'dev'
  /** Files of the browser's build. */
  assetsDir?: string
  version: string
  /** Makes the AVIFs that readers would have taken; without it pictures stay WebP. */
  avifs?: Pick<AvifMaker, 'want'>
  /** What the page cache in front reports to, too; made here when there is none. */
  metrics?: Metrics
}

/** 256 kB (a power of two), more than most answers have: with the library's 4 MB an answer of more than 64 kB takes 10 MB while it is packed (`windowFor`). */
const BROTLI_WINDOW = 18

/** All doors without kept pages: `/go`, then Express. */
export function createDoors(ctx: Ctx, options: AppOptions): RequestListener {
  const metrics = options.metrics ?? makeMetrics(ctx)
  const app = createApp(ctx, { ...options, metrics })
  const go = goDoor(ctx, app, metrics)
  return (req, res) => go(req, res, () => app(req, res))
}

/** Everything but `/go`. The order matters: webhooks read raw bytes, nothing parses a body ahead of Next, React Router or Payload. */
export function createApp(ctx: Ctx, options: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('trust proxy', trustProxy(ctx.env.TRUST_PROXY))
  const metrics = options.metrics ?? makeMetrics(ctx)
  app.use(metrics.measure, identify(ctx), logRequests(ctx), securityHeaders(ctx), usableRequests(ctx))
  mountOperations(app, ctx, options.readiness, metrics)
  mountMedia(app, ctx, options.avifs)
  mountShareCards(app, ctx)
  app.use(compression({ brotli: { params: { [constants.BROTLI_PARAM_LGWIN]: BROTLI_WINDOW } } }))
  mountSitemap(app, ctx)
  mountWebhooks(app, ctx)
  app.use(ownOriginOnly)
  const routes = allRoutes()
  const document = openapi(routes, options.version)
  app.get('/v1/openapi.json', (_req, res) => void res.json(document))
  mountV1(app, ctx, routes)
  app.use(['/api', '/admin'], followLanguage, refuseAccounts(ctx))
  mountPayloadRest(app, ctx)
  if (options.admin) mountAdmin(app, ctx, { dev: options.admin === 'dev' })
  // After the doors: each of their requests would look for a file of its name.
  if (options.assetsDir) app.use(express.static(options.assetsDir, { index: false, redirect: false, setHeaders: immutableAssets }))
  if (options.pages) app.use(options.pages)
  app.use((req, res) => sendFailure(res, fail('not_found', `There is no ${req.method} ${req.path.slice(0, 200)}.`).failure))
  app.use(lastResort(ctx))
  return app
}

/** Express's own forms: a number of hops, `true`, or names of networks such as `loopback`. */
function trustProxy(given: string | undefined): boolean | number | string {
  if (given === undefined) return false
  if (/^\d+$/.test(given)) return Number(given)
  return given === 'true' ? true : given
}

/** Vite puts the hash of the bytes into the name of everything below /assets. */
function immutableAssets(res: { setHeader(name: string, value: string): void }, file: string): void {
  res.setHeader('cache-control', /[\\/]assets[\\/]/.test(file) ? 'public, max-age=31536000, immutable' : 'public, max-age=300')
}
