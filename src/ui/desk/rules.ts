/** What a decision can rest on. Ids are stored with the decision and never change their meaning. */
export const rules = [
  { id: 'ad-not-disclosed', zh: '广告没有标明', en: 'Advertising not disclosed' },
  { id: 'misleading-claim', zh: '宣称与事实不符', en: 'Misleading claim' },
  { id: 'ad-law-words', zh: '绝对化用语或功效用语', en: 'Words the advertising law bans' },
  { id: 'not-the-product', zh: '展示的不是所售商品', en: 'Not the product shown' },
  { id: 'copied-content', zh: '搬运或抄袭', en: 'Copied content' },
  { id: 'personal-data', zh: '露出他人的个人信息', en: 'Personal data of others' },
  { id: 'unsafe', zh: '内容或用法不安全', en: 'Unsafe content or use' },
  { id: 'other', zh: '其他（请写清）', en: 'Other (say which)' },
] as const satisfies readonly { id: string; zh: string; en: string }[]

export type RuleId = (typeof rules)[number]['id']

export const isRuleId = (text: unknown): text is RuleId => rules.some(({ id }) => id === text)

/** The words of a rule in a language; an id that is not on the list (an older decision) is shown as it is. */
export const ruleText = (id: string, language: 'zh' | 'en'): string => rules.find((rule) => rule.id === id)?.[language] ?? id
