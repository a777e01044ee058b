import type { CollectionConfig } from 'payload'
import {
  admins,
  anyOf,
  editors,
  fieldRoleIs,
  flowsOnly,
  moneyStaff,
  noField,
  ownCreator,
  roleIs,
  rowsWhere,
  staff,
} from './access/index.ts'
import { panelField, picturesPart } from './admin-parts.ts'
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
  textField,
} from './fields/basics.ts'
import { groups, labels } from './fields/labels.ts'
import { logPriceChange } from './hooks/log-price-change.ts'
import { openStockLevel } from './hooks/open-stock-level.ts'
import { pagesOfCategory, pagesOfProduct, pagesOfTopic, pagesOfVariant, purgePagesAfterDelete, purgePagesOf } from './hooks/purge-pages.ts'
import { queueIndexing, queueRemoval } from './hooks/queue-indexing.ts'

const active = rowsWhere({ status: { equals: 'active' } })

const slugField = textField(
  'slug',
  { zh: '网址名', en: 'Slug' },
  {
    required: true,
    unique: true,
    index: true,
    validate: (value: unknown) =>
      (typeof value === 'string' && /^[\p{Letter}\p{Number}]+(-[\p{Letter}\p{Number}]+)*$/u.test(value) && value.length <= 120) ||
      'A slug has letters and digits, joined by single hyphens, 120 at most.',
  },
)

const shelf = (slug: string, pages: Parameters<typeof purgePagesOf>[0], zh: string, en: string, enPlural: string): CollectionConfig => ({
  slug,
  labels: labels(zh, en, enPlural),
  trash: true,
  hooks: { afterChange: [purgePagesOf(pages)], afterDelete: [purgePagesAfterDelete(pages)] },
  admin: { group: groups.catalogue, useAsTitle: 'name' },
  access: { read: anyOf(staff, active), create: editors, update: editors, delete: admins },
  fields: [
    idField(),
    textField('name', { zh: '名称', en: 'Name' }, { required: true, localized: true }),
    slugField,
    choice('status', ['active', 'archived'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'active', index: true }),
    numberField('position', { zh: '次序', en: 'Position' }, { defaultValue: 0 }),
    { name: 'description', type: 'textarea', label: { zh: '说明', en: 'Description' }, localized: true, maxLength: 500 },
  ],
})

export const categories = shelf('categories', pagesOfCategory, '分类', 'Category', 'Categories')
export const topics = shelf('topics', pagesOfTopic, '话题', 'Topic', 'Topics')

