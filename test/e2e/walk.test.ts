import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Role, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

/**
 * Walks every internal link of the demo world. All of them over HTTP, public pages once (they are the same for everybody
 * and kept as such), those of members as each role: no dead end, no fault. In a browser, which also sees what scripts do:
 * some pages of each kind as a visitor, and some of what only members have as each role; the stage fails the test for a
 * console error, a page error, a broken policy or a request that leaves the machine.
 */
let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

/** Ways of sorting and narrowing make endlessly many addresses of one page: of each path so many are tried. */
const QUERIES_PER_PATH = 6

/** Pages of one kind (posts, orders …) that a browser opens. */
const OPENED_PER_KIND = 3

/** Public pages that were walked already, as whoever came first. */
const walkedForAll = new Set<string>()

/** Where a walk goes on: pages of ours, not the admin (tested by itself), downloads, nor Payload's doors. */
const isPage = (path: string): boolean => /^\/(zh|en)(\/|\?|$)/.test(path)

interface Walked {
  pages: string[]
  /** What went wrong: `404 /zh/x, from /zh`. */
  wrong: string[]
}

async function walk(page: Page, starts: readonly string[]): Promise<Walked> {
  const waiting = starts.map((path) => ({ path, from: 'the start' }))
  const known = new Set(starts)
  const queries = new Map<string, number>()
  const walked: Walked = { pages: [], wrong: [] }
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { path, from } = next
    const answer = await page.request.get(path, { maxRedirects: 0, headers: { accept: 'text/html' } })
    const status = answer.status()
    const found = status >= 300 && status < 400 ? [answer.headers().location ?? ''] : []
    if (status >= 400) walked.wrong.push(`${status} ${path}, from ${from}`)
    else if (status === 200 && isPage(path)) {
      if (answer.headers()['cache-control']?.startsWith('public')) walkedForAll.add(path)
      walked.pages.push(path)
      found.push(...linksIn(await answer.text()))
    }
    for (const link of found) {
      const to = inside(link, path)
      if (to === null || known.has(to) || walkedForAll.has(to) || !mayTry(to, queries)) continue
      known.add(to)
      waiting.push({ path: to, from: path })
    }
  }
  return walked
}

const linksIn = (html: string): string[] =>
  [...html.matchAll(/<a\b[^>]*?\shref="([^"]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))

/** Path and query of a link that stays here, without its fragment; null for others. */
function inside(link: string, at: string): string | null {
  if (link === '' || link.startsWith('mailto:') || link.startsWith('#')) return null
  const url = new URL(link, `http://inside${at}`)
  if (url.host !== 'inside' && url.origin !== stage.site.url) return null
  const path = url.pathname + url.search
  return path.startsWith('/admin') || path.startsWith('/api') ? null : path
}

function mayTry(path: string, queries: Map<string, number>): boolean {
  const [bare = '', query] = path.split('?')
  if (query === undefined) return true
  const tried = queries.get(bare) ?? 0
  queries.set(bare, tried + 1)
  return tried < QUERIES_PER_PATH
}

const members = ['/zh/account', '/zh/orders', '/zh/notifications', '/zh/preferences', '/zh/cart']
/** Where each begins, beside the home page: what the navigation leads them to, and nothing that they may not enter. */
const starts: Record<'visitor' | Role, string[]> = {
  visitor: ['/zh', '/en', '/zh/login', '/zh/cart', '/zh/why-feed'],
  fan: [...members, '/en/account'],
  creator: [...members, '/zh/studio', '/en/studio'],
  editor: [...members, '/zh/desk', '/en/desk'],
  finance: [...members, '/zh/desk/orders'],
  admin: [...members, '/zh/desk', '/zh/desk/orders'],
}
const enter = (role: 'visitor' | Role): Promise<Page> => (role === 'visitor' ? stage.visitor() : stage.member(role))

/** Pages that only this person has, in one language. */
const own = /^\/zh\/(account|orders|notifications|studio|desk|cart|checkout)/

/** Of pages that differ in a name or an id alone, the first few. */
function someOfEachKind(paths: readonly string[]): string[] {
  const opened = new Map<string, number>()
  return paths.filter((path) => {
    const kind = (path.split('?')[0] ?? '')
      .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, ':id')
      .replace(/\/(creator|topic|product|share|go)\/[^/]+/, '/$1/:name')
    const count = opened.get(kind) ?? 0
    opened.set(kind, count + 1)
    return count < OPENED_PER_KIND
  })
}

describe.each(Object.keys(starts) as ('visitor' | Role)[])('as %s', (role) => {
  it('no link of the demo world leads to a dead end, and no page has a fault', { timeout: 600_000 }, async () => {
    const page = await enter(role)
    const { pages, wrong } = await walk(page, starts[role])
    // A piece that was taken down is linked by nothing; a link to one would be a dead end.
    expect(wrong).toEqual([])
    expect(pages.length).toBeGreaterThan(role === 'visitor' ? 200 : 5)
    for (const path of someOfEachKind(pages.filter((path) => (role === 'visitor' ? path.startsWith('/zh') : own.test(path))))) {
      await page.goto(path)
      await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle, { timeout: 1500 })))
    }
  })
})
