import { useMemo } from 'react'
import { type Inline, parseBody } from '../../lib/text.ts'
import { htmlLang, useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'

interface BodyPreviewProps {
  body: string
  language: 'zh' | 'en'
  /** Names by number; a mark without one is shown as a mistake. */
  names: ReadonlyMap<number, string>
  className?: string
}

/** A body set as readers see it: paragraphs, headings, numbered product marks. */
export function BodyPreview({ body, language, names, className }: BodyPreviewProps) {
  const blocks = useMemo(() => parseBody(body), [body])
  return (
    <div className={`read${className === undefined ? '' : ` ${className}`}`} lang={htmlLang[language]}>
      {blocks.map((block) => {
        const inside = block.inlines.map((inline) => <InlineView key={inline.span.start} inline={inline} names={names} />)
        return block.type === 'heading' ? (
          <h3 key={block.span.start} className="h2 st-h">
            {inside}
          </h3>
        ) : (
          <p key={block.span.start}>{inside}</p>
        )
      })}
    </div>
  )
}

function InlineView({ inline, names }: { inline: Inline; names: ReadonlyMap<number, string> }) {
  const t = useT(editor)
  if (inline.type === 'text') return inline.text
  if (inline.type === 'break') return <br />
  const name = names.get(inline.number)
  if (name === undefined) return <mark className="st-lost">{`[[${inline.number}]]`}</mark>
  return (
    <span className="st-mark">
      <span aria-hidden="true">{inline.number}</span>
      <span className="sr">{t('markNamed', { number: String(inline.number), name })}</span>
    </span>
  )
}
