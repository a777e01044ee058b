import { describe, expect, it } from 'vitest'
import { cartSum, cartView } from '../../../src/web/routes/commerce/cart-view.ts'
import { readQuote } from '../../../src/web/routes/commerce/checkout-quote.ts'
import { checkoutView } from '../../../src/web/routes/commerce/checkout-view.ts'
import { cart, cartLine, faces } from './views.ts'

const links = new Map([['code1', { creator: 'c1', piece: 'p1' }]])
const parts = (...lines: ReturnType<typeof cartLine>[]) => ({ cart: cart(lines), faces, links, locale: 'zh' as const })
const extras = { accountEmail: null, encrypted: true, credits: [], idempotencyKey: 'k1', carts: new Map([['standard', cart([])]]) }

describe('the cart as a page', () => {
  it('says whose piece brought a line, and leads there', () => {
    const [line] = cartView(parts(cartLine())).lines
    expect(line?.from).toEqual({
      creator: { handle: 'ahe', name: '阿禾', avatar: null, href: '/zh/creator/ahe' },
      pieceTitle: '零下五度露营',
      pieceHref: '/zh/p/p1',
    })
    expect(line?.product.href).toBe('/zh/product/tent')
  })

  it('names nobody for a line without a link, and for a creator who is gone', () => {
    expect(cartView(parts(cartLine({ linkCode: null }))).lines[0]?.from).toBeNull()
    expect(cartView({ ...parts(cartLine()), links: new Map([['code1', { creator: 'gone', piece: 'p1' }]]) }).lines[0]?.from).toBeNull()
  })

  it.each([
    ['price', { kind: 'price', before: { amount: 480, currency: 'CNY' } }],
    ['short', { kind: 'short', available: 9 }],
    ['sold_out', { kind: 'sold-out' }],
    ['gone', { kind: 'gone' }],
  ] as const)('tells trouble %s', (trouble, view) => {
    expect(cartView(parts(cartLine({ trouble, seenPrice: 480 }))).lines[0]?.trouble).toEqual(view)
  })

  it('shows what was chosen in the reader’s words, while the stored values stay keys', () => {
    expect(cartView({ ...parts(cartLine()), locale: 'en' }).lines[0]?.product.options).toBe('Sunset')
    expect(cartView(parts(cartLine({ productId: 'unknown' }))).lines[0]?.product.options).toBe('日落黄')
  })

  it('keeps a line of goods that were removed, without title or page', () => {
    const [line] = cartView(parts(cartLine({ trouble: 'gone', title: '', slug: null, productId: null }))).lines
    expect(line?.product).toMatchObject({ title: '已下架的商品', href: null })
  })

  it('sums in the same rows on every step, a reduction with its minus, tax contained', () => {
    const sum = cartSum({ ...cart([]), discountTotal: 100 })
    expect(sum.rows.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['goods', 1000],
      ['markdown', -100],
      ['shipping', 1000],
      ['tax', 230],
    ])
    expect(sum.total).toEqual({ amount: 2000, currency: 'CNY' })
    const code = { code: 'MILLY10', discount: 60, refused: null, missing: null }
    const added = cartSum({ ...cart([]), discountTotal: 100, coupon: code, taxIncluded: false })
    expect(added.rows.map(({ kind, amount }) => [kind, amount.amount])).toEqual([
      ['goods', 1000],
      ['markdown', -40],
      ['coupon', -60],
      ['shipping', 1000],
      ['tax-added', 230],
    ])
  })
})

describe('the checkout as a page', () => {
  it('shows only what can be bought, and remembers exactly that', () => {
    const view = checkoutView(
      parts(cartLine(), cartLine({ id: 'l2', trouble: 'sold_out' }), cartLine({ id: 'l3', trouble: 'price' })),
      extras,
    )
    expect(view.lines.map(({ id, total }) => [id, total.amount])).toEqual([
      ['l1', 1000],
      ['l3', 1000],
    ])
    expect(readQuote(view.quote)?.now).toEqual({
      lines: ['l1', 'l3'].map((id) => ({ id, title: '帐篷', quantity: 2, unitPrice: 500 })),
      totals: { standard: 2000 },
    })
  })

  it('has a sum for every way of delivery, and comes back here after the log-in', () => {
    const view = checkoutView(parts(cartLine()), extras)
    expect(Object.keys(view.sumByShipping)).toEqual(view.shipping.map(({ id }) => id))
    expect(view.logInHref).toBe('/zh/login?next=%2Fzh%2Fcheckout')
  })
})
