import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { useFetcher, useLocation } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Button } from '../primitives/Button.tsx'
import { useAnswer } from '../primitives/use-answer.ts'
import type { ProductView } from '../view/product.ts'
import { firstVariant, optionField, type VariantView, variantFor } from '../view/variant.ts'
import { useAdded } from './AddToCart.tsx'
import { BuyFacts } from './BuyFacts.tsx'
import { OptionChoice } from './OptionChoice.tsx'
import { PriceBox } from './PriceBox.tsx'
import { Quantity } from './Quantity.tsx'

interface BuyFormProps {
  product: ProductView
  /** Code of the product link that led here: the cart keeps whose it was. */
  link?: string
  /** Called with the variant that somebody chose, so that the gallery can show it. */
  onVariant: (variant: VariantView | undefined) => void
}

/**
 * Price, choice, stock and the two buttons. Posts to `/:locale/cart`:
 * `intent` = `add` | `buy`, `product` (id), `option:<option id>` = value for each option (`variant` where there is
 * nothing to choose), `link` when a creator's link led here, `quantity`, `back`.
 * The door finds the variant by its options; nothing about price or stock is taken from the form.
 */
export function BuyForm({ product, link, onVariant }: BuyFormProps) {
  const to = useTo()
  const { pathname, search } = useLocation()
  const form = useRef<HTMLFormElement>(null)
  const { chosen, choose } = useChosen(form, product, onVariant)
  const variant = variantFor(product.variants, chosen)
  const [quantity, setQuantity] = useState(1)
  const onQuantity = useCallback((next: number) => setQuantity(next), [])
  const fetcher = useFetcher()
  // Adding answers with a toast; buying leads on by a redirect of the route.
  useAnswer(fetcher, useAdded())
  return (
    <fetcher.Form method="post" action={to('/cart')} className="buyform" ref={form}>
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="back" value={pathname + search} />
      {product.options.length === 0 && variant ? <input type="hidden" name="variant" value={variant.id} /> : null}
      {link ? <input type="hidden" name="link" value={link} /> : null}
      <PriceBox product={product} variant={variant} />
      {product.options.map((option) => (
        <OptionChoice
          key={option.id}
          option={option}
          chosen={chosen}
          variants={product.variants}
          onChoose={(value) => choose({ ...chosen, [option.id]: value })}
        />
      ))}
      {product.offSale || !variant || variant.stock < 1 ? null : <Quantity max={variant.stock} value={quantity} onChange={onQuantity} />}
      <BuyFacts product={product} variant={variant} quantity={quantity} />
      {product.offSale ? null : (
        <Buttons product={product} variant={variant} busy={fetcher.state !== 'idle'} intent={fetcher.formData?.get('intent')} />
      )}
    </fetcher.Form>
  )
}

type Chosen = Record<string, string>

/** What is chosen: the variant asked for, else the first that can be bought; then whatever the form says when the script comes. */
function useChosen(form: RefObject<HTMLFormElement | null>, product: ProductView, onVariant: BuyFormProps['onVariant']) {
  const asked = product.variants.find((variant) => variant.id === product.variantId)
  const [chosen, setChosen] = useState<Chosen>((asked ?? firstVariant(product.variants))?.options ?? {})
  const choose = (next: Chosen) => {
    setChosen(next)
    onVariant(variantFor(product.variants, next))
  }
  const latest = useRef({ chosen, choose })
  latest.current = { chosen, choose }
  useEffect(() => {
    if (!form.current) return
    const data = new FormData(form.current)
    const seen = Object.keys(latest.current.chosen).map((id) => [id, data.get(optionField(id))] as const)
    const now = Object.fromEntries(seen.filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
    if (Object.entries(now).some(([id, value]) => latest.current.chosen[id] !== value))
      latest.current.choose({ ...latest.current.chosen, ...now })
  }, [form])
  return { chosen, choose }
}

interface ButtonsProps {
  product: ProductView
  variant: VariantView | undefined
  busy: boolean
  intent: unknown
}

/** In the flow from 768 px, in the action bar on a phone: the same two buttons of the same form. */
function Buttons({ product, variant, busy, intent }: ButtonsProps) {
  const t = useT(shop)
  const format = useFormat()
  const able = variant !== undefined && variant.stock > 0
  const reason = product.variants.every((one) => one.stock < 1) ? 'soldOutAll' : variant ? 'soldOutHere' : 'noSuchVariant'
  return (
    <div className="cta">
      {able ? (
        <>
          <Button type="submit" name="intent" value="add" variant="line" busy={busy && intent === 'add'} className="cta-add">
            {t('addToCart')}
          </Button>
          <Button type="submit" name="intent" value="buy" variant="buy" busy={busy && intent === 'buy'} className="grow">
            {t('buyNow', { price: format.money(variant.price, { cents: 'omit-zero' }) })}
          </Button>
        </>
      ) : (
        <Button type="button" disabled block>
          {t(reason)}
        </Button>
      )}
    </div>
  )
}
