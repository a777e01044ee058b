/** How a shop shows the words of its options: stored names and values stay keys, whatever the reader's language. */
export interface OptionWord {
  /** The stored name or value. */
  word: string
  /** What readers see, by language; a language without one shows the other's, else the word itself. */
  shown?: Partial<Record<'zh' | 'en', string | null>> | null
  /** CSS colour of a swatch, `#RRGGBB`; only for values that are colours. */
  colour?: string | null
}

type Words = readonly OptionWord[] | null | undefined

/** An option's name or value in the reader's language; a word that nobody described is shown as it is stored. */
export function shownOption(words: Words, word: string, locale: 'zh' | 'en'): string {
  const shown = words?.find((one) => one.word === word)?.shown
  return shown?.[locale]?.trim() || shown?.[locale === 'zh' ? 'en' : 'zh']?.trim() || word
}

/** The colour of a value's swatch; undefined where it has none, or none that is a colour. */
export function swatchOf(words: Words, value: string): string | undefined {
  const colour = words?.find((one) => one.word === value)?.colour
  return colour && /^#[0-9a-fA-F]{6}$/.test(colour) ? colour : undefined
}

/** A line's options (`optionsText`) in the reader's language, value by value. */
export const shownOptions = (text: string | null | undefined, words: Words, locale: 'zh' | 'en'): string | null =>
  text
    ? text
        .split(' · ')
        .map((value) => shownOption(words, value, locale))
        .join(' · ')
    : null
