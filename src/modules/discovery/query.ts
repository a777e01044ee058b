/** A query in its parts (SR-06), still as it was typed. */
export interface QueryParts {
  /** What every hit has, word by word. */
  words: string
  /** What stands between quotation marks: as it is, in one piece. */
  phrases: string[]
  /** What a leading minus forbids. */
  without: string[]
}

const quotes = /["“”「」『』]([^"“”「」『』]{1,100})["“”「」『』]/g
const negation = /(^|\s)[-−－](?=\p{L}|\p{N})(\S{1,60})/gu
const MAX_PARTS = 5

/** Takes phrases and forbidden words out of a query. A hyphen inside a word (USB-C) is part of it. */
export function queryParts(q: string): QueryParts {
  const phrases: string[] = []
  const without: string[] = []
  const words = q
    .replace(quotes, (_, phrase: string) => {
      if (phrases.length < MAX_PARTS && phrase.trim()) phrases.push(phrase.trim())
      return ' '
    })
    .replace(negation, (_, space: string, word: string) => {
      if (without.length < MAX_PARTS) without.push(word)
      return space
    })
  return { words, phrases, without }
}
