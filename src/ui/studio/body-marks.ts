/**
 * The body with every mark renumbered. `to` answers the new number, or null when the placement is gone:
 * then the mark goes, with the one space that stood before it, so that no hole is left in the sentence.
 */
export function rewriteMarks(body: string, to: (number: number) => number | null): string {
  return body.replace(/( ?)\[\[([1-9]\d?)\]\]/g, (_whole, space: string, digits: string) => {
    const next = to(Number(digits))
    return next === null ? '' : `${space}[[${next}]]`
  })
}

export interface Inserted {
  body: string
  /** Where the caret belongs after the insertion, in UTF-16 units. */
  caret: number
}

/** Puts a mark at the selection's end; what was selected stays. */
export function insertMark(body: string, at: number, number: number): Inserted {
  const caret = Math.max(0, Math.min(at, body.length))
  const text = `[[${number}]]`
  return { body: body.slice(0, caret) + text + body.slice(caret), caret: caret + text.length }
}

/** Turns the line at the caret into a heading, or back into a paragraph. Headings stand alone between blank lines. */
export function toggleHeading(body: string, at: number): Inserted {
  const start = body.lastIndexOf('\n', Math.max(0, at - 1)) + 1
  const end = body.indexOf('\n', at) === -1 ? body.length : body.indexOf('\n', at)
  const line = body.slice(start, end)
  if (line.startsWith('## ')) {
    const plain = line.slice(3)
    return { body: body.slice(0, start) + plain + body.slice(end), caret: Math.max(start, at - 3) }
  }
  const before = body.slice(0, start).replace(/\n+$/, '')
  const after = body.slice(end).replace(/^\n+/, '')
  const lead = before === '' ? '' : `${before}\n\n`
  const heading = `## ${line}`
  return { body: `${lead}${heading}${after === '' ? '\n\n' : `\n\n${after}`}`, caret: lead.length + heading.length }
}
