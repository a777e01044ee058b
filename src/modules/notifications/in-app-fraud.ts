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
  /** ATT-40: upheld, and the order that she missed is credited. */
  'claim-credited': { claimId: string; answer: string; amount: Money; payableOn: string }
  /** ATT-29: by hand, for a reason of the fixed list. */
  'commission-clawed-back': AboutTaken & { reason: string }
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

const takingWords: Record<string, { zh: string; en: string }> = {
  order_canceled: { zh: '订单取消了', en: 'the order was canceled' },
  fraud: { zh: '作弊', en: 'fraud' },
  terms: { zh: '违反约定', en: 'a breach of the terms' },
  tracking_error: { zh: '归因记录有误', en: 'a tracking error' },
  payment_failed: { zh: '买家的付款没有成功', en: 'the buyer’s payment failed' },
  ineligible: { zh: '不符合计佣条件', en: 'it was not eligible' },
  duplicate: { zh: '重复计入', en: 'it was counted twice' },
  other: { zh: '其他原因', en: 'another reason' },
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
  'claim-credited': ({ answer, amount, payableOn }, zh, en) => ({
    zh: `漏单补记 ${zh.money(amount)}，${zh.time(new Date(payableOn))} 起可提：${answer}`,
    en: `${en.money(amount)} was credited for the order you missed, payable from ${en.time(new Date(payableOn))}. ${answer}`,
    path: claims,
  }),
  'commission-clawed-back': ({ orderId, amount, reason }, zh, en) => ({
    zh: `收回一笔佣金 ${zh.money(amount)}：${takingWords[reason]?.zh ?? reason}；有异议可以申诉`,
    en: `A commission of ${en.money(amount)} was taken back (${takingWords[reason]?.en ?? reason}); you can object`,
    path: orderId ? `/orders/${orderId}/why?as=creator` : claims,
  }),
}
