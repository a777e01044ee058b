import type { Money } from '../../../lib/money.ts'
import type { Letters } from './types.ts'

export interface MailOrderLine {
  title: string
  quantity: number
  amount: Money
}

interface OrderFacts {
  orderNumber: string
  lines: MailOrderLine[]
  shipping: Money
  total: Money
  /** Opens the order without an account: carries the guest's key, so it goes to the buyer only. */
  url: string
}

export interface OrderMailData {
  /** `payBefore`: end of the reservation; a Date or its ISO string. */
  'order-placed': OrderFacts & { payBefore: Date | string }
  'order-paid': OrderFacts
  'refund-done': { orderNumber: string; lines: MailOrderLine[]; amount: Money; url: string }
}

const rowsOf = (lines: MailOrderLine[], money: (value: Money) => string): [string, string][] =>
  lines.map(({ title, quantity, amount }) => [`${title} × ${quantity}`, money(amount)])

export const orderLetters: Letters<OrderMailData> = {
  'order-placed': ({ orderNumber, lines, shipping, total, url, payBefore }, { zh, en }) => ({
    zh: {
      subject: `订单 ${orderNumber} 待付款：${zh.money(total)}`,
      paragraphs: [`订单记下了，货为你留到 ${zh.time(new Date(payBefore))}。过时未付，订单自动取消，不收任何费用。`],
      rows: [...rowsOf(lines, zh.money), ['运费', zh.money(shipping)], ['合计', zh.money(total)]],
      action: { label: '查看订单', url },
      note: '这个链接不用登录就能打开你的订单，请不要转发。',
    },
    en: {
      subject: `Order ${orderNumber}: ${en.money(total)} to pay`,
      paragraphs: [
        `Your order is saved and the items are kept for you until ${en.time(new Date(payBefore))}. If it is not paid by then, it is cancelled and costs nothing.`,
      ],
      rows: [...rowsOf(lines, en.money), ['Shipping', en.money(shipping)], ['Total', en.money(total)]],
      action: { label: 'View order', url },
      note: 'This link opens your order without logging in: please do not forward it.',
    },
  }),
  'order-paid': ({ orderNumber, lines, shipping, total, url }, { zh, en }) => ({
    zh: {
      subject: `付好了：订单 ${orderNumber}，${zh.money(total)}`,
      paragraphs: ['付好了，商家会尽快发货。这笔订单给了谁佣金、为什么，订单页上写得清清楚楚。'],
      rows: [...rowsOf(lines, zh.money), ['运费', zh.money(shipping)], ['已付', zh.money(total)]],
      action: { label: '查看订单', url },
      note: '这个链接不用登录就能打开你的订单，请不要转发。',
    },
    en: {
      subject: `Paid: order ${orderNumber}, ${en.money(total)}`,
      paragraphs: ['Your payment arrived and the order is being prepared. The order page says who earned a commission on it, and why.'],
      rows: [...rowsOf(lines, en.money), ['Shipping', en.money(shipping)], ['Paid', en.money(total)]],
      action: { label: 'View order', url },
      note: 'This link opens your order without logging in: please do not forward it.',
    },
  }),
  'refund-done': ({ orderNumber, lines, amount, url }, { zh, en }) => ({
    zh: {
      subject: `已退款 ${zh.money(amount)}：订单 ${orderNumber}`,
      paragraphs: [`${zh.money(amount)} 已按原路退回。到账时间由付款渠道决定。`],
      rows: [...rowsOf(lines, zh.money), ['退款合计', zh.money(amount)]],
      action: { label: '查看订单', url },
    },
    en: {
      subject: `Refunded ${en.money(amount)}: order ${orderNumber}`,
      paragraphs: [`${en.money(amount)} went back the way you paid. When it arrives depends on your payment provider.`],
      rows: [...rowsOf(lines, en.money), ['Refunded', en.money(amount)]],
      action: { label: 'View order', url },
    },
  }),
}
