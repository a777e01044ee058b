import type { RequestHandler } from 'express'
import type { Ctx } from '../context.ts'
import { isRefusedSession } from '../flows/accounts/read-actor.ts'
import { fail } from '../lib/result.ts'
import { sendFailure } from './http/answers.ts'
import { cleanHeaders } from './http/visit.ts'

/**
 * In front of the doors that ask Payload themselves who is there (`/api`, `/admin`): a suspended account, and a demo
 * account behind a public address or a proxy, is refused there as it is everywhere else.
 */
export const refuseAccounts =
  (ctx: Ctx): RequestHandler =>
  (req, res, next) => {
    isRefusedSession(ctx, new Headers(cleanHeaders(req)))
      .then((refused) => (refused ? sendFailure(res, fail('forbidden', 'This account cannot be used here.').failure) : next()))
      .catch(next)
  }
