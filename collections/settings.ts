import type { GlobalConfig } from 'payload'
import { admins, staff } from './access/index.ts'
import { amountField, choice, currencyField, linkTo, numberField, rateField, textField } from './fields/basics.ts'
import { returnsEndWithinHolds } from './hooks/hold-covers-returns.ts'
import { purgeAllPages } from './hooks/purge-pages.ts'

/** One shop, one currency, one time zone. Read at placement; what an order froze stays. */
export const shopSettings: GlobalConfig = {
  slug: 'shop-settings',
  label: { zh: '店铺设置', en: 'Shop settings' },
  admin: { group: { zh: '系统', en: 'System' } },
  access: { read: staff, update: admins, readVersions: () => false },
  hooks: { beforeChange: [returnsEndWithinHolds], afterChange: [purgeAllPages] },
  fields: [
    textField('shopName', { zh: '店名', en: 'Shop name' }, { required: true, defaultValue: '种草', localized: true }),
    currencyField({ defaultValue: 'CNY' }),
    textField(
      'timeZone',
      { zh: '时区', en: 'Time zone' },
      {
        required: true,
        defaultValue: 'Asia/Shanghai',
        validate: (value: unknown) => {
          try {
            new Intl.DateTimeFormat('en', { timeZone: String(value) })
            return true
          } catch {
            return 'A time zone is an IANA name, such as Asia/Shanghai.'
          }
        },
      },
    ),
    amountField('shippingFlat', { zh: '运费', en: 'Shipping' }, { required: true, defaultValue: 1000, min: 0 }),
    amountField('freeShippingFrom', { zh: '满额包邮', en: 'Free shipping from' }, { required: true, defaultValue: 19900, min: 0 }),
    rateField('taxBps', { zh: '税率（基点，价内）', en: 'Tax rate (basis points, included in prices)' }, 5000, {
      required: true,
      defaultValue: 1300,
    }),
    choice(
      'taxMode',
      ['included', 'added'],
      { zh: '价格含税或另计', en: 'Tax included or added' },
      { required: true, defaultValue: 'included' },
    ),
    numberField(
      'returnDays',
      { zh: '无理由退货（天）', en: 'Return without a reason (days)' },
      { required: true, defaultValue: 7, min: 0, max: 60 },
    ),
    numberField(
      'confirmDays',
      { zh: '送达后自动确认（天）', en: 'Received by itself after delivery (days)' },
      { required: true, defaultValue: 7, min: 1, max: 60 },
    ),
    amountField('minPayout', { zh: '最低打款', en: 'Least payout' }, { required: true, defaultValue: 10_000, min: 0 }),
    numberField(
      'payoutDay',
      { zh: '每月几号打款', en: 'Payouts on this day of the month' },
      { required: true, defaultValue: 10, min: 1, max: 28 },
    ),
    amountField('twoPersonsFrom', { zh: '两人复核的金额', en: 'Two persons from' }, { required: true, defaultValue: 1_000_000, min: 0 }),
    rateField('payoutTaxBps', { zh: '代扣税（基点）', en: 'Tax withheld (basis points)' }, 5000, { required: true, defaultValue: 0 }),
    rateField('minMarginBps', { zh: '最低毛利（基点）', en: 'Least margin kept (basis points)' }, 10_000, {
      required: true,
      defaultValue: 0,
    }),
    numberField(
      'reviewHours',
      { zh: '审核时限（小时）', en: 'Review within (hours)' },
      { required: true, defaultValue: 24, min: 1, max: 720 },
    ),
    {
      name: 'adLabelMode',
      type: 'select',
      options: [
        { value: 'cn', label: { zh: '中国大陆：凡可购买即标“广告”', en: 'Mainland China: every piece that one can buy from' } },
        {
          value: 'commission',
          label: { zh: '其他：有佣金、样品等才标', en: 'Elsewhere: where there is commission, a sample or the like' },
        },
      ],
      required: true,
      defaultValue: 'cn',
      label: { zh: '哪些内容标“广告”', en: 'What is labelled as an ad' },
    },
    // ATT-37: what the signals about orders ask the operator.
    textField(
      'adCampaigns',
      { zh: '允许投放广告的活动（逗号分开）', en: 'Campaigns that may advertise (commas)' },
      {
        maxLength: 1000,
        admin: {
          description: {
            zh: '链接带付费广告参数、又不在这里的，记为风险信号。',
            en: 'Clicks from paid advertisements of other campaigns are a fraud signal (ATT-37).',
          },
        },
      },
    ),
    textField(
      'bannedReferrers',
      { zh: '禁止的来源域名（逗号分开，可用 *）', en: 'Banned referrers (commas; * for any part)' },
      { maxLength: 2000, admin: { description: { zh: '例如 *.coupons.example', en: 'Such as *.coupons.example (ATT-37)' } } },
    ),
    linkTo(
      'promoterProgramme',
      'programmes',
      { zh: '推客的佣金计划（空着就没有推客）', en: 'Programme of promoters (empty: nobody can become one)' },
      {
        admin: {
          description: { zh: '买过的人两步成为推客，只有一级。', en: 'Buyers become promoters in two taps; one level only (S-06, LAW-1).' },
        },
      },
    ),
  ],
}
