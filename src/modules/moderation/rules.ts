/** What a decision can rest on. A rule's words are the interface's; its id is what the books keep. */
export const ruleIds = [
  'ad-not-disclosed',
  'misleading-claim',
  'ad-law-words',
  'not-the-product',
  'copied-content',
  'personal-data',
  'unsafe',
  'other',
] as const

export type RuleId = (typeof ruleIds)[number]

export const isRule = (value: unknown): value is RuleId => ruleIds.some((rule) => rule === value)
