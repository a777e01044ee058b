import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const dictionary = /^(.*\/src\/ui\/i18n\/messages\/)([\w-]+)\.ts$/
const exported = /export const (\w+) = \{ zh, en \} satisfies [^\n]+/

/** Dictionaries that are read together; any other is a group of its own. A page fetches one file for each group that it speaks. */
const groups: Readonly<Record<string, readonly string[]>> = {
  public: ['common', 'shop', 'storefront', 'social', 'consent'],
  creator: ['creator', 'boards'],
  account: ['account', 'addresses', 'choices'],
  commerce: ['commerce', 'order', 'earnings', 'why'],
  studio: ['studio', 'studio-days', 'studio-pages'],
  editor: ['editor', 'editor-media'],
  desk: ['desk', 'comment-desk'],
}

/** The group that a dictionary belongs to. */
export const groupOf = (area: string): string => Object.keys(groups).find((group) => groups[group]?.includes(area)) ?? area

/**
 * What becomes of a dictionary of the interface in the browser's build: a module that takes its sentences out of its
 * group's (`wordsModule`), and for each language one that holds only its own sentences. Null for any other file; throws
 * for a dictionary that is written differently, rather than send both languages.
 */
export function oneLanguageModule(code: string, id: string): string | null {
  const [file = '', query = ''] = id.split('?')
  const [, , area] = dictionary.exec(file) ?? []
  if (!area) return null
  const [found, name] = exportOf(code, file)
  const [, language] = /^language=(zh|en)$/.exec(query) ?? []
  if (language) return code.replace(found, `export const ${name} = ${language}`)
  // What else the file exports stays; tables that nothing names any more fall out of the build.
  return code.replace(
    found,
    `import { words } from 'words:${groupOf(area)}'
export const ${name} = { zh: words.${name}, en: words.${name} }`,
  )
}

/**
 * `words:shop` fetches the sentences of a group in the language of the document it runs in (`<html lang>`; another
 * language is another document); `words:shop/zh` holds them. One request, and no module waits for the one before it.
 */
export function wordsModule(id: string, folder: string): string | null {
  const [, group, language] = /^words:([\w-]+)(?:\/(zh|en))?$/.exec(id) ?? []
  if (!group) return null
  if (!language)
    return `export const words = await (document.documentElement.lang.startsWith('zh') ? import('words:${group}/zh') : import('words:${group}/en'))`
  const files = (groups[group] ?? [group]).map((area) => `${folder}${area}.ts`)
  return files
    .map((file) => `export { ${exportOf(readFileSync(file, 'utf8'), file)[1]} } from ${JSON.stringify(`${file}?language=${language}`)}`)
    .join('\n')
}

function exportOf(code: string, file: string): [found: string, name: string] {
  const [found, name] = exported.exec(code) ?? []
  if (!found || !name) throw new Error(`Expected "export const name = { zh, en } satisfies …" in ${file}`)
  return [found, name]
}

/** Sends each reader the interface in one language. The server and development keep both. */
export function oneLanguage(): Plugin {
  let folder = ''
  return {
    name: 'one-language',
    apply: 'build',
    enforce: 'pre',
    applyToEnvironment: (environment) => environment.name === 'client',
    configResolved({ root }) {
      folder = `${root}/src/ui/i18n/messages/`
    },
    resolveId: (id) => (id.startsWith('words:') ? `\0${id}` : null),
    load: (id) => (id.startsWith('\0words:') ? wordsModule(id.slice(1), folder) : null),
    transform(code, id) {
      const made = oneLanguageModule(code, id)
      return made === null ? null : { code: made, map: null }
    },
  }
}
