import { useT } from '../i18n/index.ts'
import { desk } from '../i18n/messages/desk.ts'
import type { Held } from './use-delayed-send.ts'

/** The decision that is about to be sent, with the seconds in which it can be taken back. Read once, not every second. */
export function HeldToast({ held, onUndo, onNow }: { held: Held; onUndo: () => void; onNow: () => void }) {
  const t = useT(desk)
  const action = t(held.decision.action)
  return (
    <div className="toast-place">
      <div className="toast dk-held">
        <span className="grow num" aria-hidden="true">
          {t('held', { title: held.title, action, count: held.secondsLeft })}
        </span>
        <span className="sr" role="status">
          {t('held', { title: held.title, action, count: 10 })}
        </span>
        <button type="button" className="hit" onClick={onUndo}>
          {t('heldUndo')} <span aria-hidden="true">U</span>
        </button>
        <button type="button" className="hit" onClick={onNow}>
          {t('heldNow')}
        </button>
      </div>
    </div>
  )
}