/** Products: texts and pictures. Prices stand on variants, stock in `stock-levels`. */
export const products: CollectionConfig = {
  slug: 'products',
  labels: labels('商品', 'Product'),
  trash: true,
  admin: { group: groups.catalogue, useAsTitle: 'title', defaultColumns: ['title', 'category', 'status', 'updatedAt'] },
  access: { read: anyOf(staff, active), create: editors, update: editors, delete: admins },
  hooks: {
    afterChange: [queueIndexing('product'), purgePagesOf(pagesOfProduct)],
    afterDelete: [queueRemoval('product'), purgePagesAfterDelete(pagesOfProduct)],
  },
  fields: [
    idField(),
    textField('title', { zh: '名称', en: 'Title' }, { required: true, localized: true, maxLength: 200 }),
    slugField,
    { name: 'description', type: 'textarea', label: { zh: '描述', en: 'Description' }, localized: true, maxLength: 20000 },
    textField('brand', { zh: '品牌', en: 'Brand' }),
    linkTo('category', 'categories', { zh: '分类', en: 'Category' }, { index: true }),
    { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true, label: { zh: '话题', en: 'Topics' } },
    {
      name: 'pictures',
      type: 'relationship',
      relationTo: 'media',
      hasMany: true,
      label: { zh: '图片', en: 'Pictures' },
      admin: picturesPart,
    },
    {
      name: 'optionNames',
      type: 'text',
      hasMany: true,
      maxRows: 3,
      label: { zh: '规格名（如 颜色、尺码）', en: 'Option names (such as Colour, Size)' },
    },
    {
      name: 'optionWords',
      type: 'array',
      maxRows: 60,
      labels: { singular: { zh: '规格用词', en: 'Option word' }, plural: { zh: '规格用词', en: 'Option words' } },
      label: { zh: '规格名和值怎么显示（每种语言）', en: 'How option names and values are shown (in each language)' },
      fields: [
        textField('word', { zh: '规格名或值', en: 'Option name or value' }, { required: true, maxLength: 60 }),
        textField('shown', { zh: '显示为', en: 'Shown as' }, { localized: true, maxLength: 60 }),
        textField(
          'colour',
          { zh: '色样', en: 'Swatch' },
          { validate: (value: unknown) => !value || /^#[0-9a-fA-F]{6}$/.test(String(value)) || 'A swatch is a colour such as #C8552F.' },
        ),
      ],
    },
    choice('status', ['draft', 'active', 'archived'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'draft', index: true }),
    textField(
      'merchant',
      { zh: '商家', en: 'Merchant' },
      { required: true, defaultValue: 'house', access: { create: noField, update: noField }, admin: { readOnly: true } },
    ),
    textField(
      'importKey',
      { zh: '导入键', en: 'Import key' },
      {
        index: true,
        access: { read: fieldRoleIs('editor', 'finance', 'admin'), create: noField, update: noField },
        admin: { readOnly: true },
      },
    ),
  ],
}

/** What is bought: one combination of options with its price. A change of price leaves a row in `price-changes`. */
export const variants: CollectionConfig = {
  slug: 'variants',
  labels: labels('规格', 'Variant'),
  trash: true,
  admin: { group: groups.catalogue, useAsTitle: 'sku', defaultColumns: ['sku', 'product', 'price', 'status'] },
  access: { read: anyOf(staff, active), create: moneyStaff, update: anyOf(moneyStaff, editors), delete: admins },
  hooks: {
    afterChange: [openStockLevel, logPriceChange, queueIndexing('product'), purgePagesOf(pagesOfVariant)],
    afterDelete: [queueRemoval('product'), purgePagesAfterDelete(pagesOfVariant)],
  },
  fields: [
    idField(),
    linkTo('product', 'products', { zh: '商品', en: 'Product' }, { required: true, index: true }),
    textField('sku', { zh: '货号', en: 'SKU' }, { required: true, unique: true, index: true, maxLength: 100 }),
    {
      name: 'options',
      type: 'array',
      maxRows: 3,
      labels: { singular: { zh: '规格值', en: 'Option' }, plural: { zh: '规格值', en: 'Options' } },
      label: { zh: '规格值', en: 'Options' },
      fields: [
        textField('name', { zh: '名', en: 'Name' }, { required: true }),
        textField('value', { zh: '值', en: 'Value' }, { required: true }),
      ],
    },
    amountField(
      'price',
      { zh: '价格（最小单位）', en: 'Price (minor units)' },
      {
        required: true,
        min: 0,
        access: { create: fieldRoleIs('finance', 'admin'), update: fieldRoleIs('finance', 'admin') },
      },
    ),
    currencyField({ access: { create: fieldRoleIs('finance', 'admin'), update: noField } }),
    amountField(
      'cost',
      { zh: '成本（最小单位）', en: 'Cost (minor units)' },
      {
        min: 0,
        access: { read: fieldRoleIs('finance', 'admin'), create: fieldRoleIs('finance', 'admin'), update: fieldRoleIs('finance', 'admin') },
      },
    ),
    numberField('weightGrams', { zh: '重量（克）', en: 'Weight (grams)' }, { min: 0 }),
    linkTo('picture', 'media', { zh: '图片', en: 'Picture' }, { admin: picturesPart }),
    numberField('position', { zh: '次序', en: 'Position' }, { defaultValue: 0 }),
    choice('status', ['active', 'archived'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'active', index: true }),
    panelField('stockPanel', 'StockPanel'),
    panelField('priceHistory', 'PriceHistory'),
  ],
}

/** What changes often, unversioned: one row per variant, its id the variant's. Never below zero; movements explain it. */
export const stockLevels: CollectionConfig = {
  slug: 'stock-levels',
  labels: labels('库存', 'Stock level'),
  admin: { group: groups.catalogue, defaultColumns: ['variant', 'available', 'reserved'] },
  access: { ...flowsOnly, read: staff },
  fields: [
    idField(),
    linkTo('variant', 'variants', { zh: '规格', en: 'Variant' }, { required: true, unique: true, index: true }),
    numberField('available', { zh: '可售', en: 'Available' }, { required: true, defaultValue: 0, min: 0 }),
    numberField('reserved', { zh: '已占用', en: 'Reserved' }, { required: true, defaultValue: 0, min: 0 }),
  ],
}

/** Append-only: the sum of a variant's movements is its level. */
export const stockMovements: CollectionConfig = {
  slug: 'stock-movements',
  labels: labels('库存变动', 'Stock movement'),
  admin: { group: groups.catalogue, defaultColumns: ['variant', 'kind', 'available', 'reserved', 'at'] },
  access: { ...flowsOnly, read: roleIs('finance', 'admin') },
  fields: [
    idField(),
    keyField({ zh: '唯一键', en: 'Unique key' }),
    linkTo('variant', 'variants', { zh: '规格', en: 'Variant' }, { required: true, index: true }),
    choice('kind', ['receive', 'reserve', 'sell', 'release', 'return', 'adjust'], { zh: '种类', en: 'Kind' }, { required: true }),
    numberField('available', { zh: '可售变化', en: 'Change of available' }, { required: true }),
    numberField('reserved', { zh: '占用变化', en: 'Change of reserved' }, { required: true }),
    textField('order', { zh: '订单', en: 'Order' }, { index: true }),
    textField('orderLine', { zh: '订单行', en: 'Order line' }),
    textField('reason', { zh: '原因', en: 'Reason' }),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true }),
  ],
}

