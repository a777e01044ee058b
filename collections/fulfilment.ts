import type { CollectionConfig } from 'payload'
import { anyOf, flowsOnly, moneyStaff, ownAccount } from './access/index.ts'
import { amountField, choice, currencyField, dateField, idField, keyField, linkTo, numberField, textField } from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'

const goods = (min: number): CollectionConfig['fields'][number] => ({
  name: 'lines',
  type: 'array',
  required: true,
  minRows: min,
  fields: [
    textField('orderLine', { zh: '订单行', en: 'Order line' }, { required: true }),
    numberField('quantity', { zh: '数量', en: 'Quantity' }, { required: true, min: 1 }),
  ],
})

/** One parcel of an order. What was sent of a line is the sum of its parcels; an order may need several. */
export const shipments: CollectionConfig = {
  slug: 'shipments',
  labels: labels('发货', 'Shipment'),
  admin: { group: groups.sales, defaultColumns: ['order', 'state', 'carrier', 'tracking', 'shippedAt'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    choice('state', ['shipped', 'delivered', 'lost', 'cancelled'], { zh: '状态', en: 'State' }, { required: true, index: true }),
    textField('carrier', { zh: '承运方', en: 'Carrier' }, { maxLength: 60 }),
    textField('tracking', { zh: '运单号', en: 'Tracking number' }, { maxLength: 80 }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('shippedAt', { zh: '发货时间', en: 'Sent at' }, { required: true }),
    dateField('deliveredAt', { zh: '送达时间', en: 'Delivered at' }, { index: true }),
    goods(1),
  ],
}

/** What a buyer asks for; what is given is a refund. One open request for each order: `openKey` is the order's id while it is open. */
export const refundRequests: CollectionConfig = {
  slug: 'refund-requests',
  labels: labels('退款申请', 'Refund request'),
  admin: { group: groups.sales, defaultColumns: ['order', 'state', 'reasonCode', 'at'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownAccount('user')) },
  fields: [
    idField(),
    // While it is open `open:<order>`, afterwards its own id: one open request for each order.
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    linkTo('user', 'users', { zh: '账号', en: 'Account' }, { index: true }),
    choice('state', ['asked', 'approved', 'declined', 'withdrawn'], { zh: '状态', en: 'State' }, { required: true, index: true }),
    choice(
      'reasonCode',
      ['no_reason', 'damaged', 'wrong_item', 'not_as_described', 'not_received', 'other'],
      { zh: '原因', en: 'Reason' },
      { required: true },
    ),
    textField('words', { zh: '说明', en: 'In the buyer’s words' }, { maxLength: 1000 }),
    linkTo('pictures', 'media', { zh: '图片', en: 'Pictures' }, { hasMany: true, maxRows: 6 } as never),
    goods(1),
    amountField('expectedAmount', { zh: '预计金额', en: 'Amount it would be' }, { required: true }),
    currencyField(),
    textField('answer', { zh: '答复', en: 'Answer' }, { maxLength: 1000 }),
    textField('answeredBy', { zh: '答复人', en: 'Answered by' }),
    textField('refund', { zh: '退款', en: 'Refund' }),
    dateField('at', { zh: '申请时间', en: 'Asked at' }, { required: true, index: true }),
    dateField('answeredAt', { zh: '答复时间', en: 'Answered at' }),
  ],
}

/** A payment that the buyer's bank questions (ATT-30). `key` is `<provider>:<its id>`. */
export const disputes: CollectionConfig = {
  slug: 'disputes',
  labels: labels('争议', 'Dispute'),
  admin: { group: groups.sales, defaultColumns: ['order', 'state', 'amount', 'reason', 'openedAt'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('payment', 'payments', { zh: '支付', en: 'Payment' }, { required: true, index: true }),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    choice('state', ['open', 'won', 'lost'], { zh: '状态', en: 'State' }, { required: true }),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
    currencyField(),
    textField('reason', { zh: '原因', en: 'Reason' }),
    dateField('openedAt', { zh: '开始', en: 'Opened at' }, { required: true }),
    dateField('closedAt', { zh: '结束', en: 'Closed at' }),
  ],
}
