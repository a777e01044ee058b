/** A comment of the demo world. */
export interface SeedComment {
  /** Where it stands: the key of a piece, or the slug of a product. */
  under: { piece: string } | { product: string }
  /** Under a piece: days after its publication; under a product: days ago. */
  days: number
  /** A creator's handle or a fan's account. */
  author: string
  body: string
  /** What its author bought before: an SKU of the piece's product. */
  bought: string | null
  /** Why an editor took it from readers. */
  hidden: { rule: string; reason: string } | null
  replies: Omit<SeedComment, 'under' | 'replies'>[]
}

const line = /^( *)- ([\d.]+) (\w+)(?: \{(bought|hide): ([^}]+)\})?: (.+)$/

/**
 * Reads `comments/<name>.md`: `# <piece>` or `# products/<slug>` and, below it, `- <days> <who>: <words>`, with replies indented. In braces
 * stands what its author bought, or the rule and the reason of its being hidden. Throws at a line that is none of these.
 */
export function readCommentSheet(text: string, name: string): SeedComment[] {
  const comments: SeedComment[] = []
  let under: SeedComment['under'] | null = null
  for (const written of text.split('\n').filter((one) => one.trim() !== '')) {
    const heading = /^# (\S+)$/.exec(written)?.[1]
    if (heading) {
      under = heading.startsWith('products/') ? { product: heading.slice('products/'.length) } : { piece: heading }
      continue
    }
    const [, indent, days, author = '', flag, value = '', body = ''] = line.exec(written) ?? []
    if (!days || !under) throw new Error(`comments/${name}: expected a comment, got ${JSON.stringify(written)}`)
    const [rule = '', reason = ''] = value.split('|').map((part) => part.trim())
    const comment = {
      days: Number(days),
      author,
      body,
      bought: flag === 'bought' ? value : null,
      hidden: flag === 'hide' ? { rule, reason } : null,
    }
    if (!indent) comments.push({ under, ...comment, replies: [] })
    else comments.at(-1)?.replies.push(comment)
  }
  return comments
}
