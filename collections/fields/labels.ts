import type { CollectionConfig } from 'payload'

/** Names of a collection in the admin's two languages. */
export const labels = (zh: string, en: string, enPlural = `${en}s`): CollectionConfig['labels'] => ({
  singular: { zh, en },
  plural: { zh, en: enPlural },
})

/** Headings under which the admin lists collections. */
export const groups = {
  people: { zh: '人', en: 'People' },
  content: { zh: '内容', en: 'Content' },
  review: { zh: '审核', en: 'Review' },
  catalogue: { zh: '商品', en: 'Catalogue' },
  sales: { zh: '销售', en: 'Sales' },
  money: { zh: '账目', en: 'Money' },
  system: { zh: '系统', en: 'System' },
} as const
