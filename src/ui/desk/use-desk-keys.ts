import { useEffect, useRef } from 'react'
import { commandOf, type DeskCommand } from './decision-state.ts'

const writing = 'input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]'

/** Listens for the desk's keys on the whole page, but not inside an open dialog. */
export function useDeskKeys(run: (command: DeskCommand) => void): void {
  const latest = useRef(run)
  latest.current = run
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : null
      if (event.defaultPrevented || event.isComposing || event.repeat || target?.closest('dialog[open]')) return
      const command = commandOf({
        key: event.key,
        meta: event.metaKey,
        ctrl: event.ctrlKey,
        alt: event.altKey,
        typing: target?.closest(writing) != null,
      })
      if (command === null) return
      event.preventDefault()
      latest.current(command)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
}
