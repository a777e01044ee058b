import { describe, expect, it } from 'vitest'
import { pictureWords } from '../../../src/flows/shop/picture-words.ts'

const lamp = {
  title: { zh: '蘑菇台灯', en: 'Mushroom lamp' },
  optionWords: [{ word: '柿红', shown: { zh: '柿红', en: 'Persimmon' } }],
}
const said = (alt: string, locale: 'zh' | 'en', values: string[] = ['柿红']) => pictureWords(alt, lamp, { values, locale })

describe('what a product’s picture is described by', () => {
  it('is in the reader’s language where it only names the product and the value of an option', () => {
    expect(said('蘑菇台灯，柿红', 'en')).toBe('Mushroom lamp, Persimmon')
    expect(said('蘑菇台灯，柿红', 'zh')).toBe('蘑菇台灯，柿红')
    expect(said('Mushroom lamp: Persimmon', 'zh')).toBe('蘑菇台灯，柿红')
    expect(said('蘑菇台灯', 'en')).toBe('Mushroom lamp')
    expect(said('', 'en'), 'nobody described it').toBe('Mushroom lamp')
  })

  it('is what an editor wrote', () => {
    for (const alt of ['台灯放在书桌上', '蘑菇台灯，放在书桌上', 'A lamp on a desk']) expect(said(alt, 'en')).toBe(alt)
    expect(said('蘑菇台灯，柿红', 'en', []), 'no variant has this picture: nobody knows what the word means').toBe('蘑菇台灯，柿红')
  })

  it('falls back with the product’s name, and stays where it has none', () => {
    expect(pictureWords('蘑菇台灯', { title: { zh: '蘑菇台灯' } }, { values: [], locale: 'en' })).toBe('蘑菇台灯')
    expect(pictureWords('灯', { title: {} }, { values: [], locale: 'en' })).toBe('灯')
  })
})
