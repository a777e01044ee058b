import { type Reading, readingsOf, spells } from './pinyin.ts'

/** Fewer letters fit too much to mean anything. */
const MIN_LETTERS = 3

/** Which documents have titles and names that are read so: for queries in Latin letters alone (SR-03). */
export class PinyinIndex {
  private readonly readings = new Map<string, Reading[]>()
  /** By syllable, and by the first letters of two syllables in a row. */
  private readonly bySyllable = new Map<string, Set<string>>()
  private readonly byInitials = new Map<string, Set<string>>()

  put(id: string, texts: readonly string[]): void {
    const readings = texts.flatMap(readingsOf)
    if (readings.length === 0) return
    this.readings.set(id, readings)
    for (const [map, key] of keysOf(readings, this.bySyllable, this.byInitials)) {
      const ids = map.get(key)
      if (ids) ids.add(id)
      else map.set(key, new Set([id]))
    }
  }

  delete(id: string): void {
    const readings = this.readings.get(id)
    if (!readings) return
    this.readings.delete(id)
    for (const [map, key] of keysOf(readings, this.bySyllable, this.byInitials)) {
      const ids = map.get(key)
      ids?.delete(id)
      if (ids?.size === 0) map.delete(key)
    }
  }

  clear(): void {
    for (const map of [this.readings, this.bySyllable, this.byInitials]) map.clear()
  }

  /** Documents with a title or name that these letters spell, from any character on. */
  find(letters: string): Set<string> {
    const found = new Set<string>()
    if (letters.length < MIN_LETTERS) return found
    for (const id of this.candidates(letters))
      if (this.readings.get(id)?.some(({ syllables }) => syllables.some((_, at) => spells(letters, syllables, at)))) found.add(id)
    return found
  }

  /** Han characters as they stand, and the letters of those after them (刘dh finds 刘德华). */
  findMixed(before: string, letters: string, candidates: Iterable<string>): Set<string> {
    const start = [...before]
    const found = new Set<string>()
    for (const id of candidates)
      if (
        this.readings
          .get(id)
          ?.some(({ characters, syllables }) =>
            characters.some(
              (_, at) => start.every((one, offset) => characters[at + offset] === one) && spells(letters, syllables, at + start.length),
            ),
          )
      )
        found.add(id)
    return found
  }

  /**
   * Documents with a run that is read as this one and differs in exactly one character (SR-05): 羽绒付 for 羽绒服. Their
   * own words come along, so that what was found can be shown.
   */
  findMisspelt(run: string): { ids: Set<string>; words: Set<string> } {
    const [reading] = readingsOf(run)
    const ids = new Set<string>()
    const words = new Set<string>()
    const length = reading?.characters.length ?? 0
    if (!reading || length < 3 || reading.syllables.length !== length) return { ids, words }
    for (const id of this.withAll(reading.syllables))
      for (const { characters, syllables } of this.readings.get(id) ?? [])
        for (let at = 0; at + length <= characters.length; at++) {
          if (!reading.syllables.every((one, offset) => syllables[at + offset] === one)) continue
          if (reading.characters.filter((one, offset) => characters[at + offset] !== one).length !== 1) continue
          ids.add(id)
          words.add(characters.slice(at, at + length).join(''))
        }
    return { ids, words }
  }

  private *candidates(letters: string): Iterable<string> {
    for (const [syllable, ids] of this.bySyllable) if (letters.startsWith(syllable) || syllable.startsWith(letters)) yield* ids
    yield* this.byInitials.get(letters.slice(0, 2)) ?? []
  }

  private withAll(syllables: readonly string[]): string[] {
    const lists = syllables.map((syllable) => this.bySyllable.get(syllable) ?? new Set<string>())
    lists.sort((a, b) => a.size - b.size)
    const [shortest = new Set<string>(), ...others] = lists
    return [...shortest].filter((id) => others.every((list) => list.has(id)))
  }
}

type Postings = Map<string, Set<string>>

function keysOf(readings: readonly Reading[], bySyllable: Postings, byInitials: Postings): [Postings, string][] {
  return readings.flatMap(({ syllables }) =>
    syllables.flatMap((syllable, at): [Postings, string][] => {
      const next = syllables[at + 1]
      return next
        ? [
            [bySyllable, syllable],
            [byInitials, `${syllable[0]}${next[0]}`],
          ]
        : [[bySyllable, syllable]]
    }),
  )
}
