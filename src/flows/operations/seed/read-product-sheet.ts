import { cells, listed, readSheet } from './read-sheet.ts'

type Both = Record<'zh' | 'en', string>

/** One variant of a product of the demo world. Prices in yuan, as the file says them. */
export interface SeedVariant {
  sku: string
  /** One value per option, in both languages; the Chinese one is the stored key. */
  values: Both[]
  /** CSS colour of the first option's swatch; null where a colour says nothing. */
  swatch: string | null
  /** Which of the product's pictures shows it, counted from 1. */
  picture: number
  price: number
  cost: number
  grams: number
  stock: number
}

export interface SeedProduct {
  slug: string
  category: string
  brand: string
  title: Both
  description: Both
  options: Both[]
  variants: SeedVariant[]
  topics: string[]
  /** What it cost until so many days ago, yuan; null when it never cost anything else. */
  was: { price: number; until: number } | null
}

const both = (zh: string, en: string): Both => ({ zh, en })

/** Reads `products/<slug>.md`. Throws when the file is not complete. */
export function readProductSheet(text: string, slug: string): SeedProduct {
  const sheet = readSheet(text, `products/${slug}`)
  const [zh = '', en = ''] = sheet.parts
  return {
    slug,
    category: sheet.one('category'),
    brand: sheet.one('brand'),
    title: both(sheet.one('zh'), sheet.one('en')),
    description: both(zh, en),
    options: sheet.all('option').map((option) => pair(option, slug)),
    variants: sheet.all('variant').map((line) => variantOf(line, slug)),
    topics: listed(sheet.maybe('topics')),
    was: wasOf(sheet.maybe('was'), slug),
  }
}

function pair(value: string, slug: string): Both {
  const [zh, en] = cells(value)
  if (!zh || !en) throw new Error(`products/${slug}: expected "中文 | English", got ${JSON.stringify(value)}`)
  return both(zh, en)
}

function variantOf(line: string, slug: string): SeedVariant {
  const [sku = '', zh = '', en = '', swatch = '', ...rest] = cells(line)
  const [picture, price, cost, grams, stock] = rest.map(Number)
  if (!sku || [picture, price, cost, grams, stock].some((value) => !Number.isFinite(value)))
    throw new Error(`products/${slug}: a variant has nine parts, got ${JSON.stringify(line)}`)
  const english = en.split(' / ')
  const values = zh.split(' / ').map((value, at) => both(value, english[at] ?? value))
  return {
    sku,
    values,
    swatch: /^#[0-9a-f]{6}$/i.test(swatch) ? swatch : null,
    picture: picture!,
    price: price!,
    cost: cost!,
    grams: grams!,
    stock: stock!,
  }
}

function wasOf(line: string | null, slug: string): SeedProduct['was'] {
  if (line === null) return null
  const [, price, until] = /^(\d+) until (\d+)$/.exec(line) ?? []
  if (!price || !until) throw new Error(`products/${slug}: expected "was: 219 until 12", got ${JSON.stringify(line)}`)
  return { price: Number(price), until: Number(until) }
}
