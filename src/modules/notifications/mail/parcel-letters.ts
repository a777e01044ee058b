import type { Money } from '../../../lib/money.ts'
import type { Letters } from './types.ts'

interface Parcel {
  orderNumber: string
  /** Name and number of pieces of what is in it. */
  contents: { title: string; quantity: number }[]
  carrier: string | null
  tracking: string | null
  /** Opens the order without an account. */
  url: string
}

interface Asked {
  orderNumber: string
  lines: { title: string; quantity: number }[]
  /** What goes back when it is approved as asked. */
  amount: Money
  url: string
}

export interface ParcelMailData {
  /** `all`: nothing is left to send. */
  'order-shipped': Parcel & { all: boolean }
  /** `confirmBefore`: when the order counts as received by itself; null while other parcels are on their way. */
  'parcel-delivered': Parcel & { confirmBefore: Date | string | null }
  'parcel-lost': Parcel
  /**
   * Confirmed by itself. `delivered`: whether somebody told of a delivery. `returnUntil`: last moment of a return without a reason,
   * null when it is over; `faultsUntil`: that of everything else, null when that is over too.
   */
  'order-received': Pick<Parcel, 'orderNumber' | 'contents' | 'url'> & {
    delivered: boolean
    returnUntil: Date | string | null
    faultsUntil: Date | string | null
  }
  'refund-asked': Asked
  'refund-declined': Asked & { answer: string }
  /** `back`: what was given for it. `difference`: what goes back of the price, null when both are worth the same. */
  'exchange-sent': Parcel & { back: { title: string; quantity: number }; difference: Money | null; answer: string | null }
  /** `orderNumber`: whose goods are exchanged. `contents`: what comes; `amount`: what it is worth more, to be paid first. */
  'exchange-offered': Omit<Asked, 'lines'> & {
    contents: { title: string; quantity: number }
    back: { title: string; quantity: number }
    payBefore: Date | string
    answer: string | null
  }
  'order-cancelled': { orderNumber: string /** Whether it had been paid, so that money comes back. */; paid: boolean; url: string }
}

const secret = {
  zh: '这个链接不用登录就能打开你的订单，请不要转发。',
  en: 'This link opens your order without logging in: please do not forward it.',
}
const view = (url: string) => ({ zh: { label: '查看订单', url }, en: { label: 'View order', url } })

const rows = (contents: { title: string; quantity: number }[]): [string, string][] =>
  contents.map(({ title, quantity }) => [title, `× ${quantity}`])

function tracked({ contents, carrier, tracking }: Parcel): Record<'zh' | 'en', [string, string][]> {
  const [pieces, by, number] = [rows(contents), carrier ? [carrier] : [], tracking ? [tracking] : []]
  return {
    zh: [...pieces, ...by.map((name): [string, string] => ['承运方', name]), ...number.map((one): [string, string] => ['运单号', one])],
    en: [...pieces, ...by.map((name): [string, string] => ['Carrier', name]), ...number.map((one): [string, string] => ['Tracking', one])],
  }
}

