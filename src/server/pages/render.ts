import { randomBytes } from 'node:crypto'
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router'
import type { Ctx } from '../../context.ts'
import type { KeptRows } from '../../flows/pages/kept-rows.ts'
import { collectShown } from '../../flows/pages/page-shows.ts'
import { TagCollector } from '../../lib/page-tags.ts'
import { appContext, madeFor, pageTags, visitContext, wholePage } from '../../web/contexts.ts'
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
export function publicRender(ctx: Ctx, build: ServerBuild, rows?: KeptRows): Render {
  const handle = createRequestHandler(build, 'production')
  return async (page) => {
    const made = startOf(ctx, page)
    const response = await collectShown(made.tags, () => handle(new Request(page.origin + page.url), made.context), rows)
    return finish(ctx, page, made, response)
  }
}

interface Making {
  context: RouterContextProvider
  tags: TagCollector
  nonce: string
  personal: boolean
  /** The page's text, when it is HTML that could be rendered. */
  whole: { html?: string }
}

function startOf(ctx: Ctx, { origin }: PageKey): Making {
  const made: Making = {
    context: new RouterContextProvider(),
    tags: new TagCollector(),
    nonce: randomBytes(16).toString('base64url'),
    personal: false,
    whole: {},
  }
  const visit = keptVisit({ origin, nonce: made.nonce }, () => {
    made.personal = true
  })
  made.context.set(appContext, ctx)
  made.context.set(visitContext, visit)
  made.context.set(pageTags, made.tags)
  made.context.set(madeFor, 'kept')
  made.context.set(wholePage, made.whole)
  return made
}

async function finish({ env }: Ctx, { origin }: PageKey, made: Making, response: Response): Promise<RenderResult> {
  const { status } = response
  const { tags, storable } = made.tags
  const headers = [...response.headers].filter(([name]) => !dropped.has(name))
  const owned =
    made.personal || status >= 500 || response.headers.has('set-cookie') || isPrivate.test(response.headers.get('cache-control') ?? '')
  const result = { status, headers, tags, shared: !owned, storable }
  const html = made.whole.html ?? null
  if (html === null) return { ...result, body: Buffer.from(await response.arrayBuffer()) }
  const sealed = sealScripts(html, made.nonce)
  headers.push(['content-security-policy', contentPolicy(origin, sealed.hashes, env)])
  return { ...result, body: Buffer.from(sealed.html) }
}
