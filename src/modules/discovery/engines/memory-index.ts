import { findTerm, type Term } from '../match.ts'
import { indexTerms, normalize, pairs, runs } from '../normalize.ts'
import type { SearchDocument, Tombstone } from '../types.ts'
import { PinyinIndex } from './pinyin-index.ts'
import { nearWords } from './typo.ts'

/** Fields in the order of their weight: a hit in the title counts more than one in a name, that more than one in the text. */
export interface Entry {
  document: SearchDocument
  fields: readonly [title: string, names: string, text: string]
}

const MAX_WORDS = 10

/** An inverted index in memory: terms to documents, and the normalized fields for the literal check that every candidate passes. */
export class MemoryIndex {
  readonly entries = new Map<string, Entry>()
  readonly pinyin = new PinyinIndex()
  private readonly postings = new Map<string, Set<string>>()
  /** Words (not grams) by first character, for prefixes. */
  private readonly words = new Map<string, Set<string>>()
  /** Versions at which documents were removed: a late, older write does not bring them back. */
  private readonly removed = new Map<string, number>()

  get termCount(): number {
    return this.postings.size
  }

  put(document: SearchDocument): void {
    const current = this.entries.get(document.id)?.document.version ?? -Infinity
    const gone = this.removed.get(document.id) ?? -Infinity
    if (document.version < current || document.version <= gone) return
    if (document.visibility !== 'public') {
      this.delete(document)
      return
    }
    this.forget(document.id)
    this.removed.delete(document.id)
    const names = [document.creator?.name, document.creator?.handle, ...document.productNames, ...document.topics]
    const fields = [normalize(document.title), normalize(names.filter(Boolean).join('\n')), normalize(document.text)] as const
    this.entries.set(document.id, { document, fields })
    for (const term of termsOf(fields)) this.post(term, document.id)
    this.pinyin.put(document.id, fields.slice(0, 2))
  }

  delete({ id, version }: Tombstone): void {
    const entry = this.entries.get(id)
    this.removed.set(id, Math.max(version, entry?.document.version ?? version, this.removed.get(id) ?? version))
    this.forget(id)
  }

  clear(): void {
    for (const map of [this.entries, this.postings, this.words, this.removed, this.pinyin]) map.clear()
  }

  /**
   * The words of a query. A run without spaces that stands nowhere as a whole is parted into the longest pieces that
   * do (羊毛地毯 also finds 羊毛手工地毯); a run of two characters never is, or 景点 would find every 景 and 点.
   */
  parse(q: string): Term[] {
    const terms = runs(normalize(q)).flatMap((run): Term[] => {
      if (!run.cjk) return [{ text: run.text, cjk: false, prefix: false }]
      return this.part(run.text).map((text) => ({ text, cjk: true, prefix: false }))
    })
    return terms.slice(0, MAX_WORDS).map((term, i, all) => ({ ...term, prefix: !term.cjk && i === all.length - 1 }))
  }

  /** A phrase, as one term: literal, from anywhere where it has no spaces between its words. */
  parsePhrase(phrase: string): Term[] {
    const text = normalize(phrase)
    const parts = runs(text)
    if (parts.length === 0) return []
    return [{ text, cjk: parts.some((run) => run.cjk), prefix: false }]
  }

  /** The same term for words that are spelt nearly so, where nothing is spelt so (SR-05). */
  mend(term: Term): Term | null {
    if (term.cjk) return null
    const also = nearWords(term.text, this.words.get(firstOf(term.text)) ?? [])
    return also.length > 0 ? { ...term, also } : null
  }

  /**
   * Ids of the documents that contain a term, literally. The index holds words, characters and pairs as they stand, so
   * only longer runs need the check: their pairs may stand apart.
   */
  find(term: Term): Set<string> {
    if (term.also) return new Set(term.also.flatMap((text) => [...this.find({ text, cjk: term.cjk, prefix: false })]))
    const parts = runs(term.text)
    if (parts.length > 1) return this.findPhrase(term, parts)
    const candidates = this.candidates(term)
    if (!term.cjk || [...term.text].length <= 2) return new Set(candidates)
    return new Set([...candidates].filter((id) => this.entries.get(id)?.fields.some((field) => field.includes(term.text))))
  }

  private findPhrase(term: Term, parts: readonly { text: string; cjk: boolean }[]): Set<string> {
    const lists = parts.map(({ text, cjk }) => this.find({ text, cjk, prefix: false }))
    const [first = new Set<string>(), ...others] = lists
    const all = [...first].filter((id) => others.every((list) => list.has(id)))
    return new Set(all.filter((id) => this.entries.get(id)?.fields.some((field) => findTerm(field, term))))
  }

  private candidates(term: Term): Iterable<string> {
    if (!term.cjk && term.prefix) return this.startingWith(term.text)
    if (!term.cjk) return this.postings.get(term.text) ?? []
    const lists = pairs(term.text).map((gram) => this.postings.get(gram) ?? new Set<string>())
    lists.sort((a, b) => a.size - b.size)
    const [shortest = new Set<string>(), ...others] = lists
    return [...shortest].filter((id) => others.every((list) => list.has(id)))
  }

  private startingWith(prefix: string): Set<string> {
    const ids = new Set<string>()
    for (const word of this.words.get(firstOf(prefix)) ?? [])
      if (word.startsWith(prefix)) for (const id of this.postings.get(word) ?? []) ids.add(id)
    return ids
  }

  private part(run: string): string[] {
    const characters = [...run]
    if (characters.length <= 2 || this.stands(run)) return [run]
    const pieces: string[] = []
    for (let at = 0; at < characters.length; ) {
      let end = characters.length
      while (end > at + 1 && !this.stands(characters.slice(at, end).join(''))) end--
      pieces.push(characters.slice(at, end).join(''))
      at = end
    }
    return pieces.some((piece) => [...piece].length > 1) ? pieces : [run]
  }

  private stands(run: string): boolean {
    const term: Term = { text: run, cjk: true, prefix: false }
    for (const id of this.candidates(term)) if (this.entries.get(id)?.fields.some((field) => field.includes(run))) return true
    return false
  }

  private post(term: string, id: string): void {
    const list = this.postings.get(term)
    if (list) list.add(id)
    else this.postings.set(term, new Set([id]))
    if (list) return
    const first = firstOf(term)
    const words = this.words.get(first)
    if (words) words.add(term)
    else this.words.set(first, new Set([term]))
  }

  private forget(id: string): void {
    const entry = this.entries.get(id)
    if (!entry) return
    this.entries.delete(id)
    this.pinyin.delete(id)
    for (const term of termsOf(entry.fields)) {
      const list = this.postings.get(term)
      list?.delete(id)
      if (list?.size !== 0) continue
      this.postings.delete(term)
      const words = this.words.get(firstOf(term))
      words?.delete(term)
      if (words?.size === 0) this.words.delete(firstOf(term))
    }
  }
}

const firstOf = (term: string): string => String.fromCodePoint(term.codePointAt(0) ?? 0)
const termsOf = (fields: readonly string[]): Set<string> => new Set(fields.flatMap((field) => [...indexTerms(field)]))
