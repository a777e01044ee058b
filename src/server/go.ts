import type { Express } from 'express'
import type { Ctx } from '../context.ts'
import { recordClick } from '../flows/touches/record-click.ts'
import { failpoint } from '../lib/failpoints.ts'
import type { Visit } from '../lib/visit.ts'

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

/** `GET /go/:code`: the touch is durable before the visitor is sent on. Never an error: what cannot be looked up leads home (ATT-06). */
export function mountGo(app: Express, ctx: Ctx): void {
  // By `use` and not by a pattern: Express answers a code that it cannot decode with 400.
  app.use('/go', async (req, res, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') return next()
    const visit = res.locals.visit as Visit
    const { location, setCookies } = await recordClick(ctx, visit, {
      code: req.path.slice(1),
      method: req.method,
      purpose: req.get('purpose') ?? req.get('x-purpose') ?? req.get('x-moz') ?? null,
      secPurpose: req.get('sec-purpose') ?? null,
      from: req.query.from,
      share: req.query.share,
      paidAd: paidParameters.some((name) => req.query[name] !== undefined),
      pageLanguage: languageOf(req.get('referer'), visit.origin),
    }).catch((error: unknown) => {
      ctx.log.error({ err: error, requestId: visit.requestId }, 'A click could not be looked up: sent home, without a touch')
      return { location: '/', setCookies: [] as string[] }
    })
    if (setCookies.length > 0) res.setHeader('set-cookie', setCookies)
    res.setHeader('cache-control', 'no-store')
    res.setHeader('x-robots-tag', 'noindex, nofollow')
    failpoint('before-answer:go')
    // Node's own, not `res.redirect`: that one would negotiate and write a body that nobody reads.
    res.writeHead(302, { location }).end()
  })
}

/** The language of our page that a Referer names; null for other sites and pages without one. */
function languageOf(referrer: string | undefined, origin: string): 'zh' | 'en' | null {
  const path = referrer?.startsWith(`${origin}/`) ? referrer.slice(origin.length) : ''
  const language = /^\/(zh|en)(?=[/?#]|$)/.exec(path)?.[1]
  return language === 'zh' || language === 'en' ? language : null
}
