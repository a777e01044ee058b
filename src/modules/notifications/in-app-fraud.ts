import type { Money } from '../../lib/money.ts'
import type { Writer } from './in-app-money.ts'

interface AboutTaken {
  /** Empty where it is of no single order. */
  orderId: string
  amount: Money
}

/** Notices to creators about risks, bans and claims (ATT-38, ATT-40). */
export interface FraudNotices {
  'commission-withdrawn': AboutTaken
  'commission-returned': AboutTaken
  'creator-banned': { reason: string }
  'creator-reinstated': Record<string, never>
  'claim-answered': { claimId: string; answer: string }
}

const claims = '/studio/claims'

const banWords: Record<string, { zh: string; en: string }> = {
  self_dealing: { zh: '自买自卖', en: 'buying through your own links' },
  fake_orders: { zh: '虚假订单', en: 'orders that are not real' },
  stolen_payment: { zh: '盗用他人支付', en: 'payments that were not the buyers’ own' },
  ad_hijack: { zh: '未经允许的广告投放或劫持', en: 'advertising or taking over traffic without permission' },
  false_disclosure: { zh: '没有如实标明广告', en: 'advertising that was not disclosed' },
  terms: { zh: '违反约定', en: 'a breach of the terms' },
}

export const fraudWriters: { [Kind in keyof FraudNotices]: Writer<FraudNotices[Kind]> } = {
  'commission-withdrawn': ({ orderId, amount }, zh, en) => ({
    zh: `复核后收回一笔佣金 ${zh.money(amount)}；有异议可以申诉`,
    en: `After a review a commission of ${en.money(amount)} was taken back; you can object`,
    path: orderId ? `/orders/${orderId}/why?as=creator` : claims,
  }),
  'commission-returned': ({ orderId, amount }, zh, en) => ({
    zh: `再次复核，佣金 ${zh.money(amount)} 还给你了`,
    en: `After another look the commission of ${en.money(amount)} is yours again`,
    path: orderId ? `/orders/${orderId}/why?as=creator` : claims,
  }),
  'creator-banned': ({ reason }) => ({
    zh: `你的创作者身份已停用：${banWords[reason]?.zh ?? reason}。由人工决定，可以在这里申诉`,
    en: `Your creator profile was suspended for ${banWords[reason]?.en ?? reason}. A person decided; you can appeal here`,
    path: claims,
  }),
  'creator-reinstated': () => ({
    zh: '你的创作者身份恢复了，收回的佣金已还给你',
    en: 'Your creator profile is active again, and the commissions that were taken are yours again',
    path: '/studio',
  }),
  'claim-answered': ({ answer }) => ({
    zh: `你的申诉有了答复：${answer}`,
    en: `Your claim was answered: ${answer}`,
    path: claims,
  }),
}
