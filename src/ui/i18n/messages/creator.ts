import type { Dictionary, Message } from '../translate.ts'

/** A creator’s page and her record. */
const zh = {
  creatorPieces: '内容',
  statPieces: '笔记',
  statFollowers: '关注者',
  statLikes: '获赞',
  creatorEmpty: '{name} 还没有公开的笔记',
  creatorSuspended: '这个账号已停用',
  creatorSuspendedText: '它的内容不再公开。',
  postsTab: '图文',
  videosTab: '视频',
  trustTitle: '信任记录',
  trustText: '由订单和审核记录算出，本人不能改 · 截至 {date}',
  trustOrders: { other: '单经由本人成交' },
  trustReturned: '佣金因退款收回的比例',
  trustRestricted: { other: '篇正被编辑限制或下架' },
  trustSince: '加入',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  creatorPieces: 'Content',
  statPieces: 'posts',
  statFollowers: 'followers',
  statLikes: 'likes',
  creatorEmpty: '{name} has nothing published yet',
  creatorSuspended: 'This account is suspended',
  creatorSuspendedText: 'Its content is no longer public.',
  postsTab: 'Photos',
  videosTab: 'Videos',
  trustTitle: 'Trust record',
  trustText: 'Computed from orders and reviews; nobody can edit it · as of {date}',
  trustOrders: { one: 'order came through this creator', other: 'orders came through this creator' },
  trustReturned: 'of the commission went back with refunds',
  trustRestricted: { one: 'post limited or taken down now', other: 'posts limited or taken down now' },
  trustSince: 'joined',
}

export const creator = { zh, en } satisfies Dictionary<keyof typeof zh>
