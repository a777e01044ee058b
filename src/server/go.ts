import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse } from 'node:querystring'
import type { Express } from 'express'
import type { Ctx } from '../context.ts'
import { type Click, recordClick } from '../flows/touches/record-click.ts'
import { failpoint } from '../lib/failpoints.ts'
import type { Visit } from '../lib/visit.ts'
import { logAnswer, type Metrics } from './http/observe.ts'
import { fixedHeaders } from './http/security.ts'
import { isAddress } from './http/usable-requests.ts'
import { readVisit } from './http/visit.ts'

/** ATT-37: what advertising networks add to the address of a click that was paid for. */
const paidParameters = [
  'gclid',
  'gbraid',
  'wbraid',
  'fbclid',
  'ttclid',
  'msclkid',
  'twclid',
  'yclid',
  'bd_vid',
  'qz_gdt',
  'gdt_vid',
] as const

/** `/go` and what is below it; with any case, as Express would read it. */
const below = /^\/go(?:\/|\?|$)/i

/**
 * `GET /go/:code`: the touch is durable before the visitor is sent on. Never an error: what cannot be looked up leads home
 * (ATT-06). In front of Express, whose own way from request to answer costs more than the touch; what Express would do for
 * every request (id, log, metrics, headers) is done here. `app` says which proxies are trusted; passes what is not its own.
 */
export function goDoor(ctx: Ctx, app: Express, metrics: Metrics): (req: IncomingMessage, res: ServerResponse, next: () => void) => void {
  const head = [
    ...fixedHeaders(ctx.env).flat(),
    ...['content-security-policy', "default-src 'none'"],
    ...['cache-control', 'no-store'],
    ...['x-robots-tag', 'noindex, nofollow'],
    ...['content-length', '0'],
  ]
  const protocolOf = protocols(app)
  const trustsProxy = Boolean(app.get('trust proxy'))
  const isOurs = ctx.env.PUBLIC_URL ? () => true : rememberLast(isAddress)
  return (req, res, next) => {
    const url = req.url ?? ''
    if (!below.test(url) || (req.method !== 'GET' && req.method !== 'HEAD')) return next()
    const visit = readVisit(ctx, req.headers, { protocol: protocolOf(req), trustsProxy })
    if (!isOurs(visit.origin)) return next()
    const end = metrics.start(req.method, 'go')
    const began = performance.now()
    const send = ({ location, setCookies }: { location: string; setCookies: readonly string[] }) => {
      failpoint('before-answer:go')
      const own = ['x-request-id', visit.requestId, 'location', location, ...setCookies.flatMap((one) => ['set-cookie', one])]
      res.writeHead(302, head.concat(own)).end()
      end(302)
      logAnswer(ctx.log, { id: visit.requestId, method: req.method ?? '', url, status: 302, began })
    }
    recordClick(ctx, visit, clickOf(req, url, visit)).then(send, (error: unknown) => {
      ctx.log.error({ err: error, requestId: visit.requestId }, 'A click could not be looked up: sent home, without a touch')
      send({ location: '/', setCookies: [] })
    })
  }
}

function clickOf({ method = '', headers }: IncomingMessage, url: string, { origin }: Visit): Click {
  const at = url.indexOf('?')
  const query = at < 0 ? {} : parse(url.slice(at + 1))
  return {
    code: url.slice('/go/'.length, at < 0 ? undefined : at),
    method,
    purpose: textOf(headers.purpose) ?? textOf(headers['x-purpose']) ?? textOf(headers['x-moz']),
    secPurpose: textOf(headers['sec-purpose']),
    from: query.from,
    share: query.share,
    paidAd: at >= 0 && paidParameters.some((name) => query[name] !== undefined),
    pageLanguage: languageOf(headers.referer, origin),
  }
}

const textOf = (value: string | string[] | undefined): string | null => (typeof value === 'string' ? value : null)

/** What Express calls `req.protocol`: a trusted proxy says how it was asked, else the connection does. */
function protocols(app: Express): (req: IncomingMessage) => string {
  const trusts = app.get('trust proxy fn') as (address: string | undefined, hop: number) => boolean
  return ({ headers, socket }) => {
    const given = headers['x-forwarded-proto']
    const own = 'encrypted' in socket && socket.encrypted ? 'https' : 'http'
    if (typeof given !== 'string' || !trusts(socket.remoteAddress, 0)) return own
    return given.split(',')[0]?.trim() ?? own
  }
}

/** Requests in a row name the same site: it is looked at once. */
function rememberLast(judge: (text: string) => boolean): (text: string) => boolean {
  let [last, verdict] = ['', false]
  return (text) => {
    if (text !== last) [last, verdict] = [text, judge(text)]
    return verdict
  }
}

/** The language of our page that a Referer names; null for other sites and pages without one. */
function languageOf(referrer: string | undefined, origin: string): 'zh' | 'en' | null {
  const path = referrer?.startsWith(`${origin}/`) ? referrer.slice(origin.length) : ''
  const language = /^\/(zh|en)(?=[/?#]|$)/.exec(path)?.[1]
  return language === 'zh' || language === 'en' ? language : null
}
