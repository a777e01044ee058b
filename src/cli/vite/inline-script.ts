import { readFile } from 'node:fs/promises'
import { minify, type Plugin, transformWithOxc } from 'vite'

const SUFFIX = '?inline-script'

/**
 * `import { code } from './boot.ts?inline-script'`: one TypeScript file without imports as a minified text, for an inline
 * <script>, with these names replaced. The browser's build gets an empty text: the code is in the HTML already.
 */
export function inlineScript(define: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'zhongcao-inline-script',
    enforce: 'pre',
    async resolveId(id, importer) {
      if (!id.endsWith(SUFFIX)) return null
      const file = await this.resolve(id.slice(0, -SUFFIX.length), importer, { skipSelf: true })
      return file && `\0${file.id}${SUFFIX}`
    },
    async load(id) {
      if (!id.startsWith('\0') || !id.endsWith(SUFFIX)) return null
      if (this.environment.name === 'client') return 'export const code = ""'
      const file = id.slice(1, -SUFFIX.length)
      this.addWatchFile(file)
      const script = (await transformWithOxc(await readFile(file, 'utf8'), file)).code.replace(/export\s*\{\s*\};?/, '')
      const known = Object.entries(define).reduce((code, [name, value]) => code.replaceAll(name, value), script)
      const { code } = await minify('boot.js', known, { module: false })
      return `export const code = ${JSON.stringify(code.trim())}`
    },
  }
}
