import type { RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'
import type { LimitName } from '../v1/route.ts'
import { sendFailure } from './answers.ts'

/** Requests in a window of seconds, for one account and for one address. */
const limits: Record<LimitName, { seconds: number; requests: number }> = {
  read: { seconds: 60, requests: 600 },
  write: { seconds: 60, requests: 240 },
  auth: { seconds: 900, requests: 60 },
  upload: { seconds: 3600, requests: 200 },
  checkout: { seconds: 60, requests: 60 },
}

const made = new WeakMap<Ctx, Map<LimitName, RequestHandler>>()

/**
 * The limiter of a kind of route, one per context so that all its routes share the count. Counted per account where
 * somebody is logged in, else per address (IPv6 by /56).
 */
export function limitFor(ctx: Ctx, name: LimitName): RequestHandler {
  const ours = made.get(ctx) ?? new Map<LimitName, RequestHandler>()
  made.set(ctx, ours)
  const known = ours.get(name)
  if (known) return known
  const { seconds, requests } = limits[name]
  const limiter = rateLimit({
    windowMs: seconds * 1000,
    limit: requests,
    standardHeaders: 'draft-7',
    legacyHeaders: false,
    keyGenerator: async (req, res) => {
      const account = name === 'auth' ? null : ((await (res.locals.visit as Visit | undefined)?.actor())?.userId ?? null)
      return account ? `account:${account}` : `ip:${ipKeyGenerator(req.ip ?? '')}`
    },
    handler: (_req, res) =>
      sendFailure(res, { code: 'too_many', message: `At most ${requests} such requests in ${seconds} seconds; wait and try again.` }),
  })
  ours.set(name, limiter)
  return limiter
}
