import { groupBy } from '../../../lib/group.ts'
import { parseMajor } from '../../../lib/money.ts'
import { slugify } from '../slug.ts'
import type { Option } from '../variants.ts'
import { descriptionText } from './html-text.ts'
import { convertMinor } from './prices.ts'
import { cellProblem, type FieldRow, gramsOf, leafOf, piecesOf, statusOf } from './read-row.ts'
import type { ImportPicture, ImportProblem, ImportProduct, ImportVariant } from './types.ts'

export interface GroupOptions {
  /** The shop's currency. */
  currency: string
  /** The currency whose rows are taken; null when the file names none. */
  from: string | null
  /** How many units of the shop's currency one unit of `from` is, as a decimal; null takes amounts as they stand. */
  rate: string | null
}

const limits = { title: 200, sku: 100, description: 20_000, brand: 200, option: 200, pictures: 50 }

export interface Grouped {
  products: ImportProduct[]
  refused: number
  problems: ImportProblem[]
}

/**
 * Rows of one handle are one product, wherever in the file they stand. A row that cannot be used is left out and the
 * product goes in without it; a product without a title, or without one usable variant, is refused whole.
 */
export function groupProducts(rows: readonly FieldRow[], options: GroupOptions): Grouped {
  const problems: ImportProblem[] = []
  const usable = rows.filter((row) => {
    const fits = row.get('handle') !== '' && row.get('handle').length <= 255
    if (!fits) problems.push(cellProblem(row, 'handle', 'left-out', 'a handle of 1 to 255 characters'))
    return fits
  })
  const groups = groupBy(usable, (row) => row.get('handle').toLowerCase())
  const skus = new Map<string, number>()
  const products = [...groups.values()].flatMap((group) => productOf(group, options, skus, problems) ?? [])
  return { products, refused: groups.size - products.length, problems: problems.sort((a, b) => a.line - b.line) }
}

function productOf(rows: FieldRow[], options: GroupOptions, skus: Map<string, number>, problems: ImportProblem[]): ImportProduct | null {
  const head = rows.find((row) => row.get('title') !== '') ?? rows[0]
  if (!head) return null
  const title = head.get('title')
  if (title === '' || title.length > limits.title) {
    const long = title === '' ? '' : ` (${title.length} characters)`
    const problem = cellProblem(head, 'title', 'left-out', `a title of 1 to ${limits.title} characters`)
    problems.push({ ...problem, reason: problem.reason + long })
    return null
  }
  const key = head.get('handle').toLowerCase()
  const optionNames = optionNamesOf(rows)
  const variants = variantsOf(rows, { ...options, key, optionNames }, skus, problems)
  if (variants.length === 0) {
    problems.push({
      line: head.line,
      column: null,
      effect: 'left-out',
      reason: `Expected at least one row of "${title.slice(0, 60)}" that can be sold, got none`,
    })
    return null
  }
  const status = statusOf(head)
  if (status === 'unknown') problems.push(cellProblem(head, 'status', 'adjusted', 'active, draft or archived (taken as draft)'))
  const description = descriptionText(head.get('body').slice(0, 200_000))
  if (description.length > limits.description)
    problems.push({
      ...cellProblem(head, 'body', 'adjusted', `at most ${limits.description} characters`),
      reason: `Expected at most ${limits.description} characters, got ${description.length}: the rest is cut`,
    })
  return {
    line: head.line,
    key,
    title,
    description: description.slice(0, limits.description),
    brand: head.get('vendor').slice(0, limits.brand),
    category: categoryOf(head),
    status: status === 'unknown' ? 'draft' : status,
    optionNames,
    pictures: picturesOf(rows, title, problems),
    variants,
  }
}

/** Shopify's own type is the shop's word and goes first; a path from a taxonomy gives its leaf. */
const categoryOf = (row: FieldRow): string | null =>
  (row.get('category').includes('->') ? leafOf(row.get('category')) : row.get('type') || leafOf(row.get('category'))).slice(0, 100) || null

/** `Title: Default Title` is how Shopify says that there is nothing to choose. */
const isRealOption = (name: string, value: string): boolean =>
  value !== '' && !(name.toLowerCase() === 'title' && value.toLowerCase() === 'default title')

function optionNamesOf(rows: FieldRow[]): string[] {
  const names = ([1, 2, 3] as const).map((n) => {
    const name = rows.map((row) => row.get(`option${n}Name`)).find((one) => one !== '') ?? ''
    const chosen = rows.some((row) => isRealOption(name, row.get(`option${n}Value`)))
    return chosen ? (name || `Option ${n}`).slice(0, limits.option) : ''
  })
  return names.filter((name) => name !== '')
}

const optionsOf = (row: FieldRow, names: string[]): Option[] =>
  ([1, 2, 3] as const)
    .map((n, index) => ({ name: names[index] ?? '', value: row.get(`option${n}Value`).slice(0, limits.option) }))
    .filter(({ name, value }) => name !== '' && isRealOption(name, value))

type VariantOptions = GroupOptions & { key: string; optionNames: string[] }

