import { Suspense, use } from 'react'
import { createRequestHandler, Outlet, RouterContextProvider, Scripts, type ServerBuild, useLoaderData } from 'react-router'
import { describe, expect, it, vi } from 'vitest'
import type { Ctx } from '#src/context.ts'
import { appContext, madeFor, visitContext, wholePage } from '#src/web/contexts.ts'
import * as entry from '#src/web/entry.server.tsx'

const Page = () => <main>{useLoaderData<{ said: string }>().said}</main>
const later = new Promise<string>((resolve) => setTimeout(resolve, 5, 'came later'))
const Waiting = () => <b>{use(later)}</b>
const Waits = () => (
  <Suspense fallback="not yet">
    <Waiting />
  </Suspense>
)
const Faulty = () => {
  throw new Error('broken part')
}
const FaultyLater = () => (
  <Suspense fallback="not yet">
    <Faulty />
  </Suspense>
)

const Root = () => (
  <html lang="en">
    <head />
    <body>
      <Outlet />
      <Scripts />
    </body>
  </html>
)

const ErrorBoundary = () => (
  <html lang="en">
    <body>a fault</body>
  </html>
)

const loader = () => ({ said: 'a < b & "c"\u2028</script>' })
const module = (Component: unknown) => ({ default: Component, loader }) as never
const pages = { page: Page, waits: Waits, faulty: Faulty, 'faulty-later': FaultyLater }
const known = (id: string, parentId?: string) => ({
  id,
  ...(parentId ? { parentId, path: id } : { path: '' }),
  module: `/assets/${id}.js`,
  imports: [`/assets/${id}-more.js`],
  css: [],
  hasAction: false,
  hasLoader: Boolean(parentId),
  hasClientAction: false,
  hasClientLoader: false,
  hasClientMiddleware: false,
  hasDefaultExport: true,
  hasErrorBoundary: false,
})
const routes = Object.entries(pages).map(([id, Component]) => [id, { id, parentId: 'root', path: id, module: module(Component) }])
const build = {
  entry: { module: entry },
  routes: { root: { id: 'root', path: '', module: { default: Root, ErrorBoundary } }, ...Object.fromEntries(routes) },
  assets: {
    entry: { imports: ['/assets/react.js'], module: '/assets/entry.js' },
    routes: { root: known('root'), ...Object.fromEntries(Object.keys(pages).map((id) => [id, known(id, 'root')])) },
    url: '/assets/manifest-1.js',
    version: '1',
  },
  future: { v8_middleware: true },
  ssr: true,
  isSpaMode: false,
  prerender: [],
  publicPath: '/',
  assetsBuildDirectory: '',
  routeDiscovery: { mode: 'initial', manifestPath: '/__manifest' },
} as unknown as ServerBuild

async function asked(path: string, who: 'kept' | 'own') {
  const context = new RouterContextProvider()
  const error = vi.fn()
  const whole: { html?: string } = {}
  context.set(appContext, { log: { error } } as unknown as Ctx)
  context.set(visitContext, { nonce: 'n', requestId: 'r' } as never)
  context.set(madeFor, who)
  context.set(wholePage, whole)
  const answer = await createRequestHandler(build, 'production')(new Request(`https://shop.example/${path}`), context)
  return { status: answer.status, html: whole.html ?? (await answer.text()), faults: error.mock.calls.length }
}

describe('a page that is rendered in one go', () => {
  it('is to the letter what React’s writer of streams makes of it, data for the browser included', async () => {
    const [kept, own] = [await asked('page', 'kept'), await asked('page', 'own')]
    expect(kept.html).toBe(own.html)
    expect(kept.html).toMatch(/^<!DOCTYPE html><html lang="en">/)
    expect(kept.html).toContain('<main>a &lt; b &amp; &quot;c&quot;')
    expect(kept.html).toContain('streamController.close()')
    expect(kept.html).toContain('/assets/page-more.js')
    expect(kept.html).not.toContain('/assets/waits.js')
  })

  it('waits for a part that comes later', async () => {
    const kept = await asked('waits', 'kept')
    expect(kept.html).toContain('<b>came later</b>')
    expect(kept.html).not.toContain('not yet')
    expect(kept.html).toBe((await asked('waits', 'own')).html)
  })

  it.each(['faulty', 'faulty-later'])('is a fault that is told, and no half page, when a part breaks (%s)', async (path) => {
    for (const who of ['kept', 'own'] as const) {
      const { status, html, faults } = await asked(path, who)
      expect({ status, html }).toEqual({ status: 500, html: expect.stringContaining('a fault') })
      expect(faults).toBeGreaterThan(0)
    }
  })
})
