import { type Dispatch, useRef, useState } from 'react'
import { useT } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import type { PieceDraft } from '../../../ui/studio/draft.ts'
import type { EditorAction } from '../../../ui/studio/editor-history.ts'
import type { CaptionsUpload } from '../../../ui/studio/editor-props.ts'

/** Characters of a captions file that a piece stores. */
export const captionsMax = 50_000

/** Whether a text is WebVTT: its signature stands first, alone or before white space. */
export const isWebVtt = (text: string): boolean => /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(text)

/** Reads a WebVTT file into the piece: the words are stored with it, like its text. */
export function useCaptionsFile({ video }: PieceDraft, dispatch: Dispatch<EditorAction>): CaptionsUpload {
  const t = useT(studioPages)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const latest = useRef(video)
  latest.current = video
  const onPick = async (file: File) => {
    setSending(true)
    setError(null)
    const text = file.size > captionsMax * 4 ? null : await file.text().catch(() => null)
    const usable = text !== null && text.length <= captionsMax && isWebVtt(text)
    setSending(false)
    if (!usable) return setError(t('captionsBad'))
    if (latest.current !== null) dispatch({ type: 'video', video: { ...latest.current, captions: { name: file.name, text } } })
  }
  return { sending, error, onPick: (file) => void onPick(file) }
}
