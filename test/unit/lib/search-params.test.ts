import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { priceBandOf, priceBands } from '../../../src/lib/price-bands.ts'
import {
  chosenFilters,
  facetNames,
  flagNames,
  isSearchValue,
  noFilters,
  readFilters,
  readSort,
  searchQuery,
  toggleFilter,
} from '../../../src/lib/search-params.ts'
import { pageKey } from '../../../src/server/pages/key.ts'
import { publicPages } from '../../../src/server/pages/rules.ts'

const filters = (query: string) => readFilters(new URLSearchParams(query))

describe('the address of a search', () => {
  it('is read as it was written, whatever was chosen', () => {
    const chosen = fc.subarray([
      ['category', 'outdoor'],
      ['category', '户外'],
      ['topic', 'camping'],
      ['brand', '山野 & Co'],
      ['price', '0-20000'],
      ['price', '100000-'],
      ['level', 'identity'],
      ['language', 'en'],
      ['stock', '1'],
      ['sale', '1'],
      ['video', '1'],
    ] as const)
    fc.assert(
      fc.property(chosen, (values) => {
        const all = values.reduce((some, [name, value]) => toggleFilter(some, name, value), noFilters)
        const again = filters(searchQuery({ q: 'x', filters: all }))
        expect(again).toEqual(all)
        expect(chosenFilters(again)).toHaveLength(values.length)
      }),
    )
  })

  it('leaves out what is none: unknown prices, languages, words, and more than eight of one facet', () => {
    expect(filters('price=5-6&language=fr&level=none&stock=yes&category=<b>&topic=')).toEqual(noFilters)
    expect(filters(Array.from({ length: 20 }, (_, at) => `topic=t${at}`).join('&')).topic).toHaveLength(8)
    expect(readSort(new URLSearchParams('sort=secret'))).toBe('relevance')
    expect(isSearchValue('__proto__', '1')).toBe(false)
  })

  it('takes a choice away that is made twice', () => {
    const once = toggleFilter(noFilters, 'topic', 'a')
    expect(toggleFilter(once, 'topic', 'a')).toEqual(noFilters)
    expect(toggleFilter(toggleFilter(noFilters, 'stock', '1'), 'stock', '1')).toEqual(noFilters)
  })

  it('has one spelling in the page cache, whatever the order, and none for what the page does not read', () => {
    const key = (query: string) => pageKey(`/zh/search?${query}`, 'http://x', publicPages)?.url
    expect(key('topic=b&topic=a&q=x')).toBe(key('q=x&topic=a&topic=b&topic=a'))
    expect(key('q=x&topic=a&price=9&utm=1')).toBe(key('q=x&topic=a'))
    expect(key('q=x&topic=a&topic=b')).not.toBe(key('q=x&topic=a'))
    for (const name of [...facetNames, ...flagNames])
      expect(key(`q=x&${name}=${encodeURIComponent('no such value!')}`.replace('brand=', 'brand=%20'))).toBe('/zh/search?q=x')
  })
})

describe('price bands', () => {
  it('hold every price in exactly one', () => {
    fc.assert(
      fc.property(fc.nat(5_000_000), (amount) => {
        const holding = priceBands.filter(({ from, to }) => amount >= from && (to === null || amount < to))
        expect(holding.map(({ name }) => name)).toEqual([priceBandOf(amount)])
      }),
    )
  })
})
