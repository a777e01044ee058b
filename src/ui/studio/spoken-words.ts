import type { LabelPart } from './readiness.ts'

/**
 * DIS-2: what is claimed by voice is disclosed by voice. A sentence to say before the product is first praised, in the
 * language that the piece is spoken in, whatever the interface's; the weightiest interest is named.
 */
const sentences = {
  zh: {
    paid: '这条视频是付费合作，店家付了我报酬。',
    relation: '先说明，我和这家店有雇佣或亲属关系。',
    sample: '先说明，视频里的东西是店家送的样品。',
    commission: '先说明，你从这里买，我会拿到佣金。',
    ad: '先说明，这条视频是广告。',
  },
  en: {
    paid: 'This video is a paid partnership: the shop pays me for it.',
    relation: 'Before I start: I work for this shop, or someone in my family does.',
    sample: 'Before I start: the shop sent me what you see here for free.',
    commission: 'Before I start: if you buy it here, I earn a commission.',
    ad: 'Before I start: this video is an ad.',
  },
} as const satisfies Record<'zh' | 'en', Record<LabelPart, string>>

const machine = { zh: '视频里有 AI 生成的内容。', en: 'Parts of this video were made with AI.' } as const

const weight: LabelPart[] = ['paid', 'relation', 'sample', 'commission', 'ad']

/** The sentences for a label, in the order in which they are said; none where nothing has to be told. */
export function spokenWords(parts: readonly LabelPart[], ai: boolean, language: 'zh' | 'en'): string[] {
  const first = weight.find((part) => parts.includes(part))
  return [...(first ? [sentences[language][first]] : []), ...(ai ? [machine[language]] : [])]
}
