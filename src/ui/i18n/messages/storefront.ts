import type { Dictionary, Message } from '../translate.ts'

/** What the pages of pieces, products and creators say beyond `shop`: gallery, player, share sheet, trust record. */
const zh = {
  // gallery and disclosure
  pictureBefore: '上一张',
  pictureAfter: '下一张',
  paysRate: '佣金 {rate}，约 {amount}',
  paysNothing: '没有佣金',
  buyOne: '立即购买 {price}',
  buyShort: '立即购买',
  buyNamed: '立即购买：{title}',
  // video
  // product
  quantity: '数量',
  shipFree: '包邮',
  shipFreeHere: '这一单包邮，满 {from} 就包',
  shipFlat: '运费 {flat}',
  shipFlatMore: '运费 {flat}，再买 {more} 就包邮',
  returnsIn: '收到 {days} 天内可以无理由退货',
  viaHow: '佣金怎么计',
  viaHowText: '从这篇笔记进来，你在归因期内买下，佣金从售价里付给 {name}。你付的钱不变，订单页上查得到原因。',
  // share
  // creator
  // shell
  offlineNow: '网络断开了。这一页还能看；连上以后再提交。',
  onlineAgain: '网络恢复了',
  pageLoading: '正在打开',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  pictureBefore: 'Previous picture',
  pictureAfter: 'Next picture',
  paysRate: '{rate} commission, about {amount}',
  paysNothing: 'No commission',
  buyOne: 'Buy now {price}',
  buyShort: 'Buy now',
  buyNamed: 'Buy now: {title}',
  quantity: 'Quantity',
  shipFree: 'Free shipping',
  shipFreeHere: 'Free shipping on this one, as from {from}',
  shipFlat: 'Shipping {flat}',
  shipFlatMore: 'Shipping {flat}; free with {more} more',
  returnsIn: 'Returns for any reason within {days} days of delivery',
  viaHow: 'How commission works',
  viaHowText:
    'You came from this post. If you buy within the attribution window, {name} is paid out of the price. You pay the same, and your order says why.',
  offlineNow: 'You are offline. This page can still be read; send things when you are back.',
  onlineAgain: 'You are back online',
  pageLoading: 'Opening',
}

export const storefront = { zh, en } satisfies Dictionary<keyof typeof zh>
