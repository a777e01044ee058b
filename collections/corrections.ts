import type { CollectionConfig } from 'payload'
import { takingReasons } from '../src/modules/ledger/index.ts'
import { anyOf, fieldRoleIs, flowsOnly, moneyStaff, ownCreator } from './access/index.ts'
import { amountField, choice, currencyField, dateField, idField, keyField, linkTo, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

/**
 * Append-only: what finance did to a creator's commissions by hand. `taken`: clawed back of one order (ATT-29), `amount` below zero.
 * `credited`: an order that she missed and that a claim found (ATT-40); `key` is then `claim:<claim>`.
 */
export const corrections: CollectionConfig = {
  slug: 'corrections',
  labels: labels('手工更正', 'Correction'),
  admin: { group: groups.money, defaultColumns: ['creator', 'kind', 'amount', 'reason', 'at'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownCreator('creator')) },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    choice('kind', ['taken', 'credited'], { zh: '种类', en: 'Kind' }, { required: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    // The order, or the sale of another shop. A creator who missed an order learns no more of it than her claim told her.
    textField('order', { zh: '订单', en: 'Order' }, { required: true, index: true, access: { read: fieldRoleIs('finance', 'admin') } }),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
    currencyField(),
    choice('reason', [...takingReasons, 'missed_order'], { zh: '原因', en: 'Reason' }, { required: true }),
    textField('note', { zh: '备注', en: 'Note' }, { required: true, maxLength: 500, access: { read: fieldRoleIs('finance', 'admin') } }),
    textField('claim', { zh: '漏单申诉', en: 'Order claim' }, { index: true }),
    textField('actor', { zh: '谁', en: 'Actor' }, { required: true, access: { read: fieldRoleIs('finance', 'admin') } }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}
