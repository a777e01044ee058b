import { randomBytes } from 'node:crypto'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Ctx } from '../../context.ts'
import type { KeptRows } from '../../flows/pages/kept-rows.ts'
import { collectShown } from '../../flows/pages/page-shows.ts'
import { TagCollector } from '../../lib/page-tags.ts'
import { appContext, madeFor, pageTags, visitContext } from '../../web/contexts.ts'
import { contentPolicy } from '../http/security.ts'
import { keptVisit } from './kept-visit.ts'
import type { PageKey } from './key.ts'
import type { Render, RenderResult } from './page-cache.ts'
import { sealScripts } from './seal.ts'

const dropped = new Set(['set-cookie', 'cache-control', 'content-length', 'transfer-encoding', 'date', 'vary'])
const isPrivate = /private|no-store/i

/**
 * Renders a public page for the cache. The request is made here, from the key alone: no cookie, no header of the visitor.
 * What the page shows comes back in the collector. What is somebody's own, and every fault, is left to the ordinary
 * handler, which answers with the visitor's request and its id.
 */
export function publicRender(ctx: Ctx, build: () => Promise<ServerBuild>, rows?: KeptRows): Render {
  const handle = createRequestHandler(build, 'production')
  return async (page) => {
    const made = startOf(ctx, page)
    const response = await collectShown(made.tags, () => handle(new Request(page.origin + page.url), made.context), rows)
    return finish(ctx, page, made, response, Buffer.from(await response.arrayBuffer()))
  }
}

interface Making {
  context: RouterContextProvider
  tags: TagCollector
  nonce: string
  personal: boolean
}

function startOf(ctx: Ctx, { origin }: PageKey): Making {
  const made: Making = {
    context: new RouterContextProvider(),
    tags: new TagCollector(),
    nonce: randomBytes(16).toString('base64url'),
    personal: false,
  }
  const visit = keptVisit({ origin, nonce: made.nonce }, () => {
    made.personal = true
  })
  made.context.set(appContext, ctx)
  made.context.set(visitContext, visit)
  made.context.set(pageTags, made.tags)
  made.context.set(madeFor, 'kept')
  return made
}

function finish({ env }: Ctx, { origin }: PageKey, { tags, nonce, personal }: Making, response: Response, body: Buffer): RenderResult {
  const { status } = response
  const headers = [...response.headers].filter(([name]) => !dropped.has(name))
  const owned =
    personal || status >= 500 || response.headers.has('set-cookie') || isPrivate.test(response.headers.get('cache-control') ?? '')
  const result = { status, headers, body, tags: tags.tags, shared: !owned, storable: tags.storable }
  if (!response.headers.get('content-type')?.startsWith('text/html')) return result
  const { html, hashes } = sealScripts(body.toString(), nonce)
  headers.push(['content-security-policy', contentPolicy(origin, hashes, env)])
  return { ...result, body: Buffer.from(html) }
}
