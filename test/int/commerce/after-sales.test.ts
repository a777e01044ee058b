import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCart } from '../../../src/flows/carts/read-cart.ts'
import { saveCoupon } from '../../../src/flows/coupons/save-coupon.ts'
import { anonymous } from '../../../src/lib/actor.ts'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import type { Visit } from '../../../src/lib/visit.ts'
import { localePath } from '../../../src/ui/i18n/index.ts'
import { afterSales } from '../../../src/web/routes/commerce/after-sales-action.ts'
import { changeCart } from '../../../src/web/routes/commerce/cart-action.ts'
import { place } from '../../../src/web/routes/commerce/checkout-action.ts'
import { checkoutPage } from '../../../src/web/routes/commerce/checkout-page.ts'
import type { Door } from '../../../src/web/routes/commerce/door.ts'
import { loadCart } from '../../../src/web/routes/commerce/load-cart.ts'
import { loadOrder } from '../../../src/web/routes/commerce/load-order.ts'
import { orderView } from '../../../src/web/routes/commerce/order-view.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { filledCart } from '../../builders/orders.ts'
import { type BuiltOrder, paidOrder } from '../../builders/paid-order.ts'
import { person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let finance: Awaited<ReturnType<typeof person>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  finance = await person(world, ['fan', 'finance'])
  goods = await product(world, { prices: [10_000], stock: 100 })
})
afterAll(() => world.close())

const doorOf = (visit: Visit): Door => ({ ctx: world.ctx, visit, locale: 'zh', to: (path) => localePath('zh', path) })
const guestOf = (order: BuiltOrder) =>
  doorOf(visitOf(anonymous, { cookies: { [cookieNames.orders]: `${order.orderId}.${order.guestSecret}` } }))
const desk = () => doorOf(visitOf(finance))

/** What a browser without script posts: every field of the form, whoever typed it. */
function post(door: Door, order: BuiltOrder, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return afterSales(door, order.orderId, form, fields)
}

const told = (answer: Awaited<ReturnType<typeof afterSales>>) =>
  answer instanceof Response ? 'done' : `${answer.data.after.form}: ${answer.data.after.error}`

const view = async (door: Door, order: BuiltOrder) => orderView(await loadOrder(door, order.orderId))

describe('the forms of an order work without script', () => {
  it('from sending to receipt, a request and its answer; what is wrong is said at its form with what was typed', async () => {
    const order = await paidOrder(world, [{ product: goods, quantity: 2 }], {})
    const units = (count: string) => ({ [`quantity.${order.lineIds[0]}`]: count })
    const ship = (count: string, key = newId()) =>
      post(desk(), order, { intent: 'ship', idempotencyKey: key, ...units(count), carrier: '顺丰', tracking: 'SF1' })
    expect((await view(desk(), order)).after?.desk).toMatchObject({ ship: { lines: [{ max: 2 }] }, cancel: { paid: true }, answer: null })
    expect(told(await ship('0'))).toBe('ship: nothing')
    expect(told(await ship('3'))).toBe('ship: quantity')
    expect(told(await ship('1.5'))).toBe('ship: quantity')
    const key = newId()
    expect([told(await ship('1', key)), told(await ship('1', key))]).toEqual(['done', 'done'])
    expect(await view(guestOf(order), order)).toMatchObject({ state: 'shipped', after: { receive: null, parcels: [{ carrier: '顺丰' }] } })
    expect(told(await post(guestOf(order), order, { intent: 'receive' }))).toBe('receive: stale')
    expect(told(await ship('1'))).toBe('done')
    for (const { id } of (await view(desk(), order)).after!.parcels) {
      expect(told(await post(desk(), order, { intent: 'parcel', shipmentId: id, what: 'deliver' }))).toBe('done')
    }
    const ask = (more: Record<string, string>) =>
      post(guestOf(order), order, { intent: 'ask', idempotencyKey: newId(), ...units('1'), ...more })
    expect(told(await ask({}))).toBe('ask: reason')
    expect(told(await ask({ reason: 'other', words: ' ' }))).toBe('ask: words')
    const refused = await ask({ reason: 'damaged', words: '支架断了', ...units('9') })
    expect(refused instanceof Response ? null : refused.data.after.values.words).toBe('支架断了')
    expect(told(await ask({ reason: 'damaged', words: '支架断了' }))).toBe('done')
    expect(told(await ask({ reason: 'damaged' }))).toBe('ask: stale')
    const { answer } = (await view(desk(), order)).after!.desk!
    const reply = (more: Record<string, string>) =>
      post(desk(), order, { intent: 'answer', requestId: answer!.request.id, idempotencyKey: answer!.idempotencyKey, ...more })
    expect(told(await reply({ verdict: 'decline', answer: '' }))).toBe('answer: words')
    expect(told(await reply({ verdict: 'approve', answer: '好的' }))).toBe('done')
    expect(told(await post(guestOf(order), order, { intent: 'receive' }))).toBe('done')
    const done = await view(guestOf(order), order)
    expect(done).toMatchObject({
      state: 'completed',
      refundState: 'partial',
      after: { receive: null, requests: [{ state: 'approved', answer: '好的' }] },
    })
  })

  it('nobody else does anything with them', async () => {
    const order = await paidOrder(world, [{ product: goods }], {})
    const stranger = doorOf(visitOf(await person(world)))
    const buyer = guestOf(order)
    for (const door of [stranger, buyer]) {
      await expect(
        post(door, order, { intent: 'ship', idempotencyKey: newId(), [`quantity.${order.lineIds[0]}`]: '1' }),
      ).rejects.toBeDefined()
      await expect(post(door, order, { intent: 'shop-cancel', idempotencyKey: newId(), reason: 'x' })).rejects.toBeDefined()
    }
    await expect(post(stranger, order, { intent: 'receive' })).rejects.toBeDefined()
    await expect(post(buyer, order, { intent: 'become-rich' })).rejects.toBeDefined()
    expect((await view(desk(), order)).state).toBe('paid')
  })
})

