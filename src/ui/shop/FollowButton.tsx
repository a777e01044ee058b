import { useLocation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { ActionForm } from '../primitives/ActionForm.tsx'
import { Button, type ButtonSize, type ButtonVariant } from '../primitives/Button.tsx'
import { useToast } from '../primitives/Toast.tsx'
import { usePersonal } from '../view/personal.tsx'
import { isFailure } from './LikeButton.tsx'
import { useToggle } from './use-toggle.ts'

interface FollowButtonProps {
  creator: { id: string; handle: string; name: string }
  size?: ButtonSize
  /** How it looks while not followed; followed is always a line. */
  variant?: ButtonVariant
  className?: string
}

/**
 * Follows a creator or stops. Posts to `/:locale/follow`: `creator` (id), `follow` (`1` or `0`), `back`.
 * Creators do not see it on themselves.
 */
export function FollowButton({ creator, size, variant = 'main', className }: FollowButtonProps) {
  const t = useT(shop)
  const to = useTo()
  const toast = useToast()
  const { pathname, search } = useLocation()
  const { follows, creatorHandle, refresh } = usePersonal()
  const { on, ask, refuse } = useToggle(follows.has(creator.id))
  if (creatorHandle === creator.handle) return null
  return (
    <ActionForm
      action={to('/follow')}
      fields={{ creator: creator.id, back: pathname + search }}
      className={className}
      onSend={(data) => ask(data.get('follow') === '1')}
      onDone={(answer) => {
        if (isFailure(answer)) {
          refuse()
          toast({ text: answer.message ?? t('actionFailed') })
        }
        refresh()
      }}
    >
      {() => (
        <Button
          type="submit"
          name="follow"
          value={on ? '0' : '1'}
          size={size}
          block
          variant={on ? 'line' : variant}
          aria-pressed={on}
          aria-label={t(on ? 'unfollowName' : 'followName', { name: creator.name })}
        >
          {t(on ? 'followed' : 'follow')}
        </Button>
      )}
    </ActionForm>
  )
}
