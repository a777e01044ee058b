import { useFormat, useT } from '../i18n/index.ts'
import { afterSales } from '../i18n/messages/after-sales.ts'
import { Button, Icon, Input } from '../primitives/index.ts'
import { cartFields } from './fields.ts'
import { PostForm, usePending } from './PostForm.tsx'
import type { CartView } from './view.ts'

/** A discount code: typed, or as it stands in the cart. Plain forms, so that it works before the script. */
export function CouponField({ coupon, wrong }: { coupon: CartView['coupon']; wrong: CartView['wrongCode'] }) {
  const t = useT(afterSales)
  const busy = usePending('coupon')
  if (coupon) return <Kept coupon={coupon} />
  const error = wrong ? (wrong.waitMinutes ? t('coupon_wait', { minutes: wrong.waitMinutes }) : t('coupon_unknown')) : undefined
  return (
    <PostForm intent="coupon" className="coupon" stay>
      <Input
        key={wrong?.typed ?? ''}
        label={t('couponCode')}
        name={cartFields.code}
        maxLength={40}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        defaultValue={wrong?.typed ?? ''}
        hint={error ? undefined : t('couponHint')}
        error={error}
      />
      <Button type="submit" variant="line" busy={busy}>
        {t('couponUse')}
      </Button>
    </PostForm>
  )
}

function Kept({ coupon }: { coupon: NonNullable<CartView['coupon']> }) {
  const t = useT(afterSales)
  const format = useFormat()
  const { code, refused, missing, discount } = coupon
  const text = refused
    ? t(`coupon_${refused}`, { code, amount: missing ? format.money(missing) : '' })
    : t('couponApplied', { code, amount: format.money(discount) })
  return (
    <PostForm intent="coupon-remove" className="row between wrapx gap2" stay>
      <span className={refused ? 't13 note-h' : 't13 b cb row gap1'} role="status">
        <Icon name={refused ? 'alert' : 'check'} size={16} />
        <span>{text}</span>
      </span>
      <button type="submit" className="link hit t13">
        {t('couponRemove')}
      </button>
    </PostForm>
  )
}
