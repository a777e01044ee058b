import { describe, expect, it } from 'vitest'
import { pageMeta } from '../../../src/web/lib/meta.ts'
import { unlessOnlyMarked } from '../../../src/web/lib/revalidation.ts'
import { type ListPart, withPart } from '../../../src/web/lib/use-growing-list.ts'

const part = (after: string, next: string | null, list = 'home'): ListPart<string> => ({ list, after, next, items: [`${list} ${after}`] })
const afters = (parts: readonly ListPart<string>[]) => parts.map(({ after }) => after)

describe('a list that grows', () => {
  it('puts the next part behind what is there, and takes it off again on the way back', () => {
    const first = [part('', 'a')]
    const second = withPart(first, part('a', 'b'))
    expect(afters(second)).toEqual(['', 'a'])
    expect(afters(withPart(withPart(second, part('b', null)), part('a', 'b')))).toEqual(['', 'a'])
    expect(afters(withPart(second, part('', 'a')))).toEqual([''])
  })

  it('begins anew for another list and for a part that does not follow', () => {
    const parts = withPart([part('', 'a')], part('a', 'b'))
    expect(afters(withPart(parts, part('', 'x', 'following')))).toEqual([''])
    expect(afters(withPart(parts, part('c', null)))).toEqual(['c'])
  })

  it('is the same list when nothing new came: a render must not lead to the next', () => {
    const one = part('', 'a')
    const parts = [one]
    expect(withPart(parts, one)).toBe(parts)
    const fresh = { ...one, items: ['fresh'] }
    expect(withPart(parts, fresh)).toEqual([fresh])
  })
})

describe('what a page says about itself', () => {
  const args = (pathname: string) => ({ location: { pathname }, matches: [{ id: 'root', loaderData: { origin: 'https://shop.example' } }] })
  const links = (list: ReturnType<typeof pageMeta>, rel: string) => list.filter((one) => 'rel' in one && one.rel === rel)

  it('names its address without what only leads there, and itself in both languages and for everybody else', () => {
    const list = pageMeta(args('/zh/product/tent'), { title: '帐篷' })
    expect(list).toContainEqual({ title: '帐篷 · 种草' })
    expect(links(list, 'canonical')).toEqual([{ tagName: 'link', rel: 'canonical', href: 'https://shop.example/zh/product/tent' }])
    expect(links(list, 'alternate')).toEqual([
      { tagName: 'link', rel: 'alternate', hrefLang: 'zh-CN', href: 'https://shop.example/zh/product/tent' },
      { tagName: 'link', rel: 'alternate', hrefLang: 'en', href: 'https://shop.example/en/product/tent' },
      { tagName: 'link', rel: 'alternate', hrefLang: 'x-default', href: 'https://shop.example/zh/product/tent' },
    ])
  })

  it('is found at a piece’s own language, without a translation that does not exist', () => {
    const list = pageMeta(args('/en/p/1'), { title: '露营', canonical: '/zh/p/1', alternates: null })
    expect(links(list, 'canonical')).toEqual([{ tagName: 'link', rel: 'canonical', href: 'https://shop.example/zh/p/1' }])
    expect(links(list, 'alternate')).toEqual([])
  })

  it('keeps personal pages out of search engines, and cuts a description where it would be cut', () => {
    const list = pageMeta(args('/en/cart'), { title: 'Cart', noindex: true, description: '好'.repeat(300) })
    expect(list).toContainEqual({ name: 'robots', content: 'noindex' })
    expect(links(list, 'canonical')).toEqual([])
    expect(list).toContainEqual({ name: 'description', content: `${'好'.repeat(159)}…` })
  })
})

describe('likes, follows and the cart', () => {
  it('do not fetch the page again; any other form does', () => {
    const asked = (formAction: string) =>
      unlessOnlyMarked({ formAction, defaultShouldRevalidate: true } as Parameters<typeof unlessOnlyMarked>[0])
    expect(['/zh/like', '/en/follow', '/zh/cart?index'].map(asked)).toEqual([false, false, false])
    expect(['/zh/checkout', '/zh/likes'].map(asked)).toEqual([true, true])
  })
})
