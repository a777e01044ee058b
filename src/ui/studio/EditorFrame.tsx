import type { KeyboardEvent, ReactNode } from 'react'
import { useT, useTo } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Button, IconLink } from '../primitives/index.ts'
import type { EditorProps } from './editor-props.ts'
import { AnswerCallout } from './PieceStateTag.tsx'
import { missingCount, type Requirement } from './readiness.ts'
import { ConflictChoice, SavingLine } from './SavingLine.tsx'

type EditorFrameProps = Pick<EditorProps, 'value' | 'dispatch' | 'saving' | 'piece' | 'onPreview' | 'closePath'> & {
  requirements: Requirement[]
  children: ReactNode
}

/** The bar on top (close, where the words are, what is missing, preview) and the panes below it. ⌘S saves, ⌘Z undoes outside text fields. */
export function EditorFrame({ value, dispatch, saving, piece, onPreview, closePath, requirements, children }: EditorFrameProps) {
  const t = useT(editor)
  const to = useTo()
  const missing = missingCount(requirements)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.metaKey || event.ctrlKey)) return
    const key = event.key.toLowerCase()
    // The browser's own undo cannot undo a value that we set, so ⌘Z is ours in the text fields too.
    if (key === 'z') dispatch({ type: event.shiftKey ? 'redo' : 'undo' })
    else if (key === 's') saving.onSaveNow()
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of the whole editor; each has its own button
    <div className="st-editor" onKeyDown={onKeyDown}>
      <header className="top line">
        <IconLink icon="close" iconSize={24} label={t('close')} to={to(closePath)} className="st-close" />
        <div className="grow">
          <p className="b t15 clamp1">{value.title.trim() || t(value.kind === 'post' ? 'newPost' : 'newVideo')}</p>
          <SavingLine saving={saving} />
        </div>
        {missing === 0 ? null : (
          <a className="btn btn-sm tag-r st-missing" href="#before">
            {t('missing', { count: missing })}
          </a>
        )}
        <Button type="button" size="sm" variant="line" onClick={onPreview}>
          {t('preview')}
        </Button>
      </header>
      <div className="st-notices">
        <ConflictChoice saving={saving} />
        {piece === null ? null : <AnswerCallout piece={piece} />}
      </div>
      <div className="st-panes">{children}</div>
    </div>
  )
}
