import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ruleWords } from '../../../src/flows/accounts/rule-words.ts'
import { countAttempts } from '../../../src/lib/attempts.ts'
import { isForwarded } from '../../../src/lib/forwarded.ts'
import { ownPath } from '../../../src/lib/own-path.ts'
import { handleProblem, passwordProblem, tidyEmail, tidyHandle } from '../../../src/modules/accounts/index.ts'
import { handleShape, passwordMin } from '../../../src/ui/account/index.ts'
import { rules } from '../../../src/ui/desk/rules.ts'

describe('where a form leads afterwards', () => {
  it.each(['/zh/cart', '/zh/orders/1?key=a%20b#x', '/admin', '/'])('keeps our own path %s', (path) => {
    expect(ownPath(path, '/zh')).toBe(path)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/./ /../..//evil.example',
    '/..//evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    'evil',
    ' /zh',
    '',
    null,
    undefined,
    { toString: () => '/zh/x' },
    `/${'x'.repeat(3000)}`,
  ])('refuses %j', (given) => {
    expect(ownPath(given, '/fallback')).toBe('/fallback')
  })

  it('never leads to another site, whatever is given', () => {
    const nasty = fc
      .array(fc.constantFrom('/', '\\', '.', ':', '@', '%2f', '%5c', '\t', '\n', ' ', 'http:', 'evil.example', 'a', '?', '#', '//'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.oneof(nasty, fc.string(), fc.webUrl()), (given) => {
        const path = ownPath(given, '/fallback')
        expect(new URL(path, 'https://shop.example').origin).toBe('https://shop.example')
        expect(path).toMatch(/^\/(?![/\\])/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('who passed a request on', () => {
  it.each(['Forwarded', 'X-Forwarded-For', 'x-forwarded-anything', 'VIA', 'x-real-ip'])('is told by %s', (name) => {
    expect(
      isForwarded([
        ['host', 'x'],
        [name, ''],
      ]),
    ).toBe(true)
  })

  it('is nobody for what a browser sends', () => {
    expect(isForwarded(Object.entries({ host: 'x', origin: 'x', referer: 'x', 'user-agent': 'x', forwardedness: 'x' }))).toBe(false)
  })
})

describe('tries', () => {
  it('are counted per key in a window, and memory stays bounded', () => {
    const attempts = countAttempts({ tries: 2, windowMs: 1000, keys: 3 })
    expect([attempts.take('a', 0), attempts.take('a', 1), attempts.take('a', 2), attempts.take('b', 2)]).toEqual([0, 0, 1, 0])
    expect(attempts.take('a', 1000)).toBe(0)
    attempts.clear('a')
    expect([attempts.take('a', 1001), attempts.take('a', 1002)]).toEqual([0, 0])
    for (const key of ['c', 'd', 'e', 'f']) attempts.take(key, 1003)
    expect(attempts.take('a', 1004)).toBe(0)
  })
})

describe('what accounts are given', () => {
  it.each(['1234567890', 'aaaaaaaaaa', 'qwertyuiop', 'Password123!', 'password1234', '2026-11-25', 'abcabcabcabc', 'woaini1314'])(
    'refuses the guessable password %s',
    (password) => {
      expect(passwordProblem(password)).toBe('password_common')
    },
  )

  it.each(['correct horse 7', '我的猫喜欢趴在窗台上', 'xK9#mQ2$vL', 'grumpy-violin-tram'])('takes %s', (password) => {
    expect(passwordProblem(password)).toBeNull()
  })

  it('counts characters as people do, and says the same as the form', () => {
    expect(passwordProblem(`${'猫'.repeat(9)}狗`)).toBe('password_common')
    expect(passwordProblem('一二三四五六七八九')).toBe('password_short')
    expect('x'.repeat(passwordMin - 1).length).toBe(9)
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (text) => (handleProblem(text) === 'handle_shape') === !handleShape.test(text)))
  })

  it('tidies addresses and handles, and refuses what is none', () => {
    expect(tidyEmail('  Reader@Example.TEST ')).toBe('reader@example.test')
    for (const bad of [
      'a',
      '@b.test',
      'a@b',
      'a b@c.test',
      'a@b.test\nBcc: c@d.test',
      'a@b,c.test',
      '<a@b.test>',
      `${'a'.repeat(65)}@b.test`,
    ])
      expect(tidyEmail(bad), bad).toBeNull()
    expect(tidyHandle(' @Ａhe ')).toBe('ahe')
  })

  it('names a rule in letters as the desk does', () => {
    for (const { id, zh, en } of rules.filter(({ id }) => id !== 'other'))
      expect([ruleWords(id, 'zh'), ruleWords(id, 'en')]).toEqual([zh, en])
    expect(ruleWords('older-rule', 'zh')).toBe('older-rule')
  })
})
