import { useState } from 'react'
import { graphemeLength } from '../../lib/graphemes.ts'
import { newId } from '../../lib/ids.ts'
import { htmlLang, localeName, useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Chip, Icon, IconButton } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import { BodyPreview } from './BodyPreview.tsx'
import { toggleHeading } from './body-marks.ts'
import type { PieceDraft, ProductOption } from './draft.ts'
import type { EditorProps } from './editor-props.ts'
import { ProductPicker } from './ProductPicker.tsx'
import { EditNoteField, TopicsField } from './TopicsField.tsx'
import type { BodyCaret } from './use-body-caret.ts'

type TextPaneProps = Pick<EditorProps, 'value' | 'dispatch' | 'canUndo' | 'canRedo' | 'limits' | 'searchProducts' | 'topics' | 'piece'> & {
  caret: BodyCaret
}

/** Title, text with its tools, the text as readers see it, topics, the language of the piece, and what an edit changed. */
export function TextPane({ value, dispatch, canUndo, canRedo, limits, searchProducts, topics, piece, caret }: TextPaneProps) {
  const t = useT(editor)
  const titleLength = graphemeLength(value.title.trim())
  return (
    <section className="st-pane st-text" aria-label={t('body')}>
      <textarea
        id="title"
        className="st-title-field display"
        rows={1}
        lang={htmlLang[value.language]}
        aria-label={t('title')}
        aria-describedby="title-count"
        aria-invalid={titleLength > limits.titleMax || undefined}
        placeholder={t('titlePlaceholder')}
        value={value.title}
        onChange={(event) => dispatch({ type: 'title', title: event.target.value })}
      />
      <p className={`t12 num ${titleLength > limits.titleMax ? 'st-bad' : 'c3'}`} id="title-count">
        {t('titleCount', { count: titleLength, max: limits.titleMax })}
      </p>
      <BodyTools value={value} dispatch={dispatch} canUndo={canUndo} canRedo={canRedo} searchProducts={searchProducts} caret={caret} />
      <textarea
        id="body"
        ref={caret.ref}
        className="st-body read"
        lang={htmlLang[value.language]}
        aria-label={t('body')}
        placeholder={t('bodyPlaceholder')}
        value={value.body}
        onChange={(event) => dispatch({ type: 'body', body: event.target.value })}
        onSelect={caret.remember}
        onBlur={caret.remember}
      />
      <LivePreview value={value} />
      <TopicsField value={value} dispatch={dispatch} topics={topics} />
      <Language value={value} dispatch={dispatch} />
      <EditNoteField value={value} dispatch={dispatch} piece={piece} />
    </section>
  )
}

function BodyTools({ value, dispatch, canUndo, canRedo, searchProducts, caret }: Omit<TextPaneProps, 'limits' | 'topics' | 'piece'>) {
  const t = useT(editor)
  const [open, setOpen] = useState<'menu' | 'picker' | null>(null)
  const insert = (number: number) => {
    setOpen(null)
    caret.insert(number)
  }
  const pick = (product: ProductOption) => {
    const number = value.placements.length + 1
    dispatch({
      type: 'placement-added',
      placement: { id: newId(), kind: 'text', product, picture: null, x: null, y: null, from: null, to: null },
    })
    insert(number)
  }
  return (
    <div className="row st-bodytools" role="toolbar" aria-label={t('toolbar')}>
      <IconButton icon={workIcons.heading} label={t('heading')} onClick={() => caret.edit(toggleHeading)} />
      <IconButton
        icon="bag"
        label={t('insertProduct')}
        aria-expanded={open !== null}
        onClick={() => setOpen(open !== null ? null : value.placements.length === 0 ? 'picker' : 'menu')}
      />
      <span className="grow" />
      <IconButton icon="undo" label={t('undo')} disabled={!canUndo} onClick={() => dispatch({ type: 'undo' })} />
      <IconButton icon={workIcons.redo} label={t('redo')} disabled={!canRedo} onClick={() => dispatch({ type: 'redo' })} />
      {open === 'menu' ? <MarkMenu value={value} onInsert={insert} onNew={() => setOpen('picker')} onClose={() => setOpen(null)} /> : null}
      {open === 'picker' ? (
        <ProductPicker search={searchProducts} onPick={pick} onCancel={() => setOpen(null)} className="is-tool" />
      ) : null}
    </div>
  )
}

interface MarkMenuProps {
  value: PieceDraft
  onInsert: (number: number) => void
  onNew: () => void
  onClose: () => void
}

function MarkMenu({ value, onInsert, onNew, onClose }: MarkMenuProps) {
  const t = useT(editor)
  return (
    <div
      className="st-picker is-tool"
      role="dialog"
      aria-label={t('insertProduct')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      {value.placements.map((placement) => (
        <button type="button" key={placement.id} className="st-option row" onClick={() => onInsert(placement.number)}>
          <span className="st-pk-no num">{placement.number}</span>
          <span className="t13 clamp1 grow">{placement.product.title}</span>
        </button>
      ))}
      <button type="button" className="st-option row" onClick={onNew}>
        <Icon name="plus" size={16} />
        <span className="t13 b">{t('newInText')}</span>
      </button>
    </div>
  )
}

function LivePreview({ value }: { value: PieceDraft }) {
  const t = useT(editor)
  const names = new Map(value.placements.map(({ number, product }) => [number, product.title]))
  return (
    <details className="st-live" open>
      <summary className="t13 c2">{t('livePreview')}</summary>
      {value.body.trim() === '' ? (
        <p className="t13 c3">{t('previewEmpty')}</p>
      ) : (
        <BodyPreview body={value.body} language={value.language} names={names} />
      )}
    </details>
  )
}

function Language({ value, dispatch }: Pick<EditorProps, 'value' | 'dispatch'>) {
  const t = useT(editor)
  return (
    <fieldset className="row wrapx gap2 st-language">
      <legend className="lbl">{t('language')}</legend>
      {(['zh', 'en'] as const).map((language) => (
        <Chip
          key={language}
          lang={htmlLang[language]}
          pressed={value.language === language}
          onClick={() => dispatch({ type: 'language', language })}
        >
          {localeName[language]}
        </Chip>
      ))}
    </fieldset>
  )
}
