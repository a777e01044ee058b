import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { ServerBuild } from 'react-router'
import type { Ctx } from '../../context.ts'
import { KeptRows } from '../../flows/pages/kept-rows.ts'
import { latestPurge, readPurges } from '../../flows/pages/read-purges.ts'
import { newId } from '../../lib/ids.ts'
import type { Metrics } from '../http/observe.ts'
import { fixedHeaders } from '../http/security.ts'
import { assetFiles } from './files.ts'
import { PurgeFollower, type PurgeTarget } from './follower.ts'
import { pageKey } from './key.ts'
import { originOf } from './origins.ts'
import { holds, type Page, packed } from './page.ts'
import { PageCache } from './page-cache.ts'
import { PopularPages } from './popular.ts'
import { publicRender } from './render.ts'
import { publicPages } from './rules.ts'
import { encodingOf, sendPage } from './send.ts'

type Next = () => void

export interface Front {
  /** Answers kept pages and the build's files; passes everything else. In front of Express, which costs more than a kept page does. */
  handle(req: IncomingMessage, res: ServerResponse, next: Next): void
  stop(): Promise<void>
}

interface Parts {
  server: Server
  build: ServerBuild
  assetsDir: string
  metrics: Metrics
}

/** A kept page is made anew at latest after so long, purge or not: words such as "3 minutes ago" stand in it. */
const MAX_AGE_MS = 300_000

/** Rows between renders: about 2 kB each. Old after a minute, purge or not. */
const ROWS = 5_000
const ROW_AGE_MS = 60_000

/** The rows first: nothing that begins after the purge of a page may find an old one. */
const both = (rows: PurgeTarget, pages: PurgeTarget): PurgeTarget => ({
  purge: (tags) => {
    rows.purge(tags)
    pages.purge(tags)
  },
  purgeAll: () => {
    rows.purgeAll()
    pages.purgeAll()
  },
})

/** Opens the page cache: follows the purge log of the database and is woken by commits of this process. */
export async function openFront(ctx: Ctx, { server, build, assetsDir, metrics }: Parts): Promise<Front> {
  const current = (): boolean => follower.isCurrent()
  const rows = new KeptRows({ most: ROWS, maxAgeMs: ROW_AGE_MS, now: () => performance.now(), current })
  const cache: PageCache = new PageCache({
    maxBytes: ctx.env.PAGE_CACHE_MB * 1_000_000,
    render: publicRender(ctx, build, rows),
    current,
    maxAgeMs: MAX_AGE_MS,
  })
  const log = { after: (after: string, limit: number) => readPurges(ctx, { after, limit }), head: () => latestPurge(ctx) }
  const onError = (error: unknown) => ctx.log.error({ err: error }, 'Purges of pages cannot be read: no kept page is served until they can')
  const follower = new PurgeFollower(log, both(rows, cache), { onError })
  await follower.start()
  ctx.purges.look = () => follower.poke()
  metrics.watchPages(cache)
  const fixed = fixedHeaders(ctx.env).flat()
  const files = await assetFiles(assetsDir)
  const popular = new PopularPages()
  const origin = originOf(ctx.env, server)
  return {
    handle: (req, res, next) => {
      if (req.method !== 'GET' && req.method !== 'HEAD') return next()
      const target = req.url ?? ''
      if (target.startsWith('/assets/') && files(req, res)) return
      const site = origin(req.headers.host)
      const key = site === undefined ? undefined : pageKey(target, site, publicPages)
      if (!key) return next()
      const end = metrics.startKept()
      const send = (page: Page) => {
        const requestId = newId()
        sendPage(req, res, page, { fixed, requestId })
        end(page.status)
        logKept(ctx, { id: requestId, method: req.method ?? '', path: key.url, status: page.status })
      }
      const encoding = encodingOf(req)
      const kept = cache.kept(key)
      if (kept && holds(kept, encoding)) {
        send(kept)
        return popular.sent(kept)
      }
      const made = kept ? packed(kept, encoding) : cache.get(key, encoding)
      made.then(
        (page) => (page ? send(page) : next()),
        (error: unknown) => {
          ctx.log.error({ err: error, path: key.url }, 'A page could not be made for keeping')
          next()
        },
      )
    },
    async stop() {
      delete ctx.purges.look
      await follower.stop()
    },
  }
}

/** One line per request, as for every other answer; these are many and cheap, so nothing is built that nobody reads. */
function logKept({ log }: Ctx, { id, method, path, status }: { id: string; method: string; path: string; status: number }): void {
  if (log.isLevelEnabled('debug')) log.debug({ req: { id, method, path: path.split('?')[0] }, res: { status } }, 'kept page')
}
