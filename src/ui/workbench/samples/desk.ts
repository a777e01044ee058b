import type { PieceVersion, QueueEntry, ReviewItemView } from '../../desk/view.ts'
import { media } from './media.ts'

const author = { name: '阿禾在山里', handle: 'ahe', avatar: null }

const entry = (id: string, more: Partial<QueueEntry>): QueueEntry => ({
  id,
  kind: 'post',
  title: '零下五度露营，一顶双人帐篷撑住了整晚',
  picture: media(id, 900, 1200, ''),
  author,
  firstPiece: false,
  isEdit: false,
  productCount: 2,
  submittedAt: '2026-11-22T10:00:00.000Z',
  dueAt: '2026-11-23T10:00:00.000Z',
  claimedBy: null,
  ...more,
})

export const queue: QueueEntry[] = [
  entry('late', { dueAt: '2026-11-22T11:00:00.000Z', firstPiece: true, title: '第一篇：一个人的早饭' }),
  entry('soon', { dueAt: '2026-11-22T13:00:00.000Z', isEdit: true }),
  entry('taken', { claimedBy: '木子', kind: 'video-note', picture: null, productCount: 0 }),
  entry('calm', { title: '' }),
]

const version: PieceVersion = {
  title: '零下五度露营，一顶双人帐篷撑住了整晚',
  body: '夜里零下五度。内帐没有结霜，外帐结了一层[[1]]。\n\n收起来比说明书写的多 200 克。',
  language: 'zh',
  pictures: [media('p1', 900, 1200, '雪地里的帐篷')],
  video: null,
  captions: null,
  products: [
    {
      number: 1,
      kind: 'hotspot',
      title: '云杉双人三季帐篷',
      picture: media('tent', 900, 900, ''),
      price: { amount: 62_900, currency: 'CNY' },
      commissionBps: 800,
      stock: 23,
      href: '/zh/product/tent',
      pictureIndex: 0,
      x: 48,
      y: 60,
      from: null,
      to: null,
    },
  ],
  label: ['ad', 'commission'],
  ai: false,
  aiSaidBy: [],
  aiDenial: null,
}

export const item: ReviewItemView = {
  id: 'late',
  pieceId: 'piece-1',
  kind: 'post',
  version: '7',
  content: 'c1',
  submittedAt: '2026-11-22T10:00:00.000Z',
  dueAt: '2026-11-22T11:00:00.000Z',
  publishAt: '2026-11-28T01:00:00.000Z',
  author: { ...author, publishedCount: 0, firstPiece: true },
  now: version,
  published: null,
  isOwn: false,
  open: true,
  isPublic: false,
  isRemoved: false,
  claim: { by: 'me', until: '2026-11-22T13:00:00.000Z' },
  stale: false,
  history: [{ id: 'h1', at: '2026-11-22T10:00:00.000Z', by: '阿禾在山里', event: 'submitted', ruleId: null, reason: null }],
}

/** The same as an edit of what is public. */
export const edit: ReviewItemView = {
  ...item,
  isPublic: true,
  author: { ...item.author, publishedCount: 12, firstPiece: false },
  published: { ...version, title: '零下五度露营', body: '夜里零下五度。内帐没有结霜。', products: [] },
}
