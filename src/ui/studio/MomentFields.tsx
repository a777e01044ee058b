import { useT } from '../i18n/index.ts'
import { editorMedia } from '../i18n/messages/editor-media.ts'
import { Button, Input } from '../primitives/index.ts'
import type { PlacementDraft } from './draft.ts'
import type { EditorAction } from './editor-history.ts'

interface MomentFieldsProps {
  placement: PlacementDraft
  duration: number
  /** Where the player stands. */
  second: number
  dispatch: (action: EditorAction) => void
}

/** From and to of one product, typed or taken from the player. */
export function MomentFields({ placement, duration, second, dispatch }: MomentFieldsProps) {
  const t = useT(editorMedia)
  const { id } = placement
  const [from, to] = [placement.from ?? 0, placement.to ?? duration]
  const set = (next: { from?: number; to?: number }) => {
    const wanted = { from, to, ...next }
    if (!Number.isFinite(wanted.from) || !Number.isFinite(wanted.to)) return
    // An end before the new beginning moves along, and the other way round: the span is never turned over.
    const start = next.to !== undefined && next.to <= from ? Math.max(0, next.to - 1) : wanted.from
    dispatch({ type: 'placement-timed', id, from: start, to: wanted.to })
  }
  return (
    <div className="st-moment">
      <Input
        type="number"
        label={t('from')}
        value={from}
        min={0}
        max={duration}
        step={0.1}
        inputMode="decimal"
        onChange={(event) => set({ from: event.target.valueAsNumber })}
      />
      <Button type="button" size="sm" variant="line" onClick={() => set({ from: second })}>
        {t('fromNow')}
      </Button>
      <Input
        type="number"
        label={t('to')}
        value={to}
        min={0}
        max={duration}
        step={0.1}
        inputMode="decimal"
        onChange={(event) => set({ to: event.target.valueAsNumber })}
      />
      <Button type="button" size="sm" variant="line" onClick={() => set({ to: second })}>
        {t('toNow')}
      </Button>
    </div>
  )
}
