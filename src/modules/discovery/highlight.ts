import { findAll, type Span, type Term } from './match.ts'
import { fold } from './normalize.ts'

/** A part of a text. Text, not HTML: whoever prints it escapes it as any other. */
export interface Segment {
  text: string
  hit: boolean
}

/** SR-10: longest snippet, characters (UTF-16 units). */
export const snippetLength = 120
/** Characters shown before the first hit. */
const LEAD = 20

/** The whole text in parts. Joined, they are the text again. */
export function highlight(text: string, terms: readonly Term[]): Segment[] {
  return cut(text, spansIn(text, terms), { start: 0, end: text.length })
}

/** At most 120 characters around the first hit, an ellipsis where something was left out. */
export function snippet(text: string, terms: readonly Term[]): Segment[] {
  const flat = text.replace(/\s+/g, ' ').trim()
  if (flat.length <= snippetLength) return highlight(flat, terms)
  const spans = spansIn(flat, terms)
  const first = spans[0]?.start ?? 0
  const start = first <= LEAD * 2 ? 0 : boundary(flat, Math.min(first - LEAD, flat.length - snippetLength + 1))
  const end = boundary(flat, Math.min(flat.length, start + snippetLength - (start > 0 ? 2 : 1)))
  const segments = cut(flat, spans, { start, end })
  if (start > 0) segments.unshift({ text: '…', hit: false })
  if (end < flat.length) segments.push({ text: '…', hit: false })
  return segments
}

function spansIn(text: string, terms: readonly Term[]): Span[] {
  const { folded, origin } = fold(text)
  return findAll(folded, terms).map(({ start, end }) => ({ start: origin[start] ?? 0, end: wholeCharacter(text, origin[end - 1] ?? 0) }))
}

/** End of the character that begins at `at`, with the marks that stand on it. */
function wholeCharacter(text: string, at: number): number {
  const [character = ''] = /^.\p{M}*/su.exec(text.slice(at, at + 12)) ?? []
  return at + character.length
}

/** Never between the halves of one character. */
const boundary = (text: string, index: number): number => (/[\udc00-\udfff]/.test(text[index] ?? '') ? index - 1 : index)

function cut(text: string, spans: readonly Span[], window: Span): Segment[] {
  const segments: Segment[] = []
  let at = window.start
  const push = (end: number, hit: boolean) => {
    if (end > at) segments.push({ text: text.slice(at, end), hit })
    at = Math.max(at, end)
  }
  for (const span of spans) {
    if (span.end <= window.start || span.start >= window.end) continue
    push(Math.max(window.start, span.start), false)
    push(Math.min(window.end, span.end), true)
  }
  push(window.end, false)
  return segments
}
