import { useEffect, useRef, useState } from 'react'
import { useFetcher, useLocation } from 'react-router'
import { useFormat, useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { shop } from '../i18n/messages/shop.ts'
import { Button } from '../primitives/Button.tsx'
import { OptionRadio, RadioGroup } from '../primitives/Choice.tsx'
import { Icon } from '../primitives/Icon.tsx'
import { useAnswer } from '../primitives/use-answer.ts'
import type { ProductView } from '../view/product.ts'
import { firstVariant, type OptionView, optionField, type VariantView, valueIsOut, variantFor } from '../view/variant.ts'
import { useAdded } from './AddToCart.tsx'
import { PriceBox } from './PriceBox.tsx'

interface BuyFormProps {
  product: ProductView
  /** Code of the product link that led here: the cart keeps whose it was. */
  link?: string
  /** Called with the chosen variant, so that the gallery can show it. */
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
  const asked = product.variants.find((variant) => variant.id === product.variantId)
  const [chosen, setChosen] = useState<Record<string, string>>((asked ?? firstVariant(product.variants))?.options ?? {})
  const variant = variantFor(product.variants, chosen)
  const tell = useRef(onVariant)
  tell.current = onVariant
  useEffect(() => tell.current(variant), [variant])
  const fetcher = useFetcher()
  // Adding answers with a toast; buying leads on by a redirect of the route.
  useAnswer(fetcher, useAdded())
  return (
    <fetcher.Form method="post" action={to('/cart')} className="buyform">
      <input type="hidden" name="product" value={product.id} />
      <input type="hidden" name="quantity" value="1" />
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
          onChoose={(value) => setChosen((old) => ({ ...old, [option.id]: value }))}
        />
      ))}
      <Facts product={product} variant={variant} />
      {product.offSale ? null : (
        <Buttons product={product} variant={variant} busy={fetcher.state !== 'idle'} intent={fetcher.formData?.get('intent')} />
      )}
    </fetcher.Form>
  )
}

interface OptionChoiceProps {
  option: OptionView
  chosen: Record<string, string>
  variants: readonly VariantView[]
  onChoose: (value: string) => void
}

function OptionChoice({ option, chosen, variants, onChoose }: OptionChoiceProps) {
  const t = useT(shop)
  const current = option.values.find((one) => one.value === chosen[option.id])
  const legend = (
    <>
      {option.label} <b className="legend-value">{current?.label}</b>
    </>
  )
  return (
    <RadioGroup legend={legend} className="opts">
      <div className={`row wrapx ${option.values.every((one) => one.colour) ? 'gap1' : ''}`}>
        {option.values.map((one) => (
          <OptionRadio
            key={one.value}
            name={optionField(option.id)}
            value={one.value}
            label={one.label}
            colour={one.colour}
            out={valueIsOut(variants, chosen, option.id, one.value)}
            outText={t('outOfStock')}
            checked={chosen[option.id] === one.value}
            onChange={() => onChoose(one.value)}
          />
        ))}
      </div>
    </RadioGroup>
  )
}

function Facts({ product, variant }: { product: ProductView; variant: VariantView | undefined }) {
  const t = useT(shop)
  const tc = useT(common)
  const name = product.options
    .map((option) => option.values.find((one) => one.value === variant?.options[option.id])?.label)
    .filter(Boolean)
  const all = product.variants.every((one) => one.stock < 1)
  return (
    <ul className="facts">
      {product.offSale ? null : (
        <li aria-live="polite">
          <Icon name="bag" />
          <span>
            {variant === undefined ? (
              t('noSuchVariant')
            ) : variant.stock > 0 ? (
              <>
                <b>{t('inStock', { count: variant.stock })}</b>
                {name.length > 0 ? ` · ${name.join(' · ')}` : null}
              </>
            ) : (
              <b>{all ? tc('soldOut') : t('soldOutHere')}</b>
            )}
          </span>
        </li>
      )}
      {product.facts.map((fact) => (
        <li key={fact.text}>
          <Icon name={fact.icon} />
          <span>{fact.text}</span>
        </li>
      ))}
    </ul>
  )
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
