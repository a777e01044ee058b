import type { CollectionConfig } from 'payload'
import { anyOf, flowsOnly, moneyStaff, ownCreator } from './access/index.ts'
import { choice, dateField, factsField, idField, keyField, linkTo, numberField, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

/** Append-only (ATT-37): what looked wrong about a creator or an order, with its points. `key` says what it is about, so that it is told once. */
export const fraudSignals: CollectionConfig = {
  slug: 'fraud-signals',
  labels: labels('风险信号', 'Fraud signal'),
  admin: { group: groups.money, defaultColumns: ['creator', 'code', 'points', 'order', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    textField('order', { zh: '订单', en: 'Order' }, { index: true }),
    textField('orderLine', { zh: '订单行', en: 'Order line' }, { index: true }),
    textField('code', { zh: '信号', en: 'Code' }, { required: true, index: true }),
    numberField('points', { zh: '分数', en: 'Points' }, { required: true, min: 0, max: 100 }),
    factsField('facts'),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

/** Append-only (ATT-38): what staff decided about signals, and bans with their reason. */
export const fraudDecisions: CollectionConfig = {
  slug: 'fraud-decisions',
  labels: labels('风险处理', 'Fraud decision'),
  admin: { group: groups.money, defaultColumns: ['creator', 'kind', 'reason', 'actor', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    textField('signal', { zh: '信号', en: 'Signal' }, { index: true }),
    choice('kind', ['fine', 'confirmed', 'ban', 'unban'], { zh: '种类', en: 'Kind' }, { required: true }),
    choice(
      'reason',
      ['self_dealing', 'fake_orders', 'stolen_payment', 'ad_hijack', 'false_disclosure', 'terms', 'mistake', 'appeal_upheld', 'none'],
      { zh: '原因', en: 'Reason' },
      { required: true },
    ),
    textField('note', { zh: '备注', en: 'Note' }, { maxLength: 1000 }),
    textField('actor', { zh: '谁', en: 'Actor' }, { required: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** ATT-40: a creator misses an order; the system answers with the rule that excluded it, or a person does. */
export const orderClaims: CollectionConfig = {
  slug: 'order-claims',
  labels: labels('漏单申诉', 'Order claim'),
  admin: { group: groups.money, defaultColumns: ['creator', 'state', 'rule', 'at', 'dueAt'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    choice('state', ['answered', 'open', 'closed'], { zh: '状态', en: 'State' }, { required: true, index: true }),
    textField('hint', { zh: '线索', en: 'Hint' }, { required: true, maxLength: 300 }),
    textField('order', { zh: '订单', en: 'Order' }, { access: { read: () => false } }),
    textField('rule', { zh: '规则', en: 'Rule' }),
    textField('finding', { zh: '结论', en: 'Finding' }),
    textField('answer', { zh: '答复', en: 'Answer' }, { maxLength: 1000 }),
    textField('answeredBy', { zh: '答复人', en: 'Answered by' }, { access: { read: () => false } }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
    dateField('dueAt', { zh: '最迟答复', en: 'Answer by' }, { index: true }),
    dateField('answeredAt', { zh: '答复时间', en: 'Answered at' }),
  ],
}
