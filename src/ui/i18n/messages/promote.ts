import type { Dictionary, Message } from '../translate.ts'

/** Recommending what one bought (S-06). */
const zh = {
  title: '推荐「{title}」',
  intro: '你买过这件。有人经你的链接买了，佣金计给你。',
  rate: '佣金 {rate}，按实付计，不加在对方的价格上',
  window: '对方点开后 {days} 天内下单，都算你的',
  hold: '确认收货后 {days} 天可结算',
  oneLevel: '只有一级：只算直接经你链接的订单，没有下线，也不收费',
  selfNone: '自己买自己的链接没有佣金',
  adLabel: '发到别处时，请写明是广告',
  make: '生成我的链接',
  yours: '你的链接',
  earnings: '看我的收益',
  back: '回到商品',
  notBought: '买过才能推荐',
  notBoughtText: '付款后、没有退款的订单里有这件商品，就能生成自己的链接。',
  off: '本店现在没有推客计划',
  offText: '以前生成的链接照常有效，赚到的照常结算。',
  staff: '店里的人不拿佣金',
  staffText: '编辑、财务和管理员推荐商品没有佣金。',
  refused: '这个账号现在不能生成链接',
  refusedText: '主页被停用，或者编辑关掉了这条链接。',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  title: 'Recommend “{title}”',
  intro: 'You bought this. When somebody buys through your link, the commission is yours.',
  rate: '{rate} commission on what is paid; it adds nothing to their price',
  window: { one: 'Orders within {days} day of the click count', other: 'Orders within {days} days of the click count' },
  hold: 'Payable {days} days after delivery is confirmed',
  oneLevel: 'One level: only orders straight through your link; nobody below you, no fee',
  selfNone: 'Buying through your own link earns nothing',
  adLabel: 'Say that it is an ad where you post it',
  make: 'Make my link',
  yours: 'Your link',
  earnings: 'My earnings',
  back: 'Back to the product',
  notBought: 'For buyers only',
  notBoughtText: 'Once a paid order of yours has this product and was not refunded, you can make a link.',
  off: 'This shop has no programme for promoters now',
  offText: 'Links made before still work, and what they earned is paid.',
  staff: 'Who works here earns no commission',
  staffText: 'Editors, finance and admins earn nothing by recommending.',
  refused: 'This account cannot make a link now',
  refusedText: 'Its profile is suspended, or an editor switched the link off.',
}

export const promote = { zh, en } satisfies Dictionary<keyof typeof zh>
