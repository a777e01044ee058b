import type { CollectionConfig } from 'payload'
import { anyOf, flowsOnly, moneyStaff, nobody, ownAccount } from './access/index.ts'
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

/** A basket. Reached only by `/v1` with its secret (guest) or its account; the REST door shows none. */
export const carts: CollectionConfig = {
  slug: 'carts',
  labels: labels('购物车', 'Cart'),
  admin: { group: groups.sales, hidden: true },
  access: { ...flowsOnly, read: nobody },
  fields: [
    idField(),
    textField('secretHash', { zh: '密钥哈希', en: 'Hash of the secret' }, { index: true }),
    linkTo('user', 'users', { zh: '账号', en: 'Account' }, { index: true }),
    textField('visitor', { zh: '访客', en: 'Visitor' }),
    textField('couponCode', { zh: '优惠码', en: 'Coupon code' }),
    dateField('checkoutStartedAt', { zh: '开始结账', en: 'Checkout started' }),
    textField('order', { zh: '订单', en: 'Order' }),
    {
      name: 'lines',
      type: 'array',
      maxRows: 50,
      fields: [
        linkTo('variant', 'variants', { zh: '规格', en: 'Variant' }, { required: true }),
        numberField('quantity', { zh: '数量', en: 'Quantity' }, { required: true, min: 1, max: 99 }),
        textField('linkCode', { zh: '链接短码', en: 'Link code' }),
        amountField('seenPrice', { zh: '放入时的价格', en: 'Price when added' }),
        dateField('addedAt', { zh: '放入时间', en: 'Added at' }, { required: true }),
      ],
    },
  ],
}

/**
 * Orders. All that was decided at placement is frozen on the lines: the components of the base (ATT-22), the rate and
 * where it came from, the model, its weights, and every touch considered or refused with its rule.
 */
