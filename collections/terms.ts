import type { CollectionConfig } from 'payload'
import { tag } from '../src/lib/page-tags.ts'
import { anyOf, flowsOnly, moneyStaff, nobody, ownCreator } from './access/index.ts'
import {
  amountField,
  choice,
  currencyField,
  dateField,
  factsField,
  idField,
  keyField,
  linkTo,
  numberField,
  rateField,
  textField,
} from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'
import { purgePagesOf } from './hooks/purge-pages.ts'

/** Who promotes under which programme. `key` is `<programme>:<creator>`. */
export const programmeMembers: CollectionConfig = {
  slug: 'programme-members',
  labels: labels('计划成员', 'Programme member'),
  admin: { group: groups.money, defaultColumns: ['programme', 'creator', 'status', 'joinedAt'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }, { required: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    choice('status', ['invited', 'active', 'left', 'removed'], { zh: '状态', en: 'Status' }, { required: true, index: true }),
    choice('via', ['open', 'invited'], { zh: '如何加入', en: 'How she joined' }, { required: true }),
    textField('group', { zh: '分组', en: 'Group' }, { maxLength: 60 }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('joinedAt', { zh: '加入时间', en: 'Joined at' }),
    dateField('endedAt', { zh: '结束时间', en: 'Ended at' }),
    // From when until when the terms of a programme by invitation held for all that she promotes (ATT-14, ATT-15).
    factsField('stays'),
  ],
}

/**
 * Append-only: every rate that was ever set, by source and target (ATT-14), and when it was announced and takes effect for
 * those who promote already (ATT-15). The newest row of a source and target is the rate that stands; `toBps` null ends it.
 */
export const rateChanges: CollectionConfig = {
  slug: 'rate-changes',
  labels: labels('费率记录', 'Rate change'),
  admin: { group: groups.money, defaultColumns: ['programme', 'source', 'target', 'fromBps', 'toBps', 'announcedAt'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }, { required: true, index: true }),
    choice(
      'source',
      ['link', 'creator', 'invited', 'group', 'product', 'collection', 'programme'],
      { zh: '来源', en: 'Source' },
      { required: true },
    ),
    textField('target', { zh: '对象', en: 'Target' }, { index: true }),
    rateField('fromBps', { zh: '原费率（基点）', en: 'Rate before (basis points)' }),
    rateField('toBps', { zh: '新费率（基点）', en: 'Rate after (basis points)' }),
    dateField('announcedAt', { zh: '公布时间', en: 'Announced at' }, { required: true }),
    dateField('effectiveAt', { zh: '对已在推广者生效', en: 'In force for those who promote already' }, { required: true }),
    textField('actor', { zh: '谁', en: 'Actor' }),
  ],
}

/** A code that lowers a price. With an owner it also credits her (ATT-16); public or excluded codes never do (ATT-17). */
export const coupons: CollectionConfig = {
  slug: 'coupons',
  labels: labels('优惠码', 'Coupon'),
  admin: { group: groups.sales, useAsTitle: 'code', defaultColumns: ['code', 'kind', 'creator', 'programme', 'status', 'used'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    // The code in capitals without spaces: what is compared.
    keyField({ zh: '唯一键', en: 'Unique key' }),
    textField('code', { zh: '优惠码', en: 'Code' }, { required: true, maxLength: 40 }),
    choice('kind', ['fixed', 'percent'], { zh: '种类', en: 'Kind' }, { required: true }),
    amountField('amount', { zh: '立减金额', en: 'Amount off' }, { min: 1 }),
    rateField('bps', { zh: '折扣（基点）', en: 'Per cent off (basis points)' }, 10_000),
    currencyField(),
    linkTo('creator', 'creators', { zh: '归属创作者', en: 'Owner' }, { index: true }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }, { index: true }),
    { name: 'isPublic', type: 'checkbox', defaultValue: false, label: { zh: '全站公开', en: 'Public, site-wide' } },
    { name: 'attributes', type: 'checkbox', defaultValue: true, label: { zh: '计入归属', en: 'Credits its owner' } },
    linkTo('products', 'products', { zh: '仅限商品', en: 'Only these products' }, { hasMany: true } as never),
    linkTo('excludedProducts', 'products', { zh: '不适用商品', en: 'Not these products' }, { hasMany: true } as never),
    amountField('minGoods', { zh: '最低商品金额', en: 'Least value of goods' }, { min: 0 }),
    amountField('maxDiscount', { zh: '最高优惠', en: 'Most it takes off' }, { min: 1 }),
    numberField('limitTotal', { zh: '总次数', en: 'Uses in total' }, { min: 1 }),
    numberField('limitPerPerson', { zh: '每人次数', en: 'Uses per person' }, { min: 1 }),
    numberField('used', { zh: '已用', en: 'Used' }, { required: true, defaultValue: 0, min: 0 }),
    dateField('startsAt', { zh: '开始', en: 'Starts' }),
    dateField('endsAt', { zh: '结束', en: 'Ends' }),
    choice('status', ['active', 'paused', 'ended'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'active' }),
    textField('actor', { zh: '谁', en: 'Actor' }),
  ],
}

/** One use of a code by one order. `key` is `<coupon>:<order>`; given back when the order is let go. */
export const couponUses: CollectionConfig = {
  slug: 'coupon-uses',
  labels: labels('优惠码使用', 'Coupon use'),
  admin: { group: groups.sales, defaultColumns: ['coupon', 'order', 'amount', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('coupon', 'coupons', { zh: '优惠码', en: 'Coupon' }, { required: true, index: true }),
    textField('order', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    textField('person', { zh: '谁（哈希）', en: 'Person (hash)' }, { required: true, index: true, access: { read: () => false } }),
    amountField('amount', { zh: '优惠金额', en: 'Taken off' }, { required: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
    dateField('releasedAt', { zh: '退回时间', en: 'Given back at' }),
  ],
}

/** ATT-09: a buyer bound to a creator under a programme with lifetime binding. `key` is `<programme>:<buyer>:<n>`. */
export const attributionBindings: CollectionConfig = {
  slug: 'attribution-bindings',
  labels: labels('客户绑定', 'Binding'),
  admin: { group: groups.money, defaultColumns: ['programme', 'creator', 'boundAt', 'until'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }, { required: true, index: true }),
    textField('account', { zh: '账号', en: 'Account' }, { required: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    textField('touch', { zh: '触点', en: 'Touch' }),
    textField('order', { zh: '订单', en: 'Order' }),
    dateField('boundAt', { zh: '绑定时间', en: 'Bound at' }, { required: true }),
    dateField('until', { zh: '到期', en: 'Until' }, { required: true }),
  ],
}

/** Append-only (ATT-18): a visitor's touches joined to the account that logged in there, or that joining undone. */
export const touchJoins: CollectionConfig = {
  slug: 'touch-joins',
  labels: labels('触点合并', 'Touch join'),
  admin: { group: groups.money, defaultColumns: ['visitor', 'account', 'kind', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    textField('visitor', { zh: '访客', en: 'Visitor' }, { required: true, index: true }),
    textField('account', { zh: '账号', en: 'Account' }, { required: true, index: true }),
    choice('kind', ['join', 'undo'], { zh: '种类', en: 'Kind' }, { required: true }),
    textField('reason', { zh: '原因', en: 'Reason' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** A shop that sells elsewhere and tells of it by signed requests (`POST /v1/conversions`). */
export const salesPartners: CollectionConfig = {
  slug: 'sales-partners',
  labels: labels('站外店铺', 'Off-site shop'),
  admin: { group: groups.sales, useAsTitle: 'name', defaultColumns: ['name', 'keyId', 'status'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    textField('name', { zh: '名称', en: 'Name' }, { required: true, maxLength: 120 }),
    textField('keyId', { zh: '密钥编号', en: 'Key id' }, { required: true, unique: true, index: true }),
    textField(
      'secretSealed',
      { zh: '密钥（加密）', en: 'Secret (sealed)' },
      { required: true, hidden: true, access: { read: () => false } },
    ),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }, { required: true }),
    choice('status', ['active', 'off'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'active' }),
    textField('actor', { zh: '谁', en: 'Actor' }),
  ],
}

/** Append-only: a sale, or a refund of one, that another shop told us. `key` is `<partner>:<kind>:<its id>`. */
export const conversions: CollectionConfig = {
  slug: 'conversions',
  labels: labels('站外成交', 'Conversion'),
  admin: { group: groups.sales, defaultColumns: ['partner', 'kind', 'externalId', 'baseAmount', 'commission', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('partner', 'sales-partners', { zh: '站外店铺', en: 'Off-site shop' }, { required: true, index: true }),
    choice('kind', ['sale', 'refund'], { zh: '种类', en: 'Kind' }, { required: true }),
    textField('externalId', { zh: '对方单号', en: 'Their id' }, { required: true, index: true }),
    textField('sale', { zh: '所退的成交', en: 'Sale refunded' }, { index: true }),
    textField('linkCode', { zh: '链接短码', en: 'Link code' }),
    textField('visitor', { zh: '访客', en: 'Visitor' }, { access: { read: () => false } }),
    textField('couponCode', { zh: '优惠码', en: 'Coupon code' }),
    currencyField(),
    linkTo('creator', 'creators', { zh: '计佣创作者', en: 'Credited creator' }, { index: true }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }),
    amountField('baseAmount', { zh: '佣金基数', en: 'Commission base' }, { required: true }),
    amountField('commission', { zh: '佣金', en: 'Commission' }, { required: true }),
    dateField('checkoutStartedAt', { zh: '开始结账', en: 'Checkout started at' }),
    dateField('soldAt', { zh: '成交时间', en: 'Sold at' }, { required: true, index: true }),
    dateField('at', { zh: '收到时间', en: 'Received at' }, { required: true, index: true }),
    {
      name: 'lines',
      type: 'array',
      fields: [
        textField('line', { zh: '对方行号', en: 'Their line' }, { required: true }),
        textField('title', { zh: '名称', en: 'Title' }),
        amountField('paidAmount', { zh: '实付', en: 'Paid amount' }, { required: true }),
        amountField('taxAmount', { zh: '税额', en: 'Tax' }, { required: true }),
        amountField('baseAmount', { zh: '佣金基数', en: 'Commission base' }, { required: true }),
        amountField('commission', { zh: '佣金', en: 'Commission' }, { required: true }),
        rateField('rateBps', { zh: '费率（基点）', en: 'Rate (basis points)' }),
        numberField('holdDays', { zh: '冻结期（天）', en: 'Hold (days)' }),
        textField('reason', { zh: '结论', en: 'Reason' }),
        { ...factsField('decision'), access: { read: () => false } } as CollectionConfig['fields'][number],
      ],
    },
  ],
}

/** Rates of tax by place and kind of goods; the narrowest that fits applies. Without a row, the shop's own rate. */
export const taxRates: CollectionConfig = {
  slug: 'tax-rates',
  labels: labels('税率', 'Tax rate'),
  admin: { group: groups.sales, useAsTitle: 'country', defaultColumns: ['country', 'region', 'category', 'bps'] },
  access: { read: moneyStaff, create: moneyStaff, update: moneyStaff, delete: moneyStaff },
  fields: [
    idField(),
    textField('country', { zh: '国家（两位代码）', en: 'Country (two letters)' }, { required: true, maxLength: 2, index: true }),
    textField('region', { zh: '省/州', en: 'Region' }, { maxLength: 60 }),
    linkTo('category', 'categories', { zh: '类目', en: 'Category' }),
    rateField('bps', { zh: '税率（基点）', en: 'Rate (basis points)' }, 5000, { required: true }),
    choice('mode', ['included', 'added'], { zh: '含税或另计', en: 'Included or added' }, { required: true, defaultValue: 'included' }),
  ],
}

/** Ways of delivery: a flat price, or by weight; free from a value of goods. */
export const shippingRates: CollectionConfig = {
  slug: 'shipping-rates',
  labels: labels('运费', 'Shipping rate'),
  admin: { group: groups.sales, useAsTitle: 'name', defaultColumns: ['name', 'kind', 'countries', 'base', 'perStep', 'status'] },
  access: { read: moneyStaff, create: moneyStaff, update: moneyStaff, delete: nobody },
  hooks: { afterChange: [purgePagesOf(() => [tag.site()])] },
  fields: [
    idField(),
    textField('name', { zh: '名称', en: 'Name' }, { required: true, localized: true, maxLength: 60 }),
    choice('kind', ['flat', 'weight'], { zh: '种类', en: 'Kind' }, { required: true, defaultValue: 'flat' }),
    textField(
      'countries',
      { zh: '国家（两位代码，逗号分开；空着即全部）', en: 'Countries (two letters, commas; empty: all)' },
      { maxLength: 400 },
    ),
    amountField('base', { zh: '起价', en: 'Base price' }, { required: true, min: 0 }),
    numberField('stepGrams', { zh: '每步重量（克）', en: 'Step (grams)' }, { min: 1 }),
    amountField('perStep', { zh: '每步加价', en: 'Price of a step' }, { min: 0 }),
    numberField('includedGrams', { zh: '起价含重量（克）', en: 'Weight inside the base (grams)' }, { min: 0 }),
    amountField('freeFrom', { zh: '满额包邮', en: 'Free from' }, { min: 0 }),
    numberField('position', { zh: '次序', en: 'Position' }, { defaultValue: 0 }),
    choice('status', ['active', 'archived'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'active' }),
  ],
}
