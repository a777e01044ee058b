import { createRequire } from 'node:module'
import path from 'node:path'
import type { Plugin } from 'vite'

const files: Readonly<Record<string, string>> = { 'react-router': 'index.mjs', 'react-router/dom': 'dom-export.mjs' }

/**
 * react-router's `exports` name its development build only; the production build lies beside it, without the warnings.
 * This sends the browser's build there. The build fails when that folder is gone.
 */
export function productionRouter(): Plugin {
  const root = path.dirname(createRequire(import.meta.url).resolve('react-router/package.json'))
  return {
    name: 'zhongcao-production-router',
    enforce: 'pre',
    apply: 'build',
    resolveId(id) {
      const file = files[id]
      return this.environment.name === 'client' && file ? path.join(root, 'dist/production', file) : null
    },
  }
}
