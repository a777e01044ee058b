import { createRequestHandler } from '@react-router/express'
import type { RequestHandler } from 'express'
import { RouterContextProvider, type ServerBuild } from 'react-router'
import type { Ctx } from '../../context.ts'
import { TagCollector } from '../../lib/page-tags.ts'
import type { Visit } from '../../lib/visit.ts'
import { appContext, pageTags, visitContext } from '../../web/contexts.ts'

/** Pages of one visitor (the cart, the studio, the desk), and actions: React Router inside Express, with his own request. */
export function ordinaryPages(
  ctx: Ctx,
  build: ServerBuild | (() => Promise<ServerBuild>),
  mode: 'production' | 'development',
): RequestHandler {
  return createRequestHandler({
    build,
    mode,
    getLoadContext: (_req, res) => {
      const context = new RouterContextProvider()
      context.set(appContext, ctx)
      context.set(visitContext, res.locals.visit as Visit)
      context.set(pageTags, new TagCollector())
      return context
    },
  })
}
