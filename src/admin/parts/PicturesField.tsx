'use client'
import { FieldLabel, useAuth, useField } from '@payloadcms/ui'
import type { RelationshipFieldClientComponent } from 'payload'
import { type ChangeEvent, useEffect, useId, useRef, useState } from 'react'
import { call, failureWords } from './call.ts'
import './parts.css'
import { type Picture, PictureCard } from './PictureCard.tsx'
import { useWords } from './words.ts'

/**
 * One picture or several in order: uploaded through `POST /v1/media`, which looks at the bytes, makes the sizes and takes
 * the metadata out; Payload's own uploads are not used. Shown as what readers get.
 */
export const PicturesField: RelationshipFieldClientComponent = ({ field, path, readOnly }) => {
  const { say } = useWords()
  const { user } = useAuth()
  const many = field.hasMany === true
  const { value, setValue, disabled } = useField<unknown>({ potentiallyStalePath: path })
  const ids = idsOf(value)
  const [known, setKnown] = useState<Record<string, Picture>>({})
  const [read, setRead] = useState(false)
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ text: string; tone: 'good' | 'bad' }>({ text: '', tone: 'good' })
  const input = useRef<HTMLInputElement>(null)
  const label = useId()
  const may = !readOnly && !disabled && ((user?.roles as string[] | undefined) ?? []).some((role) => role === 'editor' || role === 'admin')

  const missing = ids.filter((id) => !known[id]).join(',')
  useEffect(() => {
    if (!missing) return
    void call<{ pictures: Picture[] }>(`/v1/operations/pictures?ids=${missing}`).then((answer) => {
      if (answer.ok) setKnown((old) => ({ ...old, ...Object.fromEntries(answer.value.pictures.map((one) => [one.id, one])) }))
      setRead(true)
    })
  }, [missing])

  const put = (next: string[]) => setValue(many ? next : (next[0] ?? null))
  const upload = async (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setBusy(true)
    const added: string[] = []
    let refused = ''
    for (const file of files) {
      const answer = await sendPicture(file)
      if (typeof answer === 'string') refused = answer === 'not_picture' ? say('notPicture') : failureWords(say, { code: answer })
      else {
        added.push(answer.id)
        setKnown((old) => ({ ...old, [answer.id]: answer }))
      }
    }
    if (added.length > 0) put(many ? [...ids, ...added.filter((id) => !ids.includes(id))] : added.slice(-1))
    setSaid({ text: refused || (added.length > 0 ? say('saveHint') : ''), tone: refused ? 'bad' : 'good' })
    setBusy(false)
  }
  const move = (from: number, to: number) => {
    const next = [...ids]
    next.splice(to, 0, ...next.splice(from, 1))
    put(next)
    setSaid({ text: say('saveHint'), tone: 'good' })
  }

  return (
    <div className="field-type zc-part" data-pictures={path}>
      <FieldLabel label={field.label} path={path} required={field.required ?? false} />
      <ul className="zc-pictures">
        {ids.map((id, at) => (
          <PictureCard
            key={id}
            picture={known[id] ?? null}
            read={read}
            may={may}
            onAlt={(picture) => setKnown((old) => ({ ...old, [id]: picture }))}
            onRemove={() => put(ids.filter((other) => other !== id))}
            {...(at > 0 ? { onEarlier: () => move(at, at - 1) } : {})}
            {...(at < ids.length - 1 ? { onLater: () => move(at, at + 1) } : {})}
          />
        ))}
      </ul>
      {ids.length === 0 && <p className="zc-muted">{say('noPicture')}</p>}
      {may && (
        <>
          <input
            ref={input}
            id={label}
            className="zc-visually-hidden"
            tabIndex={-1}
            aria-hidden
            type="file"
            accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
            multiple={many}
            onChange={upload}
          />
          <button type="button" className="zc-button zc-quiet" disabled={busy} onClick={() => input.current?.click()}>
            {busy ? say('uploading') : say('upload')}
          </button>
        </>
      )}
      <p className="zc-said" role="status" data-tone={said.tone}>
        {said.text}
      </p>
    </div>
  )
}

/** The ids of a relation, whichever way Payload gives it. */
function idsOf(value: unknown): string[] {
  const list = Array.isArray(value) ? value : value == null || value === '' ? [] : [value]
  return list.flatMap((one) => (typeof one === 'string' ? [one] : typeof one?.id === 'string' ? [one.id] : []))
}

/** The stored picture, or the code of why it was refused. */
async function sendPicture(file: File): Promise<Picture | string> {
  if (!file.type.startsWith('image/')) return 'not_picture'
  const form = new FormData()
  form.append('file', file)
  const answer = await call<{ media: Picture & { kind: string } }>('/v1/media', { method: 'POST', form })
  if (!answer.ok) return answer.failure.code
  return answer.value.media.kind === 'image' ? answer.value.media : 'not_picture'
}
