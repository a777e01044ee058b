import { describe, expect, it } from 'vitest'
import { previewRefund } from '../../../src/ui/commerce/index.ts'
import { orderRows, staffOrdersView, storedStateOf } from '../../../src/web/routes/commerce/order-rows.ts'
import { orderView, refundPanelView } from '../../../src/web/routes/commerce/order-view.ts'
import { playOf, sandboxPayView } from '../../../src/web/routes/commerce/pay-view.ts'
import { refundErrorsOf, refundFormErrors } from '../../../src/web/routes/commerce/refund-action.ts'
import { faces, order, orderLine } from './views.ts'

const view = (more: Parameters<typeof order>[0] = {}, returned = false) => orderView({ order: order(more), faces, locale: 'zh', returned })

describe('the order as a page', () => {
  it('waits with its payment page and its deadline', () => {
    expect(view()).toMatchObject({
      state: 'awaiting_payment',
      payHref: '/zh/pay/y1',
      payBefore: '2026-11-02T04:15:00.000Z',
      checking: false,
    })
  })

  it('checks after the browser returned, until the notice came', () => {
    expect(view({}, true).checking).toBe(true)
    expect(view({ state: 'paid', paidAt: '2026-11-02T04:01:00.000Z', secondsLeft: null, payment: null }, true).checking).toBe(false)
  })

  it('says that a payment failed and may be tried again', () => {
    expect(view({ paymentFailed: true, payment: null, canRetry: true })).toMatchObject({
      state: 'payment_failed',
      canRetry: true,
      payHref: null,
    })
  })

  it('is over for its buyer the moment its time is up', () => {
    expect(view({ secondsLeft: null, payment: null })).toMatchObject({ state: 'expired', payBefore: null })
  })

  it.each([
    ['owner', '/zh/orders'],
    ['guest', '/zh'],
    ['staff', '/zh/desk/orders'],
  ] as const)('leads the %s back to %s', (reader, back) => {
    expect(view({ reader }).hrefs.back).toBe(back)
  })

  it('shows what is left of a commission, and its why', () => {
    const [line] = view({
      lines: [orderLine({ credit: { creatorId: 'c1', rateBps: 800, commission: 106, net: 71, touchedAt: null } })],
    }).lines
    expect(line).toMatchObject({ credit: { amount: { amount: 71 }, creator: { handle: 'ahe' } }, whyHref: '/zh/orders/o1/why?line=l1' })
  })

  it('credits nobody with an order that was never paid', () => {
    for (const state of ['cancelled', 'expired'] as const) {
      expect(view({ state, secondsLeft: null, payment: null }).lines[0]).toMatchObject({ credit: null, whyHref: null })
    }
  })

  it('promises no date for what has not happened', () => {
    expect(view().steps.map(({ at }) => at)).toEqual(['2026-11-02T04:00:00.000Z', null, null, null])
  })

  it('says reasons of refunds in words, and money that came twice without lines', () => {
    const refund = { id: 'r', at: '2026-11-03T00:00:00.000Z', state: 'settled' as const, amount: 500, shippingAmount: 0, actor: null }
    const lines = [{ lineId: 'l1', title: '帐篷', quantity: 1, amount: 500, restock: true }]
    const refunds = [
      { ...refund, reason: 'damaged', surplus: false, lines },
      { ...refund, reason: 'paid_twice', surplus: true, lines: [] },
      { ...refund, reason: 'a sentence of the API', surplus: false, lines },
    ]
    const shown = view({ refunds }).refunds
    expect(shown.map(({ reason }) => reason)).toEqual(['到货损坏', '付了两次，多付的退回', 'a sentence of the API'])
    expect(shown.map(({ lines }) => lines.length)).toEqual([1, 0, 1])
  })
})

