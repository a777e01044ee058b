import { describe, expect, it } from 'vitest'
import type { EarningsRead } from '../../../src/flows/earnings/read-earnings.ts'
import { translate } from '../../../src/ui/i18n/index.ts'
import { why as messages } from '../../../src/ui/i18n/messages/why.ts'
import { earningsView, filterOf, monthOf } from '../../../src/web/routes/commerce/earnings-page-view.ts'
import { inMajor, reasonOf, whyView } from '../../../src/web/routes/commerce/why-page-view.ts'
import { faces, touch, why, whyLine } from './views.ts'

const view = (line = whyLine(), more: Parameters<typeof why>[1] = {}) => whyView({ why: why([line], more), line, faces, locale: 'zh' })

describe('the why page', () => {
  it('tells the story with its moments: window, touch, checkout, placement, payment, refund, reversal', () => {
    const line = whyLine({
      reversals: [{ at: '2026-11-05T00:00:00.000Z', quantity: 1, refunded: 500, commission: -35, reason: 'refunded' }],
      net: 71,
    })
    const shown = view(line)
    expect(shown.story.map(({ kind }) => kind).sort()).toEqual([
      'checkout-began',
      'paid',
      'placed',
      'refunded',
      'reversed',
      'touch',
      'window-opens',
    ])
    expect(shown.story.find(({ kind }) => kind === 'window-opens')?.at).toBe('2026-10-03T04:00:00.000Z')
    expect(shown.net).toEqual({ amount: 71, currency: 'CNY' })
    const sum = (shown.arithmetic?.commission.amount ?? 0) + shown.reversals.reduce((all, { commission }) => all + commission.amount, 0)
    expect(sum).toBe(shown.net?.amount)
  })

  it('adds up: list less tax is the base', () => {
    const { rows, base } = view().arithmetic!
    expect(rows.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0)).toBe(base.amount)
  })

  it('tells of a sale elsewhere when it was told, what was paid less tax, and no units that nobody knows', () => {
    const line = whyLine({
      ...{ quantity: null, productId: null },
      reversals: [{ at: '2026-11-05T00:00:00.000Z', quantity: null, refunded: 500, commission: -35, reason: 'refunded' }],
      dates: { ...whyLine().dates!, because: 'credited' },
    })
    const elsewhere = { shop: '山野铺', toldAt: '2026-11-02T05:00:00.000Z' }
    const shown = view(line, { elsewhere, paidAt: null, reader: 'staff', orderNumber: '山野铺 A-1' })
    expect(shown).toMatchObject({ elsewhere: '山野铺', backHref: '/zh/desk/orders', product: { quantity: null, href: null } })
    expect(shown.story).toContainEqual({ kind: 'told', at: elsewhere.toldAt })
    expect(shown.story.some(({ kind }) => kind === 'paid')).toBe(false)
    expect(shown.story.find(({ kind }) => kind === 'refunded')).not.toHaveProperty('quantity')
    const { rows, base } = shown.arithmetic!
    expect(rows.map(({ kind }) => kind)).toEqual(['paid', 'tax'])
    expect(rows.reduce((sum, { amount }) => sum + (amount?.amount ?? 0), 0)).toBe(base.amount)
    expect(view(line, { elsewhere, reader: 'creator' }).backHref).toBe('/zh/studio/earnings')
  })

  it('gives no name to whom the flow gave none, whoever else is known', () => {
    const stranger = touch({
      id: 't2',
      who: 'another',
      creatorId: null,
      pieceId: null,
      productId: null,
      outcome: 'considered',
      reason: 'not_last',
      shareBps: 0,
    })
    const shown = view(whyLine({ touches: [stranger] }), { reader: 'creator', checkoutStartedAt: null })
    expect(shown.story.find(({ kind }) => kind === 'touch')).toMatchObject({ who: { kind: 'another-creator', piece: null } })
    expect(shown.backHref).toBe('/zh/studio/earnings')
  })

  it('says nothing of the arithmetic when nobody earned, and the rule that spoke against it', () => {
    expect(view(whyLine({ verdict: null, reason: 'staff', rule: 'ATT-21', net: null, dates: null }))).toMatchObject({
      verdict: null,
      arithmetic: null,
      reason: 'staff_purchase',
      rule: 'ATT-21',
    })
  })

  it('tells a repeat as one with the touch that counts', () => {
    const repeat = touch({ outcome: 'merged', reason: 'repeat', rule: 'ATT-03', seconds: 12, shareBps: 0 })
    expect(view(whyLine({ touches: [repeat] })).story.find(({ kind }) => kind === 'touch')).toMatchObject({
      who: { kind: 'same-link' },
      seconds: 12,
    })
  })

  it('ATT-18 tells a touch that was made under another account, with its rule and in both languages', () => {
    const other = touch({ outcome: 'refused', reason: 'other_account', rule: 'ATT-18', shareBps: 0 })
    const shown = view(whyLine({ touches: [other] })).story.find(({ kind }) => kind === 'touch')
    expect(shown).toMatchObject({ outcome: 'refused', reason: 'other_account', rule: 'ATT-18' })
    const words = (['zh', 'en'] as const).map((locale) => translate(messages, locale, 'reason_other_account'))
    expect(words).toEqual(['当时在这个浏览器里登录的是另一个账号', 'Another account was logged in in this browser then'])
  })

  it('does not know every reason of other versions', () => {
    expect(reasonOf('constructor')).toBe('unknown')
    expect(reasonOf('split')).toBe('unknown')
  })

  it.each([
    ['4453.1200', 'CNY', '44.5312'],
    ['106.1600', 'CNY', '1.0616'],
    ['5.5000', 'CNY', '0.055'],
    ['5.5000', 'JPY', '5.5'],
    ['100.0000', 'CNY', '1'],
  ])('moves the point of %s %s to %s', (minor, currency, major) => {
    expect(inMajor(minor, currency)).toBe(major)
  })
})

