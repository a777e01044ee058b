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
  const was = product.wasCharged ? shown.was : undefined
  return (
    <div className="pricebox">
      <p className="pricebox-now">
        <Price value={shown.price} was={was} />
      </p>
      <Proof product={product} variant={shown} label={t('details')} />
    </div>
  )
}

function Proof({ product, variant, label }: { product: ProductView; variant: VariantView; label: string }) {
  const t = useT(shop)
  const format = useFormat()
  const { lowestIn30Days: lowest, wasCharged } = product
  const lowestText = lowest ? t('lowest', { price: format.money(lowest, { cents: 'omit-zero' }) }) : undefined
  const wasText =
    wasCharged && variant.was
      ? t('wasCharged', {
          was: format.money(variant.was, { cents: 'omit-zero' }),
          from: format.date(wasCharged.from),
          to: format.date(wasCharged.to),
        })
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
