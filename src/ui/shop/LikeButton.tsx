import { useLocation } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { ActionForm } from '../primitives/ActionForm.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { useToast } from '../primitives/Toast.tsx'
import { usePersonal } from '../view/personal.tsx'
import { useToggle } from './use-toggle.ts'

interface LikeButtonProps {
  pieceId: string
  /** Likes when the page was made. */
  count: number
  /** `card`: small, beside the author. `bar`: icon over the number, in an action bar or over a video. */
  look?: 'card' | 'bar'
}

/**
 * Likes a piece or takes it back. Posts to `/:locale/like`:
 * `piece` (id), `like` (`1` or `0`), `back` (path to return to without script).
 */
export function LikeButton({ pieceId, count, look = 'card' }: LikeButtonProps) {
  const t = useT(shop)
  const to = useTo()
  const format = useFormat()
  const toast = useToast()
  const { pathname, search } = useLocation()
  const { likes, refresh } = usePersonal()
  const { on, delta, ask, refuse } = useToggle(likes.has(pieceId))
  const shown = Math.max(0, count + delta)
  return (
    <ActionForm
      action={to('/like')}
      fields={{ piece: pieceId, back: pathname + search }}
      className="like-form"
      onSend={(data) => ask(data.get('like') === '1')}
      onDone={(answer) => {
        if (isFailure(answer)) {
          refuse()
          toast({ text: answer.message ?? t('actionFailed') })
        }
        refresh()
      }}
    >
      {() => (
        <button
          type="submit"
          name="like"
          value={on ? '0' : '1'}
          className={look === 'card' ? 'like' : 'act'}
          aria-pressed={on}
          aria-label={t(on ? 'likedCount' : 'likeCount', { count: shown })}
        >
          <Icon name={on ? 'heartFill' : 'heart'} size={look === 'card' ? 16 : 24} />
          <span className="num">{format.count(shown)}</span>
        </button>
      )}
    </ActionForm>
  )
}

/** Whether an action answered `{ ok: false, … }`. */
export const isFailure = (answer: unknown): answer is { ok: false; message?: string } =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false
