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

/**
 * Goods that were sent in place of others of a line (ATT-31): never written again. The key is `<order line>:<number>`. What they
 * were worth less goes back as a refund; what they are worth more was paid by an order of its own.
 */
export const exchanges: CollectionConfig = {
  slug: 'exchanges',
  labels: labels('换货', 'Exchange'),
  admin: { group: groups.sales, defaultColumns: ['order', 'title', 'quantity', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    textField('orderLine', { zh: '订单行', en: 'Order line' }, { required: true }),
    numberField('quantity', { zh: '数量', en: 'Quantity' }, { required: true, min: 1 }),
    linkTo('fromVariant', 'variants', { zh: '换回的规格', en: 'Variant that comes back' }, { required: true }),
    linkTo('toVariant', 'variants', { zh: '换出的规格', en: 'Variant that goes out' }, { required: true }),
    linkTo('toProduct', 'products', { zh: '换出的商品', en: 'Product that goes out' }, { required: true }),
    textField('sku', { zh: '换出的货号', en: 'SKU that goes out' }, { required: true }),
    textField('title', { zh: '换出的名称', en: 'What goes out' }, { required: true }),
    textField('options', { zh: '换出的选项', en: 'Its options' }),
    amountField('unitFrom', { zh: '换回的每件价值', en: 'Worth of each that comes back' }, { required: true }),
    amountField('unitTo', { zh: '换出的每件价值', en: 'Worth of each that goes out' }, { required: true }),
    numberField('refundedBefore', { zh: '此前已退件数', en: 'Pieces refunded before' }, { required: true, min: 0 }),
    { name: 'restock', type: 'checkbox', required: true, defaultValue: false, label: { zh: '退回库存', en: 'Back to stock' } },
    textField('refund', { zh: '退差价', en: 'Refund of the difference' }),
    textField('paidBy', { zh: '补差价的订单', en: 'Order that paid the difference' }, { index: true }),
    textField('request', { zh: '申请', en: 'Request that it answers' }),
    textField('carrier', { zh: '承运方', en: 'Carrier' }, { maxLength: 60 }),
    textField('tracking', { zh: '运单号', en: 'Tracking number' }, { maxLength: 80 }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/**
 * An exchange for dearer goods that waits for the buyer, or waited (ATT-31): never written again. What becomes of it is the state of the
 * order that pays the difference, which is the key: paid, and there is an exchange; over, and there is none.
 */
export const exchangeOffers: CollectionConfig = {
  slug: 'exchange-offers',
  labels: labels('补差价换货', 'Exchange to be paid', 'Exchanges to be paid'),
  admin: { group: groups.sales, defaultColumns: ['order', 'paidBy', 'quantity', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    textField('paidBy', { zh: '补差价的订单', en: 'Order that pays the difference' }, { required: true, unique: true, index: true }),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    textField('orderLine', { zh: '订单行', en: 'Order line' }, { required: true }),
    numberField('quantity', { zh: '数量', en: 'Quantity' }, { required: true, min: 1 }),
    linkTo('fromVariant', 'variants', { zh: '换回的规格', en: 'Variant that comes back' }, { required: true }),
    amountField('unitFrom', { zh: '换回的每件价值', en: 'Worth of each that comes back' }, { required: true }),
    amountField('unitTo', { zh: '换出的每件价值', en: 'Worth of each that goes out' }, { required: true }),
    { name: 'restock', type: 'checkbox', required: true, defaultValue: false, label: { zh: '退回库存', en: 'Back to stock' } },
    textField('request', { zh: '申请', en: 'Request that it answers' }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
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
