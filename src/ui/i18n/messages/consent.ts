import type { Dictionary, Message } from '../translate.ts'

/** What every page asks about being remembered, and says about it (ATT-02). */
const zh = {
  consentLabel: '记住这个浏览器',
  consentText: '你点过谁的链接，只在你同意后记住 {days} 天；不同意，也能照常买。',
  consentYes: '可以记住',
  consentNo: '不要记住',
  consentMore: '存了什么',
  privacy: '隐私',
} satisfies Record<string, Message>

const en: Record<keyof typeof zh, Message> = {
  consentLabel: 'Remember this browser',
  consentText: 'Whose link you followed is remembered for {days} days only if you agree; if not, you can buy as usual.',
  consentYes: 'Remember it',
  consentNo: 'Do not remember',
  consentMore: 'What is stored',
  privacy: 'Privacy',
}

export const consent = { zh, en } satisfies Dictionary<keyof typeof zh>
