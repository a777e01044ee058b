import { type RefObject, useLayoutEffect, useRef } from 'react'
import { type Inserted, insertMark } from './body-marks.ts'
import type { EditorAction } from './editor-history.ts'

export interface BodyCaret {
  ref: RefObject<HTMLTextAreaElement | null>
  /** Keeps where the caret is, for when the focus goes to a tool. */
  remember: () => void
  /** Changes the body at the caret and puts the caret where the change says. */
  edit: (change: (body: string, at: number) => Inserted) => void
  /** Puts the mark of a placement at the caret. */
  insert: (number: number) => void
}

/** Ties tools outside the text field to the caret inside it. */
export function useBodyCaret(body: string, dispatch: (action: EditorAction) => void): BodyCaret {
  const ref = useRef<HTMLTextAreaElement>(null)
  const at = useRef<number | null>(null)
  const wanted = useRef<number | null>(null)
  const latest = useRef(body)
  latest.current = body
  useLayoutEffect(() => {
    if (wanted.current === null || ref.current === null || ref.current.value !== latest.current) return
    ref.current.focus()
    ref.current.setSelectionRange(wanted.current, wanted.current)
    wanted.current = null
  })
  const remember = () => {
    at.current = ref.current?.selectionEnd ?? null
  }
  const edit = (change: (body: string, at: number) => Inserted) => {
    const changed = change(latest.current, Math.min(at.current ?? latest.current.length, latest.current.length))
    wanted.current = changed.caret
    at.current = changed.caret
    dispatch({ type: 'body', body: changed.body })
  }
  return { ref, remember, edit, insert: (number) => edit((text, caret) => insertMark(text, caret, number)) }
}
