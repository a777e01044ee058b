import { formatDuration, useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { cx, IconButton } from '../primitives/index.ts'
import { workIcons } from '../primitives/work-icons.ts'
import type { PlacementDraft } from './draft.ts'
import type { EditorAction } from './editor-history.ts'
import { ProductFacts, ProductThumb } from './ProductPicker.tsx'

interface PlacementRowsProps {
  placements: PlacementDraft[]
  selected: string | null
  onSelect: (id: string | null) => void
  dispatch: (action: EditorAction) => void
  /** Puts the mark at the caret of the text; left out where no text is. */
  onInsert?: (number: number) => void
  /** More of one placement, such as its seconds. */
  more?: (placement: PlacementDraft) => React.ReactNode
}

/** The products of a piece in the order of their numbers. */
export function PlacementRows({ placements, selected, onSelect, dispatch, onInsert, more }: PlacementRowsProps) {
  const t = useT(editor)
  if (placements.length === 0) return <p className="t13 c3 st-note">{t('noPlacements')}</p>
  return (
    <ol className="stack gap2" aria-label={t('placements')}>
      {placements.map((placement, index) => {
        const name = placement.product.title
        return (
          <li
            key={placement.id}
            id={`placement-${placement.id}`}
            className={cx('st-pk', placement.id === selected && 'on', placement.product.state !== 'available' && 'is-honey')}
          >
            <button
              type="button"
              className="row grow st-pk-main"
              aria-pressed={placement.id === selected}
              onClick={() => onSelect(placement.id)}
            >
              <span className="st-pk-no num">{placement.number}</span>
              <ProductThumb product={placement.product} size={48} />
              <span className="grow">
                <b className="t13 clamp1">{name}</b>
                <ProductFacts product={placement.product} />
                <Where placement={placement} />
              </span>
            </button>
            <span className="row st-pk-tools">
              {onInsert === undefined ? null : (
                <IconButton
                  icon={workIcons.tag}
                  iconSize={16}
                  label={t('insertMark', { number: String(placement.number) })}
                  onClick={() => onInsert(placement.number)}
                />
              )}
              <IconButton
                icon="chevronUp"
                iconSize={16}
                label={t('moveUp', { name })}
                disabled={index === 0}
                onClick={() => dispatch({ type: 'placement-moved', id: placement.id, to: index - 1 })}
              />
              <IconButton
                icon="chevronDown"
                iconSize={16}
                label={t('moveDown', { name })}
                disabled={index === placements.length - 1}
                onClick={() => dispatch({ type: 'placement-moved', id: placement.id, to: index + 1 })}
              />
              <IconButton
                icon="close"
                iconSize={16}
                label={t('removeProduct', { name })}
                onClick={() => dispatch({ type: 'placement-removed', id: placement.id })}
              />
            </span>
            {more?.(placement)}
          </li>
        )
      })}
    </ol>
  )
}

function Where({ placement }: { placement: PlacementDraft }) {
  const t = useT(editor)
  const { kind, picture, from, to } = placement
  if (kind === 'hotspot') return <span className="t12 c3">{t('where_hotspot', { picture: String((picture ?? 0) + 1) })}</span>
  if (kind === 'text') return <span className="t12 c3">{t('where_text')}</span>
  return <span className="t12 c3 num">{t('where_moment', { from: formatDuration(from ?? 0), to: formatDuration(to ?? 0) })}</span>
}
