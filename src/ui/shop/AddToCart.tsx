import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { ActionForm } from '../primitives/ActionForm.tsx'
import { Button, type ButtonSize } from '../primitives/Button.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { useToast } from '../primitives/Toast.tsx'
import { usePersonal } from '../view/personal.tsx'
import { isFailure } from './LikeButton.tsx'

interface AddToCartProps {
  variantId: string
  title: string
  /** Code of the product link it stands on: the server records a tag-open touch with it. */
  code?: string
}

/**
 * Puts one into the cart without leaving the page. Posts to `/:locale/cart`:
 * `intent` = `add`, `variant` (id), `quantity` = `1`, `link` (code, when from a piece), `back`.
 * The action answers `{ ok: true }` or `{ ok: false, message }` (a sentence in the reader's language).
 */
export function AddToCart({ variantId, title, code }: AddToCartProps) {
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
        <Button type="submit" variant="line" size="sm" busy={busy} aria-label={t('addNamed', { title })} className="add-cart">
          {busy ? null : <Icon name="cart" />}
        </Button>
      )}
    </ActionForm>
  )
}

interface BuyNowProps extends AddToCartProps {
  size?: ButtonSize
  className?: string
  /** Said instead of the short words, with the amount. */
  children?: ReactNode
}

/** Puts one into the cart and leads on to the checkout: the same form with `intent` = `buy`. */
export function BuyNow({ variantId, title, code, size = 'sm', className, children }: BuyNowProps) {
  const ts = useT(storefront)
  const to = useTo()
  const { pathname, search } = useLocation()
  const onDone = useAdded()
  return (
    <ActionForm
      action={to('/cart')}
      fields={{ intent: 'buy', variant: variantId, quantity: '1', back: pathname + search, ...(code ? { link: code } : {}) }}
      className={className ?? 'add-form'}
      onDone={(answer) => isFailure(answer) && onDone(answer)}
    >
      {({ busy }) => (
        <Button type="submit" variant="buy" size={size} busy={busy} block aria-label={children ? undefined : ts('buyNamed', { title })}>
          {children ?? ts('buyShort')}
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
