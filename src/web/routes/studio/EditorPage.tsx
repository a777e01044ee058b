import { useEffect, useState } from 'react'
import type { StudioFacts } from '../../../flows/studio/read-studio.ts'
import { useT } from '../../../ui/i18n/index.ts'
import { studioPages } from '../../../ui/i18n/messages/studio-pages.ts'
import { Button, Callout } from '../../../ui/primitives/index.ts'
import type { PieceDraft } from '../../../ui/studio/draft.ts'
import type { EditorAction } from '../../../ui/studio/editor-history.ts'
import { PieceActions } from '../../../ui/studio/PieceActions.tsx'
import { PostEditor } from '../../../ui/studio/PostEditor.tsx'
import { PreviewMode } from '../../../ui/studio/PreviewMode.tsx'
import { running } from '../../../ui/studio/upload-state.ts'
import { keptOnDevice } from '../../../ui/studio/use-autosave.ts'
import { VideoEditor } from '../../../ui/studio/VideoEditor.tsx'
import { PiecePreview } from './PiecePreview.tsx'
import { type EditorStart, usePieceEditor, useUploadGuard } from './use-piece-editor.ts'

interface EditorPageProps {
  start: EditorStart
  studio: StudioFacts
}

/** An editor with its preview. The editor stays open beneath the preview: uploads go on and undo is not lost. */
export function EditorPage({ start, studio }: EditorPageProps) {
  const editor = usePieceEditor(start, studio)
  const [previewing, setPreviewing] = useState(false)
  useUploadGuard(editor.upload.uploads.some(running))
  const Editor = editor.value.kind === 'post' ? PostEditor : VideoEditor
  const preview = () => {
    editor.saving.onSaveNow()
    setPreviewing(true)
    window.scrollTo(0, 0)
  }
  return (
    <>
      <div hidden={previewing}>
        <KeptWords start={start} dispatch={editor.dispatch} />
        <Editor {...editor} onPreview={preview} actions={start.piece === null ? null : <PieceActions piece={start.piece} />} />
      </div>
      {previewing ? (
        <PreviewMode onBack={() => setPreviewing(false)}>
          <PiecePreview draft={editor.value} studio={studio} />
        </PreviewMode>
      ) : null}
    </>
  )
}

/** Offers the words that this device kept when the network was away. They are never used unasked: the stored ones may be newer. */
function KeptWords({ start, dispatch }: { start: EditorStart; dispatch: (action: EditorAction) => void }) {
  const t = useT(studioPages)
  const key = `zc-draft-${start.draft.id ?? `new-${start.draft.kind}`}`
  const [kept, setKept] = useState<PieceDraft | null>(null)
  useEffect(() => setKept(keptOnDevice<PieceDraft>(key)), [key])
  if (kept === null || kept.kind !== start.draft.kind) return null
  const drop = () => {
    localStorage.removeItem(key)
    setKept(null)
  }
  return (
    <Callout tone="honey" live>
      <b>{t('keptTitle')}</b>
      <p>{t('keptText')}</p>
      <p className="row wrapx gap2 st-choice">
        <Button
          type="button"
          size="sm"
          variant="line"
          onClick={() => {
            dispatch({ type: 'restored', draft: kept })
            drop()
          }}
        >
          {t('keptUse')}
        </Button>
        <Button type="button" size="sm" variant="quiet" onClick={drop}>
          {t('keptDrop')}
        </Button>
      </p>
    </Callout>
  )
}
