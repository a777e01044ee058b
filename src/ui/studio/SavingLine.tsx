import { formatRelative, useLocale, useT } from '../i18n/index.ts'
import { editor } from '../i18n/messages/editor.ts'
import { Button, Callout } from '../primitives/index.ts'
import type { SavingView } from './editor-props.ts'
import { useNow } from './use-now.ts'

/** Where the words are: stored and when, on the way, on this device only, or nowhere. */
export function SavingLine({ saving }: { saving: SavingView }) {
  const t = useT(editor)
  const { status } = saving.state
  return (
    <p className="t12 c3 row gap1 st-saving" role="status">
      {status === 'saved' ? <SavedAt at={saving.state.savedAt} /> : null}
      {status === 'unsaved' ? t('unsaved') : null}
      {status === 'saving' ? t('saving') : null}
      {status === 'offline' ? <span className="st-warn">{t('offline')}</span> : null}
      {status === 'conflict' ? <span className="st-bad">{t('conflictTitle')}</span> : null}
      {status === 'failed' ? (
        <>
          <span className="st-bad">{saving.refusal ?? t('saveFailed')}</span>
          <button type="button" className="link" onClick={saving.onSaveNow}>
            {t('saveRetry')}
          </button>
        </>
      ) : null}
    </p>
  )
}

function SavedAt({ at }: { at: number | null }) {
  const t = useT(editor)
  const { locale, timeZone } = useLocale()
  const now = useNow(30_000)
  if (at === null) return t('savedNever')
  // A clock that runs behind the server's must not say that it was saved in the future.
  const when = new Date(Math.min(at, Date.parse(now)))
  return <span className="num">{t('saved', { when: formatRelative(when, now, locale, timeZone) })}</span>
}

/** Two versions and one choice. Nothing is saved until it is made. */
export function ConflictChoice({ saving }: { saving: SavingView }) {
  const t = useT(editor)
  if (saving.state.status !== 'conflict') return null
  return (
    <Callout tone="bad" live>
      <b>{t('conflictTitle')}</b>
      <p>{t('conflictText')}</p>
      <p className="row wrapx gap2 st-choice">
        <Button size="sm" variant="line" onClick={() => saving.onResolve('mine')}>
          {t('conflictMine')}
        </Button>
        <Button size="sm" variant="line" onClick={() => saving.onResolve('theirs')}>
          {t('conflictTheirs')}
        </Button>
      </p>
    </Callout>
  )
}
