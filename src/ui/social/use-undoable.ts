import { useCallback, useSyncExternalStore } from 'react'
import { useSubmit } from 'react-router'
import { useToast } from '../primitives/Toast.tsx'

/** What was taken away on this screen and can still be taken back, by key; and what was just sent. One for the tab: a list and the page of one thing share it. */
const waiting = new Map<string, { action: string; fields: Record<string, string> }>()
let gone: ReadonlySet<string> = new Set()
const listeners = new Set<() => void>()
/** How long a thing stays hidden after it was sent, ms: until the list was fetched anew. */
const SETTLED = 5_000

function setGone(key: string, isGone: boolean): void {
  const next = new Set(gone)
  if (isGone) next.add(key)
  else next.delete(key)
  gone = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener('pagehide', sendAll)
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** The tab closes before the ten seconds are over: what was taken away is meant to be. */
function sendAll(): void {
  for (const { action, fields } of waiting.values()) navigator.sendBeacon(action, new URLSearchParams(fields))
  waiting.clear()
}

const nothing: ReadonlySet<string> = new Set()

/**
 * Taking things away with ten seconds to think better of it: hidden at once, sent when the toast leaves or the page does.
 * `remove` takes a key that names the thing, the address, what its form would post there, and what the toast says.
 */
export function useUndoable() {
  const submit = useSubmit()
  const toast = useToast()
  const hidden = useSyncExternalStore(
    listen,
    () => gone,
    () => nothing,
  )
  const remove = useCallback(
    (key: string, { action, fields, text }: { action: string; fields: Record<string, string>; text: string }) => {
      waiting.set(key, { action, fields })
      setGone(key, true)
      toast({
        text,
        onUndo: () => {
          waiting.delete(key)
          setGone(key, false)
        },
        onLeave: () => {
          if (!waiting.delete(key)) return
          void submit(fields, { method: 'post', action, navigate: false })
          setTimeout(() => setGone(key, false), SETTLED)
        },
      })
    },
    [submit, toast],
  )
  return { gone: hidden, remove }
}
