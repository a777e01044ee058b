import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counterparts, familyOf, inPlaceOf, type Kin, oneOfEachFamily } from '../../../src/modules/publishing/index.ts'

const zh: Kin = { id: 'zh', language: 'zh' }
const en: Kin = { id: 'en', language: 'en', translationOf: 'zh' }
const alone: Kin = { id: 'alone', language: 'en' }
const lists = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    language: fc.constantFrom('zh' as const, 'en' as const),
    translationOf: fc.option(fc.string({ minLength: 1, maxLength: 3 })),
  }),
  { selector: ({ id }) => id },
)

describe('a piece and its translation in one list', () => {
  it('is shown in the reader’s language alone, and what has no other stays in its own', () => {
    const shown = (language: 'zh' | 'en') => oneOfEachFamily([en, alone, zh], language, (one) => one).map(({ id }) => id)
    expect(shown('zh')).toEqual(['alone', 'zh'])
    expect(shown('en')).toEqual(['en', 'alone'])
    expect(oneOfEachFamily([en, alone], 'zh', (one) => one)).toEqual([en, alone])
  })

  it('takes the better of their two places in a ranked list', () => {
    const kin = [zh, en, alone]
    expect(inPlaceOf(['en', 'alone', 'zh'], counterparts(kin, 'zh'))).toEqual(['zh', 'alone'])
    expect(inPlaceOf(['en', 'alone', 'zh'], counterparts(kin, 'en'))).toEqual(['en', 'alone'])
    expect(inPlaceOf(['alone', 'zh', 'en'], counterparts(kin, 'en'))).toEqual(['alone', 'en'])
  })

  it('never leaves a family without one of its own, whatever the list', () => {
    fc.assert(
      fc.property(lists, fc.constantFrom('zh' as const, 'en' as const), (list, language) => {
        const families = (of: readonly Kin[]) => new Set(of.map(familyOf))
        const kept = oneOfEachFamily(list, language, (one) => one)
        expect(families(kept)).toEqual(families(list))
        expect(kept.filter((one) => one.language === language)).toEqual(list.filter((one) => one.language === language))
        const ranked = inPlaceOf(
          list.map(({ id }) => id),
          counterparts(list, language),
        )
        expect(families(list.filter(({ id }) => ranked.includes(id)))).toEqual(families(list))
        expect(new Set(ranked).size).toBe(ranked.length)
      }),
    )
  })
})
