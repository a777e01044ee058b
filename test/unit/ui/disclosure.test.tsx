import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../src/ui/i18n/index.ts'
import { PieceCard } from '../../../src/ui/shop/PieceCard.tsx'
import { Post } from '../../../src/ui/shop/Post.tsx'
import { VideoNote } from '../../../src/ui/shop/VideoNote.tsx'
import type { PlacementView } from '../../../src/ui/view/placement.ts'
import type { PieceView } from '../../../src/ui/view/post.ts'

/** The page as it leaves the server, before any script. */
function html(element: ReactElement, locale: 'zh' | 'en' = 'zh'): string {
  const router = createMemoryRouter([{ path: '*', element }])
  return renderToString(
    <LocaleProvider locale={locale} timeZone="Asia/Shanghai" now="2026-11-22T12:40:00.000Z">
      <RouterProvider router={router} />
    </LocaleProvider>,
  ).replaceAll('<!-- -->', '')
}

const price = { amount: 62900, currency: 'CNY' }
const credit = { name: '阿禾', basisPoints: 800, amount: { amount: 4453, currency: 'CNY' } }
const placed = (number: number, title: string, more: Partial<PlacementView> = {}): PlacementView => ({
  id: `pl-${number}`,
  number,
  kind: 'text',
  product: { id: `p-${number}`, slug: `p-${number}`, title, price, stock: 3 } as PlacementView['product'],
  ...more,
})
const tent = placed(1, '帐篷', { credit })
const flask = placed(2, '保温壶', { credit })
const lantern = placed(3, '营灯')

const piece = (labels: PieceView['labels'], placements: PlacementView[]): PieceView => ({
  id: 'piece',
  lang: 'zh',
  title: '两千三百米的一夜',
  body: '',
  creator: { id: 'c', handle: 'he', name: '阿禾', followers: 1, verticals: [] },
  labels,
  placements,
  topics: [],
  likes: 0,
  publishedAt: '2026-11-20T00:00:00.000Z',
  related: [],
})
const post = (labels: PieceView['labels'], placements: PlacementView[]) => <Post post={{ ...piece(labels, placements), pictures: [] }} />
const note = (labels: PieceView['labels'], placements: PlacementView[]) => (
  <VideoNote note={{ ...piece(labels, placements), video: { id: 'm', kind: 'video', width: 720, height: 1280, alt: '', sources: [] } }} />
)
const disc = (page: string) =>
  /<(div|summary) class="disc">.*?<\/\1>/
    .exec(page)?.[0]
    .replace(/<[^>]+>/g, '|')
    .replace(/\|+/g, '|')

describe('DIS-1 the ad label', () => {
  it('stands in the HTML of both kinds before the headline, and names what is paid for', () => {
    const page = html(post(['commission'], [tent, flask, lantern]))
    expect(disc(page)).toBe('|广告 · 含佣金|帐篷和保温壶付佣金；营灯没有佣金|')
    expect(page.indexOf('class="disc"')).toBeLessThan(page.indexOf('<h1'))
    expect(disc(html(note(['commission'], [tent, lantern]), 'en'))).toBe('|Ad · earns commission|帐篷: commission. 营灯: none|')
  })

  it('lies on the video as well, and on the card of a list', () => {
    expect(html(note(['commission', 'sample'], [tent]))).toMatch(/class="ad vad">广告 · 含佣金.*class="ad vad">/s)
    const card = {
      id: 'piece',
      kind: 'video-note',
      title: 'x',
      lang: 'zh',
      likes: 0,
      creator: piece([], []).creator,
      label: 'commission',
    } as const
    expect(html(<PieceCard piece={card} sizes="50vw" />)).toContain('广告 · 含佣金')
  })

  it('says that all pay, that none does, and counts where there are many', () => {
    expect(disc(html(post(['commission'], [tent, flask])))).toContain('商品都付佣金')
    expect(disc(html(post(['ad'], [lantern])))).toContain('没有佣金')
    expect(disc(html(post(['commission'], [tent, flask, lantern, placed(4, '背包')])))).toContain('4 件商品里 2 件付佣金')
  })

  it('opens product by product: each rate and amount, and what has none', () => {
    const list = /<div class="disc-list.*?<\/div>/.exec(html(post(['commission'], [tent, lantern])))?.[0].replace(/<[^>]+>/g, '|')
    expect(list).toMatch(/1\. 帐篷\|+佣金 8%，约 ¥44\.53.*3\. 营灯\|+没有佣金/)
  })

  it('claims nothing of products that are no longer sold, nor where the label says it all', () => {
    const gone = placed(1, '帐篷', { product: { ...tent.product, withdrawn: true } })
    expect(disc(html(post(['commission'], [gone])))).toBe('|广告 · 含佣金|')
    expect(disc(html(post(['sample'], [lantern])))).not.toContain('佣金')
    expect(disc(html(post([], [lantern])))).toBeUndefined()
  })
})
