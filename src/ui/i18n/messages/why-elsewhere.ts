import type { Dictionary, Message } from '../translate.ts'

/** What the why page says of a sale that another shop told. */
const zh = {
  order: '站外订单 {number}',
  soldAt: '在「{shop}」成交',
  sold: '在「{shop}」成交，归属按这一刻定下，之后不再变',
  told: '「{shop}」告知这笔成交，佣金从这里记入',
  refunded: '「{shop}」告知退款 {amount}',
  rowPaid: '实付',
  booked: '对方告知后记入',
  credited: '{date}起可提：记入后 {days} 天。站外店铺不告知收货，所以从记入那一刻算起。',
  known: '买家在「{shop}」付款，这里只知道对方告知的金额，不知道标价和件数。',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  order: 'Off-site order {number}',
  soldAt: 'Sold at {shop}',
  sold: 'Sold at {shop}; the credit is decided as of this moment and does not change',
  told: '{shop} told of the sale; the commission is booked from here',
  refunded: '{shop} told of a refund, {amount}',
  rowPaid: 'Paid',
  booked: 'booked when told',
  credited: 'Payable from {date}: {days} days after it was booked. Another shop tells of no receipt, so the hold counts from there.',
  known: 'The buyer paid at {shop}; known here is what that shop told, neither a list price nor how many.',
}

export const whyElsewhere = { zh, en } satisfies Dictionary<keyof typeof zh>
