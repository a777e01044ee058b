import { useCallback, useReducer } from 'react'
import type { PieceDraft } from './draft.ts'
import type { DraftAction } from './editor-state.ts'
import { changeDraft } from './editor-state.ts'

/** The piece being written, with what it was before and what was undone. */
export interface EditorState {
  draft: PieceDraft
  past: PieceDraft[]
  future: PieceDraft[]
  /** What the last change touched: changes of one thing in a row are one step of undo. */
  touched: string | null
}

export type EditorAction =
  | DraftAction
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'loaded'; draft: PieceDraft }
  | { type: 'settled'; id: string }
  /** Words that this device kept: a change like any other, which can be undone. */
  | { type: 'restored'; draft: PieceDraft }

/** Whether two drafts hold the same words and things; the id does not count, the first save gives it. */
export const sameContent = (a: PieceDraft, b: PieceDraft): boolean =>
  a === b || (Object.keys(a) as (keyof PieceDraft)[]).every((key) => key === 'id' || a[key] === b[key])

/** Steps that can be undone. */
export const depth = 100

export const editorState = (draft: PieceDraft): EditorState => ({ draft, past: [], future: [], touched: null })

/** The editor after one action. A change that changes nothing leaves no step. */
export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case 'undo': {
      const before = state.past.at(-1)
      if (before === undefined) return state
      const draft = { ...before, id: state.draft.id }
      return { draft, past: state.past.slice(0, -1), future: [state.draft, ...state.future], touched: null }
    }
    case 'redo': {
      const [after, ...future] = state.future
      if (after === undefined) return state
      return { draft: { ...after, id: state.draft.id }, past: [...state.past, state.draft], future, touched: null }
    }
    case 'loaded':
      return editorState(action.draft)
    case 'restored':
      return { draft: { ...action.draft, id: state.draft.id }, past: [...state.past, state.draft].slice(-depth), future: [], touched: null }
    case 'settled':
      // The first save gives the piece its id: that is no change of the writer's.
      return state.draft.id === action.id ? state : { ...state, draft: { ...state.draft, id: action.id } }
    default:
      return changed(state, action)
  }
}

function changed(state: EditorState, action: DraftAction): EditorState {
  const draft = changeDraft(state.draft, action)
  if (draft === state.draft) return state
  const touched = subjectOf(action)
  const same = touched !== null && touched === state.touched
  return { draft, past: same ? state.past : [...state.past, state.draft].slice(-depth), future: [], touched }
}

/** Names the thing that a continuous change (typing, dragging) is about; null for changes that are a step of their own. */
function subjectOf(action: DraftAction): string | null {
  switch (action.type) {
    case 'title':
    case 'body':
    case 'edit-note':
      return action.type
    case 'picture-alt':
      return `alt ${action.picture}`
    case 'placement-positioned':
    case 'placement-timed':
      return `${action.type} ${action.id}`
    default:
      return null
  }
}

/** Holds an editor in a component: `const [state, dispatch] = useEditor(draft)`. */
export function useEditor(draft: PieceDraft) {
  const [state, dispatch] = useReducer(editorReducer, draft, editorState)
  const undo = useCallback(() => dispatch({ type: 'undo' }), [])
  const redo = useCallback(() => dispatch({ type: 'redo' }), [])
  return { state, value: state.draft, dispatch, undo, redo, canUndo: state.past.length > 0, canRedo: state.future.length > 0 }
}
