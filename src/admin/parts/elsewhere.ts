type Language = 'zh' | 'en'

export interface Note {
  zh: { why: string; link?: string }
  en: { why: string; link?: string }
  /** Where it is done: for one row when its id is given. */
  href?: (language: Language, id: string | null) => string
}

const ordersDesk = (language: Language) => `/${language}/desk/orders`
const desk = (language: Language) => `/${language}/desk`
const variants = () => '/admin/collections/variants'

const money: Note = {
  zh: { why: '由下单、付款和退款的流程写入，在这里只能看。', link: '到订单台退款或查看' },
  en: { why: 'Written by placing, paying and refunding; here it can only be read.', link: 'Refund or look at the orders desk' },
  href: ordersDesk,
}

const review: Note = {
  zh: { why: '由审核流程写入，在这里只能看。', link: '到审核台处理' },
  en: { why: 'Written by the review; here it can only be read.', link: 'Decide at the review desk' },
  href: desk,
}

const pieces: Note = {
  zh: { why: '作者在创作室写，编辑在审核台处理；这里不能改，免得绕过审核。', link: '到审核台处理' },
  en: {
    why: 'Authors write in the studio, editors decide at the desk; nothing is changed here, so that nothing goes around review.',
    link: 'Go to the review desk',
  },
  href: desk,
}

const notePart = (zh: string, en: string, page: string, zhLink: string, enLink: string): Note => ({
  zh: { why: zh, link: zhLink },
  en: { why: en, link: enLink },
  href: (language) => `/${language}/desk/${page}`,
})

const codes = notePart(
  '优惠码在优惠码页建立和修改，使用由订单写入。',
  'Codes are made and changed at the desk; uses are written by orders.',
  'coupons',
  '到优惠码',
  'Go to the codes',
)

const terms = notePart(
  '费率、成员和邀请在计划页管理；每次改动都留一行，只增不改。',
  'Rates, members and invitations are managed at the programmes; every change leaves a row and none is changed.',
  'programmes',
  '到佣金计划',
  'Go to the programmes',
)

const payoutNote = notePart(
  '打款在打款页：先看、锁定、复核、发送、确认；每一步都留下记录。',
  'Payouts are made at the desk: looked at, locked, approved, sent, confirmed; each step is kept.',
  'payouts',
  '到打款',
  'Go to the payouts',
)

const risk = notePart(
  '信号由规则给出，处理在风险中心；理由和经手人都会留下。',
  'Signals come from rules and are decided at the risk centre, with reason and person.',
  'risk',
  '到风险中心',
  'Go to the risk centre',
)

const byItself: Note = {
  zh: { why: '由系统写入，只增不改，在这里只能看。' },
  en: { why: 'Written by the shop itself and never changed; here it can only be read.' },
}

