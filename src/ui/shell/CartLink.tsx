import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { IconLink } from '../primitives/Button.tsx'
import { cx } from '../primitives/class-names.ts'
import { usePersonal } from '../view/personal.tsx'

/** The cart with its count; the count appears when the browser knows it. */
export function CartLink({ onPicture, className }: { onPicture?: boolean; className?: string }) {
  const t = useT(common)
  const to = useTo()
  const { cartCount } = usePersonal()
  const label = cartCount > 0 ? t('cartCount', { count: cartCount }) : t('cart')
  return (
    <IconLink
      to={to('/cart')}
      icon="cart"
      iconSize={onPicture ? 20 : 24}
      label={label}
      onPicture={onPicture}
      className={cx('cart-mark', className)}
    >
      {cartCount > 0 ? <span className="dot num">{cartCount > 99 ? '99+' : cartCount}</span> : null}
    </IconLink>
  )
}
