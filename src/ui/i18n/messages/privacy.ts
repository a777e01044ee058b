import type { Dictionary, Message } from '../translate.ts'

/** What is stored and for how long: a page of its own, whose words no other page needs. */
const zh = {
  privacyTitle: '这里存什么',
  privacyIntro: '只为把佣金算给对的人、把货送到你手里。不卖数据，不给别的网站，页面里没有别人的代码。',
  touchWhat: '点过的商品链接',
  touchWhy: '记一个假名，用来把佣金算给对的创作者。没有姓名、地址或 IP。',
  touchLong: '同意：浏览器里 {days} 天。不同意：关掉浏览器就没有了；登录后的点击仍记在账号下。',
  cartWhat: '购物车、语言和外观',
  cartWhy: '下次来还在。',
  cartLong: '购物车随浏览器，语言和外观一年。',
  orderWhat: '订单和收货信息',
  orderWhy: '送货、退款、开票。收货信息单独存放，可以删除，订单金额不变。',
  orderLong: '订单按法律要求的期限；收货信息在你要求时删除。',
  accountWhat: '账号里的东西',
  accountWhy: '收藏、评论、地址簿、通知。地址簿只有你看得到。',
  accountLong: '直到你删掉它。',
  what: '存什么',
  why: '为什么',
  long: '多久',
  choice: '你的选择',
  choiceGranted: '现在：可以记住',
  choiceDenied: '现在：不记住',
  choiceUnknown: '现在：还没有选，按不记住处理',
  saved: '已存',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  privacyTitle: 'What is stored here',
  privacyIntro:
    'Only to credit the right person and to bring you the goods. Nothing is sold or given to other sites, and no page carries code of others.',
  touchWhat: 'Product links you followed',
  touchWhy: 'A pseudonym, so that the commission goes to the right creator. No name, address or IP.',
  touchLong: 'If you agree: {days} days in this browser. If not: until you close it; clicks while logged in stay with the account.',
  cartWhat: 'Cart, language, theme',
  cartWhy: 'So that they are there next time.',
  cartLong: 'The cart with the browser; language and theme a year.',
  orderWhat: 'Orders and where they go',
  orderWhy: 'Delivery, refunds, invoices. The address is kept apart and can be erased; amounts stay.',
  orderLong: 'Orders as long as the law asks; the address until you ask for its erasure.',
  accountWhat: 'What is in your account',
  accountWhy: 'Saved things, comments, addresses, notifications. Only you see your addresses.',
  accountLong: 'Until you delete it.',
  what: 'What',
  why: 'Why',
  long: 'How long',
  choice: 'Your choice',
  choiceGranted: 'Now: remembered',
  choiceDenied: 'Now: not remembered',
  choiceUnknown: 'Now: not chosen yet, treated as not remembered',
  saved: 'Saved',
}

export const privacy = { zh, en } satisfies Dictionary<keyof typeof zh>