export const orders: CollectionConfig = {
  slug: 'orders',
  labels: labels('订单', 'Order'),
  admin: { group: groups.sales, useAsTitle: 'number', defaultColumns: ['number', 'state', 'total', 'placedAt'] },
  access: { ...flowsOnly, read: anyOf(moneyStaff, ownAccount('user')) },
  fields: [
    idField(),
    textField('number', { zh: '订单号', en: 'Number' }, { required: true, unique: true, index: true }),
    textField(
      'guestHash',
      { zh: '访客链接哈希', en: 'Hash of the guest link' },
      { index: true, hidden: true, access: { read: () => false } },
    ),
    linkTo('user', 'users', { zh: '账号', en: 'Account' }, { index: true }),
    textField('visitor', { zh: '访客', en: 'Visitor' }, { index: true, access: { read: () => false } }),
    choice(
      'state',
      ['awaiting_payment', 'paid', 'fulfilled', 'completed', 'cancelled', 'expired'],
      { zh: '状态', en: 'State' },
      { required: true, index: true },
    ),
    textField('merchant', { zh: '商家', en: 'Merchant' }, { required: true, defaultValue: 'house' }),
    choice(
      'scene',
      ['social', 'community', 'recommendation', 'search', 'direct'],
      { zh: '入口场景', en: 'Entry scene (S-38)' },
      { required: true, defaultValue: 'direct' },
    ),
    ...pieceFields(false).map(
      (field) => ('name' in field ? { ...field, name: `origin${field.name === 'piece' ? 'Piece' : 'PieceKind'}` } : field) as typeof field,
    ),
    currencyField(),
    amountField('itemsTotal', { zh: '商品合计', en: 'Items' }, { required: true }),
    amountField('discountTotal', { zh: '优惠', en: 'Discounts' }, { required: true, defaultValue: 0 }),
    amountField('shippingTotal', { zh: '运费', en: 'Shipping' }, { required: true }),
    amountField('taxTotal', { zh: '税额', en: 'Tax' }, { required: true }),
    { name: 'taxIncluded', type: 'checkbox', defaultValue: true, label: { zh: '含税价', en: 'Prices include tax' } },
    amountField('total', { zh: '应付', en: 'Total' }, { required: true }),
    choice('locale', ['zh', 'en'], { zh: '语言', en: 'Language' }, { required: true, defaultValue: 'zh' }),
    { name: 'test', type: 'checkbox', defaultValue: false, label: { zh: '测试单', en: 'Test order' } },
    dateField('placedAt', { zh: '下单时间', en: 'Placed at' }, { required: true, index: true }),
    dateField('reservedUntil', { zh: '保留到', en: 'Reserved until' }, { index: true }),
    dateField('paidAt', { zh: '付款时间', en: 'Paid at' }, { index: true }),
    dateField('fulfilledAt', { zh: '全部发出', en: 'All sent at' }),
    dateField('deliveredAt', { zh: '全部送达', en: 'All delivered at' }, { index: true }),
    // 确认收货: by the buyer or by itself; the hold of every commission starts here (ATT-27).
    dateField('receivedAt', { zh: '确认收货', en: 'Received at' }, { index: true }),
    linkTo('coupon', 'coupons', { zh: '优惠码', en: 'Coupon' }, { index: true }),
    textField('couponCode', { zh: '优惠码（原文）', en: 'Coupon code' }),
    textField('shippingMethod', { zh: '配送方式', en: 'Way of delivery' }),
    numberField('weightGrams', { zh: '重量（克）', en: 'Weight (grams)' }),
    dateField('checkoutStartedAt', { zh: '开始结账', en: 'Checkout started' }),
    // ATT-31: the order whose pieces are exchanged for dearer ones; this order pays the difference (`exchange-offers`).
    textField('exchangeOf', { zh: '换货的原订单', en: 'Order that it exchanges goods of' }),
    {
      name: 'lines',
      type: 'array',
      required: true,
      labels: { singular: { zh: '订单行', en: 'Line' }, plural: { zh: '订单行', en: 'Lines' } },
      label: { zh: '订单行', en: 'Lines' },
      fields: [
        linkTo('variant', 'variants', { zh: '规格', en: 'Variant' }, { required: true }),
        linkTo('product', 'products', { zh: '商品', en: 'Product' }, { required: true }),
        textField('sku', { zh: '货号', en: 'SKU' }, { required: true }),
        textField('title', { zh: '名称', en: 'Title' }, { required: true }),
        textField('options', { zh: '规格', en: 'Options' }),
        linkTo('picture', 'media', { zh: '图片', en: 'Picture' }),
        numberField('quantity', { zh: '数量', en: 'Quantity' }, { required: true }),
        amountField('unitPrice', { zh: '单价', en: 'Unit price' }, { required: true }),
        amountField('listAmount', { zh: '标价合计', en: 'List amount' }, { required: true }),
        amountField('discountAmount', { zh: '优惠', en: 'Discount' }, { required: true, defaultValue: 0 }),
        amountField('couponAmount', { zh: '其中优惠码', en: 'Of it by the coupon' }, { defaultValue: 0 }),
        rateField('taxRateBps', { zh: '税率（基点）', en: 'Tax rate (basis points)' }, 5000),
        amountField('taxAmount', { zh: '税额', en: 'Tax' }, { required: true, defaultValue: 0 }),
        amountField('paidAmount', { zh: '实付', en: 'Paid amount' }, { required: true }),
        amountField('baseAmount', { zh: '佣金基数', en: 'Commission base' }, { required: true }),
        amountField('cost', { zh: '成本', en: 'Cost' }, { access: { read: () => false } }),
        textField('linkCode', { zh: '链接短码', en: 'Link code' }),
        linkTo('link', 'product-links', { zh: '链接', en: 'Link' }),
        ...pieceFields(false),
        textField('placement', { zh: '位置', en: 'Placement' }),
        linkTo('creator', 'creators', { zh: '计佣创作者', en: 'Credited creator' }),
        linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }),
        textField('touch', { zh: '触点', en: 'Touch' }),
        rateField('rateBps', { zh: '费率（基点）', en: 'Rate (basis points)' }),
        textField('rateSource', { zh: '费率来源', en: 'Rate source' }),
        textField('model', { zh: '归因模型', en: 'Model' }),
        amountField('commission', { zh: '佣金', en: 'Commission' }, { required: true, defaultValue: 0 }),
        numberField('holdDays', { zh: '冻结期（天）', en: 'Hold (days)' }),
        textField('reason', { zh: '结论', en: 'Reason' }),
        { ...factsField('decision'), access: { read: () => false } } as CollectionConfig['fields'][number],
      ],
    },
  ],
}

/** Personal data of an order, in a row of its own that can be erased. */
export const orderContacts: CollectionConfig = {
  slug: 'order-contacts',
  labels: labels('收货信息', 'Order contact'),
  admin: { group: groups.sales, useAsTitle: 'name' },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, unique: true, index: true }),
    { name: 'email', type: 'email', label: { zh: '邮箱', en: 'E-mail' } },
    textField('name', { zh: '收件人', en: 'Name' }),
    textField('phone', { zh: '电话', en: 'Phone' }),
    textField('country', { zh: '国家', en: 'Country' }),
    textField('region', { zh: '省/州', en: 'Region' }),
    textField('city', { zh: '城市', en: 'City' }),
    textField('district', { zh: '区县', en: 'District' }),
    textField('street', { zh: '街道门牌', en: 'Street' }),
    textField('postcode', { zh: '邮编', en: 'Postcode' }),
    textField('note', { zh: '留言', en: 'Note' }),
    // A hash of the address: other orders to one home are found by it (ATT-37).
    textField('home', { zh: '住址（哈希）', en: 'Home (hash)' }, { index: true, hidden: true, access: { read: () => false } }),
    dateField('erasedAt', { zh: '已删除', en: 'Erased at' }),
  ],
}

