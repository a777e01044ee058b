import type { CollectionConfig } from 'payload'
import { tag } from '../src/lib/page-tags.ts'
import { maxRateBps } from '../src/modules/attribution/index.ts'
import { admins, anyOf, fieldRoleIs, flowsOnly, moneyStaff, nobody, noField, ownCreator, roleIs } from './access/index.ts'
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
  pieceFields,
  rateField,
  textField,
} from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'
import { holdCoversReturns } from './hooks/hold-covers-returns.ts'
import { purgePagesOf } from './hooks/purge-pages.ts'
import { targetKinds } from './social.ts'

/** Tiers of a programme (ATT-35): the rate of who sold this much in 90 days. */
const tierFields: CollectionConfig['fields'] = [
  textField('name', { zh: '等级', en: 'Tier' }, { required: true, maxLength: 40 }),
  amountField('fromSales', { zh: '90 天净销售达到', en: 'From net sales of 90 days' }, { required: true, min: 0 }),
  rateField('rateBps', { zh: '费率（基点）', en: 'Rate (basis points)' }, maxRateBps, { required: true }),
]

/** The terms on which creators earn. What an order froze stays as it was. */
export const programmes: CollectionConfig = {
  slug: 'programmes',
  labels: labels('佣金计划', 'Programme'),
  admin: { group: groups.money, useAsTitle: 'name', defaultColumns: ['name', 'rateBps', 'windowDays', 'status'] },
  access: { read: roleIs('creator', 'editor', 'finance', 'admin'), create: moneyStaff, update: moneyStaff, delete: nobody },
  disableDuplicate: true,
  hooks: { beforeChange: [holdCoversReturns], afterChange: [purgePagesOf(() => [tag.site()])] },
  fields: [
    idField(),
    textField('name', { zh: '名称', en: 'Name' }, { required: true, localized: true }),
    // Rates are set at /desk/programmes, where a cut is announced and logged (ATT-15); this door only shows them.
    rateField('rateBps', { zh: '费率（基点）', en: 'Rate (basis points)' }, maxRateBps, { required: true, access: { update: noField } }),
    numberField('windowDays', { zh: '点击窗口（天）', en: 'Click window (days)' }, { required: true, defaultValue: 30, min: 1, max: 90 }),
    choice(
      'model',
      ['last_touch', 'first_touch', 'linear', 'position', 'time_decay', 'coupon_wins'],
      { zh: '归因模型', en: 'Model' },
      { required: true, defaultValue: 'last_touch' },
    ),
    rateField('indirectRateBps', { zh: '间接费率（基点；空着同上）', en: 'Indirect rate (basis points; empty: the same)' }, maxRateBps, {
      access: { update: noField },
    }),
    rateField('capBps', { zh: '合计上限（基点）', en: 'Cap of all together (basis points)' }, 8000, {
      defaultValue: 5000,
      access: { update: noField },
    }),
    choice(
      'couponRule',
      ['coupon_wins', 'touch_wins', 'split'],
      { zh: '优惠码与链接冲突时', en: 'When code and link have different owners' },
      { defaultValue: 'coupon_wins' },
    ),
    numberField('cartDays', { zh: '购物车规则（天）', en: 'Cart rule (days)' }, { defaultValue: 89, min: 0, max: 90 }),
    numberField(
      'bindDays',
      { zh: '终身绑定（天；0 为关）', en: 'Lifetime binding (days; 0 is off)' },
      { defaultValue: 0, min: 0, max: 1095 },
    ),
    // Who is in and whether it runs decides what its creators earn: that, too, is changed at /desk/programmes (ATT-15).
    choice('joining', ['open', 'invited'], { zh: '加入方式', en: 'Who may join' }, { defaultValue: 'open', access: { update: noField } }),
    // LAW-2: one level of reward; two waits for its confirmation text, three can never be stored.
    choice('maxDepth', ['0', '1'], { zh: '奖励层级', en: 'Levels of reward' }, { defaultValue: '1' }),
    {
      name: 'tiers',
      type: 'array',
      maxRows: 6,
      access: { update: noField },
      labels: { singular: { zh: '等级', en: 'Tier' }, plural: { zh: '等级', en: 'Tiers' } },
      label: { zh: '等级（按 90 天净销售）', en: 'Tiers (by net sales of 90 days)' },
      fields: tierFields,
    },
    choice(
      'holdDays',
      ['0', '7', '14', '15', '30', '60', '90'],
      { zh: '冻结期（天）', en: 'Hold (days)' },
      { required: true, defaultValue: '15' },
    ),
    choice(
      'status',
      ['active', 'closed'],
      { zh: '状态', en: 'Status' },
      { required: true, defaultValue: 'active', access: { update: noField } },
    ),
    {
      name: 'isDefault',
      type: 'checkbox',
      defaultValue: false,
      access: { update: noField },
      label: { zh: '默认计划', en: 'Default programme' },
    },
  ],
}

/**
 * Append-only double entry. `amount` is signed; what is owed to a creator is positive on her account; the entries of
 * a `transaction` sum to zero per currency. Exactly one source; nothing is ever set later.
 */
