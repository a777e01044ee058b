import { matchesFilter } from '../filter.ts'
import type { Term } from '../match.ts'
import { normalize, runs } from '../normalize.ts'
import { queryParts } from '../query.ts'
import type { CheckedRequest } from '../request.ts'
import type { SearchAnswer } from '../types.ts'
import type { Entry, MemoryIndex } from './memory-index.ts'

/** All hits of a request, unsorted, and how its query was understood. */
export interface Selection extends Pick<SearchAnswer, 'dropped' | 'read'> {
  entries: Entry[]
  terms: Term[]
}

/** What one request may look at. */
type Allowed = (ids: Iterable<string>) => Entry[]

/**
 * Every word must match, to the letter or (in Latin letters alone) by the sound of Chinese; when nothing does, with a
 * slip of the pen mended; when nothing does then either, the last words go one by one (`last`).
 */
export function select(index: MemoryIndex, request: CheckedRequest): Selection {
  const { words, phrases, without } = queryParts(request.q)
  const allowed = allowedBy(index, request, without)
  const literal = [...index.parse(words), ...phrases.flatMap((phrase) => index.parsePhrase(phrase))]
  const plain = { terms: literal, dropped: null, read: { pinyin: false, misspelt: false } }
  // a query of signs alone asks for nothing that we have; an empty one, or one that only forbids, asks for everything
  if (literal.length === 0) {
    const everything = request.q.trim() === '' || (without.length > 0 && words.trim() === '' && phrases.length === 0)
    return { ...plain, entries: everything ? allowed(index.entries.keys()) : [] }
  }
  const matches = matchesSoFar(index, literal)
  const exact = matches.at(-1) ?? new Set<string>()
  const heard = phrases.length > 0 ? new Set<string>() : heardAs(index, words)
  const entries = allowed(new Set([...exact, ...heard]))
  if (entries.length > 0)
    return { ...plain, entries, read: { pinyin: entries.some(({ document }) => !exact.has(document.id)), misspelt: false } }
  const mended = mendedTerms(index, words, literal)
  if (mended) {
    const found = allowed(matchesSoFar(index, mended).at(-1) ?? [])
    if (found.length > 0) return { entries: found, terms: mended, dropped: null, read: { pinyin: false, misspelt: true } }
  }
  if (request.matchingStrategy === 'last')
    for (let count = literal.length - 1; count > 0; count--) {
      const some = allowed(matches[count - 1] ?? [])
      if (some.length > 0)
        return { ...plain, entries: some, terms: literal.slice(0, count), dropped: literal.slice(count).map(({ text }) => text) }
    }
  return { ...plain, entries: [] }
}

function allowedBy(index: MemoryIndex, request: CheckedRequest, without: readonly string[]): Allowed {
  const excluded = new Set(request.exclude)
  for (const word of without)
    for (const id of matchesSoFar(
      index,
      index.parse(word).map((term) => ({ ...term, prefix: false })),
    ).at(-1) ?? [])
      excluded.add(id)
  return (ids) => {
    const entries: Entry[] = []
    for (const id of ids) {
      const entry = index.entries.get(id)
      if (entry && !excluded.has(id) && (!request.filter || matchesFilter(request.filter, entry.document))) entries.push(entry)
    }
    return entries
  }
}

/** The documents with the first word, the first two, and so on. */
function matchesSoFar(index: MemoryIndex, terms: readonly Term[]): Set<string>[] {
  const matches: Set<string>[] = []
  for (const term of terms) {
    const found = index.find(term)
    const last = matches.at(-1)
    matches.push(last ? new Set([...found].filter((id) => last.has(id))) : found)
  }
  return matches
}

/** Documents whose Chinese is spelt by Latin letters (liudehua, liu de hua, ldh), alone or after Han characters (刘dh). */
function heardAs(index: MemoryIndex, words: string): Set<string> {
  const parts = runs(normalize(words))
  const letters = parts.map(({ text }) => text).join('')
  if (/^[a-z]+$/.test(letters)) return index.pinyin.find(letters)
  const [before, after, ...others] = parts
  if (!before?.cjk || !after || after.cjk || others.length > 0 || !/^[a-z]+$/.test(after.text)) return new Set()
  return index.pinyin.findMixed(before.text, after.text, index.find({ text: before.text, cjk: true, prefix: false }))
}

/** The words with those that stand nowhere replaced by what they may mean; null when there is nothing to mend. */
function mendedTerms(index: MemoryIndex, words: string, literal: readonly Term[]): Term[] | null {
  let mended = false
  const chinese = runs(normalize(words)).flatMap((run): Term[] => {
    if (!run.cjk) return []
    const { words: also } = index.pinyin.findMisspelt(run.text)
    if (also.size === 0) return []
    mended = true
    return [{ text: run.text, cjk: true, prefix: false, also: [...also] }]
  })
  const inRun = (term: Term) => chinese.some(({ text }) => term.cjk && text.includes(term.text))
  const others = literal
    .filter((term) => !inRun(term))
    .map((term) => {
      const instead = index.find(term).size === 0 ? index.mend(term) : null
      if (instead) mended = true
      return instead ?? term
    })
  return mended ? [...chinese, ...others] : null
}
