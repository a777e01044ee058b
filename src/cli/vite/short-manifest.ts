import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Plugin } from 'vite'

/** React Router's list of routes as its build writes it for the browser. */
interface Manifest {
  entry: { module: string; imports: string[]; css: string[] }
  routes: Record<string, Route>
  [other: string]: unknown
}

interface Route {
  id: string
  parentId?: string
  path?: string
  index?: boolean
  module: string
  imports: string[]
  css: string[]
  [other: string]: unknown
}

const start = 'window.__reactRouterManifest='
const flags = [
  'hasAction',
  'hasLoader',
  'hasClientAction',
  'hasClientLoader',
  'hasClientMiddleware',
  'hasDefaultExport',
  'hasErrorBoundary',
] as const

/**
 * The list as a script that makes the same object from columns: ids, parents, paths, flags, files. Each stands beside its
 * like, so that it packs to two thirds. Left out is what every page has fetched before it can follow a link, the files of
 * the entry and of the root; what a route has besides (nothing, as a rule) is put on it from `rest`.
 */
export function shortManifest(code: string): string {
  if (!code.startsWith(start)) throw new Error('The list of routes is written differently: see short-manifest.ts')
  const { routes, ...top } = JSON.parse(code.slice(start.length).replace(/;$/, '')) as Manifest
  const all = Object.values(routes)
  const there = new Set([...top.entry.imports, ...(routes.root?.imports ?? [])])
  const needed = (route: Route) => (route.id === 'root' ? route.imports : route.imports.filter((file) => !there.has(file)))
  const files = [...new Set(all.flatMap(needed))]
  const rest: Record<string, object> = {}
  const rows = all.map((route): string[] => {
    const { id, parentId, path: at, index, module, imports: _, css, ...others } = route
    const mask = flags.reduce((sum, flag, bit) => sum + (others[flag] === true ? 2 ** bit : 0), index ? 2 ** flags.length : 0)
    const more = Object.entries(others).filter(([name]) => !(flags as readonly string[]).includes(name))
    if (more.length > 0 || css.length > 0) rest[id] = { ...Object.fromEntries(more), css }
    const uses = needed(route).map((file) => files.indexOf(file))
    return [
      id,
      String(parentId === undefined ? '' : all.findIndex((one) => one.id === parentId)),
      at ?? '-',
      String(mask),
      module,
      uses.join('.'),
    ]
  })
  const columns = [0, 1, 2, 3, 4, 5].map((at) => rows.map((row) => bare(row[at] ?? '')).join())
  const texts = [...columns, files.map(bare).join()]
  if (texts.some((text, at) => text.split(',').length !== (at === 6 ? Math.max(files.length, 1) : all.length)))
    throw new Error('A route or a file has a comma in its name: see short-manifest.ts')
  return `${start}(${reader})(${[top, rest, texts].map((part) => JSON.stringify(part)).join()});`
}

/** Files without what all have in common; other texts as they are. */
const bare = (text: string): string => text.replace(/^\/assets\/(.*)\.js$/, '$1')

const reader = `(t,r,c)=>{let [i,p,a,m,f,u,l]=c.map(x=>x.split(",")),o=x=>"/assets/"+x+".js";t.routes={};i.map((d,k)=>{let e={id:d};if(p[k])e.parentId=i[p[k]];if(a[k]!="-")e.path=a[k];if(m[k]&128)e.index=!0;${JSON.stringify(flags)}.map((n,b)=>e[n]=!!(m[k]&1<<b));e.module=o(f[k]);e.imports=u[k]?u[k].split(".").map(x=>o(l[x])):[];e.css=[];t.routes[d]=Object.assign(e,r[d])});return t}`

/** Writes the browser's list of routes shorter. React Router writes it while the server's build is made. */
export function shortRoutes(): Plugin {
  return {
    name: 'zhongcao-short-routes',
    apply: 'build',
    async writeBundle() {
      if (this.environment.name !== 'ssr') return
      const folder = path.join(this.environment.config.root, 'build/client/assets')
      const names = (await readdir(folder)).filter((name) => /^manifest-\w+\.js$/.test(name))
      if (names.length !== 1) throw new Error(`Expected one list of routes in ${folder} and found ${names.length}`)
      const file = path.join(folder, names[0] as string)
      await writeFile(file, shortManifest(await readFile(file, 'utf8')))
    },
  }
}
