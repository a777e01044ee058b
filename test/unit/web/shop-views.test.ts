import { describe, expect, it } from 'vitest'
import type { ProductFacts } from '../../../src/flows/shop/views.ts'
import { consentScript } from '../../../src/ui/shell/consent.ts'
import { productView } from '../../../src/web/routes/shop/views.ts'

const product: ProductFacts = {
  id: 'p',
  slug: 'tent',
  title: '帐篷',
  lang: 'zh',
  pictures: [],
  options: [],
  variants: [],
  recommenders: { count: 0, withCommission: 0, some: [] },
  pieces: [],
  shipping: { flat: { amount: 0, currency: 'CNY' }, freeFrom: { amount: 0, currency: 'CNY' } },
  returnDays: 7,
}

describe('the page of a product', () => {
  it('says for how many days it may come back, as the shop is set', () => {
    expect(productView(product, null, 'zh').facts).toEqual([{ icon: 'refresh', text: '收到 7 天内可以无理由退货' }])
    expect(productView({ ...product, returnDays: 14 }, null, 'en').facts).toEqual([
      { icon: 'refresh', text: 'Returns for any reason within 14 days of delivery' },
    ])
    expect(productView({ ...product, returnDays: 0 }, null, 'zh').facts).toEqual([])
  })
})

/** What the script in the head does on a page, with this cookie. */
function asks(address: string, cookie = ''): boolean {
  const url = new URL(address, 'https://shop.example')
  const document = { cookie, documentElement: { dataset: {} as Record<string, string> } }
  new Function('location', 'document', consentScript)({ pathname: url.pathname, search: url.search }, document)
  return document.documentElement.dataset.consent === 'ask'
}

describe('ATT-02: consent', () => {
  it('is asked for on arriving by a link and in the cart, never before the fields of a checkout or after an answer', () => {
    expect(['/zh/product/tent?via=ahe', '/en/cart'].map((address) => asks(address))).toEqual([true, true])
    expect(['/zh', '/zh/product/tent', '/zh/checkout', '/en/pay/1'].map((address) => asks(address))).toEqual([false, false, false, false])
    expect(asks('/zh/cart', 'zc_consent=denied')).toBe(false)
  })
})
