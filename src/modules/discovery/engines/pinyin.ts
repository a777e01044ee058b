import { pinyin } from 'pinyin-pro'

/** Han characters in a row with how each is read, without tones; `ü` as `v`. */
export interface Reading {
  characters: readonly string[]
  syllables: readonly string[]
}

const han = /\p{Script=Han}+/gu
/** SR-03: so many syllables of one run can be found by their letters. */
const MAX_RUN = 64
const interned = new Map<string, string>()

/** How a normalized text is read: one reading for each run of Han characters, by its words (重庆 is chong qing). */
export function readingsOf(normalized: string): Reading[] {
  return [...normalized.matchAll(han)].map(([run]) => {
    const characters = [...run].slice(0, MAX_RUN)
    const syllables = pinyin(characters.join(''), { toneType: 'none', type: 'array', v: true }).map(intern)
    return { characters, syllables }
  })
}

/** There are some four hundred syllables: each is kept once. */
function intern(syllable: string): string {
  const known = interned.get(syllable)
  if (known !== undefined) return known
  interned.set(syllable, syllable)
  return syllable
}

/**
 * Whether letters spell the syllables from one on: each by its whole or by its first letter, the last half typed
 * (liudehua, ldh, liudh, liude). At most sixteen first letters (SR-03).
 */
export function spells(letters: string, syllables: readonly string[], from: number, initials = 0): boolean {
  if (letters === '') return true
  const syllable = syllables[from]
  if (syllable === undefined || syllable[0] !== letters[0]) return false
  if (letters.startsWith(syllable) && spells(letters.slice(syllable.length), syllables, from + 1, initials)) return true
  if (syllable.startsWith(letters)) return true
  return initials < 16 && spells(letters.slice(1), syllables, from + 1, initials + 1)
}