describe('the refund form', () => {
  const part = orderLine({
    refundable: { quantity: 2, amount: 1000 },
    credit: { creatorId: 'c1', rateBps: 800, commission: 106, net: 71, touchedAt: null },
  })

  const panelOf = (more: Parameters<typeof order>[0] = {}, locale: 'zh' | 'en' = 'zh') =>
    refundPanelView({ order: order(more), faces, locale }, 'k')

  it('names what was chosen in the words of the one who reads', () => {
    const lines = [orderLine({ options: '日落黄' })]
    expect(panelOf({ lines }, 'en').lines[0]?.options).toBe('Sunset')
    expect(panelOf({ lines }).lines[0]?.options).toBe('日落黄')
  })

  it('counts pending refunds as gone and previews the rest to the cent', () => {
    const panel = panelOf({ state: 'paid', lines: [part] })
    expect(panel.lines[0]).toMatchObject({ refundedQuantity: 1, refundedAmount: 500, commission: 106, commissionReversed: 35 })
    expect(previewRefund(panel.lines, new Map([['l1', 2]]))).toMatchObject({ amount: 1000, commission: 71 })
  })

  it('is only for what was paid', () => {
    expect(panelOf().paid).toBe(false)
    expect(panelOf({ state: 'fulfilled' }).paid).toBe(true)
  })

  it('needs something to refund and a reason from the list', () => {
    expect(refundFormErrors(new Map(), { reason: 'damaged' })).toEqual({ nothing: true })
    expect(refundFormErrors(new Map([['l1', 1]]), { reason: 'because' })).toEqual({ reason: true })
    expect(refundFormErrors(new Map([['l1', Number.NaN]]), { reason: 'damaged' })).toEqual({ quantities: { l1: true } })
    expect(refundFormErrors(new Map(), { reason: 'damaged', shipping: '1' })).toBeNull()
  })

  it('shows a refusal at the line that the flow names', () => {
    expect(refundErrorsOf({ code: 'invalid', message: '', field: 'lines.1.quantity' }, ['a', 'b'])).toEqual({ quantities: { b: true } })
    expect(refundErrorsOf({ code: 'state', message: '' }, [])).toEqual({ stale: true })
    expect(refundErrorsOf({ code: 'invalid', message: '', field: 'lines.7.quantity' }, ['a'])).toEqual({ failed: true })
  })
})

describe('lists of orders', () => {
  const summary = {
    ...{ id: 'o1', number: 'ZC-1', state: 'awaiting_payment' as const, paymentFailed: true, refundState: 'none' as const, placedAt: '' },
    ...{
      total: 2500,
      currency: 'CNY',
      units: 3,
      pictures: ['m1', 'gone'],
      firstTitle: '帐篷',
      test: false,
      asked: false,
      sent: 'none' as const,
      buyer: { name: '叶', email: 'y@example.com' },
    },
  }

  it('tells a failed payment from one that is waited for, and shows the pictures that are there', () => {
    const [row] = orderRows([summary], faces, 'en')
    expect(row).toMatchObject({ state: 'payment_failed', href: '/en/orders/o1', total: { amount: 2500, currency: 'CNY' } })
    expect(row?.pictures).toHaveLength(1)
  })

  const waits = { overdueHolds: 1, bonuses: 0, troubles: 0 }

  it('keeps the search in the filters and both in the link to older ones', () => {
    const view = staffOrdersView({
      page: { orders: [summary], nextCursor: 'abc' },
      faces,
      locale: 'zh',
      state: 'paid',
      asked: false,
      find: 'ZC-1',
      waits,
    })
    expect(view.states.find(({ current }) => current)).toMatchObject({ state: 'paid', href: '/zh/desk/orders?find=ZC-1&state=paid' })
    expect(view.olderHref).toBe('/zh/desk/orders?find=ZC-1&state=paid&after=abc')
    expect(storedStateOf('refunded')).toBeUndefined()
    const waiting = staffOrdersView({
      page: { orders: [], nextCursor: null },
      faces,
      locale: 'en',
      state: null,
      asked: true,
      find: '',
      waits,
    })
    expect([waiting.asked.current, waiting.asked.href, waiting.states.some(({ current }) => current)]).toEqual([
      true,
      '/en/desk/orders?asked=1',
      false,
    ])
  })
})

describe('the sandbox’s page', () => {
  const facts = {
    payment: { amount: 1, currency: 'CNY', orderNumber: 'ZC-1', open: true },
    merchant: '种草',
    orderHref: '/',
    delaySeconds: 20,
    now: '2026-11-02T04:00:00.000Z',
  }

  it('closes with the payment, and with the time', () => {
    expect(sandboxPayView({ ...facts, reservedUntil: '2026-11-02T04:15:00.000Z' }).closed).toBe(false)
    expect(sandboxPayView({ ...facts, reservedUntil: '2026-11-02T03:59:59.000Z' }).closed).toBe(true)
    expect(sandboxPayView({ ...facts, payment: { ...facts.payment, open: false }, reservedUntil: '2026-11-02T04:15:00.000Z' }).closed).toBe(
      true,
    )
  })

  it('plays what it offers and nothing else', () => {
    expect(playOf('no-return')).toEqual({ choice: 'succeed', goTo: 'stay' })
    expect(playOf('fail')).toEqual({ choice: 'fail', goTo: 'order' })
    expect(playOf('refund')).toBeNull()
    expect(playOf('constructor')).toBeNull()
  })
})
