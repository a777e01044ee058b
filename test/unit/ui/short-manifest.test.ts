import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { shortManifest } from '#src/cli/vite/short-manifest.ts'

const off = {
  hasAction: false,
  hasLoader: false,
  hasClientAction: false,
  hasClientLoader: false,
  hasClientMiddleware: false,
  hasDefaultExport: false,
  hasErrorBoundary: false,
}
const root = {
  ...off,
  id: 'root',
  path: '',
  hasLoader: true,
  hasErrorBoundary: true,
  module: '/assets/root-r4OO0rif.js',
  imports: ['/assets/router-BMov8GXu.js', '/assets/shell-CcX8wGGH.js'],
  css: [],
}
const index = { ...off, id: 'routes/index', parentId: 'root', index: true, module: '/assets/index-B3j4MzrM.js', imports: [], css: [] }
const post = {
  ...off,
  id: 'routes/shop/post',
  parentId: 'root',
  path: ':lang/p/:id',
  hasAction: true,
  hasDefaultExport: true,
  module: '/assets/post-Bsa-4xQu.js',
  imports: ['/assets/router-BMov8GXu.js', '/assets/piece-BPGjFXj0.js', '/assets/runtime-WkwZ5CU-.js', '/assets/Post-a1YSDeaK.js'],
  css: [],
}
const styled = {
  ...off,
  id: 'routes/odd-one',
  parentId: 'routes/index',
  path: 'odd',
  module: '/assets/odd-AAAAAAAA.js',
  imports: ['/assets/piece-BPGjFXj0.js'],
  css: ['/assets/odd-BBBBBBBB.css'],
  clientLoaderModule: '/assets/odd-client-CCCCCCCC.js',
}
const manifest = {
  entry: { module: '/assets/entry.client-CHWRH1if.js', imports: ['/assets/runtime-WkwZ5CU-.js', '/assets/router-BMov8GXu.js'], css: [] },
  routes: { root, 'routes/index': index, 'routes/shop/post': post, 'routes/odd-one': styled },
  url: '/assets/manifest-4ae80524.js',
  version: '4ae80524',
}
const written = (value: unknown) => `window.__reactRouterManifest=${JSON.stringify(value)};`

/** What a browser has after it ran the script; texts only, since another world's objects are of other classes. */
function ran(code: string): unknown {
  const window: Record<string, unknown> = {}
  runInNewContext(code, { window })
  return JSON.parse(JSON.stringify(window.__reactRouterManifest))
}

describe('the short list of routes', () => {
  it('is the list that React Router wrote, without files that every page has before it follows a link', () => {
    const lean = { ...post, imports: ['/assets/piece-BPGjFXj0.js', '/assets/Post-a1YSDeaK.js'] }
    expect(ran(shortManifest(written(manifest)))).toEqual({ ...manifest, routes: { ...manifest.routes, 'routes/shop/post': lean } })
  })

  it('keeps the order of routes', () => {
    const { routes } = ran(shortManifest(written(manifest))) as typeof manifest
    expect(Object.keys(routes)).toEqual(Object.keys(manifest.routes))
  })

  it('stops the build when the list is written differently, or a name cannot stand in it', () => {
    expect(() => shortManifest('export default {}')).toThrow('differently')
    const odd = { ...manifest, routes: { ...manifest.routes, x: { ...index, id: 'x', path: 'a,b' } } }
    expect(() => shortManifest(written(odd))).toThrow('comma')
  })
})
