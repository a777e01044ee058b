/**
 * Sales that another shop told us, and their refunds (`POST /v1/conversions`): the amounts of a line, and how much of it a
 * refund takes back. Pure.
 */
import { isMinor, sumMinor } from '../../lib/money.ts'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'

export { type Conversion, conversionShape, type RefundTold, type SaleTold, sale } from './shape.ts'

/** Amounts of a sold line, minor units. */
export interface SoldLine {
  /** The other shop's own name of the line. */
  line: string
  /** What was paid for it after discounts, tax included. */
  paidAmount: number
  taxAmount: number
}

/** ATT-22: what commission is computed from: paid, without tax. */
export const baseOf = ({ paidAmount, taxAmount }: Pick<SoldLine, 'paidAmount' | 'taxAmount'>): number => paidAmount - taxAmount

/** What is wrong with the lines of a sale or a refund; null when they can be used. */
export function lineFault(lines: readonly SoldLine[]): Failure | null {
  const seen = new Set<string>()
  for (const [index, { line, paidAmount, taxAmount }] of lines.entries()) {
    const at = `lines.${index}`
    if (seen.has(line)) return fail('invalid', `Expected each line once, got ${line} again`, { field: `${at}.line` }).failure
    seen.add(line)
    if (!isMinor(paidAmount) || paidAmount < 0) return amountFault(`${at}.paidAmount`, 'from 0', paidAmount)
    if (!isMinor(taxAmount) || taxAmount < 0 || taxAmount > paidAmount)
      return amountFault(`${at}.taxAmount`, `from 0 to the ${paidAmount} paid`, taxAmount)
  }
  return null
}

const amountFault = (field: string, range: string, came: number): Failure =>
  fail('invalid', `Expected a whole number of minor units ${range}, got ${came}`, { field }).failure

/** A line of a stored sale with all that its refunds took back so far, and what this one takes. Amounts in minor units. */
export interface RefundPart {
  line: string
  paidAmount: number
  taxAmount: number
  baseAmount: number
  /** Base refunded of the line altogether, this refund included (ATT-28). */
  refundedBase: number
}

/**
 * Plans a refund of a sale: by line, cumulative over the refunds before it. Fails with `invalid` on a line that the sale does
 * not have, on more than is left of its paid amount, its tax or its base, and on nothing at all.
 */
export function planRefund(
  sold: readonly SoldLine[],
  before: readonly (readonly SoldLine[])[],
  asked: readonly SoldLine[],
): Result<RefundPart[]> {
  const fault = lineFault(asked)
  if (fault) return { ok: false, failure: fault }
  const parts: RefundPart[] = []
  for (const [index, part] of asked.entries()) {
    const line = sold.find((one) => one.line === part.line)
    if (!line) return fail('invalid', `Expected a line of the sale, got ${part.line}`, { field: `lines.${index}.line` })
    const gone = before.flat().filter((one) => one.line === part.line)
    const left = {
      paidAmount: line.paidAmount - sumMinor(gone.map((one) => one.paidAmount)),
      taxAmount: line.taxAmount - sumMinor(gone.map((one) => one.taxAmount)),
      base: baseOf(line) - sumMinor(gone.map(baseOf)),
    }
    if (part.paidAmount > left.paidAmount) return tooMuch(`lines.${index}.paidAmount`, left.paidAmount, part.paidAmount)
    if (part.taxAmount > left.taxAmount) return tooMuch(`lines.${index}.taxAmount`, left.taxAmount, part.taxAmount)
    if (baseOf(part) > left.base) return tooMuch(`lines.${index}.paidAmount`, left.base + part.taxAmount, part.paidAmount)
    parts.push({ ...part, baseAmount: baseOf(part), refundedBase: baseOf(line) - left.base + baseOf(part) })
  }
  if (parts.every(({ paidAmount }) => paidAmount === 0))
    return fail('invalid', 'Expected something to refund, got nothing', { field: 'lines' })
  return ok(parts)
}

const tooMuch = (field: string, left: number, came: number) => fail('invalid', `Expected at most the ${left} left, got ${came}`, { field })
