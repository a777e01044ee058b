import { createRequestHandler } from '@react-router/express'
import type { RequestHandler } from 'express'
import { RouterContextProvider, type ServerBuild } from 'react-router'
import type { Ctx } from '../context.ts'
import type { Visit } from '../lib/visit.ts'
import { appContext, visitContext } from '../web/contexts.ts'

/** The shop, the studio and the desk: React Router inside Express. */
export function pages(ctx: Ctx, build: () => Promise<ServerBuild>, mode: 'production' | 'development'): RequestHandler {
  return createRequestHandler({
    build,
    mode,
    getLoadContext: (_req, res) => {
      const context = new RouterContextProvider()
      context.set(appContext, ctx)
      context.set(visitContext, res.locals.visit as Visit)
      return context
    },
  })
}
