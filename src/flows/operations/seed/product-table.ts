import type { SeedProduct, SeedVariant } from './read-product-sheet.ts'

const header = [
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Published',
  'Option1 Name',
  'Option1 Value',
  'Option2 Name',
  'Option2 Value',
  'Variant SKU',
  'Variant Grams',
  'Variant Inventory Qty',
  'Variant Price',
  'Image Src',
  'Image Alt Text',
  'Variant Image',
  'Cost per item',
  'Status',
]

export const pictureOf = ({ slug }: SeedProduct, { picture }: SeedVariant): string => `product-${slug}-${picture}.webp`

/**
 * The products as a shop exports them, in 中文, for the importer that everybody uses: one row per variant, the texts on
 * the first. What is cheaper now stands at its earlier price: the cut is made on its day.
 */
export function productTable(products: readonly SeedProduct[], shelves: ReadonlyMap<string, string>): string {
  const rows = products.flatMap((product) =>
    product.variants.map((variant, at) => {
      const [one, two] = product.options
      const price = product.was ? product.was.price : variant.price
      const first = at === 0
      return [
        product.slug,
        first ? product.title.zh : '',
        first ? product.description.zh : '',
        first ? product.brand : '',
        first ? (shelves.get(product.category) ?? '') : '',
        first ? 'TRUE' : '',
        one && first ? one.zh : '',
        one ? (variant.values[0]?.zh ?? '') : '',
        two && first ? two.zh : '',
        two ? (variant.values[1]?.zh ?? '') : '',
        variant.sku,
        variant.grams,
        variant.stock,
        price.toFixed(2),
        pictureOf(product, variant),
        `${product.title.zh}，${variant.values[0]?.zh ?? ''}`,
        pictureOf(product, variant),
        variant.cost.toFixed(2),
        first ? 'active' : '',
      ]
    }),
  )
  return [header, ...rows].map((cells) => cells.map(quoted).join(',')).join('\n')
}

const quoted = (cell: string | number): string => `"${String(cell).replaceAll('"', '""')}"`

/** How each option's name and values are shown, with the swatches of the first option's values. */
export function wordsOf({ options, variants }: SeedProduct): { word: string; zh: string; en: string; colour: string | null }[] {
  const words = new Map<string, { word: string; zh: string; en: string; colour: string | null }>()
  for (const { zh, en } of options) words.set(zh, { word: zh, zh, en, colour: null })
  for (const { values, swatch } of variants)
    for (const [at, { zh, en }] of values.entries()) words.set(zh, { word: zh, zh, en, colour: at === 0 ? swatch : null })
  return [...words.values()]
}
