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

/** Why a payment went back by itself, and the sentence that tells its buyer. */
const givenBack = {
  paid_twice: {
    zh: '这笔订单已经付过一次，多付的这一笔退回给你。',
    en: 'This order was paid already; what you paid a second time goes back to you.',
  },
  paid_too_late: {
    zh: '这笔钱到账时，订单已经过了付款时限或取消了，货也不再为你留着，所以没有成交。',
    en: 'When this payment arrived, the order had passed its deadline or was cancelled and its items were no longer kept, so nothing was bought.',
  },
  code_used_up: {
    zh: '这笔钱到账时，订单已经过了付款时限，它用的优惠码也已经用完，所以没有成交。想要的话，请不用这个码重新下单。',
    en: 'When this payment arrived, the order had passed its deadline and its discount code was used up meanwhile, so nothing was bought. You are welcome to order again without the code.',
  },
} as const satisfies Record<string, { zh: string; en: string }>

export type GivenBackFor = keyof typeof givenBack

export const isGivenBackFor = (reason: string): reason is GivenBackFor => Object.hasOwn(givenBack, reason)

export interface OrderMailData {
  /** `payBefore`: end of the reservation; a Date or its ISO string. */
  'order-placed': OrderFacts & { payBefore: Date | string }
  'order-paid': OrderFacts
  /** Nobody paid it in time. `exchangeOf`: number of the order whose exchange it would have paid for; null for an order of its own. */
  'order-expired': OrderFacts & { exchangeOf: string | null }
  /** `because`: a payment that went back by itself. */
  'refund-done': { orderNumber: string; lines: MailOrderLine[]; amount: Money; because?: GivenBackFor | null; url: string }
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
  'order-expired': ({ orderNumber, lines, shipping, total, url, exchangeOf }, { zh, en }) => ({
    zh: {
      subject: exchangeOf ? `没有换货：订单 ${exchangeOf} 照旧` : `订单 ${orderNumber} 没有付款，已经取消`,
      paragraphs: [
        exchangeOf
          ? '差价到时间没有付，货不再为你留着，这次就不换了，没有收任何费用。还想换，可以在原来的订单页上再申请。'
          : '到时间没有付款，货不再为你留着，也没有收任何费用。还想要的话，重新下单就行。',
        '其实付过了？钱到了，东西和优惠码还在，就照常给你发；不在了，就按原路全部退回，你什么都不用做。',
      ],
      rows: [...rowsOf(lines, zh.money), ['运费', zh.money(shipping)], ['没有付', zh.money(total)]],
      action: { label: '查看订单', url },
      note: '这个链接不用登录就能打开你的订单，请不要转发。',
    },
    en: {
      subject: exchangeOf
        ? `Nothing is exchanged: order ${exchangeOf} stays as it is`
        : `Order ${orderNumber} was not paid and is cancelled`,
      paragraphs: [
        exchangeOf
          ? 'The difference was not paid in time, so the items are no longer kept for you and nothing is exchanged. It costs nothing. If you still want to exchange, ask again on the page of the first order.'
          : 'It was not paid in time, so the items are no longer kept for you. It costs nothing. If you still want them, please order again.',
        'Paid after all? When the money arrives and the items (and your discount code) are still to be had, they are sent as usual; if not, all of it goes back the way you paid. You need not do anything.',
      ],
      rows: [...rowsOf(lines, en.money), ['Shipping', en.money(shipping)], ['Not paid', en.money(total)]],
      action: { label: 'View order', url },
      note: 'This link opens your order without logging in: please do not forward it.',
    },
  }),
  'refund-done': ({ orderNumber, lines, amount, because, url }, { zh, en }) => ({
    zh: {
      subject: `已退款 ${zh.money(amount)}：订单 ${orderNumber}`,
      paragraphs: [...(because ? [givenBack[because].zh] : []), `${zh.money(amount)} 已按原路退回。到账时间由付款渠道决定。`],
      rows: [...rowsOf(lines, zh.money), ['退款合计', zh.money(amount)]],
      action: { label: '查看订单', url },
    },
    en: {
      subject: `Refunded ${en.money(amount)}: order ${orderNumber}`,
      paragraphs: [
        ...(because ? [givenBack[because].en] : []),
        `${en.money(amount)} went back the way you paid. When it arrives depends on your payment provider.`,
      ],
      rows: [...rowsOf(lines, en.money), ['Refunded', en.money(amount)]],
      action: { label: 'View order', url },
    },
  }),
}
