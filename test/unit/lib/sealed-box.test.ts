import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { openText, sealText } from '../../../src/lib/sealed-box.ts'
import { fc } from '../fc.ts'

const key = randomBytes(32)

describe('a sealed text', () => {
  it('opens under its key and what it is about, whatever it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, about) => openText(key, sealText(key, text, about), about) === text),
    )
  })

  it('does not open under another key, in another row, or changed anywhere', () => {
    const sealed = sealText(key, '6222 0000 1111 2222', 'creator-a')
    expect(sealed).not.toContain('6222')
    expect(sealText(key, '6222 0000 1111 2222', 'creator-a')).not.toBe(sealed)
    expect(() => openText(randomBytes(32), sealed, 'creator-a')).toThrow()
    expect(() => openText(key, sealed, 'creator-b')).toThrow()
    for (let at = 3; at < sealed.length; at++) {
      // The last letter of a part may carry bits that mean nothing.
      if (sealed[at] === '.' || sealed[at + 1] === '.' || at === sealed.length - 1) continue
      const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
      expect(() => openText(key, changed, 'creator-a')).toThrow()
    }
    for (const broken of ['', 'v1', 'v2.a.b.c', 'v1.a.b.c']) expect(() => openText(key, broken, 'creator-a')).toThrow()
  })
})
