import type { Money } from '../../lib/money.ts'
import type { Formats, NoticeLocale } from './locale.ts'

export type Writer<Data> = (data: Data, zh: Formats, en: Formats) => Record<NoticeLocale, string> & { path: string }

interface AboutPayout {
  payoutId: string
  amount: Money
}

/** Notices to creators about what they are paid. */
export interface MoneyNotices {
  'payout-sent': AboutPayout
  'payout-confirmed': AboutPayout
  'payout-failed': AboutPayout & { reason: string }
  /** `masked`: enough of the new account to know it again. */
  'payout-account-changed': { masked: string }
  /** `because`: what was asked, where that is not the shop's own doubt. */
  'commission-held': { until: string; amount: Money | null; because?: 'refund_request' }
  'commission-released': { because?: 'refund_request' }
  /** To finance (ATT-37): `since` is the day by which the oldest had to be looked at. */
  'holds-overdue': { count: number; since: string }
  'bonus-granted': { amount: Money; payableOn: string }
  /** ATT-35: `from` is when a lower tier begins; a higher one began at once. Empty `tier`: none. */
  'tier-up': { programme: string; tier: string; rateBps: number }
  'tier-down': { programme: string; tier: string; from: string }
  'tier-kept': { programme: string; tier: string }
  'statement-ready': { month: string; closing: Money }
}

const earnings = '/studio/earnings'
const percent = (bps: number): string => `${bps / 100}%`

export const moneyWriters: { [Kind in keyof MoneyNotices]: Writer<MoneyNotices[Kind]> } = {
  'payout-sent': ({ amount }, zh, en) => ({
    zh: `${zh.money(amount)} 已经打给你，到账要一两天`,
    en: `${en.money(amount)} is on its way to you; it takes a day or two`,
    path: '/studio/payouts',
  }),
  'payout-confirmed': ({ amount }, zh, en) => ({
    zh: `${zh.money(amount)} 已到账`,
    en: `${en.money(amount)} has arrived`,
    path: '/studio/payouts',
  }),
  'payout-failed': ({ amount, reason }, zh, en) => ({
    zh: `${zh.money(amount)} 没有打成，已退回可提余额：${reason}`,
    en: `${en.money(amount)} could not be paid and is payable again. ${reason}`,
    path: '/studio/payouts',
  }),
  'payout-account-changed': ({ masked }) => ({
    zh: `收款账户换成了 ${masked}。不是你改的？马上改密码并联系店铺`,
    en: `Your payout account is now ${masked}. Not you? Change your password and tell the shop at once`,
    path: '/studio/payouts',
  }),
  'commission-held': ({ until, amount, because }, zh, en) => ({
    zh: `${because ? '买家申请了退款，' : ''}${amount ? `一笔 ${zh.money(amount)} 的佣金` : '你的佣金'}暂缓支付，最迟 ${zh.time(new Date(until))} 复核`,
    en: `${amount ? `A commission of ${en.money(amount)} is` : 'Your commissions are'} on hold${because ? ': the buyer asked for a refund' : ''}; reviewed by ${en.time(new Date(until))}`,
    path: earnings,
  }),
  'commission-released': ({ because }) => ({
    zh: because ? '买家的退款申请有结果了，留下的佣金照常支付' : '暂缓的佣金复核过了，照常支付',
    en: because
      ? 'The buyer’s refund request is closed; what is left of your commission will be paid as usual'
      : 'The commission that was on hold has been reviewed and will be paid as usual',
    path: earnings,
  }),
  'holds-overdue': ({ count, since }, zh, en) => ({
    zh: `${zh.count(count)} 笔暂缓的佣金过了复核期限（最早的是 ${zh.time(new Date(since))}），请处理`,
    en: `${count === 1 ? 'A hold is' : `${en.count(count)} holds are`} past their review, the oldest since ${en.time(new Date(since))}`,
    path: '/desk/holds',
  }),
  'bonus-granted': ({ amount, payableOn }, zh, en) => ({
    zh: `得到奖励 ${zh.money(amount)}，${zh.time(new Date(payableOn))} 起可提`,
    en: `You were granted a bonus of ${en.money(amount)}, payable from ${en.time(new Date(payableOn))}`,
    path: earnings,
  }),
  'tier-up': ({ programme, tier, rateBps }) => ({
    zh: `${programme}：你升到「${tier}」，从现在起费率 ${percent(rateBps)}`,
    en: `${programme}: you are ${tier} now; your rate is ${percent(rateBps)} from this moment`,
    path: earnings,
  }),
  'tier-down': ({ programme, tier, from }, zh, en) => ({
    zh: `${programme}：${zh.time(new Date(from))} 起你的等级是「${tier || '无'}」；在那之前卖回来就不变`,
    en: `${programme}: from ${en.time(new Date(from))} your tier is ${tier || 'none'}, unless your sales recover before`,
    path: earnings,
  }),
  'tier-kept': ({ programme, tier }) => ({
    zh: `${programme}：销售回来了，你留在「${tier}」`,
    en: `${programme}: your sales recovered and you stay ${tier}`,
    path: earnings,
  }),
  'statement-ready': ({ month, closing }, zh, en) => ({
    zh: `${month} 对账单好了，期末 ${zh.money(closing)}`,
    en: `Your statement of ${month} is ready, closing at ${en.money(closing)}`,
    path: `/studio/statements/${month}`,
  }),
}
