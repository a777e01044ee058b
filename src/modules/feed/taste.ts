import { hotParts } from './hot.ts'
import type { Candidate } from './types.ts'

/** What a person's own acts say about what she likes to read. Shares from 0 to 1. */
export interface Taste {
  topics: ReadonlyMap<string, number>
  authors: ReadonlyMap<string, number>
  products: ReadonlyMap<string, number>
  /** Pieces that she liked or collected: she knows them. */
  known: ReadonlySet<string>
}

/** How much each likeness counts; they add up to at most 1. */
const shares = { topics: 0.5, authors: 0.3, products: 0.2 } as const
/** A piece that fits entirely starts as if it had nine points more: `log10(1 + 9)` is one. */
const FIT = 1
/** What she knows already goes down the list, it does not vanish. */
const KNOWN = 0.5

/** Her taste from the pieces that she liked and collected and the authors whom she follows. */
export function tasteOf(marked: readonly Pick<Candidate, 'id' | 'topics' | 'author' | 'products'>[], follows: readonly string[]): Taste {
  const authors = shareOf(marked.map(({ author }) => author))
  for (const author of follows) authors.set(author, 1)
  return {
    topics: shareOf(marked.flatMap(({ topics }) => topics)),
    authors,
    products: shareOf(marked.flatMap(({ products }) => products)),
    known: new Set(marked.map(({ id }) => id)),
  }
}

export const isEmptyTaste = (taste: Taste): boolean => taste.authors.size === 0 && taste.topics.size === 0

/** Each value with its frequency in parts of the most frequent one's. */
function shareOf(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const most = Math.max(1, ...counts.values())
  return new Map([...counts].map(([value, count]) => [value, count / most]))
}

/** What of a piece fits a taste, from 0 to 1, and by which of its topics, author and products. */
export interface Fit {
  value: number
  topic: string | null
  author: boolean
  product: string | null
}

export function fitOf(piece: Pick<Candidate, 'topics' | 'author' | 'products'>, taste: Taste): Fit {
  const topic = best(piece.topics, taste.topics)
  const author = taste.authors.get(piece.author) ?? 0
  const product = best(piece.products, taste.products)
  return {
    value: shares.topics * topic.share + shares.authors * author + shares.products * product.share,
    topic: topic.value,
    author: author > 0,
    product: product.value,
  }
}

function best(values: readonly string[], taste: ReadonlyMap<string, number>): { value: string | null; share: number } {
  let found: { value: string | null; share: number } = { value: null, share: 0 }
  for (const value of values) {
    const share = taste.get(value) ?? 0
    if (share > found.share) found = { value, share }
  }
  return found
}

/** The score of a piece for one person: `(log10(1 + E) + fit) / (h + 2)^1.5`, half of it for what she knows already. */
export function personalScore(piece: Candidate, taste: Taste, now: number): number {
  const { strength, decay } = hotParts(piece.engagement, piece.publishedAt, now)
  const score = (strength + FIT * fitOf(piece, taste).value) / decay
  return taste.known.has(piece.id) ? score * KNOWN : score
}
