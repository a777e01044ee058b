import { describe, expect, it } from 'vitest'
import { Product } from '../../../src/ui/shop/Product.tsx'
import type { ProductView } from '../../../src/ui/view/product.ts'
import { html, textOf } from './html.tsx'

const money = (amount: number) => ({ amount, currency: 'CNY' })
const tent = (more: Partial<ProductView> = {}): ProductView => ({
  id: 'p',
  slug: 'tent',
  title: '帐篷',
  pictures: [],
  options: [
    {
      id: '颜色',
      label: 'Colour',
      values: [
        { value: '日落黄', label: 'Sunset', colour: '#D9932B' },
        { value: '苔绿', label: 'Moss', colour: '#5F7150' },
      ],
    },
  ],
  variants: [
    { id: 'a', options: { 颜色: '日落黄' }, price: money(8900), stock: 3 },
    { id: 'b', options: { 颜色: '苔绿' }, price: money(8900), stock: 0 },
  ],
  specs: [],
  facts: [],
  shipping: { flat: money(1000), freeFrom: money(19900) },
  recommenders: { count: 0, withCommission: 0, some: [] },
  pieces: [],
  ...more,
})
const page = (more: Partial<ProductView> = {}) => html(<Product product={tent(more)} />, 'en')

describe('a product’s page, before any script', () => {
  it('draws colours as swatches, keeps stored values as keys, and names what is out of stock', () => {
    const markup = page()
    expect(markup).toMatch(
      /class="sw" style="--c:#D9932B"><input type="radio" class="sr" aria-label="Sunset" name="option:颜色" checked="" value="日落黄"/,
    )
    expect(markup).toMatch(
      /class="sw is-out" style="--c:#5F7150"><input type="radio" class="sr" aria-label="Moss, out of stock"[^>]* value="苔绿"/,
    )
    expect(textOf(markup)).toContain('Colour Sunset')
  })

  it('draws tiles where one value has no colour', () => {
    const [option] = tent().options
    const values = [option!.values[0]!, { value: '苔绿', label: 'Moss' }]
    expect(page({ options: [{ ...option!, values }] })).not.toContain('class="sw')
  })

  it('says what shipping costs for this one and what is missing until it is free', () => {
    expect(textOf(page())).toContain('Shipping ¥10; free with ¥110 more')
    const dear = tent().variants.map((variant) => ({ ...variant, price: money(19900) }))
    expect(textOf(page({ variants: dear }))).toContain('Free shipping on this one, as from ¥199')
    expect(textOf(page({ shipping: { flat: money(0), freeFrom: money(19900) } }))).toContain('Free shipping')
  })

  it('asks for a quantity up to the stock, and for none where nothing can be bought', () => {
    expect(page()).toMatch(/<input id="quantity" class="num" type="number" min="1" max="3" step="1"/)
    const gone = tent().variants.map((variant) => ({ ...variant, stock: 0 }))
    const markup = page({ variants: gone })
    expect(markup).not.toContain('id="quantity"')
    expect(textOf(markup)).toContain('Sold out, cannot be bought for now')
    expect(markup).not.toContain('value="buy"')
  })

  it('offers no buying of what was recalled, and says so first', () => {
    const markup = page({ offSale: { kind: 'recalled', text: 'The pole can break.' } })
    expect(markup).not.toContain('name="intent"')
    expect(markup.indexOf('The pole can break.')).toBeLessThan(markup.indexOf('<h1'))
  })

  it('strikes a price only with the days it was charged', () => {
    const was = { price: money(9900), from: '2026-10-01T00:00:00.000Z', to: '2026-11-01T00:00:00.000Z' }
    const cut = tent().variants.map((variant) => ({ ...variant, was, lowestIn30Days: true }))
    const text = textOf(page({ variants: cut }))
    expect(text).toContain('¥89 is the lowest in 30 days')
    expect(text).toContain('¥99 was really charged from 1 Oct to 1 Nov')
    expect(textOf(page())).not.toContain('was really charged')
  })
})
