/** One word of a query, already normalized. */
export interface Term {
  text: string
  /** From a script without spaces: matches anywhere. Else a word: matches whole words, or their beginnings when `prefix`. */
  cjk: boolean
  /** Only the last word of a query: it may still be being typed. */
  prefix: boolean
  /** Misspelt (SR-05): the words of the index that stand for it. */
  also?: readonly string[]
}

export interface Span {
  start: number
  end: number
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u
const cjkCharacter = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〇]/u

/** Whether the character before or at `index` is part of a word (letters and digits of scripts with spaces). */
function isWordAt(text: string, index: number): boolean {
  const character = index < 0 ? '' : String.fromCodePoint(text.codePointAt(index) ?? 0x20)
  return wordCharacter.test(character) && !cjkCharacter.test(character)
}

/** Index of the code point that ends at `index`. */
const before = (text: string, index: number): number => (/[\udc00-\udfff]/.test(text[index - 1] ?? '') ? index - 2 : index - 1)

/** The first place, from `from` on, where a term stands literally in a normalized text; the span covers the whole word (SR-10). */
export function findTerm(text: string, term: Term, from = 0): (Span & { exact: boolean }) | null {
  if (!term.also) return findLiteral(text, term, from)
  const found = term.also.flatMap((word) => findLiteral(text, { ...term, text: word, prefix: false }, from) ?? [])
  const [first, ...others] = found
  return first ? { ...others.reduce((best, one) => (one.start < best.start ? one : best), first), exact: false } : null
}

function findLiteral(text: string, term: Term, from: number): (Span & { exact: boolean }) | null {
  for (let at = text.indexOf(term.text, from); at >= 0; at = text.indexOf(term.text, at + 1)) {
    let end = at + term.text.length
    if (term.cjk) return { start: at, end, exact: true }
    if (at > 0 && isWordAt(text, before(text, at))) continue
    const exact = end >= text.length || !isWordAt(text, end)
    if (!exact && !term.prefix) continue
    while (end < text.length && isWordAt(text, end)) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1
    return { start: at, end, exact }
  }
  return null
}

/** All places of all terms, merged where they touch or overlap, in order. */
export function findAll(text: string, terms: readonly Term[]): Span[] {
  const spans: Span[] = []
  for (const term of terms) for (let span = findTerm(text, term); span; span = findTerm(text, term, span.end)) spans.push(span)
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  const merged: Span[] = []
  for (const { start, end } of spans) {
    const last = merged.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else merged.push({ start, end })
  }
  return merged
}
