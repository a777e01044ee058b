import type { Money } from '../../lib/money.ts'
import { type FraudNotices, fraudWriters } from './in-app-fraud.ts'
import { type MoneyNotices, moneyWriters, type Writer } from './in-app-money.ts'
import { type ProgrammeNotices, programmeWriters } from './in-app-programmes.ts'
import { formatsOf, type NoticeLocale } from './locale.ts'

/** What each kind of notification stores (as JSON in the row's `data`). Ids and titles only: nothing about other people. */
export interface NotificationData extends FraudNotices, MoneyNotices, ProgrammeNotices {
  'piece-approved': { pieceId: string; pieceType: 'post' | 'video-note'; title: string }
  /** Let pass; `publishAt` is ISO. */
  'piece-scheduled': { pieceId: string; title: string; publishAt: string }
  'piece-changes-requested': { pieceId: string; title: string; reason: string }
  'piece-rejected': { pieceId: string; title: string; reason: string }
  'piece-taken-down': { pieceId: string; title: string; reason: string }
  'piece-restored': { pieceId: string; pieceType: 'post' | 'video-note'; title: string }
  'commission-earned': { orderId: string; amount: Money; productTitle: string }
  'commission-reversed': { orderId: string; amount: Money; productTitle: string }
  'new-follower': { followers: number }
  'order-paid': { orderId: string; orderNumber: string; total: Money }
  'refund-done': { orderId: string; orderNumber: string; amount: Money }
  /** `all`: nothing is left to send. */
  'order-shipped': AboutOrder & { carrier: string | null; all: boolean }
  'parcel-delivered': AboutOrder
  'parcel-lost': AboutOrder
  'order-received': AboutOrder
  'order-expired': AboutOrder
  'coupon-given': { code: string }
  'order-cancelled': AboutOrder
  'refund-declined': AboutOrder
  'exchange-sent': AboutOrder
  /** `orderId`: of the order that pays the difference; `orderNumber`: of the one whose goods are exchanged. */
  'exchange-offered': AboutOrder & { amount: Money }
  /** Grouped while unread: `count` of them about one thing. `path` is that of its page, after the language. */
  'comment-reply': AboutComments
  'piece-commented': AboutComments
  /** MOD-08: the statement of reasons; `rule` is an id of the comment rules. */
  'comment-hidden': { commentId: string; excerpt: string; rule: string; reason: string }
  'comment-restored': { commentId: string; excerpt: string; path: string }
  'comment-approved': { commentId: string; excerpt: string; path: string }
}

interface AboutOrder {
  orderId: string
  orderNumber: string
}

interface AboutComments {
  targetKind: 'posts' | 'video-notes' | 'products'
  target: string
  title: string
  path: string
  count: number
}

/** Kinds of which several about one thing are told as one. */
export type GroupedNotice = 'comment-reply' | 'piece-commented'
export type NotificationKind = keyof NotificationData

/** One line for a list, and where a tap leads (a path after the language, such as `/studio`). */
export interface NotificationText {
  text: string
  path: string
}

const publicPath = (pieceType: 'post' | 'video-note', pieceId: string) => `/${pieceType === 'post' ? 'p' : 'v'}/${pieceId}`
const studioPath = (pieceId: string) => `/studio/pieces/${pieceId}`

