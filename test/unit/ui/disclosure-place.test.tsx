import type { ReactElement } from 'react'
import { renderToString } from 'react-dom/server'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { LocaleProvider } from '../../../src/ui/i18n/index.ts'
import { Post } from '../../../src/ui/shop/Post.tsx'
import { VideoNote } from '../../../src/ui/shop/VideoNote.tsx'
import { emptyDraft, type PieceDraft } from '../../../src/ui/studio/draft.ts'
import type { LabelPart } from '../../../src/ui/studio/readiness.ts'
import { SpokenPrompt } from '../../../src/ui/studio/SpokenPrompt.tsx'
import { spokenWords } from '../../../src/ui/studio/spoken-words.ts'
import type { MediaView } from '../../../src/ui/view/media.ts'
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

const tent: PlacementView = {
  id: 'pl-1',
  number: 1,
  kind: 'moment',
  from: 30,
  to: 40,
  product: { id: 'p-1', slug: 'p-1', title: '帐篷', price: { amount: 62900, currency: 'CNY' }, stock: 3 } as PlacementView['product'],
  credit: { name: '阿禾', basisPoints: 800, amount: { amount: 4453, currency: 'CNY' } },
}
const piece = (labels: PieceView['labels']): PieceView => ({
  id: 'piece',
  lang: 'zh',
  title: '两千三百米的一夜',
  body: '正文在这里',
  creator: { id: 'c', handle: 'he', name: '阿禾', followers: 1, verticals: [] },
  labels,
  placements: [tent],
  topics: [],
  likes: 0,
  publishedAt: '2026-11-20T00:00:00.000Z',
  related: [],
})
const video: MediaView = {
  id: 'm',
  kind: 'video',
  width: 720,
  height: 1280,
  alt: '',
  sources: [],
  videoUrl: '/media/x.mp4',
  durationSeconds: 60,
} as const
const post = (labels: PieceView['labels']) => <Post post={{ ...piece(labels), pictures: [] }} />
const note = (labels: PieceView['labels']) => <VideoNote note={{ ...piece(labels), video }} />

/** Whether one thing of a page stands before another; both have to be there. */
const stands = (page: string, first: string, second: string) => {
  expect(page.indexOf(first), first).toBeGreaterThan(-1)
  expect(page.indexOf(second), second).toBeGreaterThan(-1)
  return page.indexOf(first) < page.indexOf(second)
}

describe('DIS-2 the label is difficult to miss', () => {
  it('DIS-2 stands before the headline, the text and the products, and in no fold that has to be opened', () => {
    const page = html(post(['commission']))
    const label = 'class="ad">广告 · 含佣金'
    for (const claim of ['<h1', '正文在这里', '帐篷</']) expect(stands(page, label, claim)).toBe(true)
    // What a closed `details` shows is its summary, and nothing else.
    const folds = [...page.matchAll(/<details[^>]*>(.*?)<\/details>/gs)].map(([, inside]) => inside!.replace(/<summary.*?<\/summary>/s, ''))
    expect(folds.join()).not.toContain(label)
    expect(page).toMatch(/<summary class="disc">.*?class="ad">广告 · 含佣金.*?<\/summary>/s)
  })

  it('DIS-2 on a video lies over the picture for all of it: in the page as it is served, tied to no second, and to no product’s card', () => {
    for (const labels of [['commission'], ['ad'], ['sample', 'ai'], ['paid', 'relation']] as PieceView['labels'][]) {
      const page = html(note(labels))
      const over = /<div class="vtop">.*?<\/div>/s.exec(page)?.[0] ?? ''
      expect(over.match(/class="ad vad"/g)).toHaveLength(labels.length)
      expect(over).not.toMatch(/ hidden|style=|class="[^"]*sr[ "]/)
      expect(page).not.toContain('class="slide"')
    }
    expect(html(note([]))).not.toContain('class="ad')
  })

  it('DIS-2 stands beside the video’s words as well, for who reads instead of looking', () => {
    const page = html(note(['commission']))
    expect(page.match(/>广告 · 含佣金</g)).toHaveLength(2)
    expect(stands(page, 'class="disc"', '<h1')).toBe(true)
  })

  it('DIS-2 a labelled video offers no full screen and no small window of the browser’s own, where the label would be missing', () => {
    expect(html(note(['commission']))).toMatch(/<video[^>]*controlsList="nofullscreen"[^>]*disablePictureInPicture/i)
    expect(html(note([]))).not.toMatch(/nofullscreen/i)
  })

  it('DIS-2 speaks the language of the page', () => {
    expect(html(post(['commission']), 'en')).toContain('class="ad">Ad · earns commission')
    expect(html(note(['commission']), 'en')).toMatch(/class="ad vad">Ad · earns commission/)
    expect(html(post(['ai-maybe']), 'zh')).toContain('class="ad">疑似含 AI 生成')
  })
})

describe('DIS-2 what is said aloud', () => {
  const limits = { titleMax: 60, bodyMin: 1, bodyMax: 20_000, placementsMax: 20, buyableIsAd: true }
  const card = (more: Partial<PieceDraft>, locale: 'zh' | 'en' = 'zh') =>
    html(<SpokenPrompt value={{ ...emptyDraft('video-note', 'zh'), ...more }} limits={limits} />, locale)

  it.each([
    [[], false, ''],
    [['ad'], false, '先说明，这条视频是广告。'],
    [['ad', 'commission'], false, '先说明，你从这里买，我会拿到佣金。'],
    [['ad', 'commission', 'sample'], false, '先说明，视频里的东西是店家送的样品。'],
    [['ad', 'commission', 'paid'], true, '这条视频是付费合作，店家付了我报酬。视频里有 AI 生成的内容。'],
    [['ad', 'relation'], false, '先说明，我和这家店有雇佣或亲属关系。'],
  ] as [LabelPart[], boolean, string][])('DIS-2 for the label %j and AI %s the author is told to say: %s', (parts, ai, words) => {
    expect(spokenWords(parts, ai, 'zh').join('')).toBe(words)
  })

  it('DIS-2 the studio shows a prompt card for a video that needs it, in the language of the video', () => {
    const declared = { disclosure: { sample: true, paid: false, relation: false } }
    expect(card(declared)).toContain('先说明，视频里的东西是店家送的样品。')
    expect(card({ ...declared, language: 'en' }, 'zh')).toMatch(/lang="en">Before I start: the shop sent me/)
    expect(card({})).toBe('')
    expect(card({ ai: true }, 'en')).toContain('视频里有 AI 生成的内容。')
  })
})
