import { ok, type Result } from '../../../lib/result.ts'
import { type Columns, detectColumns } from './columns.ts'
import { groupProducts, inCurrency } from './group-products.ts'
import { currencyOf } from './prices.ts'
import { type FieldRow, fieldRow } from './read-row.ts'
import { type ByteSource, readTable } from './read-table.ts'
import type { ImportFile } from './types.ts'

/**
 * Understands a product file of a shop. Prices become minor units of `currency`; a file in another one is taken as its
 * amounts stand, or converted with `rate`. Fails with `invalid` when the file as a whole cannot be read.
 */
export async function readProducts(
  source: ByteSource,
  { currency, rate }: { currency: string; rate: string | null },
): Promise<Result<ImportFile>> {
  const rows: FieldRow[] = []
  let columns: Columns | null = null
  const read = await readTable(source, (row) => {
    if (columns) {
      rows.push(fieldRow(row, columns))
      return undefined
    }
    const detected = detectColumns(row.cells)
    if (detected.ok) columns = detected.value
    return detected
  })
  if (!read.ok) return read
  const detected = columns as Columns | null
  if (!detected) return detectColumns([]) as Result<ImportFile>
  const from = currencyOf(rows, currency)
  const grouped = groupProducts(rows, { currency, from, rate: from === currency ? null : rate })
  const passedOver = rows.filter((row) => !inCurrency(row, from)).length
  return ok({ format: detected.format, rows: rows.length, ...grouped, prices: { from, to: currency, passedOver } })
}
