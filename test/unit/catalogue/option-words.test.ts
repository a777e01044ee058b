import { describe, expect, it } from 'vitest'
import { optionsText, shownOption, shownOptions, swatchOf } from '../../../src/modules/catalogue/index.ts'
import { fc } from '../fc.ts'

const words = [
  { word: '颜色', shown: { zh: '颜色', en: 'Colour' } },
  { word: '日落黄', shown: { zh: null, en: 'Sunset' }, colour: '#D9932B' },
  { word: '双人', shown: { zh: '双人', en: ' ' }, colour: 'red;}' },
]

describe('words of options', () => {
  it('are shown in the reader’s language, else in the other, else as they are stored', () => {
    expect(shownOption(words, '颜色', 'en')).toBe('Colour')
    expect(shownOption(words, '日落黄', 'zh')).toBe('Sunset')
    expect(shownOption(words, '双人', 'en')).toBe('双人')
    expect(shownOption(words, '苔绿', 'en')).toBe('苔绿')
    expect(shownOption(null, '苔绿', 'en')).toBe('苔绿')
  })

  it('have a swatch only where the colour is one', () => {
    expect(swatchOf(words, '日落黄')).toBe('#D9932B')
    expect(swatchOf(words, '双人')).toBeUndefined()
    expect(swatchOf(words, '颜色')).toBeUndefined()
    expect(swatchOf(undefined, '颜色')).toBeUndefined()
  })

  it('reach the lines of carts and orders, value by value', () => {
    expect(shownOptions('日落黄 · 双人', words, 'en')).toBe('Sunset · 双人')
    expect(shownOptions(null, words, 'en')).toBeNull()
    expect(shownOptions('', words, 'en')).toBeNull()
  })

  it('leave a line as it is where nobody described its words', () => {
    const value = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => text.trim() === text)
    fc.assert(
      fc.property(fc.array(fc.record({ name: value, value }), { minLength: 1 }), (options) => {
        expect(shownOptions(optionsText(options), [], 'zh')).toBe(optionsText(options))
      }),
    )
  })
})