/** Collections that nobody edits in the admin: why, and where it is done instead. */
export const elsewhere = {
  orders: {
    ...money,
    href: (language, id) => (id ? `/${language}/orders/${id}` : ordersDesk(language)),
  },
  'order-contacts': money,
  'order-history': money,
  payments: money,
  'provider-events': money,
  refunds: money,
  touches: {
    zh: { why: '每次点击的记录只增不改，佣金由它们决定；订单的“为什么”页说明每一笔。', link: '到订单台查看' },
    en: {
      why: 'Recorded contacts only ever grow, and commission is decided by them; the why page of an order explains each.',
      link: 'Go to the orders desk',
    },
    href: ordersDesk,
  },
  'ledger-entries': {
    zh: { why: '账目只增不改：付款记入，退款冲回。核对按钮在概况里。', link: '到概况核对' },
    en: {
      why: 'Entries only ever grow: a payment books them, a refund reverses them. The books are checked on the first page.',
      link: 'Check the books',
    },
    href: () => '/admin',
  },
  posts: pieces,
  'video-notes': pieces,
  'review-items': review,
  'review-history': review,
  'product-links': {
    zh: { why: '短码在内容发布时产生，含义永不改变，所以这里不能改。', link: '到审核台查看内容' },
    en: {
      why: 'A code is made when a piece is published and never changes its meaning, so nothing is changed here.',
      link: 'See pieces at the desk',
    },
    href: desk,
  },
  'stock-levels': {
    zh: { why: '库存随订单变化；到货和盘点在规格页的“库存”里记。', link: '到规格' },
    en: { why: 'Stock moves with orders; goods received and counts are recorded under “Stock” of the variant.', link: 'Go to the variant' },
    // The id of a level is its variant's.
    href: (_language, id) => (id ? `${variants()}/${id}` : variants()),
  },
  'stock-movements': {
    zh: { why: '每次变动一行，只增不改；要更正就在规格页再记一笔。', link: '到规格' },
    en: {
      why: 'One row for every movement, only ever growing; to correct one, record another at the variant.',
      link: 'Go to the variants',
    },
    href: variants,
  },
  'price-changes': {
    zh: { why: '改价时自动写入，划线价由此而来；价格在规格页改。', link: '到规格' },
    en: {
      why: 'Written with every change of a price; “was” prices come from here. Prices are changed at the variant.',
      link: 'Go to the variants',
    },
    href: variants,
  },
  media: {
    zh: { why: '图片在商品、规格和创作者页上传，视频在创作室上传；文件按内容检查并处理。', link: '到商品' },
    en: {
      why: 'Pictures are uploaded at products, variants and creators, videos in the studio; what a file is, its bytes say.',
      link: 'Go to the products',
    },
    href: () => '/admin/collections/products',
  },
  comments: {
    zh: { why: '评论由读者写，编辑在审核台的评论页处理；每次隐藏都有依据和理由。', link: '到评论页处理' },
    en: {
      why: 'Readers write comments, editors decide at the desk; every one that is hidden has its rule and its reason.',
      link: 'Decide at the desk',
    },
    href: (language) => `${desk(language)}/comments`,
  },
  users: {
    zh: { why: '会员自己在商店注册和改资料；这里由管理员授予角色、停用账号。', link: '注册页' },
    en: {
      why: 'People sign up and edit their own profile in the shop; here an admin grants roles and suspends accounts.',
      link: 'Sign-up page',
    },
    href: (language) => `/${language}/sign-up`,
  },
  shipments: money,
  'refund-requests': money,
  exchanges: money,
  'exchange-offers': money,
  disputes: money,
  coupons: codes,
  'coupon-uses': codes,
  'programme-members': terms,
  'rate-changes': terms,
  'attribution-bindings': byItself,
  'touch-joins': byItself,
  'ledger-seals': byItself,
  holds: payoutNote,
  'payout-runs': payoutNote,
  payouts: payoutNote,
  'payout-lines': payoutNote,
  statements: payoutNote,
  'creator-tiers': byItself,
  bonuses: payoutNote,
  corrections: notePart(
    '手工冲回在风险页，补记漏单在申诉页；每一笔都留一行，只增不改。',
    'Commissions are taken back at the risk centre and missed orders credited at the claims; each leaves a row and none is changed.',
    'risk',
    '到风险中心',
    'Go to the risk centre',
  ),
  'book-checks': byItself,
  'fraud-signals': risk,
  'fraud-decisions': risk,
  'order-claims': notePart(
    '创作者的漏单申诉；系统先按规则回答，其余的在申诉页处理。',
    'Orders that creators miss: answered by the rule where there is one, by a person at the desk otherwise.',
    'claims',
    '到申诉',
    'Go to the claims',
  ),
  'sales-partners': {
    zh: { why: '站外店铺由管理员通过接口建立；密钥只显示一次。' },
    en: { why: 'Shops that sell elsewhere are let in by an admin through /v1/staff/partners; a secret is shown once.' },
  },
  conversions: byItself,
} as const satisfies Record<string, Note>

export type ElsewhereSlug = keyof typeof elsewhere
