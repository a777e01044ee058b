'use client'
import { type KeyboardEvent, useId, useState } from 'react'
import { narrowestUrl, type PictureSizes } from '../../lib/picture-sizes.ts'
import { call, failureWords } from './call.ts'
import { useWords } from './words.ts'

/** Of a stored file what the field needs (`GET /v1/operations/pictures`). */
export interface Picture {
  id: string
  alt: string
  sources: PictureSizes[]
}

interface Props {
  /** Null until it is read, and when there is none. */
  picture: Picture | null
  read: boolean
  may: boolean
  onAlt(picture: Picture): void
  onRemove(): void
  onEarlier?: () => void
  onLater?: () => void
}

/** One picture: how it looks, what it shows in words, and its place among the others. */
export function PictureCard({ picture, read, may, onAlt, onRemove, onEarlier, onLater }: Props) {
  const { say } = useWords()
  const small = narrowestUrl(picture?.sources ?? [])
  return (
    <li className="zc-picture">
      {small ? (
        // biome-ignore lint/performance/noImgElement: sizes are made already, and Next must not make them again
        <img src={small} alt={picture?.alt ?? ''} loading="lazy" />
      ) : (
        <span className="zc-nothing">{read ? say('missing') : say('loading')}</span>
      )}
      <div>
        {picture && <AltField picture={picture} may={may} onAlt={onAlt} />}
        {may && (
          <div className="zc-buttons">
            {(onEarlier || onLater) && (
              <>
                <Step label={say('earlier')} sign="←" {...(onEarlier ? { onClick: onEarlier } : {})} />
                <Step label={say('later')} sign="→" {...(onLater ? { onClick: onLater } : {})} />
              </>
            )}
            <button type="button" className="zc-button zc-quiet zc-small" onClick={onRemove}>
              {say('remove')}
            </button>
          </div>
        )}
      </div>
    </li>
  )
}

const Step = ({ label, sign, onClick }: { label: string; sign: string; onClick?: () => void }) => (
  <button type="button" className="zc-button zc-quiet zc-small" aria-label={label} title={label} disabled={!onClick} onClick={onClick}>
    {sign}
  </button>
)

function AltField({ picture, may, onAlt }: Pick<Props, 'may' | 'onAlt'> & { picture: Picture }) {
  const { say } = useWords()
  const [text, setText] = useState(picture.alt)
  const [said, setSaid] = useState('')
  const field = useId()
  const save = async () => {
    if (text.trim() === picture.alt) return
    const answer = await call<{ picture: Picture }>(`/v1/operations/pictures/${picture.id}/alt`, { method: 'PUT', body: { alt: text } })
    if (answer.ok) onAlt(answer.value.picture)
    setSaid(answer.ok ? say('altSaved') : failureWords(say, answer.failure))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault() // Payload's form around this would be sent.
    void save()
  }
  return (
    <div className="zc-field">
      <label htmlFor={field}>{say('alt')}</label>
      <input
        id={field}
        value={text}
        maxLength={200}
        readOnly={!may}
        title={say('altHint')}
        onChange={(event) => setText(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      <small role="status">{said}</small>
    </div>
  )
}
