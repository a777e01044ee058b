import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { autosaveReducer, autosaveState, retryDelay, type SaveAnswer } from './autosave-state.ts'

/** What a save builds on. The hook knows the id at once after the first save, so that a second one never makes a second piece. */
export interface SaveBase {
  id: string | null
  version: string | null
}

export interface AutosaveOptions<T> {
  /** What is written now. Saved when it is another object than the last one saved. */
  value: T
  /** Stores the value over the base; throws when nothing arrived (then it is tried again). */
  save: (value: T, base: SaveBase) => Promise<SaveAnswer>
  /** What is stored when the editor opens; both null for a piece that has never been saved. */
  base: SaveBase
  /** ISO; when the stored version was saved. */
  savedAt: string | null
  onSaved?: (id: string) => void
  /** Whether two values hold the same words; identity when left out. */
  same?: (a: T, b: T) => boolean
  /** Milliseconds of quiet before a save. */
  delay?: number
  /** Where an unsent value is kept on this device while the network is away; null keeps nothing. */
  storageKey?: string | null
  now?: () => number
}

/**
 * Saves by itself after a pause, holds while offline, tries again after faults, and stops at a conflict until `resolve`.
 * Leaving the page with unsaved words asks first.
 */
export function useAutosave<T>(options: AutosaveOptions<T>) {
  const { value, save, savedAt, onSaved, same = Object.is, delay = 1200, storageKey = null, now = Date.now } = options
  const [state, dispatch] = useReducer(autosaveReducer, undefined, () =>
    autosaveState(options.base.version, savedAt === null ? null : Date.parse(savedAt)),
  )
  const [refusal, setRefusal] = useState<string | null>(null)
  const [theirs, setTheirs] = useState<string | null>(null)
  const saved = useRef(value)
  const latest = useRef({ value, save, onSaved, same })
  latest.current = { value, save, onSaved, same }
  const base = useRef(options.base)
  const busy = useRef<Promise<boolean> | null>(null)
  const stopped = useRef(false)

  const run = useCallback(async (): Promise<boolean> => {
    const sent = latest.current.value
    dispatch({ type: 'saving' })
    try {
      const answer = await latest.current.save(sent, base.current)
      if (answer.kind === 'conflict') {
        stopped.current = true
        setTheirs(answer.version)
        dispatch({ type: 'conflict' })
        return false
      }
      setRefusal(answer.kind === 'refused' ? answer.message : null)
      if (answer.kind === 'refused') {
        dispatch({ type: 'failed' })
        return false
      }
      saved.current = sent
      base.current = { id: answer.id, version: answer.version }
      forget(storageKey)
      dispatch({ type: 'saved', version: answer.version, at: now(), current: latest.current.same(latest.current.value, sent) })
      latest.current.onSaved?.(answer.id)
      return true
    } catch {
      keep(storageKey, sent)
      dispatch(navigator.onLine ? { type: 'failed' } : { type: 'offline' })
      return false
    }
  }, [storageKey, now])

  /** Saves at once what is not saved yet; answers whether everything is stored. */
  const flush = useCallback(async (): Promise<boolean> => {
    while (busy.current !== null) await busy.current
    if (stopped.current) return false
    if (latest.current.same(latest.current.value, saved.current)) {
      dispatch({ type: 'reverted' })
      return true
    }
    busy.current = run().finally(() => {
      busy.current = null
    })
    return busy.current
  }, [run])

  useEffect(() => {
    if (latest.current.same(value, saved.current)) return
    dispatch({ type: 'changed' })
    if (!navigator.onLine) {
      keep(storageKey, value)
      dispatch({ type: 'offline' })
    }
  }, [value, storageKey])

  // biome-ignore lint/correctness/useExhaustiveDependencies: every change of the value starts the pause anew
  useEffect(() => {
    if (state.status !== 'unsaved' && state.status !== 'failed') return
    // A refusal is about what is written: the same words would be refused again.
    if (state.status === 'failed' && refusal !== null) return
    const timer = setTimeout(() => void flush(), state.status === 'failed' ? retryDelay(state.failures) : delay)
    return () => clearTimeout(timer)
  }, [state, value, refusal, delay, flush])

  useOnline(
    useCallback(() => dispatch({ type: 'online' }), []),
    useCallback(() => {
      if (!latest.current.same(latest.current.value, saved.current)) dispatch({ type: 'offline' })
    }, []),
  )
  useLeaveGuard(state.status !== 'saved')

  const resolve = useCallback(
    (keepWhose: 'mine' | 'theirs', loaded?: T) => {
      if (theirs === null) return
      base.current = { id: base.current.id, version: theirs }
      stopped.current = false
      if (keepWhose === 'theirs') saved.current = loaded ?? latest.current.value
      setTheirs(null)
      dispatch({ type: 'resolved', version: theirs, keep: keepWhose, at: now() })
    },
    [theirs, now],
  )
  /** Id of what is stored; null before the first save. Right at once after a save, before anything is drawn again. */
  const storedId = useCallback(() => base.current.id, [])
  return { state, refusal, flush, resolve, storedId }
}

function useOnline(online: () => void, offline: () => void): void {
  useEffect(() => {
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
    }
  }, [online, offline])
}

function useLeaveGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}

function keep(key: string | null, value: unknown): void {
  if (key === null) return
  try {
    localStorage.setItem(key, JSON.stringify(value))
  } catch {
    // A full or forbidden store leaves the words in the open page, where the state line says that they are not saved.
  }
}

function forget(key: string | null): void {
  if (key === null) return
  try {
    localStorage.removeItem(key)
  } catch {
    // See keep.
  }
}

/** What `useAutosave` kept on this device and could not send, or null. */
export function keptOnDevice<T>(key: string): T | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}
