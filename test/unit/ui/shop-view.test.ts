import { describe, expect, it } from 'vitest'
import { barItems, railItems } from '../../../src/ui/shell/nav.ts'
import { errorKind } from '../../../src/ui/shop/ErrorPage.tsx'
import { searchPath } from '../../../src/ui/shop/search-path.ts'
import { momentsAt, type PlacementView, placementHref } from '../../../src/ui/view/placement.ts'
import { firstVariant, type VariantView, valueIsOut, variantFor } from '../../../src/ui/view/variant.ts'

const price = { amount: 100, currency: 'CNY' }
const variant = (id: string, colour: string, size: string, stock: number): VariantView => ({ id, options: { colour, size }, price, stock })
const variants = [variant('a', 'red', 's', 0), variant('b', 'red', 'm', 2), variant('c', 'blue', 's', 1)]

describe('choosing a variant', () => {
  it('finds the one with exactly the chosen values, and none where there is none', () => {
    expect(variantFor(variants, { colour: 'red', size: 'm' })?.id).toBe('b')
    expect(variantFor(variants, { colour: 'blue', size: 'm' })).toBeUndefined()
    expect(variantFor(variants, { colour: 'red' })).toBeUndefined()
  })

  it('marks values that are sold out or do not exist beside what is chosen', () => {
    expect(valueIsOut(variants, { colour: 'red', size: 'm' }, 'size', 's')).toBe(true)
    expect(valueIsOut(variants, { colour: 'blue', size: 's' }, 'size', 'm')).toBe(true)
    expect(valueIsOut(variants, { colour: 'blue', size: 's' }, 'colour', 'blue')).toBe(false)
  })

  it('begins with what can be bought', () => {
    expect(firstVariant(variants)?.id).toBe('b')
    expect(firstVariant([variant('x', 'red', 's', 0)])?.id).toBe('x')
    expect(firstVariant([])).toBeUndefined()
  })

  it('has one and only one variant where there is nothing to choose', () => {
    expect(variantFor([{ id: 'only', options: {}, price, stock: 1 }], {})?.id).toBe('only')
  })
})

describe('products of a piece', () => {
  const product = { id: 'p', slug: '云杉 帐篷', title: 'x', price, stock: 1 }
  const moment = (id: string, from: number, to?: number): PlacementView => ({ id, number: 1, kind: 'moment', product, from, to })

  it('are on screen from their first second until their last', () => {
    const all = [moment('a', 2, 5), moment('b', 5, 8), moment('c', 9)]
    const at = (second: number) => momentsAt(all, second).map((one) => one.id)
    expect([at(1.9), at(2), at(5), at(8), at(12.9), at(13)]).toEqual([[], ['a'], ['b'], [], ['c'], []])
  })

  it('lead through their link, so that the creator is credited, and else straight to the product', () => {
    expect(placementHref({ code: 'a/b', product }, 'zh')).toBe('/go/a%2Fb')
    expect(placementHref({ product }, 'en')).toBe('/en/product/%E4%BA%91%E6%9D%89%20%E5%B8%90%E7%AF%B7')
  })
})

describe('the way around', () => {
  it('shows the studio to creators and the desk to editors, and to nobody else', () => {
    const sections = (roles: Parameters<typeof railItems>[0]['roles']) => railItems({ status: 'member', roles }).map((item) => item.section)
    expect(sections(['fan'])).toEqual(['home', 'shop', 'cart', 'messages', 'me'])
    expect(sections(['creator'])).toContain('studio')
    expect(sections(['editor'])).toContain('desk')
    expect(sections(['finance'])).not.toContain('desk')
  })

  it('offers the log-in to a stranger, and does not guess before it knows', () => {
    expect(barItems({ status: 'anonymous' }).after.at(-1)).toMatchObject({ path: '/login', text: 'logIn' })
    expect(barItems({ status: 'unknown' }).after.at(-1)).toMatchObject({ path: '/account', text: 'me' })
  })

  it('writes a search into its address', () => {
    expect([searchPath({ q: '包', kind: 'product' }), searchPath({}), searchPath({ q: 'a&b' })]).toEqual([
      '/search?q=%E5%8C%85&kind=product',
      '/search',
      '/search?q=a%26b',
    ])
  })

  it('chooses the page for a status; what the server itself got wrong is our fault', () => {
    expect([404, 410, 401, 403, 429, 422, 500].map(errorKind)).toEqual([
      'not-found',
      'gone',
      'forbidden',
      'forbidden',
      'busy',
      'not-found',
      'error',
    ])
  })
})
