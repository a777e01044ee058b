import { useState } from 'react'
import { wallOf } from '../../lib/wall-clock.ts'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { useFormat, useLocale, useT, useTo } from '../i18n/index.ts'
import { publishTime } from '../i18n/messages/publish-time.ts'
import { Button, Callout, Dialog } from '../primitives/index.ts'
import { firstWall, TimeInput } from './PublishTime.tsx'
import type { StudioPiece } from './view.ts'

/** What an author does about the time at which a piece becomes public. The forms post to `/studio/pieces`. */
export type TimeAction = 'publish' | 'schedule' | 'unschedule'

/** What can be done: what was let pass is published, timed or untimed; what waits for an editor is timed or untimed. */
export function timeActionsOf(piece: Pick<StudioPiece, 'state' | 'publishAt'> | null): TimeAction[] {
  if (piece === null) return []
  const { state, publishAt } = piece
  const waits = state === 'submitted' || state === 'in_review'
  const passed = state === 'approved' || state === 'scheduled'
  if (!waits && !passed) return []
  return [...(passed ? (['publish'] as const) : []), 'schedule', ...(publishAt === null ? [] : (['unschedule'] as const))]
}

/** When the piece becomes public, and the ways to change it. Nothing where nothing waits to be published. */
export function PieceTime({ piece }: { piece: StudioPiece }) {
  const t = useT(publishTime)
  const format = useFormat()
  const [asked, setAsked] = useState<TimeAction | null>(null)
  const actions = timeActionsOf(piece)
  if (actions.length === 0) return null
  const passed = piece.state === 'approved' || piece.state === 'scheduled'
  const time = piece.publishAt === null ? '' : format.dateTime(piece.publishAt, { year: true })
  const texts = { publish: t('publishNow'), schedule: t(time ? 'move' : 'set'), unschedule: t('cancel') }
  return (
    <section className="st-actions" aria-labelledby="piece-time">
      <h2 className="b st-sub" id="piece-time">
        {t('when')}
      </h2>
      {passed || time ? (
        <Callout tone={passed ? 'good' : undefined} icon="clock">
          <p>{passed ? t(time ? 'passedLater' : 'passed', { time }) : t('wish', { time })}</p>
          {piece.isNewer ? <p className="t12">{t('newer')}</p> : null}
        </Callout>
      ) : null}
      <div className="row wrapx">
        {actions.map((action) => (
          <Button key={action} type="button" size="sm" variant="line" onClick={() => setAsked(action)}>
            {texts[action]}
          </Button>
        ))}
      </div>
      <TimeDialog piece={piece} asked={asked} passed={passed} onClose={() => setAsked(null)} />
    </section>
  )
}

interface TimeDialogProps {
  piece: StudioPiece
  asked: TimeAction | null
  passed: boolean
  onClose: () => void
}

function TimeDialog({ piece, asked, passed, onClose }: TimeDialogProps) {
  const t = useT(publishTime)
  const to = useTo()
  const { timeZone, now } = useLocale()
  const busy = usePending(asked ?? '')
  const titles = { publish: t('publishNowTitle'), schedule: t('when'), unschedule: t('cancelTitle') }
  const yes = { publish: t('publishNow'), schedule: t('save'), unschedule: t('cancel') }
  return (
    <Dialog open={asked !== null} onClose={onClose} title={asked === null ? '' : titles[asked]} sheet>
      {asked === null ? null : (
        <PostForm intent={asked} action={to('/studio/pieces')} hidden={{ id: piece.id, title: piece.title }} className="stack gap4">
          {asked === 'publish' ? <p>{t('publishNowText')}</p> : null}
          {asked === 'unschedule' ? <p>{t(passed ? 'cancelText' : 'cancelWish')}</p> : null}
          {asked === 'schedule' ? (
            <TimeInput start={piece.publishAt === null ? firstWall(now, timeZone) : wallOf(Date.parse(piece.publishAt), timeZone)} />
          ) : null}
          <Button type="submit" variant="main" block busy={busy}>
            {yes[asked]}
          </Button>
        </PostForm>
      )}
    </Dialog>
  )
}
