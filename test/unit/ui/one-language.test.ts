import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { oneLanguageModule, wordGroups } from '../../../src/cli/vite/one-language.ts'

const folder = 'src/ui/i18n/messages'
const files = readdirSync(folder)

describe('the interface in one language', () => {
  it.each(files)('fetches the language of the document in %s, and keeps what else it exports', (file) => {
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    const made = oneLanguageModule(code, `/app/${folder}/${file}`) ?? ''
    expect(made).toContain(`import("./${file}?language=zh") : import("./${file}?language=en")`)
    expect(made).toMatch(/export const \w+ = \{ zh: spoken, en: spoken \}/)
    const exports = (text: string) => [...text.matchAll(/^export (?:const|function|type|interface) (\w+)/gm)].map(([, name]) => name).sort()
    expect(exports(made)).toEqual(exports(code))
  })

  it('gives each language its own table alone', () => {
    const code = "const zh = { a: '甲' }\nconst en = { a: 'A' }\nexport const shop = { zh, en } satisfies Dictionary<keyof typeof zh>\n"
    const one = (language: string) => oneLanguageModule(code, `/app/${folder}/shop.ts?language=${language}`)
    expect(one('zh')).toContain('export const shop = zh\n')
    expect(one('en')).toContain('export const shop = en\n')
  })

  it('leaves other files alone, and refuses a dictionary that it cannot part', () => {
    expect(oneLanguageModule('export const x = 1', '/app/src/ui/shop/Post.tsx')).toBeNull()
    expect(() => oneLanguageModule('export default {}', `/app/${folder}/odd.ts`)).toThrow('odd.ts')
  })

  it('puts the words of public pages into one file for each language', () => {
    const shown = (language: string, area: string) => `/app/${folder}/${area}.ts?language=${language}`
    const found = wordGroups.map(({ name, test }) => [name, test.test(shown('zh', 'shop')), test.test(shown('zh', 'desk'))])
    expect(found).toEqual([
      ['words-zh', true, false],
      ['words-en', false, false],
    ])
  })
})