/** Append-only: what every price was, and since when. "Was" prices are computed from here. */
export const priceChanges: CollectionConfig = {
  slug: 'price-changes',
  labels: labels('价格记录', 'Price change'),
  admin: { group: groups.catalogue, defaultColumns: ['variant', 'from', 'to', 'at'] },
  access: { ...flowsOnly, read: staff },
  fields: [
    idField(),
    linkTo('variant', 'variants', { zh: '规格', en: 'Variant' }, { required: true, index: true }),
    amountField('from', { zh: '原价', en: 'From' }),
    amountField('to', { zh: '现价', en: 'To' }, { required: true }),
    currencyField(),
    textField('actor', { zh: '谁', en: 'Actor' }),
    dateField('at', { zh: '时间', en: 'At' }, { required: true, index: true }),
  ],
}

/** One piece and one product (or an outside address) under one short code. A code never changes its meaning. */
export const productLinks: CollectionConfig = {
  slug: 'product-links',
  labels: labels('商品链接', 'Product link'),
  admin: { group: groups.content, useAsTitle: 'code', defaultColumns: ['code', 'creator', 'product', 'piece'] },
  access: { ...flowsOnly, read: anyOf(staff, ownCreator('creator')) },
  fields: [
    idField(),
    textField('code', { zh: '短码', en: 'Code' }, { required: true, unique: true, index: true }),
    linkTo('creator', 'creators', { zh: '创作者', en: 'Creator' }, { required: true, index: true }),
    choice('pieceKind', ['posts', 'video-notes'], { zh: '内容类型', en: 'Kind of piece' }),
    textField('piece', { zh: '内容', en: 'Piece' }, { index: true }),
    linkTo('product', 'products', { zh: '商品', en: 'Product' }, { index: true }),
    textField('url', { zh: '站外网址', en: 'Outside address' }),
    linkTo('programme', 'programmes', { zh: '佣金计划', en: 'Programme' }),
    textField('campaign', { zh: '活动', en: 'Campaign' }),
    choice('status', ['active', 'off'], { zh: '状态', en: 'Status' }, { required: true, defaultValue: 'active' }),
    factsField('facts'),
  ],
}
