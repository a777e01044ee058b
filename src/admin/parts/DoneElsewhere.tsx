'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { type ElsewhereSlug, elsewhere, type Note } from './elsewhere.ts'
import './parts.css'
import { useWords } from './words.ts'

/** Above rows that nobody edits here: why that is, and the way to where it is done. */
export function DoneElsewhere({ slug }: { slug: ElsewhereSlug }) {
  const { language } = useWords()
  const { id } = useDocumentInfo()
  const note: Note = elsewhere[slug]
  const { why, link } = note[language]
  return (
    <div className="zc-part zc-note" data-elsewhere={slug}>
      {why} {note.href && link && <a href={note.href(language, id ? String(id) : null)}>{link}</a>}
    </div>
  )
}
