import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findDearer } from '../screens/exchange.ts'
import { letterTo, moneyIn, open, openStage, type Stage, settled, shown } from './people.ts'
import { creditOf, orderSays, pay } from './shop-acts.ts'
import { removeFolders } from './site.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
}, 240_000)
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

describe('ATT-31 an exchange for dearer goods', () => {
  it('is offered at the desk, paid by the letter’s link, and both orders and the ledger say the same', async () => {
    const finance = await stage.member('finance')
    const { order, dearer } = await findDearer(finance)
    const before = await creditOf(finance, order)
    await open(finance, `/zh/orders/${order}`)
    await finance.locator('summary', { hasText: '换货' }).click()
    await finance.getByLabel('换成', { exact: true }).selectOption(dearer.variantId)
    await finance.getByRole('button', { name: '换货', exact: true }).click()
    await finance.getByRole('link', { name: '看补差价的订单' }).waitFor()
    const { exchangeOffers } = (await (await finance.request.get(`/v1/orders/${order}`)).json()) as {
      exchangeOffers: { by: { orderId: string }; amount: number }[]
    }
    const [{ by, amount }] = exchangeOffers as [(typeof exchangeOffers)[number]]
    expect(moneyIn(await shown(finance))).toContain(amount)

    const { email } = ((await (await finance.request.get(`/v1/orders/${order}`)).json()) as { contact: { email: string } }).contact
    const letter = await letterTo(stage.site, email, /补差价/)
    const buyer = await stage.visitor()
    await open(buyer, letter.links.find((link) => link.includes(by.orderId)) ?? '')
    expect(await shown(buyer)).toMatch(/这笔补的是订单 .* 换货的差价/)
    await buyer
      .getByRole('link', { name: /去付款|继续付款/ })
      .first()
      .click()
    await buyer.waitForURL(/\/pay\//)
    expect(await pay(buyer, '付款成功')).toBe(by.orderId)
    await orderSays(buyer, '付好了')

    // The first order tells of it, to whoever came by the letter.
    await buyer.getByRole('link', { name: '看原来的订单' }).click()
    await buyer.getByRole('heading', { name: '换货' }).waitFor()
    await settled(buyer)
    expect(await shown(buyer)).toMatch(/补差价 ¥[\d.,]+，订单 ZC/)

    expect(await creditOf(finance, order)).toBe(before)
    const more = await creditOf(finance, by.orderId)
    expect(more).toBeGreaterThan(0)
    await open(finance, `/zh/orders/${by.orderId}/why`)
    expect(await shown(finance)).toContain('这笔订单补的是换货的差价')
    expect(moneyIn(await shown(finance))).toContain(more)
  })
})
