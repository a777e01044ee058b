import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryEngine } from '../../../src/modules/discovery/engines/memory.ts'
import { highlight, snippet, snippetLength } from '../../../src/modules/discovery/highlight.ts'
import { fold, normalize } from '../../../src/modules/discovery/normalize.ts'
import { conformance, document } from './conformance.ts'

conformance('memory', async () => memoryEngine())

const chinese = fc.string({ unit: fc.constantFrom(...'羽绒服好吃包小化妆手机壳'), minLength: 1, maxLength: 12 })

describe('memory engine', () => {
  it('SR-01 any piece of a Chinese title finds it: recall of substrings is whole', async () => {
    await fc.assert(
      fc.asyncProperty(chinese, fc.array(chinese, { maxLength: 5 }), fc.nat(), fc.nat(), async (title, others, a, b) => {
        const engine = memoryEngine()
        await engine.upsert([document({ id: 'wanted', title }), ...others.map((other, i) => document({ id: `o${i}`, title: other }))])
        const start = a % title.length
        const q = title.slice(start, start + 1 + (b % (title.length - start)))
        const found = await engine.search({ q, hitsPerPage: 100 })
        if (!found.ok) throw new Error(found.failure.message)
        expect(found.value.hits.map((hit) => hit.document.id)).toContain('wanted')
        for (const hit of found.value.hits) expect(hit.document.title).toContain(q)
      }),
    )
  })
  it('forgets every term of what it forgets', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme', maxLength: 30 }), { maxLength: 8 }), async (texts) => {
        const engine = memoryEngine()
        const documents = texts.map((text, i) => document({ id: String(i), title: text, text }))
        await engine.upsert(documents)
        await engine.remove(documents)
        expect(await engine.stats()).toMatchObject({ documents: 0, terms: 0 })
      }),
    )
  })
})

describe('highlighting', () => {
  const term = fc
    .record({ text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }).map(normalize), cjk: fc.boolean(), prefix: fc.boolean() })
    .filter(({ text }) => text.length > 0)
  it('SR-10 parts always join to the text again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.array(term, { maxLength: 3 }), (text, terms) => {
        expect(
          highlight(text, terms)
            .map((segment) => segment.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })
  it('SR-10 a snippet is never longer than 120 characters and never holds half a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('羽', '𠮷', 'a', ' ', '👩'), maxLength: 400 }),
        fc.array(term, { maxLength: 2 }),
        (text, terms) => {
          const shown = snippet(text, [...terms, { text: '羽', cjk: true, prefix: false }])
            .map((segment) => segment.text)
            .join('')
          expect(shown.length).toBeLessThanOrEqual(snippetLength)
          expect(shown).not.toMatch(/\p{Surrogate}/u)
        },
      ),
    )
  })
  it('folding gives every position its origin, and folds as normalize does', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        const { folded, origin } = fold(text)
        expect([folded, origin.length]).toEqual([normalize(text), folded.length + 1])
        expect(origin.every((at, i) => i === 0 || at >= (origin[i - 1] ?? 0))).toBe(true)
      }),
    )
  })
})
