import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { cx, Picture } from '../primitives/index.ts'
import type { PictureDraft, PlacementDraft } from './draft.ts'
import type { EditorAction } from './editor-history.ts'
import { percent } from './editor-state.ts'

interface PictureStageProps {
  picture: PictureDraft
  /** Hotspots on this picture. */
  spots: PlacementDraft[]
  selected: string | null
  onSelect: (id: string | null) => void
  /** Where a new product is being placed, in per cent. */
  placing: { x: number; y: number } | null
  onPlace: (at: { x: number; y: number }) => void
  dispatch: (action: EditorAction) => void
  children?: React.ReactNode
}

const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }

/**
 * The picture, never cropped, since positions are per cent of it. A tap places a product; spots are dragged,
 * or moved by arrow keys (1 %, with Shift 5 %); the exact place is shown.
 */
export function PictureStage({ picture, spots, selected, onSelect, placing, onPlace, dispatch, children }: PictureStageProps) {
  const t = useT(editor)
  const stage = useRef<HTMLDivElement>(null)
  const [dragging, setDragging] = useState<string | null>(null)
  const active = placing ?? position(spots.find(({ id }) => id === selected))
  const place = (event: { clientX: number; clientY: number }) => {
    const box = stage.current?.getBoundingClientRect()
    if (box === undefined || box.width === 0 || box.height === 0) return null
    return { x: percent(((event.clientX - box.left) / box.width) * 100), y: percent(((event.clientY - box.top) / box.height) * 100) }
  }
  const drag = (event: PointerEvent) => {
    const at = dragging === null ? null : place(event)
    if (at !== null && dragging !== null) dispatch({ type: 'placement-positioned', id: dragging, ...at })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done without a pointer by the button below the picture
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className="st-stage"
      ref={stage}
      onClick={(event) => {
        if (event.target instanceof Element && event.target.closest('button, .st-picker') !== null) return
        const at = place(event)
        if (at !== null) onPlace(at)
      }}
      onPointerMove={drag}
      onPointerUp={() => setDragging(null)}
      onPointerCancel={() => setDragging(null)}
    >
      <Picture media={{ ...picture.media, alt: picture.alt }} sizes="(min-width: 1200px) 372px, (min-width: 760px) 40vw, 100vw" priority />
      {active === null ? null : (
        <>
          <span className="st-gx" style={{ top: `${active.y}%` }} />
          <span className="st-gy" style={{ left: `${active.x}%` }} />
          <span className="st-xy num" role="status">
            {t('xy', { x: active.x, y: active.y })}
          </span>
        </>
      )}
      {spots.map((spot) => (
        <Spot
          key={spot.id}
          spot={spot}
          active={spot.id === selected && placing === null}
          onSelect={() => onSelect(spot.id)}
          onGrab={() => setDragging(spot.id)}
          dispatch={dispatch}
        />
      ))}
      {placing === null ? null : (
        <span className="hs st-new" style={at(placing.x, placing.y)} aria-hidden="true">
          <b>+</b>
        </span>
      )}
      {children}
    </div>
  )
}

interface SpotProps {
  spot: PlacementDraft
  active: boolean
  onSelect: () => void
  onGrab: () => void
  dispatch: (action: EditorAction) => void
}

function Spot({ spot, active, onSelect, onGrab, dispatch }: SpotProps) {
  const t = useT(editor)
  const [x, y] = [spot.x ?? 50, spot.y ?? 50]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const far = event.shiftKey ? 5 : 1
    if (step !== undefined) dispatch({ type: 'placement-positioned', id: spot.id, x: x + step[0] * far, y: y + step[1] * far })
    else if (event.key === 'Delete' || event.key === 'Backspace') dispatch({ type: 'placement-removed', id: spot.id })
    else return
    event.preventDefault()
  }
  return (
    <button
      type="button"
      className={cx('hs', active && 'st-active')}
      style={at(x, y)}
      aria-label={t('spot', { number: String(spot.number), name: spot.product.title })}
      aria-pressed={active}
      onFocus={onSelect}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        onSelect()
        onGrab()
      }}
    >
      <b>{spot.number}</b>
    </button>
  )
}

const at = (x: number, y: number) => ({ ['--x' as string]: `${x}%`, ['--y' as string]: `${y}%` })

const position = (spot: PlacementDraft | undefined) => (spot === undefined ? null : { x: spot.x ?? 50, y: spot.y ?? 50 })
