import type { GlobalConfig } from 'payload'
import { admins, staff } from './access/index.ts'
import { amountField, currencyField, linkTo, numberField, rateField, textField } from './fields/basics.ts'
import { purgeAllPages } from './hooks/purge-pages.ts'

/** One shop, one currency, one time zone. Read at placement; what an order froze stays. */
export const shopSettings: GlobalConfig = {
  slug: 'shop-settings',
  label: { zh: '店铺设置', en: 'Shop settings' },
  admin: { group: { zh: '系统', en: 'System' } },
  access: { read: staff, update: admins, readVersions: () => false },
  hooks: { afterChange: [purgeAllPages] },
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
    numberField(
      'reviewHours',
      { zh: '审核时限（小时）', en: 'Review within (hours)' },
      { required: true, defaultValue: 24, min: 1, max: 720 },
    ),
    {
      name: 'adLabelMode',
      type: 'select',
      options: ['cn', 'commission'],
      required: true,
      defaultValue: 'cn',
      label: { zh: '广告标识规则（cn：凡可购买即标“广告”）', en: 'Ad label rule (cn: every buyable piece)' },
    },
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
