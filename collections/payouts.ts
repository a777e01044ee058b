import type { CollectionConfig } from 'payload'
import { anyOf, fieldRoleIs, flowsOnly, moneyStaff, ownCreator } from './access/index.ts'
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
  textField,
} from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

/** Append-only: the hash of a run of entries and of the seal before it. Written by one job; `key` is `seal:<first number>`. */
export const ledgerSeals: CollectionConfig = {
  slug: 'ledger-seals',
  labels: labels('账目封印', 'Ledger seal'),
  admin: { group: groups.money, defaultColumns: ['from', 'to', 'hash', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    numberField('from', { zh: '从序号', en: 'From sequence' }, { required: true, index: true }),
    numberField('to', { zh: '到序号', en: 'To sequence' }, { required: true, unique: true, index: true }),
    textField('previous', { zh: '上一封印', en: 'Seal before' }, { required: true }),
    textField('hash', { zh: '哈希', en: 'Hash' }, { required: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** Append-only: a commission held back by a signal, a dispute or staff, and its release. */
export const holds: CollectionConfig = {
  slug: 'holds',
  labels: labels('冻结', 'Hold'),
  admin: { group: groups.money, defaultColumns: ['creator', 'kind', 'reason', 'orderLine', 'until', 'at'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    choice('kind', ['hold', 'release'], { zh: '种类', en: 'Kind' }, { required: true }),
    // Of a release: the hold that it ends.
    textField('hold', { zh: '所解除的冻结', en: 'Hold that it ends' }, { index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    // Empty: all that she has outstanding.
    textField('orderLine', { zh: '订单行', en: 'Order line' }, { index: true }),
    choice(
      'reason',
      ['fraud_signal', 'dispute', 'refund_request', 'staff', 'ban', 'reviewed_fine', 'expired', 'dispute_won', 'request_closed'],
      { zh: '原因', en: 'Reason' },
      { required: true },
    ),
    textField('signal', { zh: '信号', en: 'Signal' }),
    textField('note', { zh: '备注', en: 'Note' }, { maxLength: 500, access: { read: () => false } }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('until', { zh: '最迟复核', en: 'Reviewed by' }, { index: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** Where a creator is paid. Sealed with a key of the site; shown masked. One for each creator: `key` is her id. */
export const payoutAccounts: CollectionConfig = {
  slug: 'payout-accounts',
  labels: labels('收款账户', 'Payout account'),
  admin: { group: groups.money, hidden: true },
  access: { ...flowsOnly, read: () => false },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    choice('method', ['bank', 'paypal', 'stripe'], { zh: '方式', en: 'Method' }, { required: true }),
    textField('sealed', { zh: '加密内容', en: 'Sealed details' }, { required: true }),
    textField('masked', { zh: '掩码', en: 'Masked' }, { required: true }),
    // A keyed hash of the details: two accounts with the same bank account are found without opening either (ATT-37).
    textField('fingerprint', { zh: '指纹', en: 'Fingerprint' }, { required: true, index: true }),
    dateField('changedAt', { zh: '更新时间', en: 'Changed at' }, { required: true }),
  ],
}

/** A payout run: preview, lock, send, confirm (ATT-33). Two persons above a limit. */
export const payoutRuns: CollectionConfig = {
  slug: 'payout-runs',
  labels: labels('打款批次', 'Payout run'),
  admin: { group: groups.money, useAsTitle: 'number', defaultColumns: ['number', 'state', 'total', 'currency', 'lockedAt'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    textField('number', { zh: '批次号', en: 'Number' }, { required: true, index: true }),
    choice('state', ['locked', 'sent', 'confirmed', 'cancelled'], { zh: '状态', en: 'State' }, { required: true, index: true }),
    dateField('cutoff', { zh: '截止', en: 'Cut-off' }, { required: true }),
    currencyField(),
    amountField('total', { zh: '合计', en: 'Total' }, { required: true }),
    numberField('count', { zh: '笔数', en: 'Payouts' }, { required: true }),
    choice('adapter', ['file', 'bank', 'paypal', 'stripe'], { zh: '渠道', en: 'Adapter' }, { required: true, defaultValue: 'file' }),
    textField('lockedBy', { zh: '锁定人', en: 'Locked by' }, { required: true }),
    textField('approvedBy', { zh: '复核人', en: 'Approved by' }),
    textField('sentBy', { zh: '发送人', en: 'Sent by' }),
    dateField('lockedAt', { zh: '锁定时间', en: 'Locked at' }, { required: true }),
    dateField('approvedAt', { zh: '复核时间', en: 'Approved at' }),
    dateField('sentAt', { zh: '发送时间', en: 'Sent at' }),
    dateField('endedAt', { zh: '结束时间', en: 'Ended at' }),
  ],
}

/** What one creator is sent in one run. `key` is `<run>:<creator>`. */
export const payouts: CollectionConfig = {
  slug: 'payouts',
  labels: labels('打款', 'Payout'),
  admin: { group: groups.money, defaultColumns: ['run', 'creator', 'amount', 'state', 'masked'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('run', 'payout-runs', { zh: '批次', en: 'Run' }, { required: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    choice('state', ['locked', 'sent', 'confirmed', 'failed', 'cancelled'], { zh: '状态', en: 'State' }, { required: true, index: true }),
    amountField('amount', { zh: '实发', en: 'Sent amount' }, { required: true }),
    amountField('taxAmount', { zh: '代扣税', en: 'Tax withheld' }, { required: true, defaultValue: 0 }),
    currencyField(),
    choice('method', ['bank', 'paypal', 'stripe'], { zh: '方式', en: 'Method' }, { required: true }),
    textField('masked', { zh: '账户（掩码）', en: 'Account (masked)' }, { required: true }),
    textField('reference', { zh: '渠道单号', en: 'Provider reference' }),
    textField('failure', { zh: '失败原因', en: 'Why it failed' }, { maxLength: 300 }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
    dateField('endedAt', { zh: '结束时间', en: 'Ended at' }),
  ],
}

/**
 * Append-only: what a payout is made of, one row for each line of a creator. `key` is `<creator>:<line>:<n>`, n the number of
 * her payout lines before, so that two runs cannot pay the same thing.
 */
export const payoutLines: CollectionConfig = {
  slug: 'payout-lines',
  labels: labels('打款明细', 'Payout line'),
  admin: { group: groups.money, defaultColumns: ['payout', 'creator', 'orderLine', 'amount'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('payout', 'payouts', { zh: '打款', en: 'Payout' }, { required: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    textField('orderLine', { zh: '订单行或调整', en: 'Order line or adjustment' }, { required: true, index: true }),
    textField('order', { zh: '订单', en: 'Order' }),
    ...pieceFields(false),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
    currencyField(),
    // `hold_over`, or `clawback` of what fills a balance below zero (ATT-29). Both are empty in rows from before they were kept.
    textField('reason', { zh: '原因', en: 'Reason' }),
    textField('actor', { zh: '谁', en: 'Actor' }, { access: { read: fieldRoleIs('finance', 'admin') } }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** Append-only: the statement of one creator for one month, as it was made. `key` is `<creator>:<month>:<currency>`. */
export const statements: CollectionConfig = {
  slug: 'statements',
  labels: labels('对账单', 'Statement'),
  admin: { group: groups.money, defaultColumns: ['creator', 'month', 'closing', 'currency'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    textField('month', { zh: '月份', en: 'Month' }, { required: true, index: true }),
    currencyField(),
    amountField('opening', { zh: '期初', en: 'Opening balance' }, { required: true }),
    amountField('earned', { zh: '计入', en: 'Earned' }, { required: true }),
    amountField('reversed', { zh: '冲回', en: 'Taken back' }, { required: true }),
    amountField('adjusted', { zh: '调整', en: 'Adjusted' }, { required: true }),
    amountField('paidOut', { zh: '已打款', en: 'Paid out' }, { required: true }),
    amountField('closing', { zh: '期末', en: 'Closing balance' }, { required: true }),
    numberField('lastSequence', { zh: '到序号', en: 'Up to sequence' }, { required: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** Append-only: the tier of a creator from a day on (ATT-35). `key` is `<creator>:<day>`. */
export const creatorTiers: CollectionConfig = {
  slug: 'creator-tiers',
  labels: labels('创作者等级', 'Creator tier'),
  admin: { group: groups.money, defaultColumns: ['creator', 'tier', 'from', 'sales'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    textField('tier', { zh: '等级', en: 'Tier' }, { required: true }),
    amountField('sales', { zh: '90 天净销售', en: 'Net sales of 90 days' }, { required: true }),
    currencyField(),
    dateField('from', { zh: '生效', en: 'In force from' }, { required: true }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** Flat fees and pay per view (ATT-36): with proof and a cap, held like any earning. */
export const bonuses: CollectionConfig = {
  slug: 'bonuses',
  labels: labels('奖励', 'Bonus', 'Bonuses'),
  admin: { group: groups.money, defaultColumns: ['creator', 'kind', 'amount', 'state', 'at'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }),
    choice('kind', ['flat', 'per_view'], { zh: '种类', en: 'Kind' }, { required: true }),
    choice('state', ['proposed', 'granted', 'refused'], { zh: '状态', en: 'State' }, { required: true }),
    ...pieceFields(false),
    numberField('views', { zh: '观看数', en: 'Views' }, { min: 0 }),
    amountField('perThousand', { zh: '每千次', en: 'Per thousand views' }, { min: 0 }),
    amountField('cap', { zh: '上限', en: 'Cap' }, { required: true, min: 1 }),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true, min: 0 }),
    currencyField(),
    textField('proof', { zh: '凭据', en: 'Proof' }, { required: true, maxLength: 1000 }),
    textField('proposedBy', { zh: '提出人', en: 'Proposed by' }, { required: true }),
    textField('decidedBy', { zh: '决定人', en: 'Decided by' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
    dateField('decidedAt', { zh: '决定时间', en: 'Decided at' }),
  ],
}

/** What a proof of the books found, one row for each run of it. */
export const bookChecks: CollectionConfig = {
  slug: 'book-checks',
  labels: labels('核对结果', 'Proof of the books', 'Proofs of the books'),
  admin: { group: groups.money, defaultColumns: ['at', 'kind', 'findings', 'seconds'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    choice('kind', ['books', 'labels'], { zh: '种类', en: 'Kind' }, { required: true, index: true }),
    numberField('looked', { zh: '查了多少行', en: 'Rows looked at' }, { required: true }),
    numberField('findings', { zh: '发现', en: 'Findings' }, { required: true }),
    numberField('seconds', { zh: '用时（秒）', en: 'Seconds' }),
    factsField('facts'),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}
