import { fail, ok, type Result } from '../../../lib/result.ts'
import type { FormatName } from './types.ts'

/** What we read from a row, whatever the file calls it. */
export const fields = [
  'handle',
  'title',
  'body',
  'vendor',
  'category',
  'type',
  'published',
  'status',
  'option1Name',
  'option1Value',
  'option2Name',
  'option2Value',
  'option3Name',
  'option3Value',
  'sku',
  'price',
  'currency',
  'quantity',
  'grams',
  'weight',
  'weightUnit',
  'cost',
  'image',
  'image2',
  'image3',
  'imagePosition',
  'imageAlt',
  'variantImage',
] as const

export type Field = (typeof fields)[number]

interface Format {
  name: FormatName
  /** A file is of this format when it has all of these. */
  needs: Field[]
  /** Accepted headers, compared without case and outer white space. */
  columns: Partial<Record<Field, string[]>>
}

const optionColumns = Object.fromEntries(
  ([1, 2, 3] as const).flatMap((n) => [
    [`option${n}Name`, [`Option${n} Name`, `option${n}_name`]],
    [`option${n}Value`, [`Option${n} Value`, `option${n}_value`]],
  ]),
) as Partial<Record<Field, string[]>>

/** Shopify's export, with the headers of today's template and those of the years before; Spree's import template. */
const formats: Format[] = [
  {
    name: 'shopify',
    needs: ['handle', 'title', 'price'],
    columns: {
      ...optionColumns,
      handle: ['Handle', 'URL handle'],
      title: ['Title'],
      body: ['Body (HTML)', 'Body HTML', 'Description'],
      vendor: ['Vendor'],
      category: ['Product Category', 'Standardized Product Type', 'Standard Product Type'],
      type: ['Type', 'Custom Product Type', 'Product Type'],
      published: ['Published', 'Published on online store'],
      status: ['Status'],
      sku: ['Variant SKU', 'SKU'],
      price: ['Variant Price', 'Price'],
      quantity: ['Variant Inventory Qty', 'Inventory quantity'],
      grams: ['Variant Grams', 'Weight value (grams)'],
      cost: ['Cost per item'],
      image: ['Image Src', 'Product image URL'],
      imagePosition: ['Image Position'],
      imageAlt: ['Image Alt Text'],
      variantImage: ['Variant Image', 'Variant image URL'],
    },
  },
  {
    name: 'spree',
    needs: ['handle', 'title', 'sku', 'price'],
    columns: {
      ...optionColumns,
      handle: ['slug'],
      title: ['name'],
      body: ['description'],
      vendor: ['brand', 'vendor'],
      category: ['category1'],
      type: ['product_type'],
      status: ['status'],
      sku: ['sku'],
      price: ['price'],
      currency: ['currency'],
      quantity: ['inventory_count'],
      weight: ['weight'],
      weightUnit: ['weight_unit'],
      cost: ['cost_price'],
      image: ['image1_src'],
      image2: ['image2_src'],
      image3: ['image3_src'],
    },
  },
]

/** Where each field stands in a row, and what the file calls it. */
export interface Columns {
  format: FormatName
  at: ReadonlyMap<Field, { index: number; header: string }>
}

const tidy = (header: string): string => header.trim().toLowerCase()

/** Knows a file by its header. Fails with `invalid`, naming the columns that either format must have. */
export function detectColumns(header: readonly string[]): Result<Columns> {
  const positions = new Map<string, number>()
  for (const [index, name] of header.entries()) if (!positions.has(tidy(name))) positions.set(tidy(name), index)
  for (const { name, needs, columns } of formats) {
    const at = new Map<Field, { index: number; header: string }>()
    for (const field of fields) {
      const index = (columns[field] ?? []).map((one) => positions.get(tidy(one))).find((found) => found !== undefined)
      if (index !== undefined) at.set(field, { index, header: (header[index] ?? '').trim() })
    }
    if (needs.every((field) => at.has(field))) return ok({ format: name, at })
  }
  return fail('invalid', `Expected ${formats.map(described).join('; or ')}. Found: ${shown(header)}`, { field: 'header' })
}

const described = ({ name, needs, columns }: Format): string =>
  `the columns ${needs.map((field) => (columns[field] ?? []).slice(0, 2).join(' / ')).join(', ')} (${name === 'shopify' ? 'Shopify' : 'Spree'})`

const shown = (header: readonly string[]): string =>
  header.every((name) => name.trim() === '')
    ? 'no header'
    : header
        .slice(0, 12)
        .map((name) => name.trim().slice(0, 40))
        .join(', ') + (header.length > 12 ? ' …' : '')
