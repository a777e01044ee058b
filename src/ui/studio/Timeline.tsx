import type { KeyboardEvent } from 'react'
import { formatDuration, useT } from '../i18n/index.ts'
import { editorMedia } from '../i18n/messages/editor-media.ts'
import { cx } from '../primitives/index.ts'
import type { PlacementDraft } from './draft.ts'
import type { EditorAction } from './editor-history.ts'

interface TimelineProps {
  placements: PlacementDraft[]
  /** Seconds. */
  duration: number
  second: number
  selected: string | null
  onSelect: (id: string | null) => void
  onSeek: (second: number) => void
  dispatch: (action: EditorAction) => void
}

/** The whole length of the video with each product's span on a lane of its own; arrows move a span by 1 s, with Shift 5 s. */
export function Timeline({ placements, duration, second, selected, onSelect, onSeek, dispatch }: TimelineProps) {
  const t = useT(editorMedia)
  const moments = placements.filter(({ kind }) => kind === 'moment')
  const share = (value: number) => `${duration === 0 ? 0 : (value / duration) * 100}%`
  return (
    <fieldset className="st-timeline" aria-label={t('timeline')}>
      <input
        type="range"
        className="st-seek"
        aria-label={t('timeline')}
        aria-valuetext={formatDuration(second)}
        min={0}
        max={duration}
        step={0.1}
        value={Math.min(second, duration)}
        onChange={(event) => onSeek(event.target.valueAsNumber)}
      />
      <div className="st-lanes">
        <i className="st-playhead" style={{ left: share(Math.min(second, duration)) }} />
        {moments.map((placement) => (
          <Span
            key={placement.id}
            placement={placement}
            active={placement.id === selected}
            share={share}
            onSelect={onSelect}
            onSeek={onSeek}
            dispatch={dispatch}
          />
        ))}
      </div>
      <p className="row between t12 c3 num">
        <span>{formatDuration(second)}</span>
        <span>{formatDuration(duration)}</span>
      </p>
    </fieldset>
  )
}

interface SpanProps extends Pick<TimelineProps, 'onSelect' | 'onSeek' | 'dispatch'> {
  placement: PlacementDraft
  active: boolean
  share: (value: number) => string
}

function Span({ placement, active, share, onSelect, onSeek, dispatch }: SpanProps) {
  const t = useT(editorMedia)
  const [from, to] = [placement.from ?? 0, placement.to ?? 0]
  const onKeyDown = (event: KeyboardEvent) => {
    const by = (event.key === 'ArrowLeft' ? -1 : event.key === 'ArrowRight' ? 1 : 0) * (event.shiftKey ? 5 : 1)
    if (by !== 0)
      dispatch({ type: 'placement-timed', id: placement.id, from: Math.max(0, from + by), to: Math.max(0, from + by) + (to - from) })
    else if (event.key === 'Delete' || event.key === 'Backspace') dispatch({ type: 'placement-removed', id: placement.id })
    else return
    event.preventDefault()
  }
  return (
    <div className="st-lane">
      <button
        type="button"
        className={cx('st-span num', active && 'on')}
        style={{ left: share(from), width: share(to - from) }}
        aria-pressed={active}
        aria-label={t('moment', {
          number: String(placement.number),
          name: placement.product.title,
          from: formatDuration(from),
          to: formatDuration(to),
        })}
        onClick={() => {
          onSelect(placement.id)
          onSeek(from)
        }}
        onKeyDown={onKeyDown}
      >
        {placement.number}
      </button>
    </div>
  )
}
