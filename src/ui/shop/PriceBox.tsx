import { useFormat, useT } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Icon } from '../primitives/Icon.tsx'
import { Price } from '../primitives/Price.tsx'
import type { ProductView } from '../view/product.ts'
import { firstVariant, type VariantView } from '../view/variant.ts'

/** The price with its proof: what was charged before and when, and that it is the lowest, where the log says so. */
export function PriceBox({ product, variant }: { product: ProductView; variant: VariantView | undefined }) {
  const t = useT(shop)
  const shown = variant ?? firstVariant(product.variants)
  if (!shown) return null
  return (
    <div className="pricebox">
      <p className="pricebox-now">
        <Price value={shown.price} was={shown.was?.price} />
      </p>
      <Proof variant={shown} label={t('details')} />
    </div>
  )
}

function Proof({ variant, label }: { variant: VariantView; label: string }) {
  const t = useT(shop)
  const format = useFormat()
  const { was, price } = variant
  const lowestText = variant.lowestIn30Days ? t('lowest', { price: format.money(price, { cents: 'omit-zero' }) }) : undefined
  const wasText = was
    ? t('wasCharged', { was: format.money(was.price, { cents: 'omit-zero' }), from: format.date(was.from), to: format.date(was.to) })
    : undefined
  if (!wasText) {
    return lowestText ? (
      <p className="honest row">
        <Icon name="check" size={14} />
        {lowestText}
      </p>
    ) : null
  }
  return (
    <details className="honest">
      <summary>
        {lowestText ? <Icon name="check" size={14} /> : null}
        {lowestText}
        <span className="c3 honest-more">{label}</span>
      </summary>
      <p>{wasText}</p>
    </details>
  )
}
