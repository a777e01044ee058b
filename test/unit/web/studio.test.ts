import { describe, expect, it } from 'vitest'
import type { ContentView, ProductView } from '../../../src/flows/pieces/content-view.ts'
import type { WorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { emptyDraft, type PieceDraft } from '../../../src/ui/studio/draft.ts'
import { actionsOf } from '../../../src/ui/studio/PieceActions.tsx'
import { dashboardAsk } from '../../../src/web/routes/studio/dashboard-views.ts'
import { draftBody, draftOf } from '../../../src/web/routes/studio/draft-wire.ts'
import { previewOf } from '../../../src/web/routes/studio/preview-view.ts'
import { studioPieceOf } from '../../../src/web/routes/studio/studio-views.ts'
import { isWebVtt } from '../../../src/web/routes/studio/use-captions-file.ts'

const now = '2026-11-25T12:00:00.000Z'
const media = { kind: 'image', state: 'ready', failure: null, percent: null, width: 900, height: 1200, alt: '' } as const
const picture = { ...media, id: 'm1', sources: [{ url: '/media/aa/a-{width}.webp', type: 'image/webp', widths: [900] }] }
const video = {
  ...media,
  id: 'v1',
  kind: 'video' as const,
  sources: [],
  posterId: 'auto',
  posterUrl: '/media/aa/auto.webp',
  durationSeconds: 10,
}
const tent: ProductView = {
  id: 'p1',
  slug: 'tent',
  title: { zh: '帐篷', en: 'Tent' },
  picture: null,
  price: { amount: 62900, currency: 'CNY' },
  stock: 3,
  state: 'available',
  commissionBps: 800,
  codeEarns: false,
}

const content: ContentView = {
  title: '零下五度露营',
  body: '撑住了[[1]]。',
  language: 'zh',
  translationOf: null,
  topics: ['t1'],
  pictures: [{ media: picture, alt: '营地' }],
  video: null,
  poster: null,
  captions: null,
  placements: [{ id: 'r1', number: 1, kind: 'hotspot', product: tent, picture: 0, x: 35, y: 70, from: null, to: null }],
  disclosure: 'commission',
  aiMade: true,
  aiDenial: null,
  editNote: '改了标题',
  labels: ['ad-commission', 'ai'],
  credited: false,
}

const working = (more: Partial<WorkingPiece> = {}): WorkingPiece => ({
  id: 'x',
  kind: 'posts',
  version: '7',
  state: 'draft',
  restriction: 'none',
  isPublic: false,
  isEdit: false,
  publishedAt: null,
  publishAt: null,
  isNewer: false,
  updatedAt: now,
  answer: null,
  draft: content,
  ...more,
})

const author = { id: 'c', handle: 'ahe', name: '阿禾', followers: 2, verticals: ['outdoor', 'unheard-of'] }

describe('a piece between the editor and the server', () => {
  it('sends back every word and every place that was loaded, so that opening a piece and saving it changes nothing', () => {
    const { draft } = draftBody(draftOf(working(), 'zh'), '7')
    expect(draft).toEqual({
      title: content.title,
      body: content.body,
      language: 'zh',
      topics: ['t1'],
      pictures: [{ media: 'm1', alt: '营地' }],
      video: null,
      poster: null,
      captions: null,
      placements: [{ id: 'r1', number: 1, kind: 'hotspot', product: 'p1', picture: 0, x: 35, y: 70, from: null, to: null }],
      // That commission is earned is not declared but derived.
      disclosure: 'none',
      aiMade: true,
      aiDenial: null,
      editNote: '改了标题',
    })
  })

  it('names the version it was written on, and none for a new piece', () => {
    expect(draftBody(emptyDraft('post', 'zh'), null)).not.toHaveProperty('baseVersion')
    expect(draftBody(emptyDraft('video-note', 'en'), '7')).toMatchObject({ kind: 'video-notes', baseVersion: '7' })
  })

  it('keeps the cover that was chosen, and captions', () => {
    const poster = { ...picture, id: 'cover' }
    const draft = draftOf(working({ kind: 'video-notes', draft: { ...content, pictures: [], video, poster, captions: 'WEBVTT\n' } }), 'zh')
    expect(draft.video?.media).toMatchObject({ id: 'v1', posterId: 'cover', posterUrl: '/media/aa/a-900.webp' })
    expect(draftBody(draft, '7').draft).toMatchObject({ video: 'v1', poster: 'cover', captions: 'WEBVTT\n' })
  })

  it('DIS-3 keeps what was declared, the weightiest first', () => {
    const declared = (disclosure: PieceDraft['disclosure']) => draftBody({ ...emptyDraft('post', 'zh'), disclosure }, null).draft.disclosure
    expect(declared({ sample: false, paid: false, relation: false })).toBe('none')
    expect(declared({ sample: true, paid: false, relation: false })).toBe('sample')
    expect(declared({ sample: true, paid: true, relation: true })).toBe('paid')
    for (const disclosure of ['sample', 'paid', 'employee'] as const) {
      expect(draftBody(draftOf(working({ draft: { ...content, disclosure } }), 'zh'), '7').draft.disclosure).toBe(disclosure)
    }
  })

  it('shows products in the reader’s language', () => {
    expect(draftOf(working(), 'en').placements[0]?.product.title).toBe('Tent')
  })
})

describe('the preview', () => {
  it('shows what readers will see: label, place, and what the creator would earn on one', () => {
    const view = previewOf(draftOf(working(), 'zh'), { author, buyableIsAd: true }, 'zh', now)
    expect(view).toMatchObject({ labels: ['commission', 'ai'], creator: { name: '阿禾', verticals: ['户外'] } })
    expect(view?.placements[0]).toMatchObject({
      number: 1,
      x: 35,
      y: 70,
      credit: { basisPoints: 800, amount: { amount: 5032, currency: 'CNY' } },
    })
    expect(view?.placements[0]).not.toHaveProperty('code')
  })

  it('calls what can be bought an ad even without commission, where the shop says so', () => {
    const draft = draftOf(
      working({
        draft: { ...content, aiMade: false, placements: [{ ...content.placements[0]!, product: { ...tent, commissionBps: null } }] },
      }),
      'zh',
    )
    expect(previewOf(draft, { author, buyableIsAd: true }, 'zh', now)?.labels).toEqual(['ad'])
    expect(previewOf(draft, { author, buyableIsAd: false }, 'zh', now)?.labels).toEqual([])
  })

  it('has nothing to show of a video note without its video', () => {
    expect(previewOf(emptyDraft('video-note', 'zh'), { author, buyableIsAd: true }, 'zh', now)).toBeNull()
  })
})

describe('the studio’s lists', () => {
  const piece = (id: string, figures: { views: number; clicks: number; orders: number; commission: number } | null, isPublic = true) =>
    studioPieceOf({ ...working({ id, isPublic }), title: id, picture: null, figures }, 'CNY')

  it('show what was counted of a piece, and nothing before it was public', () => {
    const figures = { views: 12, clicks: 3, orders: 1, commission: -20 }
    expect(piece('a', figures).stats).toEqual({ views: 12, clicks: 3, orders: 1, commission: { amount: -20, currency: 'CNY' } })
    expect(piece('c', null, false).stats).toBeNull()
  })

  it('lead to the public page only while readers can open it', () => {
    expect(piece('a', null).publicPath).toBe('/p/a')
    expect(piece('a', null, false).publicPath).toBeNull()
  })

  it('offer to withdraw what is public or waits, and to delete anything', () => {
    expect(actionsOf({ state: 'draft', publicPath: null })).toEqual(['delete'])
    expect(actionsOf({ state: 'submitted', publicPath: null })).toEqual(['withdraw', 'delete'])
    expect(actionsOf({ state: 'published', publicPath: '/p/a' })).toEqual(['withdraw', 'delete'])
  })
})

describe('the dashboard’s address', () => {
  it('means thirty days of commission of all pieces unless it says something that exists', () => {
    const usual = { span: 30, metric: 'commission', piece: null }
    const ask = (query: string) => dashboardAsk(new URLSearchParams(query))
    expect(ask('')).toEqual(usual)
    expect(ask('days=31&metric=money&piece=%27--')).toEqual(usual)
    const piece = '01a214c4-c62c-759d-a240-02ab604720b0'
    expect(ask(`days=90&metric=clicks&piece=${piece}`)).toEqual({ span: 90, metric: 'clicks', piece })
  })
})

describe('a captions file', () => {
  it('is told by its signature, not by its name', () => {
    expect(isWebVtt('WEBVTT\n\n00:00.000 --> 00:01.000\nhi')).toBe(true)
    expect(isWebVtt('\uFEFFWEBVTT - captions')).toBe(true)
    expect(isWebVtt('WEBVTTX')).toBe(false)
    expect(isWebVtt('1\n00:00:00,000 --> 00:00:01,000')).toBe(false)
  })
})
