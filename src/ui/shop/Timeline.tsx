import type { ReactNode } from 'react'
import { formatDuration, useT } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { watch } from '../i18n/messages/watch.ts'
import { IconButton } from '../primitives/Button.tsx'
import { cx } from '../primitives/class-names.ts'
import type { PlacementView } from '../view/placement.ts'
import type { Player } from './use-player.ts'

interface TimelineProps {
  placements: readonly PlacementView[]
  player: Player
  onSeek: (second: number) => void
  /** Buttons at the right of the time. */
  children?: ReactNode
}

const percent = (part: number, whole: number) => `${whole > 0 ? Math.min(100, Math.max(0, (part / whole) * 100)) : 0}%`

/** The slider (a native range: arrows, Home, End), the spans in which products appear, and their marks as buttons. */
export function Timeline({ placements, player, onSeek, children }: TimelineProps) {
  const t = useT(watch)
  const ts = useT(shop)
  const { at, duration, playing } = player
  const moments = placements.filter((one) => one.kind === 'moment' && one.from !== undefined)
  const isOn = (one: PlacementView) => (one.from ?? 0) <= at && at < (one.to ?? (one.from ?? 0) + 4)
  return (
    <div className="stack gap1">
      <div className="tl">
        <span className="bar" aria-hidden="true">
          <i style={{ width: percent(at, duration) }} />
        </span>
        {moments.map((one) => (
          <span
            key={one.id}
            className={cx('seg', isOn(one) && 'on')}
            style={{ left: percent(one.from ?? 0, duration), width: percent((one.to ?? (one.from ?? 0) + 4) - (one.from ?? 0), duration) }}
            aria-hidden="true"
          />
        ))}
        <input
          className="tl-range"
          type="range"
          min={0}
          max={duration}
          step={0.1}
          value={at}
          aria-label={t('progress')}
          aria-valuetext={t('progressText', { at: formatDuration(at), length: formatDuration(duration) })}
          onChange={(event) => player.seek(event.currentTarget.valueAsNumber)}
        />
        {moments.map((one) => (
          <button
            key={one.id}
            type="button"
            className={cx('mk', isOn(one) && 'on')}
            style={{ left: percent(one.from ?? 0, duration) }}
            aria-label={t('goToNumbered', { number: one.number, time: formatDuration(one.from ?? 0), title: one.product.title })}
            onClick={() => onSeek(one.from ?? 0)}
          >
            {one.number}
          </button>
        ))}
      </div>
      <div className="row between t12 num tl-foot">
        <span className="row gap1">
          <IconButton icon={playing ? 'pause' : 'play'} label={playing ? t('pause') : ts('play')} onClick={player.toggle} />
          {formatDuration(at)} / {formatDuration(duration)}
        </span>
        {children}
      </div>
    </div>
  )
}
