import { createRequire } from 'node:module'
import path from 'node:path'
import { type Plugin, parseSync } from 'vite'

const files: Readonly<Record<string, string>> = { 'react-router': 'index.mjs', 'react-router/dom': 'dom-export.mjs' }

const idle = '{}'
const fault = "{throw Error('Left out of this build')}"
/**
 * Functions of react-router that a browser never gets to with the shop's settings, and what stands for each: nothing where
 * it is called and finds nothing to do, else a fault that says so.
 */
const unused: Readonly<Record<string, string>> = {
  // routeDiscovery "initial": all routes are known from the start
  useFogOFWarDiscovery: idle,
  getPatchRoutesOnNavigationFunction: idle,
  fetchAndApplyManifestPatches: fault,
  getPartialManifest: fault,
  // ssr: true
  nonSsrStrategy: fault,
  // entry.client.tsx gives no instrumentations
  getRouteInstrumentationUpdates: fault,
  instrumentClientSideRouter: fault,
  // no hot reloading in a build; the root has an ErrorBoundary
  createClientRoutesWithHMRRevalidationOptOut: fault,
  DefaultErrorComponent: fault,
  // React's server components
  RSCErrorHandler: fault,
  RSCPrefetchPageLinksImpl: fault,
  decodeRedirectErrorDigest: idle,
  decodeRouteErrorResponseDigest: idle,
}

/**
 * A file of react-router without what the shop does not use: `unused`, and components that nothing names, which a build
 * keeps because they are given a display name, or made by a call or from a class that it cannot know to do nothing else.
 */
export function lightRouter(code: string): { code: string; found: string[] } {
  const found: string[] = []
  const cuts = parseSync('react-router.mjs', code).program.body.flatMap((node) => {
    if (node.type !== 'FunctionDeclaration') return []
    const stand = unused[node.id?.name ?? '']
    if (!stand || !node.id || !node.body) return []
    found.push(node.id.name)
    return [{ from: node.start, to: node.end, text: `function ${node.id.name}() ${stand}` }]
  })
  const lighter = cuts.reduceRight((all, { from, to, text }) => all.slice(0, from) + text + all.slice(to), code)
  return {
    found,
    code: lighter
      .replace(/^(var \w+ = )(?=React\d*\.(?:forwardRef|memo|createContext)\()/gm, '$1/* @__PURE__ */ ')
      .replace(/^\w+\.displayName = "\w+";$/gm, '')
      .replace(/^(var \w+ = )(class extends React\d*\.Component \{$[\s\S]*?^\});$/gm, '$1/* @__PURE__ */ (() => $2)();'),
  }
}

/**
 * react-router's `exports` name its development build only; the production build lies beside it, without the warnings.
 * This sends the browser's build there, and takes `unused` out (5 kB packed). The build fails when that folder, or one of
 * these functions, is gone.
 */
export function productionRouter(): Plugin {
  const root = path.dirname(createRequire(import.meta.url).resolve('react-router/package.json'))
  const production = path.join(root, 'dist/production')
  const left = new Set<string>()
  return {
    name: 'zhongcao-production-router',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    buildStart() {
      for (const name of Object.keys(unused)) left.add(name)
    },
    resolveId(id) {
      const file = files[id]
      return file ? path.join(production, file) : null
    },
    transform(code, id) {
      if (!id.startsWith(production)) return null
      const light = lightRouter(code)
      for (const name of light.found) left.delete(name)
      return { code: light.code, map: null }
    },
    buildEnd(error) {
      if (!error && left.size > 0) throw new Error(`react-router has changed: it has no ${[...left].join(', ')}`)
    },
  }
}
