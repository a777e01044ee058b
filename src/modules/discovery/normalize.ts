import { simplify } from './han-variants.ts'

/**
 * Text as search compares it: compatibility forms folded (full width, half width, ligatures), lower case, Latin accents
 * gone, traditional Chinese simplified (SR-04). Done code point by code point, so that every folded position leads back
 * to its origin.
 */
export function normalize(text: string): string {
  if (/^[\x20-\x7e\n\u4e00-\u9fff\u3000-\u3002]*$/.test(text)) return simplify(text.toLowerCase()) // the usual case costs little
  return fold(text).folded
}

/** The folded text, and for each of its UTF-16 units the index of the unit in `text` that it came from (and one for the end). */
export function fold(text: string): { folded: string; origin: number[] } {
  let folded = ''
  const origin: number[] = []
  let at = 0
  for (const character of text) {
    const plain = foldCharacter(character)
    folded += plain
    for (let i = 0; i < plain.length; i++) origin.push(at)
    at += character.length
  }
  origin.push(at)
  return { folded, origin }
}

const foldCharacter = (character: string): string =>
  simplify(
    character
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\u0300-\u036f]/g, ''), // lower case of İ brings a dot of its own
  )

/** Scripts written without spaces, matched as any run of characters: Han, kana, Hangul. */
const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〇`
const pieces = new RegExp(`(?<cjk>[${cjk}]+)|(?<word>(?:(?![${cjk}])[\\p{L}\\p{M}\\p{N}])+)`, 'gu')

export interface Run {
  text: string
  cjk: boolean
  /** Index in the normalized text. */
  at: number
}

/** Runs of characters without spaces, and words of everything else, in order. Punctuation parts them. */
export function runs(normalized: string): Run[] {
  return [...normalized.matchAll(pieces)].map((match) => ({ text: match[0], cjk: match.groups?.cjk !== undefined, at: match.index }))
}

/** What the index keeps of a text: whole words, and of runs without spaces every character and every pair. */
export function indexTerms(normalized: string): Set<string> {
  const terms = new Set<string>()
  for (const run of runs(normalized)) {
    if (!run.cjk) terms.add(run.text)
    else for (const gram of grams(run.text)) terms.add(gram)
  }
  return terms
}

function grams(run: string): string[] {
  const characters = [...run]
  return characters.flatMap((character, i) => (i + 1 < characters.length ? [character, character + characters[i + 1]] : [character]))
}

/** The pairs of a run (or the single character it is): what narrows the candidates before the literal check. */
export function pairs(run: string): string[] {
  const characters = [...run]
  return characters.length < 2 ? characters : characters.slice(1).map((character, i) => (characters[i] ?? '') + character)
}
