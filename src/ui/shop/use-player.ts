import { type RefObject, useCallback, useEffect, useState } from 'react'
import { secondOfAnchor } from '../view/moment-anchor.ts'

export interface PlayerState {
  /** The script runs: our controls take over from the browser's. */
  ready: boolean
  playing: boolean
  /** Seconds. */
  at: number
  duration: number
  muted: boolean
  waiting: boolean
  failed: boolean
}

export interface Player extends PlayerState {
  toggle: () => void
  seek: (second: number) => void
  setMuted: (muted: boolean) => void
  retry: () => void
}

/** Whether a video may start by itself: not with reduced motion, not when data is being saved. Always without sound. */
function mayAutoplay(): boolean {
  const connection = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection
  return !matchMedia('(prefers-reduced-motion: reduce)').matches && !connection?.saveData
}

const readState = (video: HTMLVideoElement): Omit<PlayerState, 'ready' | 'waiting'> => ({
  playing: !video.paused && !video.ended,
  at: video.currentTime,
  duration: Number.isFinite(video.duration) ? video.duration : 0,
  muted: video.muted,
  failed: video.error !== null,
})

const events = [
  'play',
  'pause',
  'ended',
  'timeupdate',
  'seeked',
  'durationchange',
  'volumechange',
  'error',
  'playing',
  'loadeddata',
] as const

/** Follows a `<video>` and steers it. The element stays the truth: state is read from it after each of its events. */
export function usePlayer(ref: RefObject<HTMLVideoElement | null>, knownDuration: number): Player {
  const [state, setState] = useState<PlayerState>({
    ready: false,
    playing: false,
    at: 0,
    duration: knownDuration,
    muted: true,
    waiting: false,
    failed: false,
  })
  useEffect(() => {
    const video = ref.current
    if (!video) return
    const update = () => {
      const read = readState(video)
      setState((old) => ({ ...old, ...read, ready: true, waiting: false, duration: read.duration || old.duration }))
    }
    const wait = () => setState((old) => ({ ...old, waiting: true }))
    for (const name of events) video.addEventListener(name, update)
    video.addEventListener('waiting', wait)
    update()
    // Before anything of the film is there this is where it will begin.
    const asked = secondOfAnchor(location.hash)
    if (asked !== null && video.currentTime < 1) video.currentTime = asked
    if (mayAutoplay()) void start(video)
    return () => {
      for (const name of events) video.removeEventListener(name, update)
      video.removeEventListener('waiting', wait)
    }
  }, [ref])
  const act = useCallback(
    (what: (video: HTMLVideoElement) => void) => {
      if (ref.current) what(ref.current)
    },
    [ref],
  )
  return {
    ...state,
    toggle: () => act((video) => (video.paused ? void start(video) : video.pause())),
    seek: (second) => act((video) => (video.currentTime = Math.min(Math.max(0, second), video.duration || second))),
    setMuted: (muted) => act((video) => (video.muted = muted)),
    retry: () =>
      act((video) => {
        video.load()
        void start(video)
      }),
  }
}

/** Starts it; a browser that refuses (no gesture, no data) leaves it paused, which the screen shows. */
const start = (video: HTMLVideoElement): Promise<void> => video.play().catch(() => undefined)