/** Typed by the union: a kind without its words in both languages does not compile. */
const writers: { [Kind in NotificationKind]: Writer<NotificationData[Kind]> } = {
  ...moneyWriters,
  ...fraudWriters,
  ...programmeWriters,
  'piece-approved': ({ pieceId, pieceType, title }) => ({
    zh: `《${title}》已公开`,
    en: `“${title}” is public`,
    path: publicPath(pieceType, pieceId),
  }),
  'piece-scheduled': ({ pieceId, title, publishAt }, zh, en) => ({
    zh: `《${title}》审核通过，${zh.time(new Date(publishAt))} 公开`,
    en: `“${title}” was approved and becomes public on ${en.time(new Date(publishAt))}`,
    path: studioPath(pieceId),
  }),
  'piece-changes-requested': ({ pieceId, title, reason }) => ({
    zh: `《${title}》请修改后再发布：${reason}`,
    en: `“${title}”: please change and resubmit. ${reason}`,
    path: studioPath(pieceId),
  }),
  'piece-rejected': ({ pieceId, title, reason }) => ({
    zh: `《${title}》没有通过：${reason}`,
    en: `“${title}” was not approved. ${reason}`,
    path: studioPath(pieceId),
  }),
  'piece-taken-down': ({ pieceId, title, reason }) => ({
    zh: `《${title}》不再公开：${reason}`,
    en: `“${title}” is no longer public. ${reason}`,
    path: studioPath(pieceId),
  }),
  'piece-restored': ({ pieceId, pieceType, title }) => ({
    zh: `《${title}》恢复公开`,
    en: `“${title}” is public again`,
    path: publicPath(pieceType, pieceId),
  }),
  'commission-earned': ({ orderId, amount, productTitle }, zh, en) => ({
    zh: `${productTitle} 卖出，佣金 ${zh.money(amount)}`,
    en: `${productTitle} sold: ${en.money(amount)} commission`,
    path: `/orders/${orderId}/why`,
  }),
  'commission-reversed': ({ orderId, amount, productTitle }, zh, en) => ({
    zh: `${productTitle} 退款，佣金冲回 ${zh.money(amount)}`,
    en: `${productTitle} refunded: ${en.money(amount)} commission reversed`,
    path: `/orders/${orderId}/why`,
  }),
  'new-follower': ({ followers }, zh, en) => ({
    zh: `有人关注了你，现在 ${zh.count(followers)} 人`,
    en: `Somebody follows you. Followers now: ${en.count(followers)}`,
    path: '/studio',
  }),
  'order-paid': ({ orderId, orderNumber, total }, zh, en) => ({
    zh: `付好了：订单 ${orderNumber}，${zh.money(total)}`,
    en: `Paid: order ${orderNumber}, ${en.money(total)}`,
    path: `/orders/${orderId}`,
  }),
  'refund-done': ({ orderId, orderNumber, amount }, zh, en) => ({
    zh: `已退款 ${zh.money(amount)}：订单 ${orderNumber}`,
    en: `Refunded ${en.money(amount)}: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'order-shipped': ({ orderId, orderNumber, carrier, all }) => ({
    zh: `${all ? '发货了' : '发出一部分'}${carrier ? `（${carrier}）` : ''}：订单 ${orderNumber}`,
    en: `${all ? 'On its way' : 'A part is on its way'}${carrier ? ` with ${carrier}` : ''}: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'parcel-delivered': ({ orderId, orderNumber }) => ({
    zh: `送到了，请确认收货：订单 ${orderNumber}`,
    en: `Delivered; please confirm it: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'parcel-lost': ({ orderId, orderNumber }) => ({
    zh: `包裹丢失，会补发或退款：订单 ${orderNumber}`,
    en: `A parcel got lost; it is sent again or refunded: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'order-received': ({ orderId, orderNumber }) => ({
    zh: `自动确认收货：订单 ${orderNumber}`,
    en: `Counted as received: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'order-expired': ({ orderId, orderNumber }) => ({
    zh: `到时间没有付款，已经取消：订单 ${orderNumber}`,
    en: `Not paid in time and cancelled: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'coupon-given': ({ code }) => ({
    zh: `你有了自己的优惠码：${code}`,
    en: `You have a discount code of your own: ${code}`,
    path: '/studio/coupons',
  }),
  'order-cancelled': ({ orderId, orderNumber }) => ({
    zh: `商家取消了订单 ${orderNumber}`,
    en: `The shop cancelled order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'refund-declined': ({ orderId, orderNumber }) => ({
    zh: `退款申请没有通过，看看答复：订单 ${orderNumber}`,
    en: `Your refund request was declined; read the answer: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'exchange-sent': ({ orderId, orderNumber }) => ({
    zh: `换货寄出了：订单 ${orderNumber}`,
    en: `Your exchange is on its way: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'exchange-offered': ({ orderId, orderNumber, amount }, zh, en) => ({
    zh: `换货等你补差价 ${zh.money(amount)}：订单 ${orderNumber}`,
    en: `Your exchange waits for ${en.money(amount)}: order ${orderNumber}`,
    path: `/orders/${orderId}`,
  }),
  'comment-reply': ({ title, path, count }, zh, en) => ({
    zh: `你在「${title}」下的评论有 ${zh.count(count)} 条新回复`,
    en: `${count === 1 ? 'A new reply' : `${en.count(count)} new replies`} to your comment on “${title}”`,
    path: `${path}#comments`,
  }),
  'piece-commented': ({ title, path, count }, zh, en) => ({
    zh: `《${title}》有 ${zh.count(count)} 条新评论`,
    en: `${count === 1 ? 'A new comment' : `${en.count(count)} new comments`} on “${title}”`,
    path: `${path}#comments`,
  }),
  'comment-hidden': ({ excerpt, reason }) => ({
    zh: `你的评论「${excerpt}」不再显示，由编辑人工判断：${reason}`,
    en: `Your comment “${excerpt}” is no longer shown; a person decided. ${reason}`,
    path: '/account/comments',
  }),
  'comment-restored': ({ excerpt, path }) => ({
    zh: `你的评论「${excerpt}」恢复显示`,
    en: `Your comment “${excerpt}” is shown again`,
    path: `${path}#comments`,
  }),
  'comment-approved': ({ excerpt, path }) => ({
    zh: `你的评论「${excerpt}」编辑看过，已经显示`,
    en: `An editor looked at your comment “${excerpt}”: it is shown now`,
    path: `${path}#comments`,
  }),
}

export const isNotificationKind = (kind: string): kind is NotificationKind => Object.hasOwn(writers, kind)

/** A stored notification in words. */
export function notificationText<K extends NotificationKind>(
  kind: K,
  data: NotificationData[K],
  { locale, timeZone }: { locale: NoticeLocale; timeZone: string },
): NotificationText {
  const { path, ...words } = writers[kind](data, formatsOf('zh', timeZone), formatsOf('en', timeZone))
  return { text: words[locale], path }
}
