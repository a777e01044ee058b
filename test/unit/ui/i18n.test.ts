import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  type Dictionary,
  formatCount,
  formatDate,
  formatDateTime,
  formatDuration,
  formatRate,
  formatRelative,
  localePath,
  type Message,
  switchLocale,
  translate,
} from '../../../src/ui/i18n/index.ts'
import { splitMessage } from '../../../src/ui/i18n/translate.ts'

const folder = new URL('../../../src/ui/i18n/messages/', import.meta.url)
const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
const isDictionary = (value: unknown): value is Dictionary =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && typeof value.zh === 'object'

/** The parameters that a message uses in any of its forms. */
function paramsOf(message: Message): string[] {
  const forms = typeof message === 'string' ? [message] : Object.values(message)
  return [...new Set(forms.flatMap((form) => splitMessage(form).flatMap((part) => ('param' in part ? [part.param] : []))))].sort()
}

describe.each(files)('the sentences in %s', (file) => {
  it('exist in both languages, ask for the same parameters, and are not empty', async () => {
    const found = Object.values(await import(new URL(file, folder).href)).filter(isDictionary)
    expect(found.length).toBeGreaterThan(0)
    for (const { zh, en } of found) {
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort())
      for (const [key, message] of Object.entries(zh)) {
        const withoutCount = (params: string[]) => params.filter((name) => name !== 'count')
        expect(withoutCount(paramsOf(en[key] ?? '')), key).toEqual(withoutCount(paramsOf(message)))
        for (const one of [message, en[key] ?? '']) {
          for (const form of typeof one === 'string' ? [one] : Object.values(one)) expect(form.trim(), key).not.toBe('')
        }
      }
    }
  })

  it('keep the tone: no exclamation marks', async () => {
    for (const dictionary of Object.values(await import(new URL(file, folder).href)).filter(isDictionary)) {
      expect(JSON.stringify(dictionary)).not.toMatch(/[!！]/)
    }
  })
})

describe('a sentence with parameters', () => {
  const words = {
    zh: { hello: '{name} 的笔记', items: '{count} 件', brace: 'a { b } c' },
    en: { hello: 'By {name}', items: { one: '{count} item', other: '{count} items', zero: 'nothing' }, brace: 'a { b } c' },
  } satisfies Dictionary<'hello' | 'items' | 'brace'>

  it('puts in what it is given, each as it is: text of people is never read as a pattern', () => {
    expect(translate(words, 'zh', 'hello', { name: '{count} $& 白露' })).toBe('{count} $& 白露 的笔记')
  })

  it('takes the plural of its language, and an exact zero where there is one', () => {
    expect(translate(words, 'en', 'items', { count: 1 })).toBe('1 item')
    expect(translate(words, 'en', 'items', { count: 1284 })).toBe('1,284 items')
    expect(translate(words, 'en', 'items', { count: 0 })).toBe('nothing')
    expect(translate(words, 'zh', 'items', { count: 1 })).toBe('1 件')
  })

  it('throws when a parameter was forgotten, so that no reader sees a hole', () => {
    expect(() => translate(words, 'en', 'hello')).toThrow(/"name"/)
  })

  it('leaves braces alone that name nothing', () => {
    expect(translate(words, 'en', 'brace')).toBe('a { b } c')
  })
})

describe('numbers and times for people', () => {
  const zone = 'Asia/Shanghai'

  it('shows counts exactly below ten thousand and short above', () => {
    expect([formatCount(1284, 'zh'), formatCount(48_000, 'zh'), formatCount(48_000, 'en')]).toEqual(['1,284', '4.8 万', '48k'])
  })

  it('shows a rate in basis points as a percentage, without lost digits', () => {
    expect([formatRate(800, 'zh'), formatRate(312, 'en'), formatRate(0, 'en')]).toEqual(['8%', '3.12%', '0%'])
  })

  it('shows the day of the site, not of the reader or of London', () => {
    expect(formatDate('2026-11-08T17:00:00Z', 'zh', zone)).toBe('11 月 9 日')
    expect(formatDate('2026-11-08T17:00:00Z', 'en', zone, { year: true })).toBe('9 Nov 2026')
    expect(formatDateTime('2026-11-20T06:02:00Z', 'zh', zone)).toBe('11 月 20 日 14:02')
  })

  it('says how long ago until a week has passed, then the date', () => {
    const now = '2026-11-22T12:00:00Z'
    expect(formatRelative('2026-11-22T09:00:00Z', now, 'zh', zone)).toBe('3 小时前')
    expect(formatRelative('2026-11-22T12:05:00Z', now, 'en', zone)).toBe('in 5 minutes')
    expect(formatRelative('2026-11-22T11:59:30Z', now, 'en', zone)).toBe('now')
    expect(formatRelative('2026-11-01T12:00:00Z', now, 'zh', zone)).toBe('11 月 1 日')
  })

  it('shows a length as a player does', () => {
    expect([42, 68, 3725, 0.9].map(formatDuration)).toEqual(['0:42', '1:08', '1:02:05', '0:00'])
  })
})

describe('addresses of the two languages', () => {
  it('begin with the language', () => {
    expect([localePath('zh', '/'), localePath('en', '/cart')]).toEqual(['/zh', '/en/cart'])
  })

  it('switch the language and keep page and query', () => {
    expect(switchLocale('/zh/p/1?x=2', 'en')).toBe('/en/p/1?x=2')
    expect(switchLocale('/zh', 'en')).toBe('/en')
    expect(switchLocale('/zh?feed=popular', 'en')).toBe('/en?feed=popular')
    expect(switchLocale('/zhong', 'en')).toBe('/en/zhong')
  })
})
