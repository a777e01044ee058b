import { type DragEvent, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { cx, Icon, IconButton, Picture } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import type { PieceDraft } from './draft.ts'
import type { EditorAction } from './editor-history.ts'
import { maxPictures } from './editor-state.ts'
import { FileButton } from './FileButton.tsx'

interface PictureStripProps {
  draft: PieceDraft
  current: number
  onCurrent: (index: number) => void
  dispatch: (action: EditorAction) => void
  onPickFiles: (files: File[]) => void
}

/** All pictures small, to choose one, put them in order by dragging or by buttons, and add more. */
export function PictureStrip({ draft, current, onCurrent, dispatch, onPickFiles }: PictureStripProps) {
  const t = useT(editor)
  const [dragged, setDragged] = useState<number | null>(null)
  const move = (from: number, to: number) => {
    dispatch({ type: 'picture-moved', from, to })
    onCurrent(to)
  }
  const drop = (event: DragEvent, index: number) => {
    event.preventDefault()
    if (dragged !== null && dragged !== index) move(dragged, index)
    setDragged(null)
  }
  return (
    <>
      <ol className="st-strip">
        {draft.pictures.map(({ media }, index) => {
          const count = draft.placements.filter(({ picture }) => picture === index).length
          return (
            <li
              key={media.id}
              draggable
              onDragStart={() => setDragged(index)}
              onDragEnd={() => setDragged(null)}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => drop(event, index)}
            >
              <button
                type="button"
                className={cx('st-tile', dragged === index && 'is-dragged')}
                aria-current={index === current}
                aria-label={
                  count === 0 ? t('pictureName', { number: String(index + 1) }) : t('pictureMarks', { number: String(index + 1), count })
                }
                onClick={() => onCurrent(index)}
              >
                <Picture media={media} sizes="56px" ratio="1/1" decorative />
                {count === 0 ? null : <span className="st-count num">{count}</span>}
              </button>
            </li>
          )
        })}
        {draft.pictures.length >= maxPictures ? null : (
          <li>
            <FileButton accept="image/*" multiple label={t('addPictures')} onFiles={onPickFiles} className="st-add">
              <Icon name="plus" />
            </FileButton>
          </li>
        )}
      </ol>
      <div className="row st-tools">
        <IconButton icon="back" iconSize={16} label={t('earlier')} disabled={current === 0} onClick={() => move(current, current - 1)} />
        <IconButton
          icon="chevron"
          iconSize={16}
          label={t('later')}
          disabled={current >= draft.pictures.length - 1}
          onClick={() => move(current, current + 1)}
        />
        <span className="grow" />
        <IconButton
          icon={workIcons.trash}
          iconSize={16}
          label={t('removePicture')}
          onClick={() => dispatch({ type: 'picture-removed', picture: current })}
        />
      </div>
    </>
  )
}
