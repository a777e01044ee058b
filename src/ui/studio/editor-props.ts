import type { ReactNode } from 'react'
import type { AutosaveState } from './autosave-state.ts'
import type { PieceDraft, ProductOption } from './draft.ts'
import type { EditorAction } from './editor-history.ts'
import type { EditorLimits } from './readiness.ts'
import type { Upload } from './upload-state.ts'
import type { StudioPiece } from './view.ts'

/** Looks products up by name while one types. Throws when nothing could be fetched. */
export type SearchProducts = (query: string, signal: AbortSignal) => Promise<ProductOption[]>

/** What `useUploads` answers and the editor shows. */
export interface UploadControls {
  uploads: Upload[]
  onPickFiles: (files: File[]) => void
  onStop: (id: string) => void
  onRetry: (id: string) => void
  onDismiss: (id: string) => void
}

/** What `useAutosave` answers and the editor shows. */
export interface SavingView {
  state: AutosaveState
  /** The server's sentence when it would not store the words as they are. */
  refusal: string | null
  onSaveNow: () => void
  /** The writer's choice at a conflict. */
  onResolve: (keep: 'mine' | 'theirs') => void
}

/** The upload of a captions file; left out where captions are not taken. */
export interface CaptionsUpload {
  sending: boolean
  error: string | null
  onPick: (file: File) => void
}

/** Both editors are controlled: what is written comes in, what changes goes out as actions of `editorReducer`. */
export interface EditorProps {
  value: PieceDraft
  dispatch: (action: EditorAction) => void
  canUndo: boolean
  canRedo: boolean
  upload: UploadControls
  saving: SavingView
  searchProducts: SearchProducts
  limits: EditorLimits
  /** Topics to choose from, named in the reader's language. */
  topics: readonly { id: string; name: string }[]
  /** The stored piece: its state and what the editor said; null before the first save. */
  piece: StudioPiece | null
  submitting: boolean
  /** Why the submit failed, in words. */
  submitError: string | null
  onSubmit: () => void
  /** When it is to become public, by the site's clock (`2026-11-28T09:00`); null for as soon as it is let pass. */
  publishWall: string | null
  onPublishWall: (wall: string | null) => void
  onPreview: () => void
  closePath: string
  captions?: CaptionsUpload
  /** What else can be done with the piece; below the submit. */
  actions?: ReactNode
}
