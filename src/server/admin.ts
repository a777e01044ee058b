import path from 'node:path'
import type { Express, Request, RequestHandler, Response } from 'express'
import type { Ctx } from '../context.ts'
import { cookieNames } from '../lib/cookies.ts'
import { ownPath } from '../lib/own-path.ts'
import type { Visit } from '../lib/visit.ts'
import { adminPolicy } from './http/security.ts'

type Serve = (req: Request, res: Response) => Promise<void>

/**
 * Payload's admin in Next, loaded at the first request for it: it costs memory and time that a shop without operators
 * at work should not pay. Next reads the nonce for its scripts from the policy in the request.
 */
export function mountAdmin(app: Express, ctx: Ctx, options: { dev: boolean }): void {
  let serve: Promise<Serve> | undefined
  const load = (): Promise<Serve> => {
    serve ??= loadNext(options.dev).catch((error: unknown) => {
      serve = undefined // so that the next request tries again
      throw error
    })
    return serve
  }
  const admin: RequestHandler = (req, res, next) => {
    const policy = adminPolicy((res.locals.visit as Visit).nonce)
    req.headers['content-security-policy'] = policy
    res.setHeader('content-security-policy', policy)
    load()
      .then((handle) => handle(req, res))
      .catch((error: unknown) => {
        ctx.log.error({ err: error }, 'The admin could not be loaded')
        next(error)
      })
  }
  app.use((req, res, next) => (logInPaths.test(req.path) ? res.redirect(302, ourLogIn(req, res)) : next()))
  app.use((req, res, next) => (/^\/(admin|_next)(\/|$)/.test(req.path) ? admin(req, res, next) : next()))
}

/**
 * The admin, and Payload's answers to it, speak the language that was chosen in the shop (logging in chooses it, too). Who
 * chose another one in the admin's own account page keeps it. Payload looks for a cookie of its own, so it finds one.
 */
export const followLanguage: RequestHandler = (req, res, next) => {
  const { cookies } = res.locals.visit as Visit
  const language = cookies[cookieNames.language]
  if (!(adminLanguage in cookies) && (language === 'zh' || language === 'en'))
    req.headers.cookie = `${req.headers.cookie ?? ''}; ${adminLanguage}=${language}`
  next()
}

const adminLanguage = 'payload-lng'

/** The admin's own forms of accounts: there is one log-in here, with limits and neutral answers, for everybody. */
const logInPaths = /^\/admin\/(login|create-first-user|forgot|reset|verify)(\/|$)/

function ourLogIn(req: Request, res: Response): string {
  const { cookies } = res.locals.visit as Visit
  const locale = cookies[cookieNames.language] === 'en' ? 'en' : 'zh'
  return `/${locale}/login?next=${encodeURIComponent(ownPath(req.query.redirect, '/admin'))}`
}

async function loadNext(dev: boolean): Promise<Serve> {
  process.env.NEXT_TELEMETRY_DISABLED = '1'
  const { default: createNext } = await import('next')
  const next = (createNext as unknown as (options: object) => { prepare(): Promise<void>; getRequestHandler(): Serve })({
    dev,
    dir: path.resolve('src/admin'),
  })
  await next.prepare()
  return next.getRequestHandler()
}
