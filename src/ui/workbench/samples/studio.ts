import type { DailyView, DayView, Metric, Span } from '../../studio/days-view.ts'
import type { StudioPiece } from '../../studio/view.ts'
import type { WhenPayableView } from '../../studio/WhenPayable.tsx'
import { cny } from './commerce.ts'
import { media } from './media.ts'

const earned = [6200, 4800, 7100, 9000, 5400, 6600, 12000, 13900, 9700, 8400, 10200, 7700, 6900, 11000, 16400]
const back = [0, 0, 0, 1200, 0, 0, 0, 1800, 0, 0, 2200, 0, 0, 0, 0]

/** Days with something to say: a rise, a fall, some returns. */
export function daily(span: Span = 30, metric: Metric = 'commission', factor = 1): DailyView {
  const days = Array.from({ length: span }, (_, at): DayView => {
    const up = (earned[at % earned.length] ?? 0) * factor
    const day = new Date(Date.UTC(2026, 10, 24) - (span - 1 - at) * 86_400_000).toISOString().slice(0, 10)
    return {
      day,
      views: up * 3,
      clicks: Math.round(up / 40),
      orders: Math.round(up / 900),
      earned: up,
      reversed: (back[at % back.length] ?? 0) * factor,
    }
  })
  const sum = (name: Exclude<keyof DayView, 'day'>) => days.reduce((all, one) => all + one[name], 0)
  const total = { views: sum('views'), clicks: sum('clicks'), orders: sum('orders'), earned: sum('earned'), reversed: sum('reversed') }
  const before = { ...total, views: Math.round(total.views * 0.9) }
  const opening = 120_000
  return {
    ...{ currency: 'CNY', days, total, before, opening, closing: opening + total.earned - total.reversed, span, metric, piece: null },
    pieces: [
      { id: 'p1', title: '零下五度露营，一顶双人帐篷撑住了整晚' },
      { id: 'p2', title: '手冲从磨豆开始，三种研磨度对比' },
    ],
  }
}

export const when: WhenPayableView = {
  pending: cny(200_260),
  payable: cny(57_017),
  onHold: cny(6_430),
  dates: [
    { day: '2026-11-25', amount: cny(31_240), expected: false, lines: 26 },
    { day: '2026-11-30', amount: cny(120_418), expected: false, lines: 98 },
    { day: '2026-12-10', amount: cny(48_602), expected: true, lines: 41 },
  ],
}

/** Of somebody who has earned nothing yet. */
export const nothingYet: WhenPayableView = { pending: cny(0), payable: cny(0), onHold: cny(0), dates: [] }

const piece = (id: string, more: Partial<StudioPiece>): StudioPiece => ({
  id,
  kind: 'post',
  title: '零下五度露营，一顶双人帐篷撑住了整晚',
  picture: media(id, 900, 1200, '营地'),
  editPath: `/studio/pieces/${id}`,
  publicPath: `/p/${id}`,
  state: 'published',
  restriction: 'none',
  updatedAt: '2026-11-20T03:00:00.000Z',
  publishedAt: '2026-11-09T03:00:00.000Z',
  publishAt: null,
  isNewer: false,
  answer: null,
  stats: { views: 18_420, clicks: 1904, orders: 143, commission: cny(198_640) },
  ...more,
})

/** One piece in each state that a creator can see. */
export const pieces: StudioPiece[] = [
  piece('public', {}),
  piece('asked', {
    title: '手冲从磨豆开始，三种研磨度对比',
    state: 'changes_requested',
    answer: { ruleId: 'MOD-11', words: '第 3 段「最香」请换成你闻到的味道。', at: '2026-11-21T03:00:00.000Z' },
    stats: { views: 9310, clicks: 812, orders: 71, commission: cny(51_235) },
  }),
  piece('waiting', { title: '营灯该买多亮：三档实测', state: 'submitted', publicPath: null, publishedAt: null, stats: null }),
  piece('scheduled', {
    title: '月底再看：晒了三十天的椅子',
    state: 'scheduled',
    publicPath: null,
    publishedAt: null,
    publishAt: '2026-11-28T01:00:00.000Z',
    stats: null,
  }),
  piece('draft', { title: '', kind: 'video-note', picture: null, state: 'draft', publicPath: null, publishedAt: null, stats: null }),
  piece('gone', {
    title: '一顶三人帐篷，十分钟搭好',
    restriction: 'removed',
    publicPath: null,
    answer: { ruleId: 'DIS-1', words: '没有写明样品是送的。', at: '2026-11-18T03:00:00.000Z' },
  }),
]
