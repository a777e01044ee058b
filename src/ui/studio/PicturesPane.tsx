import { useState } from 'react'
import { newId } from '../../lib/ids.ts'
import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Button, Icon, Input } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import type { ProductOption } from './draft.ts'
import type { EditorProps } from './editor-props.ts'
import { maxPictures } from './editor-state.ts'
import { FileButton } from './FileButton.tsx'
import { PictureStage } from './PictureStage.tsx'
import { PictureStrip } from './PictureStrip.tsx'
import { PlacementRows } from './PlacementRows.tsx'
import { ProductPicker } from './ProductPicker.tsx'
import { UploadRows } from './UploadRows.tsx'

type PicturesPaneProps = Pick<EditorProps, 'value' | 'dispatch' | 'upload' | 'searchProducts'> & {
  selected: string | null
  onSelect: (id: string | null) => void
  onInsert: (number: number) => void
}

/** Pictures with the products on them, and the rows of all products. */
export function PicturesPane({ value, dispatch, upload, searchProducts, selected, onSelect, onInsert }: PicturesPaneProps) {
  const t = useT(editor)
  const [chosen, setChosen] = useState(0)
  const [placing, setPlacing] = useState<{ x: number; y: number } | null>(null)
  const current = Math.min(chosen, Math.max(0, value.pictures.length - 1))
  const picture = value.pictures[current]
  const select = (id: string | null) => {
    const on = value.placements.find((placement) => placement.id === id)?.picture
    if (on !== null && on !== undefined) setChosen(on)
    setPlacing(null)
    onSelect(id)
  }
  const pick = (product: ProductOption) => {
    if (placing === null) return
    const id = newId()
    dispatch({ type: 'placement-added', placement: { id, kind: 'hotspot', product, picture: current, ...placing, from: null, to: null } })
    setPlacing(null)
    onSelect(id)
  }
  return (
    <section className="st-pane st-pics" aria-label={t('pictures')} id="pictures">
      <div className="row between st-pane-head">
        <h2 className="b">{t('pictures')}</h2>
        {picture === undefined ? null : (
          <span className="t12 c3 num">{t('pictureOf', { number: String(current + 1), total: String(value.pictures.length) })}</span>
        )}
      </div>
      {picture === undefined ? (
        <FileButton accept="image/*" multiple label={t('addPictures')} onFiles={upload.onPickFiles} className="st-drop">
          <Icon name={workIcons.image} size={24} />
          <b>{t('dropPictures', { max: maxPictures })}</b>
          <span className="t12 c2">{t('dropHint')}</span>
        </FileButton>
      ) : (
        <>
          <PictureStage
            picture={picture}
            spots={value.placements.filter((placement) => placement.picture === current)}
            selected={selected}
            onSelect={select}
            placing={placing}
            onPlace={setPlacing}
            dispatch={dispatch}
          >
            {placing === null ? null : (
              <ProductPicker
                search={searchProducts}
                onPick={pick}
                onCancel={() => setPlacing(null)}
                className={placing.y > 50 ? 'is-top' : 'is-bottom'}
              />
            )}
          </PictureStage>
          <div className="row between wrapx st-under">
            <span className="t12 c3">{t('tapToPlace')}</span>
            <Button type="button" size="sm" variant="soft" icon="plus" onClick={() => setPlacing({ x: 50, y: 50 })}>
              {t('placeMiddle')}
            </Button>
          </div>
          <PictureStrip
            draft={value}
            current={current}
            onCurrent={(index) => {
              setChosen(index)
              setPlacing(null)
            }}
            dispatch={dispatch}
            onPickFiles={upload.onPickFiles}
          />
          <Input
            label={t('alt')}
            hint={t('altHint')}
            value={picture.alt}
            maxLength={300}
            onChange={(event) => dispatch({ type: 'picture-alt', picture: current, alt: event.target.value })}
          />
        </>
      )}
      <UploadRows upload={upload} />
      <h3 className="b t15 st-sub" id="placements">
        {t('placements')}
      </h3>
      <PlacementRows placements={value.placements} selected={selected} onSelect={select} dispatch={dispatch} onInsert={onInsert} />
    </section>
  )
}
