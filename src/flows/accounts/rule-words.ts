import type { RuleId } from '../../modules/moderation/index.ts'

/** The rules of moderation in the words of a letter, as the desk shows them. */
const words: Record<RuleId, { zh: string; en: string }> = {
  'ad-not-disclosed': { zh: '广告没有标明', en: 'Advertising not disclosed' },
  'misleading-claim': { zh: '宣称与事实不符', en: 'Misleading claim' },
  'ad-law-words': { zh: '绝对化用语或功效用语', en: 'Words the advertising law bans' },
  'not-the-product': { zh: '展示的不是所售商品', en: 'Not the product shown' },
  'copied-content': { zh: '搬运或抄袭', en: 'Copied content' },
  'personal-data': { zh: '露出他人的个人信息', en: 'Personal data of others' },
  unsafe: { zh: '内容或用法不安全', en: 'Unsafe content or use' },
  other: { zh: '其他', en: 'Other' },
}

/** A rule in a language; an id that is not on the list (an older decision) is shown as it is. */
export const ruleWords = (id: string, locale: 'zh' | 'en'): string => (id in words ? words[id as RuleId][locale] : id)
