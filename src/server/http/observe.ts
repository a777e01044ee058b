import type { RequestHandler } from 'express'
import { pinoHttp } from 'pino-http'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import { visitOf } from './visit.ts'

/** Finds out who visits, gives the request its id and names it in the answer. First in the chain. */
export const identify =
  (ctx: Ctx): RequestHandler =>
  (req, res, next) => {
    const visit = visitOf(ctx, req)
    res.locals.visit = visit
    res.locals.requestId = visit.requestId
    res.setHeader('x-request-id', visit.requestId)
    next()
  }

/** One line per request: method, path without its query, status, time. No address, no cookie, no name of a person. */
export const logRequests = (ctx: Ctx): RequestHandler =>
  pinoHttp({
    logger: ctx.log,
    genReqId: (_req, res) => (res as { locals?: { visit?: Visit } }).locals?.visit?.requestId ?? '',
    serializers: {
      req: (req: { id: string; method: string; url: string }) => ({ id: req.id, method: req.method, path: pathOnly(req.url) }),
      res: (res: { statusCode: number }) => ({ status: res.statusCode }),
    },
    customLogLevel: (req, res, error) => (error || (res.statusCode >= 500 && !isProbe(req.url)) ? 'error' : 'debug'),
    quietReqLogger: true,
  }) as unknown as RequestHandler

/** Probes: 503 while the site starts or stops is what they ask about, and no fault. */
const isProbe = (url = ''): boolean => /^\/(readyz|healthz)(\?|$)/.test(url)

/** Order pages carry a secret in their path or query; neither is logged. */
const pathOnly = (url: string): string => (url.split('?')[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').slice(0, 200)

export interface Metrics {
  registry: Registry
  measure: RequestHandler
  /** Begins to measure an answer that Express never sees; the result ends it with its status. */
  startKept(): (status: number) => void
  /** Shows the state of the page cache. */
  watchPages(cache: KeptPages): void
}

interface KeptPages {
  readonly stats: Readonly<Record<'hits' | 'renders' | 'joined' | 'stale' | 'unshared', number>>
  readonly store: { readonly bytes: number; readonly size: number }
}

/** Prometheus metrics of the process, the requests, the journal and the write lock. */
export function makeMetrics(ctx: Ctx): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer',
    labelNames: ['method', 'area', 'status'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [registry],
  })
  const inFlight = new Gauge({ name: 'http_requests_in_flight', help: 'Requests being answered', registers: [registry] })
  new Counter({
    name: 'touches_total',
    help: 'Touches by outcome',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(ctx.touches.journal.stats))
        if (outcome === 'durable' || outcome === 'late' || outcome === 'lost') this.inc({ outcome }, count)
    },
  })
  const measure: RequestHandler = (req, res, next) => {
    const end = seconds.startTimer()
    inFlight.inc()
    res.once('close', () => {
      inFlight.dec()
      end({ method: req.method, area: areaOf(req.path), status: String(Math.floor(res.statusCode / 100) * 100) })
    })
    next()
  }
  return { registry, measure, startKept: keptTimer(seconds), watchPages: (cache) => watchPages(registry, cache) }
}

/** The same histogram, its series looked up once: a kept page takes less time than a look-up by labels. */
function keptTimer(seconds: Histogram<'method' | 'area' | 'status'>): Metrics['startKept'] {
  const series = new Map<number, { observe(value: number): void }>()
  const of = (status: number) => {
    const known = series.get(status) ?? seconds.labels({ method: 'GET', area: 'kept', status: String(Math.floor(status / 100) * 100) })
    series.set(status, known)
    return known
  }
  return () => {
    const began = performance.now()
    return (status) => of(status).observe((performance.now() - began) / 1000)
  }
}

function watchPages(registry: Registry, { stats, store }: KeptPages): void {
  new Counter({
    name: 'page_cache_total',
    help: 'Requests for kept pages by what was done: hits, renders, joined (waited for a render), stale (rendered again after a purge), unshared (left to the ordinary handler)',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      this.reset()
      for (const [outcome, count] of Object.entries(stats)) this.inc({ outcome }, count)
    },
  })
  const gauges = {
    page_cache_bytes: ['Bytes of kept pages', () => store.bytes],
    page_cache_pages: ['Kept pages', () => store.size],
  } as const
  for (const [name, [help, value]] of Object.entries(gauges)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(value())
      },
    })
  }
}

/** A closed set of names, so that strangers cannot make new series. */
const areas = ['go', 'v1', 'api', 'admin', '_next', 'media', 'assets', 'webhooks', 'zh', 'en', 'healthz', 'readyz', 'metrics'] as const
const areaOf = (path: string): string => areas.find((area) => path === `/${area}` || path.startsWith(`/${area}/`)) ?? 'other'
