/** What a comment's decision can rest on. A rule's words are the interface's; its id is what the row keeps. */
export const commentRuleIds = ['spam', 'abuse', 'personal-data', 'misleading-claim', 'unsafe', 'other'] as const

export type CommentRuleId = (typeof commentRuleIds)[number]

export const isCommentRule = (value: unknown): value is CommentRuleId => commentRuleIds.some((rule) => rule === value)

/** Something in a comment that a rule speaks against. */
export interface CommentFinding {
  rule: CommentRuleId
  /** The phrase of the list, or what a pattern is about: never the personal data itself. */
  phrase: string
  /** `block`: it is refused at once. `hold`: a person looks first. */
  act: 'block' | 'hold'
}

/**
 * Phrases that nobody needs to talk about goods: leading buyers off the shop, promises of income (class H of the word
 * list), abuse. Compared without blanks, signs and case, so that 加 微 信 and 加.微.信 are the same. Substrings count in
 * 中文; Latin phrases count as whole words.
 */
const blocked: readonly (readonly [CommentRuleId, readonly string[]])[] = [
  ['spam', ['加微信', '加我微信', '加薇信', '加威信', '加vx', '加我vx', '微信私聊', '私聊返现', '返现加', '刷单', '代刷', '兼职日结']],
  ['spam', ['年入百万', '躺赚', '零门槛创业', '拉人头', '发展下线', '稳赚不赔']],
  ['abuse', ['去死', '傻逼', '煞笔', '贱人', '滚出去', '全家死']],
]

const blockedLatin: readonly (readonly [CommentRuleId, readonly string[]])[] = [
  ['spam', ['whatsapp me', 'telegram me', 'dm me for discount', 'easy money', 'get rich quick', 'work from home and earn']],
  ['abuse', ['kill yourself', 'kys', 'fuck you']],
]

/** Claims that need evidence, and what is often a fake: an editor looks. */
const doubtful: readonly (readonly [CommentRuleId, readonly string[]])[] = [
  ['misleading-claim', ['治愈', '药到病除', '根治', '无副作用', '包治', '百分百有效']],
  ['spam', ['高仿', 'a货', '原单尾货', '内部价找我', '优惠券私']],
]

/** Addresses, numbers and links: never needed in public, sometimes meant well. */
const patterns: readonly { rule: CommentRuleId; about: string; pattern: RegExp }[] = [
  { rule: 'spam', about: 'link', pattern: /https?:\/\/|www\.|\b[a-z0-9-]{2,}\.(?:com|cn|net|org|shop|store|top|xyz|vip|cc|io|me)\b/i },
  { rule: 'personal-data', about: 'e-mail', pattern: /[^\s@]+@[^\s@]+\.[a-z]{2,}/i },
  { rule: 'personal-data', about: 'phone number', pattern: /(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/ },
  { rule: 'personal-data', about: 'identity number', pattern: /(?<!\d)\d{17}[\dx](?!\d)/i },
  { rule: 'spam', about: 'repetition', pattern: /(.)\1{14,}/u },
]

/**
 * What speaks against a comment, the worst first; empty when nothing does. Pure, and the same for everybody: an author's
 * name does not count. Doubt is left to a person (MOD-08: a hidden comment has a rule and a reason; a refused one says why).
 */
export function judgeComment(text: string): CommentFinding[] {
  const plain = text.normalize('NFKC').toLowerCase()
  const dense = plain.replace(/[^\p{L}\p{N}]+/gu, '')
  const words = ` ${plain.replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const find = (lists: typeof blocked, act: CommentFinding['act'], holds: (phrase: string) => boolean) =>
    lists.flatMap(([rule, phrases]) => phrases.filter(holds).map((phrase): CommentFinding => ({ rule, phrase, act })))
  return [
    ...find(blocked, 'block', (phrase) => dense.includes(phrase)),
    ...find(blockedLatin, 'block', (phrase) => words.includes(` ${phrase} `)),
    ...find(doubtful, 'hold', (phrase) => dense.includes(phrase)),
    ...patterns
      .filter(({ pattern }) => pattern.test(plain))
      .map(({ rule, about }): CommentFinding => ({ rule, phrase: about, act: 'hold' })),
  ]
}
