import { CsvError, parse } from 'csv-parse'
import { fail, ok, type Result } from '../../../lib/result.ts'
import { encodingsOf, isIn, otherEncoding } from '../../../lib/text-encoding.ts'

/** A row of a file and the line on which it begins, from 1. */
export interface Row {
  line: number
  cells: string[]
}

/** A file that can be opened again: an encoding shows itself only while reading. */
export interface ByteSource {
  name: string
  open(): AsyncIterable<Uint8Array>
}

/** Largest row, in characters: more is a quotation mark that was never closed. */
const maxRow = 1_000_000

/**
 * Streams the rows of a CSV file: any of `,` `;` and tab, with or without a byte order mark, line breaks inside
 * quotation marks. UTF-8, UTF-16 with its mark, or GB18030 as spreadsheets in China save it. Rows are given to `onRow`
 * one after the other; the first row is the header. Fails with `invalid`, naming the line, when quoting is broken.
 */
export async function readTable(
  source: ByteSource,
  onRow: (row: Row) => Result<unknown> | undefined,
): Promise<Result<{ encoding: string }>> {
  const head = await firstBytes(source, 65_536)
  if (head.length === 0) return fail('invalid', `Expected a CSV file with a header, got an empty file`, { field: 'header' })
  for (const encoding of encodingsOf(head)) {
    const read = await readAs(source, encoding, delimiterOf(new TextDecoder(encoding).decode(head)), onRow)
    if (read !== 'not this encoding') return read
  }
  return fail('invalid', `${otherEncoding}: save the file as "CSV UTF-8"`)
}

type OnRow = Parameters<typeof readTable>[1]

async function readAs(
  source: ByteSource,
  encoding: string,
  delimiter: string,
  onRow: OnRow,
): Promise<Result<{ encoding: string }> | 'not this encoding'> {
  // Checked first and whole: a row must not be given out under an encoding that turns out to be wrong.
  if (!(await isIn(encoding, source.open()))) return 'not this encoding'
  /** The last line of the last row that was understood: the parser is ahead of what is taken from it. */
  let understood = 0
  const parser = parse({
    on_record: (given: string[], { lines }) => {
      understood = lines
      return given
    },
    delimiter,
    info: true,
    record_delimiter: '\n',
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: maxRow,
  })
  const feeding = feed(source, encoding, parser)
  let end = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = end + 1
      end = info.lines
      if (record.every((cell) => cell.trim() === '')) continue
      // A NUL would end the text in the database.
      const answer = onRow({ line, cells: record.map((cell) => cell.replaceAll('\0', '')) })
      if (answer && !answer.ok) return answer
    }
    await feeding
    return ok({ encoding })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = understood + 1
    return fail('invalid', `Expected a well-formed CSV; ${reasonOf(String(error.code))} near line ${line}`, { field: `line ${line}` })
  } finally {
    parser.destroy()
    await feeding.catch(() => undefined)
  }
}

const reasonOf = (code: string): string =>
  code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED'
    ? 'a quotation mark is never closed'
    : 'a quotation mark stands where none may'

async function feed(source: ByteSource, encoding: string, parser: ReturnType<typeof parse>): Promise<void> {
  const decoder = new TextDecoder(encoding)
  let held = ''
  try {
    for await (const chunk of source.open()) {
      if (parser.destroyed) return
      const text = held + decoder.decode(chunk, { stream: true })
      held = text.endsWith('\r') ? '\r' : ''
      if (!parser.write(oneLineEnd(held ? text.slice(0, -1) : text))) await drained(parser)
    }
    if (!parser.destroyed) parser.end(oneLineEnd(held + decoder.decode()))
  } catch (error) {
    parser.destroy(error as Error)
    throw error
  }
}

/** The parser would count a `\r\n` inside quotation marks as two lines. */
const oneLineEnd = (text: string): string => text.replace(/\r\n?/g, '\n')

const drained = (parser: ReturnType<typeof parse>): Promise<void> =>
  new Promise((resolve) => {
    if (parser.destroyed) return resolve()
    const done = () => {
      parser.off('drain', done).off('close', done)
      resolve()
    }
    parser.once('drain', done).once('close', done)
  })

async function firstBytes(source: ByteSource, count: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of source.open()) {
    chunks.push(chunk)
    bytes += chunk.length
    if (bytes >= count) break
  }
  return Buffer.concat(chunks).subarray(0, count)
}

/** The sign that parts most of the header's cells. */
function delimiterOf(text: string): string {
  const header = text.split(/\r\n|\r|\n/, 1)[0] ?? ''
  const counted = [',', ';', '\t'].map((sign) => ({ sign, count: header.split(sign).length }))
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).sign
}
