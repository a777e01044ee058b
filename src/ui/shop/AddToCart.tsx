import { Link, useLocation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { ActionForm } from '../primitives/ActionForm.tsx'
import { Button, type ButtonSize } from '../primitives/Button.tsx'
import { useToast } from '../primitives/Toast.tsx'
import { usePersonal } from '../view/personal.tsx'
import { isFailure } from './LikeButton.tsx'

interface AddToCartProps {
  variantId: string
  title: string
  /** Code of the product link it stands on: the server records a tag-open touch with it. */
  code?: string
  size?: ButtonSize
}

/**
 * Puts one into the cart without leaving the page. Posts to `/:locale/cart`:
 * `intent` = `add`, `variant` (id), `quantity` = `1`, `link` (code, when from a piece), `back`.
 * The action answers `{ ok: true }` or `{ ok: false, message }` (a sentence in the reader's language).
 */
export function AddToCart({ variantId, title, code, size = 'sm' }: AddToCartProps) {
  const t = useT(shop)
  const to = useTo()
  const { pathname, search } = useLocation()
  const onDone = useAdded()
  return (
    <ActionForm
      action={to('/cart')}
      fields={{ intent: 'add', variant: variantId, quantity: '1', back: pathname + search, ...(code ? { link: code } : {}) }}
      className="add-form"
      onDone={onDone}
    >
      {({ busy }) => (
        <Button type="submit" variant="buy" size={size} busy={busy} aria-label={t('addNamed', { title })}>
          {t('addToCart')}
        </Button>
      )}
    </ActionForm>
  )
}

/** What happens when the cart answered: a toast, and the count is fetched again. */
export function useAdded(): (answer: unknown) => void {
  const t = useT(shop)
  const to = useTo()
  const toast = useToast()
  const { refresh } = usePersonal()
  return (answer) => {
    if (isFailure(answer)) toast({ text: answer.message ? t('notAdded', { reason: answer.message }) : t('actionFailed') })
    else if (answer !== undefined) toast({ text: t('added'), action: <Link to={to('/cart')}>{t('goToCart')}</Link> })
    refresh()
  }
}