function variantsOf(rows: FieldRow[], options: VariantOptions, skus: Map<string, number>, problems: ImportProblem[]): ImportVariant[] {
  const offered = rows.filter((row) => row.get('price') !== '' || row.get('sku') !== '' || optionsOf(row, options.optionNames).length > 0)
  const chosen = offered.filter((row) => optionsOf(row, options.optionNames).length > 0)
  // With options, the row without any is the product itself (Spree's master), not for sale.
  const sold = (chosen.length > 0 ? chosen : offered.slice(0, 1)).filter((row) => inCurrency(row, options.from))
  if (chosen.length === 0) problems.push(...offered.slice(1).flatMap((row) => secondPrice(row, options.from)))
  const seen = new Set<string>()
  return sold.flatMap((row) => {
    const made = variantOf(row, options)
    const chosenKey = made.variant?.options.map(({ value }) => value.toLowerCase()).join('\n') ?? ''
    problems.push(...made.problems)
    if (!made.variant) return []
    const twice = seen.has(chosenKey) || options.optionNames.length !== made.variant.options.length
    if (twice)
      problems.push(
        cellProblem(
          row,
          'option1Value',
          'left-out',
          `a value for each of ${options.optionNames.join(', ')} that no other row of the product has`,
        ),
      )
    const takenAt = skus.get(made.variant.sku)
    if (takenAt !== undefined) problems.push(cellProblem(row, 'sku', 'left-out', `an SKU of its own (line ${takenAt} has it)`))
    if (twice || takenAt !== undefined) return []
    seen.add(chosenKey)
    skus.set(made.variant.sku, row.line)
    return [made.variant]
  })
}

/** A row that sells the same once more is left out, and said so: which of the two was meant, nobody knows. */
const secondPrice = (row: FieldRow, from: string | null): ImportProblem[] =>
  row.get('price') !== '' && inCurrency(row, from)
    ? [cellProblem(row, 'price', 'left-out', 'one row with a price of a product that has no options')]
    : []

export const inCurrency = (row: FieldRow, from: string | null): boolean =>
  from === null || (row.get('currency').toUpperCase() || from) === from

function variantOf(row: FieldRow, options: VariantOptions): { variant: ImportVariant | null; problems: ImportProblem[] } {
  const problems: ImportProblem[] = []
  const price = priceOf(row, 'price', options)
  if (price === null || price === 0) problems.push(cellProblem(row, 'price', 'left-out', `a price above zero such as 12.50`))
  const chosen = optionsOf(row, options.optionNames)
  const sku = row.get('sku') || [options.key, ...chosen.map(({ value }) => slugify(value))].join('-').slice(0, limits.sku)
  if (sku.length > limits.sku) problems.push(cellProblem(row, 'sku', 'left-out', `an SKU of at most ${limits.sku} characters`))
  const pieces = piecesOf(row.get('quantity'))
  if (pieces === 'unusable') problems.push(cellProblem(row, 'quantity', 'left-out', 'a whole number of pieces'))
  const fatal = problems.length > 0
  if (typeof pieces === 'number' && pieces < 0)
    problems.push(cellProblem(row, 'quantity', 'adjusted', 'no less than zero pieces (taken as 0)'))
  const grams = gramsOf(row)
  if (grams === 'unusable') problems.push(cellProblem(row, 'grams', 'adjusted', 'a weight in grams'))
  const cost = row.get('cost') === '' ? null : priceOf(row, 'cost', options)
  if (row.get('cost') !== '' && cost === null) problems.push(cellProblem(row, 'cost', 'adjusted', 'an amount such as 12.50'))
  if (fatal || price === null || pieces === 'unusable') return { variant: null, problems }
  const picture = row.get('variantImage') || (chosen.length > 0 ? row.get('image') : '') || null
  const weightGrams = grams === 'unusable' ? null : grams
  return {
    variant: {
      line: row.line,
      sku,
      options: chosen,
      price,
      cost,
      weightGrams,
      quantity: pieces === null ? null : Math.max(0, pieces),
      picture,
    },
    problems,
  }
}

function priceOf(row: FieldRow, field: 'price' | 'cost', { currency, from, rate }: GroupOptions): number | null {
  const of = rate ? (from ?? unnamed) : currency
  const parsed = parseMajor(row.get(field), of)
  if (!parsed.ok) return null
  return rate ? convertMinor(parsed.value, of, currency, rate) : parsed.value
}

/** Shopify's export names no currency: where a rate converts it, its amounts have the two decimals that most have. */
const unnamed = 'USD'

/** In the order of their positions, then of the file, each once. A picture's words stand in the row that gives its place. */
function picturesOf(rows: FieldRow[], title: string, problems: ImportProblem[]): ImportPicture[] {
  const found = rows.flatMap((row) => {
    const last = Number.MAX_SAFE_INTEGER
    const place = /^\d{1,4}$/.test(row.get('imagePosition')) ? Number(row.get('imagePosition')) : last
    const alt = row.get('imageAlt') || title
    return [
      { source: row.get('image'), alt, place },
      { source: row.get('image2'), alt: title, place: last },
      { source: row.get('image3'), alt: title, place: last },
      { source: row.get('variantImage'), alt: title, place: last },
    ].map((picture) => ({ ...picture, alt: picture.alt.slice(0, 200), line: row.line }))
  })
  const once = new Map<string, ImportPicture>()
  for (const { source, alt, line } of found.filter(({ source }) => source !== '').sort((a, b) => a.place - b.place)) {
    if (!once.has(source)) once.set(source, { source, alt, line })
  }
  const pictures = [...once.values()]
  const extra = pictures[limits.pictures]
  const reason = `Expected at most ${limits.pictures} pictures, got ${pictures.length}: the rest is left out`
  if (extra) problems.push({ line: extra.line, column: null, effect: 'adjusted', reason })
  return pictures.slice(0, limits.pictures)
}
