/** A comment of the demo world. */
export interface SeedComment {
  /** Key of the piece that it stands under. */
  piece: string
  /** Days after that piece was published. */
  after: number
  /** A creator's handle or a fan's account. */
  author: string
  body: string
  /** What its author bought before: an SKU of the piece's product. */
  bought: string | null
  /** Why an editor took it from readers. */
  hidden: { rule: string; reason: string } | null
  replies: Omit<SeedComment, 'piece' | 'replies'>[]
}

const line = /^( *)- ([\d.]+) (\w+)(?: \{(bought|hide): ([^}]+)\})?: (.+)$/

/**
 * Reads `comments/<name>.md`: `# <piece>` and, below it, `- <days after> <who>: <words>`, with replies indented. In braces
 * stands what its author bought, or the rule and the reason of its being hidden. Throws at a line that is none of these.
 */
export function readCommentSheet(text: string, name: string): SeedComment[] {
  const comments: SeedComment[] = []
  let piece = ''
  for (const written of text.split('\n').filter((one) => one.trim() !== '')) {
    const heading = /^# (\S+)$/.exec(written)?.[1]
    if (heading) {
      piece = heading
      continue
    }
    const [, indent, after, author = '', flag, value = '', body = ''] = line.exec(written) ?? []
    if (!after || !piece) throw new Error(`comments/${name}: expected a comment, got ${JSON.stringify(written)}`)
    const [rule = '', reason = ''] = value.split('|').map((part) => part.trim())
    const comment = {
      after: Number(after),
      author,
      body,
      bought: flag === 'bought' ? value : null,
      hidden: flag === 'hide' ? { rule, reason } : null,
    }
    if (!indent) comments.push({ piece, ...comment, replies: [] })
    else comments.at(-1)?.replies.push(comment)
  }
  return comments
}