describe('the earnings', () => {
  const row = {
    ...{
      id: 'e1',
      sequence: 7,
      at: '2026-11-02T04:01:00.000Z',
      kind: 'earned' as const,
      amount: 106,
      currency: 'CNY',
      orderId: 'o1',
      orderNumber: 'ZC-1',
    },
    ...{
      lineId: 'l1',
      productId: 'g1',
      productTitle: '帐篷',
      piece: { kind: 'posts' as const, id: 'p1' },
      rateBps: 800,
      returned: null,
      state: 'pending' as const,
      reason: 'received',
      cause: 'sold',
      payable: { at: '2026-11-20T00:00:00.000Z', expected: false, because: 'received' as const, holdDays: 15 },
      test: false,
    },
  }
  const earnings: EarningsRead = {
    ...{
      creatorId: 'c1',
      currency: 'CNY',
      balance: 300,
      pending: 300,
      payable: 0,
      onHold: 0,
      owedBack: 0,
      paid: 0,
      onItsWay: 0,
      dates: [],
      testBalance: 0,
      opening: 194,
      closing: 300,
      rows: [row],
    },
    ...{ perPiece: [], nextBefore: 7, others: [], nextPayout: null, minPayout: 10_000 },
  }
  const shown = (filter: 'all' | 'earned') => earningsView({ earnings, faces, locale: 'zh', filter, month: '2026-11' })

  it('adds up: opening and the rows of the page are the closing balance', () => {
    const { opening, closing, rows } = shown('all')
    expect(opening.amount + rows.reduce((sum, { amount }) => sum + amount.amount, 0)).toBe(closing.amount)
  })

  it('opens the creator’s own why, and goes on with the same filter', () => {
    expect(shown('earned')).toMatchObject({
      rows: [{ whyHref: '/zh/orders/o1/why?line=l1&as=creator', piece: { title: '零下五度露营', href: '/zh/p/p1' } }],
      hrefs: { older: '/zh/studio/earnings?kind=earned&before=7', csv: '/v1/me/statement.csv?month=2026-11' },
    })
    expect(filterOf('paid-out')).toBe('all')
  })

  it('knows the month by the shop’s calendar', () => {
    expect(monthOf(new Date('2026-10-31T16:30:00.000Z'), 'Asia/Shanghai')).toBe('2026-11')
    expect(monthOf(new Date('2026-10-31T16:30:00.000Z'), 'UTC')).toBe('2026-10')
  })
})
