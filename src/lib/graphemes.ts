const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** How many characters a reader counts: an emoji family or a letter with marks is one. */
export function graphemeLength(text: string): number {
  let length = 0
  for (const _ of graphemes.segment(text)) length += 1
  return length
}

/** The beginning of a text, at most `limit` graphemes (1 or more) with the closing ellipsis, white space run together. */
export function excerpt(text: string, limit: number): string {
  const flat = text.replace(/\s+/g, ' ').trim()
  let count = 0
  let cut = 0
  for (const { index } of graphemes.segment(flat)) {
    if (count === limit - 1) cut = index
    if (count === limit) return `${flat.slice(0, cut).trimEnd()}…`
    count += 1
  }
  return flat
}