describe('the code in the cart', () => {
  it('is typed, refused with what was typed, kept, and taken out again', async () => {
    const made = await saveCoupon(world.ctx, finance, { code: 'TYPED10', kind: 'percent', bps: 1_000 })
    expect(made.ok).toBe(true)
    const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[0]! }])
    const door = doorOf(visit)
    const wrong = await changeCart(door, 'coupon', { code: 'TYPED11' })
    expect(wrong instanceof Response ? null : wrong.data).toEqual({ wrongCode: { typed: 'TYPED11', waitMinutes: null } })
    expect(await changeCart(door, 'coupon', { code: ' typed10 ' })).toBeInstanceOf(Response)
    expect((await readCart(world.ctx, visit, 'zh')).coupon).toMatchObject({ code: 'TYPED10', discount: 1_000 })
    expect(await changeCart(door, 'coupon-remove', {})).toBeInstanceOf(Response)
    expect((await readCart(world.ctx, visit, 'zh')).coupon).toBeNull()
  })

  it('that stops before the order is placed is named, taken out, and the new total asked about', async () => {
    const terms = { code: 'GONE10', kind: 'percent', bps: 1_000, limitPerPerson: 1 } as const
    const made = await saveCoupon(world.ctx, finance, terms)
    const visit = await filledCart(world, visitOf(), [{ variantId: goods.variantIds[0]! }])
    const door = doorOf(visit)
    await changeCart(door, 'coupon', { code: 'GONE10' })
    const shown = await checkoutPage(door, await loadCart(door), {
      values: { country: 'CN', shipping: 'standard' },
      idempotencyKey: newId(),
    })
    expect(shown.view.sum.total.amount).toBe(10_000)
    await saveCoupon(world.ctx, finance, { ...terms, status: 'paused' }, made.ok ? made.value.id : '')
    const address = { email: 'ye@example.test', name: '叶知秋', phone: '13800138000', country: 'CN', region: '浙江', city: '杭州' }
    const more = { district: '西湖区', line1: '灵溪路 18 号', shipping: 'standard', intent: 'place' }
    const fields = { ...address, ...more, idempotencyKey: shown.view.idempotencyKey, quote: shown.view.quote }
    const answer = await place(door, fields)
    if (answer instanceof Response) throw new Error('Placed at another price than was shown')
    expect(answer.data.changes?.totalBefore.amount).toBe(10_000)
    expect(answer.data.view.sum.total.amount).toBe(11_000)
    const agreed = await place(door, { ...fields, quote: answer.data.view.quote, acceptChanges: '1', idempotencyKey: newId() })
    expect(agreed).toBeInstanceOf(Response)
  })
})
