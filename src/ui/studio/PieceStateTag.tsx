import { ruleText } from '../desk/rules.ts'
import { useFormat, useLocale, useT } from '../i18n/index.ts'
import { studio } from '../i18n/messages/studio.ts'
import { Callout, Tag, type TagTone } from '../primitives/index.ts'
import { type PieceStatus, type StudioPiece, statusOf } from './view.ts'

const looks = {
  draft: ['stDraft', 'neutral'],
  waiting: ['stWaiting', 'honey'],
  inReview: ['stInReview', 'honey'],
  changes: ['stChanges', 'bad'],
  rejected: ['stRejected', 'bad'],
  approved: ['stApproved', 'good'],
  scheduled: ['stScheduled', 'good'],
  published: ['stPublished', 'good'],
  editing: ['stEditing', 'good'],
  editWaiting: ['stEditWaiting', 'honey'],
  editChanges: ['stEditChanges', 'bad'],
  limited: ['stLimited', 'honey'],
  hidden: ['stHidden', 'bad'],
  removed: ['stRemoved', 'bad'],
  withdrawn: ['stWithdrawn', 'neutral'],
} as const satisfies Record<PieceStatus, readonly [string, TagTone]>

/** The state of a piece in one word. */
export function PieceStateTag({ piece }: { piece: StudioPiece }) {
  const t = useT(studio)
  const [key, tone] = looks[statusOf(piece)]
  return <Tag tone={tone}>{t(key)}</Tag>
}

/** Whether what the editor said last still asks something of the author. */
export const answerCounts = (piece: StudioPiece): boolean =>
  piece.answer !== null && ['changes', 'editChanges', 'rejected', 'removed', 'hidden', 'limited'].includes(statusOf(piece))

/** The editor's own words, the rule they rest on, and what stays as it is. Nothing while no answer asks for anything. */
export function AnswerCallout({ piece }: { piece: StudioPiece }) {
  const t = useT(studio)
  const format = useFormat()
  const { locale } = useLocale()
  if (piece.answer === null || !answerCounts(piece)) return null
  const status = statusOf(piece)
  const title =
    status === 'rejected' ? 'answerRejected' : status === 'changes' || status === 'editChanges' ? 'answerChanges' : 'answerRemoved'
  const { ruleId, words, at } = piece.answer
  return (
    <Callout tone={status === 'removed' || status === 'hidden' ? 'bad' : 'honey'}>
      <p className="row between wrapx">
        <b>{t(title)}</b>
        <time className="t12" dateTime={at}>
          {t('answerAt', { date: format.dateTime(at) })}
        </time>
      </p>
      <p className="st-words">{words}</p>
      {ruleId === null ? null : <p className="t12">{t('answerBasis', { rule: ruleText(ruleId, locale) })}</p>}
      {status === 'editChanges' ? <p className="t12">{t('stillPublic')}</p> : null}
    </Callout>
  )
}
