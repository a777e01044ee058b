import type { Plugin } from 'vite'

const dictionary = /\/src\/ui\/i18n\/messages\/[\w-]+\.ts$/
const exported = /export const (\w+) = \{ zh, en \} satisfies [^\n]+/

/**
 * What becomes of a dictionary of the interface in the browser's build: a module that fetches the language of the
 * document it runs in (`<html lang>`; another language is another document), and for each language one that holds only
 * its own sentences. Null for any other file; throws for a dictionary that is written differently, rather than send both.
 */
export function oneLanguageModule(code: string, id: string): string | null {
  const [file = '', query = ''] = id.split('?')
  if (!dictionary.test(file)) return null
  const found = exported.exec(code)
  const name = found?.[1]
  if (!found || !name) throw new Error(`Expected "export const name = { zh, en } satisfies …" in ${file}`)
  const [, language] = /^language=(zh|en)$/.exec(query) ?? []
  if (language) return code.replace(found[0], `export const ${name} = ${language}`)
  const from = (wanted: string) => `import(${JSON.stringify(`./${file.slice(file.lastIndexOf('/') + 1)}?language=${wanted}`)})`
  // What else the file exports stays; tables that nothing names any more fall out of the build.
  return code.replace(
    found[0],
    `const { ${name}: spoken } = await (document.documentElement.lang.startsWith('zh') ? ${from('zh')} : ${from('en')})
export const ${name} = { zh: spoken, en: spoken }`,
  )
}

/** Sends each reader the interface in one language. The server and development keep both. */
export const oneLanguage = (): Plugin => ({
  name: 'one-language',
  apply: 'build',
  enforce: 'pre',
  applyToEnvironment: (environment) => environment.name === 'client',
  transform(code, id) {
    const made = oneLanguageModule(code, id)
    return made === null ? null : { code: made, map: null }
  },
})

const areas = 'common|shop|storefront|social|discovery|choices'

/** The sentences of all public pages in one file for each language: a page that is read first asks for one file, not for six. */
export const wordGroups = ['zh', 'en'].map((language) => ({
  name: `words-${language}`,
  test: new RegExp(`/messages/(?:${areas})\\.ts\\?language=${language}$`),
  priority: 3,
}))
