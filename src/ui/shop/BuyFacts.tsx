import { useFormat, useT } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { storefront } from '../i18n/messages/storefront.ts'
import { Icon } from '../primitives/Icon.tsx'
import type { ProductView } from '../view/product.ts'
import type { VariantView } from '../view/variant.ts'

interface BuyFactsProps {
  product: ProductView
  variant: VariantView | undefined
  quantity: number
}

/** Stock of what is chosen, what its shipping costs for so many, and what else the shop states. */
export function BuyFacts({ product, variant, quantity }: BuyFactsProps) {
  const shipping = useShipping(product, variant, quantity)
  return (
    <ul className="facts">
      {product.offSale ? null : (
        <li aria-live="polite">
          <Icon name="bag" />
          <span>
            <Stock product={product} variant={variant} />
          </span>
        </li>
      )}
      {shipping ? (
        <li>
          <Icon name="truck" />
          <span>{shipping}</span>
        </li>
      ) : null}
      {product.facts.map((fact) => (
        <li key={fact.text}>
          <Icon name={fact.icon} />
          <span>{fact.text}</span>
        </li>
      ))}
    </ul>
  )
}

function Stock({ product, variant }: Pick<BuyFactsProps, 'product' | 'variant'>) {
  const t = useT(shop)
  const tc = useT(common)
  if (!variant) return t('noSuchVariant')
  const nothing = product.variants.every((one) => one.stock < 1)
  if (variant.stock < 1) return <b>{nothing ? tc('soldOut') : t('soldOutHere')}</b>
  const names = product.options.map((option) => option.values.find((one) => one.value === variant.options[option.id])?.label)
  const name = names.filter(Boolean).join(' · ')
  return (
    <>
      <b>{t('inStock', { count: variant.stock })}</b>
      {name ? ` · ${name}` : null}
    </>
  )
}

/** What shipping costs for this many of this one alone, and how much is missing until it is free. */
function useShipping({ shipping }: ProductView, variant: VariantView | undefined, quantity: number): string | null {
  const ts = useT(storefront)
  const format = useFormat()
  if (!shipping) return null
  const shown = (amount: number) => format.money({ amount, currency: shipping.flat.currency }, { cents: 'omit-zero' })
  const { flat, freeFrom } = shipping
  if (flat.amount === 0 || freeFrom.amount === 0) return ts('shipFree')
  if (!variant) return ts('shipFlat', { flat: shown(flat.amount) })
  const missing = freeFrom.amount - variant.price.amount * quantity
  return missing <= 0
    ? ts('shipFreeHere', { from: shown(freeFrom.amount) })
    : ts('shipFlatMore', { flat: shown(flat.amount), more: shown(missing) })
}