export const ledgerEntries: CollectionConfig = {
  slug: 'ledger-entries',
  labels: labels('分录', 'Ledger entry', 'Ledger entries'),
  admin: { group: groups.money, defaultColumns: ['sequence', 'account', 'kind', 'amount', 'at'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    numberField('sequence', { zh: '序号', en: 'Sequence' }, { required: true, unique: true, index: true }),
    textField('transaction', { zh: '交易', en: 'Transaction' }, { required: true, index: true }),
    textField('account', { zh: '科目', en: 'Account' }, { required: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { index: true }),
    choice(
      'kind',
      ['accrue', 'reverse', 'adjust', 'clawback', 'payout', 'payout_fail', 'tax_withheld'],
      { zh: '种类', en: 'Kind' },
      { required: true },
    ),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
    currencyField(),
    choice('sourceKind', ['order_line', 'refund_line', 'payout', 'adjustment'], { zh: '来源', en: 'Source' }, { required: true }),
    textField('sourceId', { zh: '来源编号', en: 'Source id' }, { required: true, index: true }),
    textField('order', { zh: '订单', en: 'Order' }, { index: true }),
    textField('orderLine', { zh: '订单行', en: 'Order line' }, { index: true }),
    ...pieceFields(false),
    factsField('rate'),
    textField('reason', { zh: '原因', en: 'Reason' }),
    // Whoever of the shop caused it is the shop's to know. Empty in rows from before it was kept.
    textField('actor', { zh: '谁', en: 'Actor' }, { access: { read: fieldRoleIs('finance', 'admin') } }),
    { name: 'test', type: 'checkbox', defaultValue: false, label: { zh: '测试', en: 'Test' } },
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

/**
 * Append-only and pseudonymous: one recorded contact with creator content (ATT-01). `account` is never set later;
 * joining a visitor to an account is a row of its own. Many fields wait for what is not built yet: they cannot be
 * filled in afterwards.
 */
export const touches: CollectionConfig = {
  slug: 'touches',
  labels: labels('触点', 'Touch', 'Touches'),
  admin: { group: groups.money, defaultColumns: ['at', 'kind', 'creator', 'piece', 'product'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    choice('kind', ['click', 'scan', 'coupon', 'tag-open', 'live-open', 'agent-citation'], { zh: '种类', en: 'Kind' }, { required: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
    textField('visitor', { zh: '访客', en: 'Visitor' }, { index: true }),
    textField('account', { zh: '账号', en: 'Account' }, { index: true }),
    textField('link', { zh: '链接', en: 'Link' }, { index: true }),
    textField('creator', { zh: '创作者', en: 'Creator' }, { index: true }),
    textField('piece', { zh: '内容', en: 'Piece' }, { index: true }),
    textField('placement', { zh: '位置', en: 'Placement' }),
    textField('product', { zh: '商品', en: 'Product' }),
    textField('programme', { zh: '佣金计划', en: 'Programme' }),
    textField('channel', { zh: '渠道', en: 'Channel' }),
    textField('campaign', { zh: '活动', en: 'Campaign' }),
    textField('parentShare', { zh: '上级分享', en: 'Parent share' }),
    textField('referrerHost', { zh: '来源域名', en: 'Referrer host' }),
    choice('consent', ['granted', 'denied', 'unknown'], { zh: '同意', en: 'Consent' }),
    textField('device', { zh: '设备', en: 'Device class' }),
    textField('userAgentHash', { zh: '浏览器哈希', en: 'User-agent hash' }),
    textField('repeatOf', { zh: '重复于', en: 'Repeat of' }),
  ],
}

const oneRowPerPair = (slug: 'follows' | 'reactions', zh: string, en: string, target: CollectionConfig['fields']): CollectionConfig => ({
  slug,
  labels: labels(zh, en),
  admin: { group: groups.people, hidden: true },
  access: { ...flowsOnly, read: anyOf(admins, ({ req }) => (req.user ? { user: { equals: req.user.id } } : false)) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('user', 'users', { zh: '账号', en: 'Account' }, { required: true, index: true }),
    ...target,
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
})

export const follows = oneRowPerPair('follows', '关注', 'Follow', [
  linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
])

export const reactions = oneRowPerPair('reactions', '点赞', 'Reaction', [
  choice('pieceKind', targetKinds, { zh: '对象类型', en: 'Kind of target' }, { required: true }),
  textField('piece', { zh: '对象', en: 'Target' }, { required: true, index: true }),
  choice('kind', ['like'], { zh: '种类', en: 'Kind' }, { required: true, defaultValue: 'like' }),
])

/** What changes often about a subject, unversioned: likes of a piece, followers of a creator. Derived, repairable. */
export const counters: CollectionConfig = {
  slug: 'counters',
  labels: labels('计数', 'Counter'),
  admin: { group: groups.system, hidden: true },
  access: { ...flowsOnly, read: admins },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    numberField('value', { zh: '值', en: 'Value' }, { required: true, defaultValue: 0 }),
  ],
}
