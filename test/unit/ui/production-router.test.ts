import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { lightRouter } from '#src/cli/vite/production-router.ts'

const folder = path.join(path.dirname(createRequire(import.meta.url).resolve('react-router/package.json')), 'dist/production')
const files = readdirSync(folder).filter((name) => /^(?:chunk-\w+|dom-export|index)\.mjs$/.test(name))
const made = files.map((name) => ({ name, ...lightRouter(readFileSync(path.join(folder, name), 'utf8')) }))

describe('the browser’s react-router without what the shop does not use', () => {
  it('finds every function that it is to leave out', () => {
    expect(new Set(made.flatMap(({ found }) => found))).toEqual(
      new Set([
        'useFogOFWarDiscovery',
        'getPatchRoutesOnNavigationFunction',
        'fetchAndApplyManifestPatches',
        'getPartialManifest',
        'nonSsrStrategy',
        'getRouteInstrumentationUpdates',
        'instrumentClientSideRouter',
        'createClientRoutesWithHMRRevalidationOptOut',
        'DefaultErrorComponent',
        'RSCErrorHandler',
        'RSCPrefetchPageLinksImpl',
        'decodeRedirectErrorDigest',
        'decodeRouteErrorResponseDigest',
      ]),
    )
  })

  it.each(made)('leaves $name a module with the same exports', ({ name, code }) => {
    const exportsOf = (text: string) =>
      parseSync(name, text).module.staticExports.flatMap(({ entries }) => entries.map((one) => one.exportName.name))
    expect(parseSync(name, code).errors).toEqual([])
    expect(exportsOf(code)).toEqual(exportsOf(readFileSync(path.join(folder, name), 'utf8')))
  })

  it('lets what is left out say so where a browser must not get to it', () => {
    const { code } = lightRouter('async function nonSsrStrategy(args) {\n  return fetch(args);\n}\nfunction kept() {\n  return 1;\n}')
    expect(code).toBe("function nonSsrStrategy() {throw Error('Left out of this build')}\nfunction kept() {\n  return 1;\n}")
  })

  it('tells the build that a class nobody names may go', () => {
    const { code } = lightRouter('var Boundary = class extends React3.Component {\n  render() {\n    return 1;\n  }\n};')
    expect(code).toBe('var Boundary = /* @__PURE__ */ (() => class extends React3.Component {\n  render() {\n    return 1;\n  }\n})();')
  })

  it('tells the build that a component nobody names may go', () => {
    const { code } = lightRouter(
      'var NavLink = React10.forwardRef(\n  draw\n);\nNavLink.displayName = "NavLink";\nvar used = React3.useState(1);',
    )
    expect(code).toBe('var NavLink = /* @__PURE__ */ React10.forwardRef(\n  draw\n);\n\nvar used = React3.useState(1);')
  })
})
