import { type RefObject, useEffect, useState } from 'react'

/**
 * The caption that belongs to this moment. The browser reads the track and keeps the time; we draw the words, so
 * that they stand above the product's card. Empty when captions are off or there is nothing to say.
 */
export function useCaptions(ref: RefObject<HTMLVideoElement | null>, on: boolean): string {
  const [text, setText] = useState('')
  useEffect(() => {
    const track = ref.current?.textTracks[0]
    if (!track) return
    track.mode = on ? 'hidden' : 'disabled'
    const read = () =>
      setText(on ? [...(track.activeCues ?? [])].map((cue) => ('text' in cue ? plain(String(cue.text)) : '')).join('\n') : '')
    read()
    track.addEventListener('cuechange', read)
    return () => track.removeEventListener('cuechange', read)
  }, [ref, on])
  return text
}

/** WebVTT's own markup (voices, italics) is not shown. */
const plain = (cue: string): string => cue.replace(/<[^>]*>/g, '')