export const parcelLetters: Letters<ParcelMailData> = {
  'order-shipped': (data) => ({
    zh: {
      subject: `${data.all ? '发货了' : '发出一部分'}：订单 ${data.orderNumber}`,
      paragraphs: [data.all ? '包裹上路了。收到以后，请在订单页上确认收货。' : '先发出这些，其余的另发，不另收运费。'],
      rows: tracked(data).zh,
      action: view(data.url).zh,
      note: secret.zh,
    },
    en: {
      subject: `${data.all ? 'On its way' : 'A part is on its way'}: order ${data.orderNumber}`,
      paragraphs: [
        data.all
          ? 'Your parcel is on its way. Please confirm on the order page when it has arrived.'
          : 'These come first; the rest follows in another parcel, at no extra cost.',
      ],
      rows: tracked(data).en,
      action: view(data.url).en,
      note: secret.en,
    },
  }),
  'parcel-delivered': (data, { zh, en }) => ({
    zh: {
      subject: `送到了：订单 ${data.orderNumber}`,
      paragraphs: [
        data.confirmBefore
          ? `包裹已送达。东西没问题，就在订单页上确认收货；到 ${zh.time(new Date(data.confirmBefore))} 还没有确认，会自动确认。`
          : '包裹已送达，其余的还在路上。',
      ],
      rows: tracked(data).zh,
      action: view(data.url).zh,
      note: secret.zh,
    },
    en: {
      subject: `Delivered: order ${data.orderNumber}`,
      paragraphs: [
        data.confirmBefore
          ? `Your parcel was delivered. If all is well, confirm it on the order page; otherwise it counts as received on ${en.time(new Date(data.confirmBefore))}.`
          : 'This parcel was delivered; the rest is still on its way.',
      ],
      rows: tracked(data).en,
      action: view(data.url).en,
      note: secret.en,
    },
  }),
  'parcel-lost': (data) => ({
    zh: {
      subject: `包裹丢失：订单 ${data.orderNumber}`,
      paragraphs: ['很抱歉，这个包裹在路上丢了。我们会补发或退款；你也可以在订单页上申请退款。'],
      rows: tracked(data).zh,
      action: view(data.url).zh,
      note: secret.zh,
    },
    en: {
      subject: `A parcel got lost: order ${data.orderNumber}`,
      paragraphs: [
        'We are sorry: this parcel got lost on its way. We will send it again or refund it; you can also ask for a refund on the order page.',
      ],
      rows: tracked(data).en,
      action: view(data.url).en,
      note: secret.en,
    },
  }),
  'order-received': ({ orderNumber, contents, url, delivered, returnUntil, faultsUntil }, { zh, en }) => ({
    zh: {
      subject: `自动确认收货了：订单 ${orderNumber}`,
      paragraphs: [
        delivered ? '包裹送达有些日子了，你没有说有问题，订单就自动确认收货了。' : '发货很久了，一直没有送达的消息，订单就自动确认收货了。',
        ...(faultsUntil
          ? [`没收到，或者东西有问题，还来得及：${zh.time(new Date(faultsUntil))} 之前，打开订单页，点「申请退款」，说说怎么了。`]
          : []),
        ...(returnUntil ? [`不喜欢也可以退：不用说理由，${zh.time(new Date(returnUntil))} 之前在同一页申请。`] : []),
      ],
      rows: rows(contents),
      action: view(url).zh,
      note: secret.zh,
    },
    en: {
      subject: `Counted as received: order ${orderNumber}`,
      paragraphs: [
        delivered
          ? 'Your parcel was delivered some days ago and we heard of no problem, so the order counts as received.'
          : 'Your order was sent long ago and nobody told us of a delivery, so it counts as received.',
        ...(faultsUntil
          ? [
              `Not received, or something is wrong? Until ${en.time(new Date(faultsUntil))} you can ask for a refund on the order page and say what happened.`,
            ]
          : []),
        ...(returnUntil ? [`You can also return it without a reason: ask on the same page until ${en.time(new Date(returnUntil))}.`] : []),
      ],
      rows: rows(contents),
      action: view(url).en,
      note: secret.en,
    },
  }),
  'refund-asked': ({ orderNumber, lines, amount, url }, { zh, en }) => ({
    zh: {
      subject: `退款申请收到了：订单 ${orderNumber}`,
      paragraphs: ['申请收到了，商家会尽快答复。答复之前，可以在订单页上撤回。'],
      rows: [...rows(lines), ['预计退款', zh.money(amount)]],
      action: view(url).zh,
      note: secret.zh,
    },
    en: {
      subject: `Your refund request arrived: order ${orderNumber}`,
      paragraphs: ['Your request arrived and will be answered soon. Until then you can take it back on the order page.'],
      rows: [...rows(lines), ['It would be', en.money(amount)]],
      action: view(url).en,
      note: secret.en,
    },
  }),
  'refund-declined': ({ orderNumber, lines, amount, answer, url }, { zh, en }) => ({
    zh: {
      subject: `退款申请没有通过：订单 ${orderNumber}`,
      paragraphs: ['商家看过了你的申请，这次没有通过。答复如下：'],
      quote: answer,
      rows: [...rows(lines), ['申请金额', zh.money(amount)]],
      action: view(url).zh,
      note: '情况有变化，或者答复里漏了什么，可以再申请一次。',
    },
    en: {
      subject: `Your refund request was declined: order ${orderNumber}`,
      paragraphs: ['Your request was read and declined. The answer:'],
      quote: answer,
      rows: [...rows(lines), ['Asked for', en.money(amount)]],
      action: view(url).en,
      note: 'If something changed, or the answer missed something, you can ask again.',
    },
  }),
  'exchange-sent': (data, { zh, en }) => ({
    zh: {
      subject: `换货寄出了：订单 ${data.orderNumber}`,
      paragraphs: ['换给你的已经寄出。', ...(data.difference ? [`新的便宜一些，差价 ${zh.money(data.difference)} 按原路退回。`] : [])],
      ...(data.answer ? { quote: data.answer } : {}),
      rows: [...tracked(data).zh, ['换回', `${data.back.title} × ${data.back.quantity}`]],
      action: view(data.url).zh,
      note: secret.zh,
    },
    en: {
      subject: `Your exchange is on its way: order ${data.orderNumber}`,
      paragraphs: [
        'What you get instead is on its way.',
        ...(data.difference ? [`It costs less: ${en.money(data.difference)} goes back the way you paid.`] : []),
      ],
      ...(data.answer ? { quote: data.answer } : {}),
      rows: [...tracked(data).en, ['In place of', `${data.back.title} × ${data.back.quantity}`]],
      action: view(data.url).en,
      note: secret.en,
    },
  }),
  'exchange-offered': ({ orderNumber, contents, back, amount, payBefore, answer, url }, { zh, en }) => ({
    zh: {
      subject: `换货等你补差价：订单 ${orderNumber}`,
      paragraphs: [
        `换给你的比原来的贵，差 ${zh.money(amount)}。补上就寄出，不收运费；给你留到 ${zh.time(new Date(payBefore))}。`,
        '不想补也没关系：到时间没有付，就不换了，原来的订单照旧。',
      ],
      ...(answer ? { quote: answer } : {}),
      rows: [...rows([contents]), ['换回', `${back.title} × ${back.quantity}`], ['补差价', zh.money(amount)]],
      action: { label: '去补差价', url },
      note: secret.zh,
    },
    en: {
      subject: `Your exchange waits for its difference: order ${orderNumber}`,
      paragraphs: [
        `What you get instead costs ${en.money(amount)} more. It is sent, at no charge for delivery, as soon as that is paid; it is kept for you until ${en.time(new Date(payBefore))}.`,
        'You need not pay: without it nothing is exchanged, and your order stays as it is.',
      ],
      ...(answer ? { quote: answer } : {}),
      rows: [...rows([contents]), ['In place of', `${back.title} × ${back.quantity}`], ['Difference', en.money(amount)]],
      action: { label: 'Pay the difference', url },
      note: secret.en,
    },
  }),
  'order-cancelled': ({ orderNumber, paid, url }) => ({
    zh: {
      subject: `订单取消了：${orderNumber}`,
      paragraphs: [paid ? '商家取消了这笔订单，付的钱（含运费）按原路全部退回。' : '商家取消了这笔订单，没有收任何费用。'],
      action: view(url).zh,
    },
    en: {
      subject: `Order cancelled: ${orderNumber}`,
      paragraphs: [
        paid
          ? 'The shop cancelled this order. All that you paid, delivery included, goes back the way you paid.'
          : 'The shop cancelled this order. It costs nothing.',
      ],
      action: view(url).en,
    },
  }),
}
