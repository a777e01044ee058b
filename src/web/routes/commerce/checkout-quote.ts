import type { CheckoutChange } from '../../../ui/commerce/index.ts'

/** What the buyer was shown: it comes back with the form and is only ever compared, never used as a price. */
export interface QuoteSnapshot {
  /** Cart line id → units and price of one unit in minor units, in order of the page. */
  lines: { id: string; title: string; quantity: number; unitPrice: number }[]
  /** Minor units, shipping included, by shipping option. */
  totals: Record<string, number>
}

/** `now` is what the page shows; `was` is what the page before it showed, while the buyer is asked to agree to the difference. */
export interface Quote {
  now: QuoteSnapshot
  was?: QuoteSnapshot
}

/** The quote as a form field. */
export const writeQuote = (quote: Quote): string => Buffer.from(JSON.stringify(quote)).toString('base64url')

/** A quote that came back; null when it is not one of ours. */
export function readQuote(field: string | undefined): Quote | null {
  if (!field || field.length > 40_000) return null
  try {
    const value: unknown = JSON.parse(Buffer.from(field, 'base64url').toString('utf8'))
    return isQuote(value) ? value : null
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

function isSnapshot(value: unknown): value is QuoteSnapshot {
  if (!isObject(value) || !Array.isArray(value.lines) || value.lines.length > 50 || !isObject(value.totals)) return false
  const whole = Object.values(value.totals).every(Number.isSafeInteger)
  return whole && value.lines.every((line) => isObject(line) && isLine(line))
}

const isLine = ({ id, title, quantity, unitPrice }: Record<string, unknown>): boolean =>
  typeof id === 'string' && typeof title === 'string' && Number.isSafeInteger(quantity) && Number.isSafeInteger(unitPrice)

const isQuote = (value: unknown): value is Quote =>
  isObject(value) && isSnapshot(value.now) && (value.was === undefined || isSnapshot(value.was))

/** What differs between two views of the same cart, in the order of the first. What only the second has was added by the buyer: no change to ask about. */
export function changesBetween(before: QuoteSnapshot, after: QuoteSnapshot, currency: string): CheckoutChange[] {
  const left = new Map(after.lines.map((line) => [line.id, line]))
  return before.lines.flatMap(({ id, title, quantity, unitPrice }): CheckoutChange[] => {
    const line = left.get(id)
    if (!line) return [{ kind: 'gone', title }]
    const changes: CheckoutChange[] = []
    if (line.unitPrice !== unitPrice) {
      changes.push({ kind: 'price', title, before: { amount: unitPrice, currency }, after: { amount: line.unitPrice, currency } })
    }
    if (line.quantity < quantity) changes.push({ kind: 'stock', title, left: line.quantity })
    return changes
  })
}
