import { type Dispatch, useEffect, useRef } from 'react'
import type { PieceDraft } from '../../../ui/studio/draft.ts'
import type { EditorAction } from '../../../ui/studio/editor-history.ts'
import { cutPoster } from './studio-api.ts'

const quietMs = 700

/**
 * Has the server cut the frame when the writer has chosen another second for the cover: the picture and its id come
 * back with the video. Only the latest choice counts.
 */
export function usePosterFrame({ video }: PieceDraft, dispatch: Dispatch<EditorAction>): void {
  const latest = useRef(video)
  latest.current = video
  const cut = useRef<{ media: string; second: number | null } | null>(null)
  const media = video?.media.id ?? null
  const second = video?.posterSecond ?? null
  useEffect(() => {
    if (media === null) return
    // Another video comes with the cover that the server chose for it, a stored one with the cover that was stored.
    if (cut.current?.media !== media) cut.current = { media, second: null }
    if (second === null || cut.current.second === second) return
    const control = new AbortController()
    const timer = setTimeout(async () => {
      const made = await cutPoster(media, second, control.signal)
      const now = latest.current
      if (control.signal.aborted || made === null || now === null || now.media.id !== media) return
      cut.current = { media, second }
      dispatch({ type: 'video', video: { ...now, media: made } })
    }, quietMs)
    return () => {
      clearTimeout(timer)
      control.abort()
    }
  }, [media, second, dispatch])
}
