import type { RequestHandler } from 'express'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Ctx } from '../../context.ts'
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

/**
 * One line per request: method, path without its query, status, time in ms. No address, no cookie, no name of a person.
 * Faults at level error, the rest at debug; nothing is put together for a line that nobody will see.
 */
export const logRequests =
  ({ log }: Ctx): RequestHandler =>
  (req, res, next) => {
    const began = performance.now()
    // Routers shorten `url` on the way in, and some have not put it back when the answer ends.
    const { method, originalUrl: url } = req
    res.once('close', () => logAnswer(log, { id: res.locals.requestId as string, method, url, status: res.statusCode, began }))
    next()
  }

interface Answered {
  id: string
  method: string
  url: string
  status: number
  /** By `performance.now()`. */
  began: number
}

/** The line of one answer. */
export function logAnswer(log: Ctx['log'], { id, method, url, status, began }: Answered): void {
  const line = () => ({
    req: { id, method, path: pathOnly(url) },
    res: { status },
    responseTime: Math.round(performance.now() - began),
  })
  if (status >= 500 && !isProbe(url)) log.error(line(), 'request failed')
  else if (log.isLevelEnabled('debug')) log.debug(line(), 'request answered')
}

/** Probes: 503 while the site starts or stops is what they ask about, and no fault. */
const isProbe = (url: string): boolean => /^\/(readyz|healthz)(\?|$)/.test(url)

/** Order pages carry a secret in their path or query; neither is logged. */
const pathOnly = (url: string): string => (url.split('?')[0] ?? '').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').slice(0, 200)

export interface Metrics {
  registry: Registry
  measure: RequestHandler
  /** Begins to measure an answer that Express never sees; the result ends it with its status. */
  startKept(): (status: number) => void
  /** The same of one that waits for something meanwhile: it is in flight until it ends. */
  start(method: string, area: (typeof areas)[number]): (status: number) => void
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
  const series = seriesOf(seconds)
  const measure: RequestHandler = (req, res, next) => {
    const [began, area] = [performance.now(), areaOf(req.path)]
    inFlight.inc()
    res.once('close', () => {
      inFlight.dec()
      series(req.method, area, res.statusCode).observe((performance.now() - began) / 1000)
    })
    next()
  }
  const startKept = () => {
    const began = performance.now()
    return (status: number) => series('GET', 'kept', status).observe((performance.now() - began) / 1000)
  }
  const start: Metrics['start'] = (method, area) => {
    const began = performance.now()
    inFlight.inc()
    return (status) => {
      inFlight.dec()
      series(method, area, status).observe((performance.now() - began) / 1000)
    }
  }
  return { registry, measure, startKept, start, watchPages: (cache) => watchPages(registry, cache) }
}

/**
 * The series of a method, an area and a class of status, each looked up by its labels once: a kept page takes less time than
 * that. No more than there are series: Node's parser knows some forty methods, the rest is ours.
 */
function seriesOf(seconds: Histogram<'method' | 'area' | 'status'>) {
  const known = new Map<string, { observe(value: number): void }>()
  return (method: string, area: string, status: number) => {
    const rounded = Math.floor(status / 100) * 100
    const key = `${method} ${area} ${rounded}`
    const found = known.get(key) ?? seconds.labels({ method, area, status: String(rounded) })
    known.set(key, found)
    return found
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
