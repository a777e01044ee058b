import { titleClauses } from '../../lib/text.ts'
import type { Highlighted } from '../view/piece.ts'

/** A text with its matches marked. */
export function Highlight({ text, parts }: { text: string; parts?: Highlighted }) {
  if (!parts) return <>{text}</>
  // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
  return <>{parts.map((part, at) => (part.hit ? <mark key={at}>{part.text}</mark> : part.text))}</>
}

/** A headline that breaks after its punctuation while its clauses fit. */
export function Headline({ title }: { title: string }) {
  return (
    <>
      {titleClauses(title).map((clause, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: clauses of one title never move
        <span key={at}>
          <span className="clause">{clause.text}</span>
          {clause.gap}
        </span>
      ))}
    </>
  )
}