/** Append-only: every transition of an order, a payment or a refund. */
export const orderHistory: CollectionConfig = {
  slug: 'order-history',
  labels: labels('订单记录', 'Order history', 'Order history'),
  admin: { group: groups.sales, defaultColumns: ['order', 'subject', 'from', 'to', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    choice(
      'subject',
      ['order', 'payment', 'refund', 'shipment', 'refund_request', 'exchange', 'dispute'],
      { zh: '对象', en: 'Subject' },
      { required: true },
    ),
    textField('subjectId', { zh: '对象编号', en: 'Subject id' }, { required: true }),
    textField('event', { zh: '事件', en: 'Event' }, { required: true }),
    textField('from', { zh: '从', en: 'From' }, { required: true }),
    textField('to', { zh: '到', en: 'To' }, { required: true }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    textField('reason', { zh: '原因', en: 'Reason' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

export const payments: CollectionConfig = {
  slug: 'payments',
  labels: labels('支付', 'Payment'),
  admin: { group: groups.sales, useAsTitle: 'reference', defaultColumns: ['reference', 'provider', 'state', 'amount'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    choice('provider', ['sandbox', 'stripe'], { zh: '渠道', en: 'Provider' }, { required: true }),
    textField('reference', { zh: '渠道单号', en: 'Provider reference' }, { required: true, unique: true, index: true }),
    choice('state', ['pending', 'settled', 'failed', 'cancelled'], { zh: '状态', en: 'State' }, { required: true }),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
    currencyField(),
    { name: 'test', type: 'checkbox', defaultValue: false, label: { zh: '测试', en: 'Test' } },
    // A keyed hash of the card or account that paid, as the provider names it (ATT-20): compared, never shown.
    textField('instrument', { zh: '付款工具（哈希）', en: 'Instrument (hash)' }, { index: true, access: { read: () => false } }),
    dateField('settledAt', { zh: '到账时间', en: 'Settled at' }),
  ],
}

/** What a provider told us, once per event: `key` is `<provider>:<event id>`. */
export const providerEvents: CollectionConfig = {
  slug: 'provider-events',
  labels: labels('渠道通知', 'Provider event'),
  admin: { group: groups.sales, defaultColumns: ['key', 'type', 'outcome', 'receivedAt'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    textField('provider', { zh: '渠道', en: 'Provider' }, { required: true }),
    textField('type', { zh: '类型', en: 'Type' }, { required: true }),
    textField('reference', { zh: '渠道单号', en: 'Provider reference' }, { required: true, index: true }),
    textField('outcome', { zh: '处理结果', en: 'Outcome' }, { required: true }),
    dateField('receivedAt', { zh: '收到时间', en: 'Received at' }, { required: true }),
  ],
}

/** Money that went back, by line. *Refunded* is derived from these, it is no order state. */
export const refunds: CollectionConfig = {
  slug: 'refunds',
  labels: labels('退款', 'Refund'),
  admin: { group: groups.sales, defaultColumns: ['order', 'amount', 'state', 'at'] },
  access: { ...flowsOnly, read: moneyStaff },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('order', 'orders', { zh: '订单', en: 'Order' }, { required: true, index: true }),
    linkTo('payment', 'payments', { zh: '支付', en: 'Payment' }, { required: true }),
    choice('state', ['pending', 'settled', 'failed'], { zh: '状态', en: 'State' }, { required: true }),
    amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
    amountField('shippingAmount', { zh: '退运费', en: 'Shipping refunded' }, { required: true, defaultValue: 0 }),
    currencyField(),
    textField('reason', { zh: '原因', en: 'Reason' }, { required: true, maxLength: 500 }),
    textField('actor', { zh: '谁', en: 'Actor' }, { required: true }),
    textField('providerReference', { zh: '渠道退款单号', en: 'Provider reference' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
    {
      name: 'lines',
      type: 'array',
      required: true,
      fields: [
        textField('orderLine', { zh: '订单行', en: 'Order line' }, { required: true }),
        numberField('quantity', { zh: '数量', en: 'Quantity' }, { required: true }),
        amountField('amount', { zh: '金额', en: 'Amount' }, { required: true }),
        amountField('taxAmount', { zh: '其中税额', en: 'Tax inside' }, { required: true, defaultValue: 0 }),
        amountField('baseAmount', { zh: '退回的佣金基数', en: 'Base refunded' }, { required: true }),
        { name: 'restock', type: 'checkbox', defaultValue: true, label: { zh: '退回库存', en: 'Back to stock' } },
      ],
    },
  ],
}

/** The answer that was given to a request, so that the same key gets it again. `key` is `<scope>:<actor>:<client key>`. */
export const idempotencyKeys: CollectionConfig = {
  slug: 'idempotency-keys',
  labels: labels('幂等键', 'Idempotency key'),
  admin: { group: groups.system, hidden: true },
  access: { ...flowsOnly, read: nobody },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    textField('requestHash', { zh: '请求哈希', en: 'Hash of the request' }, { required: true }),
    numberField('status', { zh: '状态码', en: 'Status' }, { required: true }),
    factsField('response'),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
    dateField('expiresAt', { zh: '过期', en: 'Expires at' }, { required: true, index: true }),
  ],
}
