import { describe, expect, it } from 'vitest'
import { PieceCard } from '../../../src/ui/shop/PieceCard.tsx'
import { Disclosure } from '../../../src/ui/shop/PieceParts.tsx'
import type { PieceCardView } from '../../../src/ui/view/piece.ts'
import { html, textOf } from './html.tsx'

const creator = { id: 'c', handle: 'he', name: '阿禾' }
const card = (more: Partial<PieceCardView>, locale: 'zh' | 'en' = 'zh') =>
  textOf(html(<PieceCard piece={{ id: 'p', kind: 'post', title: '壶', lang: 'zh', likes: 0, creator, ...more }} sizes="50vw" />, locale))

describe('S-02 the author’s own purchase on the screen', () => {
  it('stands above a card’s title, after the ad label, which it never replaces', () => {
    expect(card({ bought: true })).toMatch(/^壶 已购/)
    expect(card({ bought: true, label: 'commission' }, 'en')).toMatch(/^壶 Ad · earns commission Bought/)
    expect(card({ label: 'commission' })).not.toContain('已购')
    expect(card({})).not.toContain('已购')
  })

  it('stands beside the labels of a piece’s own page, also where there is none', () => {
    const disclosure = (labels: 'commission'[], bought?: boolean) =>
      textOf(html(<Disclosure piece={{ labels, placements: [], ...(bought ? { bought } : {}) }} />))
    expect(disclosure(['commission'], true)).toBe('广告 · 含佣金 已购')
    expect(disclosure([], true)).toBe('已购')
    expect(disclosure(['commission'])).toBe('广告 · 含佣金')
    expect(disclosure([])).toBe('')
  })
})
