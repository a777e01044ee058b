import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { pageKey } from '../../../src/server/pages/key.ts'
import { publicPages } from '../../../src/server/pages/rules.ts'
import { rules, site } from './kit.ts'

const keyOf = (target: string) => pageKey(target, site, rules)?.key
const ours = (target: string) => pageKey(target, site, publicPages)

function same(...targets: string[]): void {
  expect(new Set(targets.map(keyOf)).size, targets.join(' ')).toBe(1)
  expect(keyOf(targets[0] ?? '')).toBeDefined()
}

describe('the key of a page', () => {
  it('is one for unknown parameters, bad values, any order and any spelling', () => {
    same('/zh/p/1', '/zh/p/1?utm_source=x', '/zh/p/1?page=abc', '/zh/p/1?x=1&x=2', '/zh/p/%31', '/zh/p/1?_routes=root')
    same('/zh?page=2', '/zh?a=1&page=2', '/zh?page=2&page=3', '/zh?page=x&page=2')
    same('/zh/p/%E4%B8%AD', '/zh/p/中')
  })

  it('differs by page, language, kind of answer and the site’s own address', () => {
    const targets = ['/zh', '/en', '/zh?page=2', '/zh.data', '/zh/p/1', '/zh/p/2', '/zh/p/1.data', '/zh?q=a', '/zh?q=b']
    expect(new Set(targets.map(keyOf)).size).toBe(targets.length)
    expect(pageKey('/zh', 'http://a', rules)?.key).not.toBe(pageKey('/zh', 'http://b', rules)?.key)
  })

  it('does not exist for odd targets', () => {
    const odd = ['/studio', '/zh/', '/zh//p/1', '/zh/p/../../studio', '/zh/p/%2e%2e', '/zh/p/a%2fb', '/zh/p/%', '/zh/p/%00', '/zh/p/..']
    const odder = [`/zh/p/${'x'.repeat(400)}`, '/zh/p/1/', '/zh\\p\\1', '//evil/zh', 'http://evil/zh', '*', '', `/zh?q=${'y'.repeat(21)}`]
    for (const target of [...odd, ...odder]) expect(keyOf(target), target).toBeUndefined()
  })

  it('never lets anything but known parameters and values through, and names itself again', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), fc.constantFrom('/zh', '/en/p/1', '/zh.data'), (query, path) => {
        const key = pageKey(`${path}?${query}`, site, rules)
        if (!key) return
        const { searchParams } = new URL(key.url, site)
        expect([...searchParams.keys()].every((name) => ['page', 'q'].includes(name))).toBe(true)
        expect(pageKey(key.url, site, rules)).toEqual(key)
      }),
    )
  })
})

describe('the public pages of the shop', () => {
  it('are these, in both languages, and their data', () => {
    const paths = ['', '/p/1', '/v/1', '/product/mug', '/creator/lin', '/topic/tea', '/search', '/boards/1']
    for (const language of ['zh', 'en'])
      for (const path of paths) for (const kind of ['', '.data']) expect(ours(`/${language}${path}${kind}`), path).toBeDefined()
  })

  it('are not those of one person, nor doors and files', () => {
    const own = ['/zh/cart', '/zh/checkout', '/zh/orders', '/zh/account', '/zh/studio', '/zh/desk', '/zh/login', '/zh/boards', '/zh/like']
    for (const path of [
      ...own,
      '/',
      '/v1/cart',
      '/api/users',
      '/admin',
      '/media/a.webp',
      '/assets/a.js',
      '/go/abc',
      '/fr',
      '/zh/p',
      '/zh/p/1/x',
    ])
      expect(ours(path), path).toBeUndefined()
  })

  it('depend on what their loaders read and on nothing else', () => {
    expect(ours('/zh/p/1?via=abc&after=x&q=tea')?.url).toBe('/zh/p/1')
    expect(ours('/zh?kind=post&tab=trending')?.url).toBe('/zh?tab=trending')
    expect(ours('/zh?tab=for-you')?.url).toBe('/zh')
    expect(ours('/zh/creator/lin?kind=post&kind=all&x=1')?.url).toBe('/zh/creator/lin?kind=post')
    expect(ours('/zh/product/mug?via=AbC1&color=red')?.url).toBe('/zh/product/mug?via=AbC1')
    expect(ours(`/zh/product/mug?variant=${newId()}x`)?.url).toBe('/zh/product/mug')
    expect(ours('/zh/search?q=%20tea%20&page=1&kind=all')?.url).toBe('/zh/search?q=tea')
    expect(ours(`/zh/search?q=${'茶'.repeat(61)}`)).toBeUndefined()
  })

  it('are open, and so never protected, where the address holds free text', () => {
    const open = (target: string) => ours(target)?.open
    expect([open('/zh'), open('/zh?tab=trending'), open('/zh/p/1'), open('/zh/product/mug')]).toEqual([false, false, false, false])
    expect([open('/zh?after=abc'), open('/zh/search?q=tea'), open('/zh/product/mug?via=abc')]).toEqual([true, true, true])
  })
})
