/** Where something stands in the source, in UTF-16 units: `source.slice(start, end)`. */
export interface Span {
  start: number
  end: number
}

export type Inline =
  | { type: 'text'; text: string; span: Span }
  /** `[[3]]`: the place of placement number 3. */
  | { type: 'mark'; number: number; span: Span }
  /** A single line break inside a paragraph. */
  | { type: 'break'; span: Span }

/** A paragraph, or a heading (`## `). There is no raw HTML: screens print text as text. */
export interface Block {
  type: 'paragraph' | 'heading'
  inlines: Inline[]
  span: Span
}

/**
 * Reads the light markup of a piece's body: a blank line ends a paragraph, a line that begins with `## ` is a heading,
 * `[[n]]` (1 to 99) marks placement n, and everything else is text. Every body parses; nothing is dropped but
 * white space around lines. Spans point into `body` as it was given.
 */
export function parseBody(body: string): Block[] {
  const blocks: Block[] = []
  let open: Block | null = null
  for (const { start, end } of linesOf(body)) {
    if (start === end) {
      open = null
      continue
    }
    const heading = /^##[ \t]+(?=\S)/.exec(body.slice(start, end))
    if (heading) {
      blocks.push({ type: 'heading', inlines: parseInline(body, { start: start + heading[0].length, end }), span: { start, end } })
      open = null
    } else if (open) {
      open.inlines.push({ type: 'break', span: { start: open.span.end, end: start } }, ...parseInline(body, { start, end }))
      open.span.end = end
    } else {
      open = { type: 'paragraph', inlines: parseInline(body, { start, end }), span: { start, end } }
      blocks.push(open)
    }
  }
  return blocks
}

/** The numbers of the placements that a body marks, in order of appearance, each once. */
export const marksOf = (body: string): number[] => [
  ...new Set(parseBody(body).flatMap((block) => block.inlines.flatMap((inline) => (inline.type === 'mark' ? [inline.number] : [])))),
]

/** The words alone, without markup: for search, excerpts and checks. Blocks are parted by a line feed. */
export function plainText(body: string): string {
  return parseBody(body)
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')
}

function blockText({ inlines }: Block): string {
  let text = ''
  let afterMark = false
  for (const inline of inlines) {
    if (inline.type === 'break') text += '\n'
    // A mark leaves no gap of its own before punctuation.
    else if (inline.type === 'text') {
      const closes = afterMark && /^\s*[，。、：；！？,.;:!?]/.test(inline.text)
      text = closes ? text.trimEnd() + inline.text.trimStart() : text + inline.text
    }
    afterMark = inline.type === 'mark'
  }
  return text
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim()
}

/** A clause of a title and the white space after it, which must stand outside the clause's inline block to be seen. */
export interface Clause {
  text: string
  gap: string
}

// A full-width mark ends a clause at once, a Latin one only before a space (1,000 and 12:30 stay whole); closers stay with it.
const clauseEnd = /[，、：；。！？…]+[」』”’）】》]*(?!$)(\s*)|[,:;!?]+["”’)]*(\s+)(?!$)/gu

/** Parts a title after its punctuation, so that each clause can refuse to break inside while it fits (ui/README, "Type"). */
export function titleClauses(title: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  for (const match of title.matchAll(clauseEnd)) {
    const gap = match[1] ?? match[2] ?? ''
    const end = match.index + match[0].length
    clauses.push({ text: title.slice(start, end - gap.length), gap })
    start = end
  }
  if (start < title.length) clauses.push({ text: title.slice(start), gap: '' })
  return clauses
}

/** The lines of a text without the white space around them; a blank line is an empty span. */
function* linesOf(text: string): Generator<Span> {
  let at = 0
  for (const line of text.split(/(\r\n|\r|\n)/)) {
    const isBreak = line === '\n' || line === '\r' || line === '\r\n'
    const start = at + line.length - line.trimStart().length
    if (!isBreak) yield { start, end: start + line.trim().length }
    at += line.length
  }
}

function parseInline(source: string, { start, end }: Span): Inline[] {
  const inlines: Inline[] = []
  const text = (from: number, to: number) => {
    if (from < to) inlines.push({ type: 'text', text: source.slice(from, to), span: { start: from, end: to } })
  }
  let from = start
  for (const match of source.slice(start, end).matchAll(/\[\[([1-9]\d?)\]\]/g)) {
    const at = start + match.index
    text(from, at)
    from = at + match[0].length
    inlines.push({ type: 'mark', number: Number(match[1]), span: { start: at, end: from } })
  }
  text(from, end)
  return inlines
}
