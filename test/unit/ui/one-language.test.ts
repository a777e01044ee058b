import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { groupOf, oneLanguageModule, wordsModule } from '../../../src/cli/vite/one-language.ts'

const folder = 'src/ui/i18n/messages'
const files = readdirSync(folder)

describe('the interface in one language', () => {
  it.each(files)('takes the sentences of %s out of its group’s file, and keeps what else it exports', (file) => {
    const code = readFileSync(`${folder}/${file}`, 'utf8')
    const made = oneLanguageModule(code, `/app/${folder}/${file}`) ?? ''
    const group = groupOf(file.replace('.ts', ''))
    expect(made).toContain(`import { words } from 'words:${group}'`)
    const [, name] = /export const (\w+) = \{ zh: words\.\1, en: words\.\1 \}/.exec(made) ?? []
    expect(wordsModule(`words:${group}/en`, `${folder}/`)).toContain(`export { ${name} } from "${folder}/${file}?language=en"`)
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
    expect(wordsModule('react', `${folder}/`)).toBeNull()
  })

  it('fetches the words of public pages with one request, without those of the studio', () => {
    const fetched = wordsModule('words:public', `${folder}/`) ?? ''
    expect(fetched.match(/await/g)).toHaveLength(1)
    expect(fetched).toContain("? import('words:public/zh') : import('words:public/en')")
    expect(['common', 'shop', 'social'].map(groupOf)).toEqual(['public', 'public', 'public'])
    expect(wordsModule('words:public/zh', `${folder}/`)).not.toMatch(/studio|desk|why|editor/)
  })
})
