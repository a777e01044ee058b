/** Cells that a spreadsheet would run: a text that begins so gets an apostrophe before it. */
const formula = /^[=+\-@\t\r]/

/** A text as a cell of a CSV file (RFC 4180), harmless in a spreadsheet. Numbers of ours go in as they are. */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : formula.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** An amount or another figure that we wrote ourselves: may begin with a minus. Throws a RangeError on anything else. */
export function figure(text: string): { figure: string } {
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError('Expected a plain decimal number')
  return { figure: text }
}

/** Rows as a CSV file: CRLF, quotes where needed, and a byte order mark, without which Excel reads 中文 wrongly. */
export const csvFile = (rows: readonly (readonly (string | number | { figure: string })[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map((value) => (typeof value === 'object' ? value.figure : cell(value))).join(',')}\r\n`).join('')}`
