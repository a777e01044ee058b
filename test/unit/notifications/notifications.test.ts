import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { money } from '../../../src/lib/money.ts'
import {
  isNotificationKind,
  type MailData,
  type MailKind,
  mailKinds,
  notificationText,
  plainMail,
  renderMail,
} from '../../../src/modules/notifications/index.ts'

const cny = (amount: number) => money(amount, 'CNY')
const url = 'https://shop.test/zh/x?key=a&b=1'
const order = {
  orderNumber: 'ZC-1001',
  lines: [{ title: '羽绒服 · M', quantity: 2, amount: cny(125_800) }],
  shipping: cny(0),
  total: cny(125_800),
  url,
}
const decision = { title: '秋天穿什么', reason: '「全网最轻」要有可查的依据', rule: 'AD-3 绝对化用语', url }
const parcel = {
  orderNumber: 'ZC-1001',
  contents: [{ title: '羽绒服 · M', quantity: 2 }],
  carrier: 'SF Express',
  tracking: 'SF1234567890',
  url,
}
const asked = { orderNumber: 'ZC-1001', lines: parcel.contents, amount: cny(62_900), url }
/** One example of every kind: a kind without one does not compile. */
const samples: { [K in MailKind]: MailData[K] } = {
  'verify-email': { url, minutes: 1440 },
  'already-registered': { loginUrl: url, resetUrl: 'https://shop.test/reset' },
  'reset-password': { url, minutes: 45 },
  'payout-account-changed': { masked: 'CMB •••• 2222', at: '2026-11-25T08:15:00Z', url },
  'order-placed': { ...order, payBefore: '2026-11-25T08:15:00Z' },
  'order-paid': order,
  'order-expired': { ...order, exchangeOf: null },
  'refund-done': { orderNumber: 'ZC-1001', lines: order.lines, amount: cny(62_900), url },
  'order-shipped': { ...parcel, all: false },
  'parcel-delivered': { ...parcel, confirmBefore: '2026-12-02T08:15:00Z' },
  'parcel-lost': { ...parcel, carrier: null, tracking: null },
  'order-received': {
    ...{ orderNumber: 'ZC-1001', contents: parcel.contents, url, delivered: true, returnUntil: null },
    faultsUntil: '2026-12-20T08:15:00Z',
  },
  'refund-asked': asked,
  'refund-declined': { ...asked, answer: decision.reason },
  'exchange-sent': { ...parcel, back: { title: '羽绒服 · M', quantity: 2 }, difference: cny(2_000), answer: decision.reason },
  'exchange-offered': {
    ...{ orderNumber: 'ZC-1001', contents: { title: '羽绒服 · M', quantity: 2 }, back: { title: '羽绒服 · M', quantity: 2 } },
    ...{ amount: cny(2_000), payBefore: new Date('2026-11-28T01:00:00.000Z'), answer: decision.reason, url },
  },
  'order-cancelled': { orderNumber: 'ZC-1001', paid: true, url },
  'piece-approved': { title: decision.title, url },
  'piece-scheduled': { title: decision.title, url, at: new Date('2026-11-28T01:00:00.000Z'), zone: 'Asia/Shanghai' },
  'piece-restored': { title: decision.title, url },
  'piece-changes-requested': { ...decision, stillPublic: true },
  'piece-rejected': { ...decision, stillPublic: false },
  'piece-taken-down': decision,
}
const context = { shopName: '种草', timeZone: 'Asia/Shanghai' }
const render = <K extends MailKind>(kind: K, locale: 'zh' | 'en', data = samples[kind]) => renderMail(kind, data, { ...context, locale })

describe('mails', () => {
  for (const kind of mailKinds)
    for (const locale of ['zh', 'en'] as const)
      it(`${kind} in ${locale} has a subject, its link in both forms, and no word that a template forgot`, () => {
        const { subject, text, html } = render(kind, locale)
        expect(subject.length).toBeGreaterThan(5)
        expect(text).toContain(url)
        expect(html).toContain('href="https://shop.test/zh/x?key=a&amp;b=1"')
        expect(`${subject}${text}`).not.toMatch(/[!！]|undefined|null|NaN|\[object/)
        expect(html).not.toMatch(/undefined|null|NaN|\[object/)
        expect(html).toContain(`lang="${locale === 'zh' ? 'zh-CN' : 'en'}"`)
        expect(/\p{Script=Han}/u.test(text.replaceAll(/种草|羽绒服 · M|秋天穿什么|「全网最轻」要有可查的依据|AD-3 绝对化用语/g, ''))).toBe(
          locale === 'zh',
        )
      })

  it('write amounts and times as the reader does, in the time zone of the shop', () => {
    expect(render('order-placed', 'zh')).toMatchObject({ subject: '订单 ZC-1001 待付款：¥1,258.00' })
    expect(render('order-placed', 'zh').text).toContain('2026年11月25日 16:15')
    expect(render('order-placed', 'en').text).toContain('25 Nov 2026, 16:15')
    expect(render('verify-email', 'en').text).toContain('24 hours')
    expect(render('reset-password', 'zh').text).toContain('45分钟')
  })
  it('of an order that counts as received by itself say how help is asked for, and until when', () => {
    const { delivered: _, ...data } = samples['order-received']
    expect(render('order-received', 'zh').text).toContain('2026年12月20日 16:15 之前，打开订单页，点「申请退款」')
    expect(render('order-received', 'zh').text).not.toContain('不用说理由')
    const unheard = { ...data, delivered: false, returnUntil: '2026-12-01T08:15:00Z' }
    expect(render('order-received', 'en', unheard).text).toContain('Until 20 Dec 2026, 16:15 you can ask for a refund on the order page')
    expect(render('order-received', 'en', unheard).text).toContain('without a reason: ask on the same page until 1 Dec 2026, 16:15')
    expect(render('order-received', 'en', { ...unheard, returnUntil: null, faultsUntil: null }).text).not.toContain('ntil ')
  })
  it('of an unpaid order that is over say that it costs nothing, and what happens with money that comes late', () => {
    expect(render('order-expired', 'zh')).toMatchObject({ subject: '订单 ZC-1001 没有付款，已经取消' })
    expect(render('order-expired', 'zh').text).toContain('按原路全部退回')
    const exchange = { ...samples['order-expired'], exchangeOf: 'ZC-0999' }
    expect(render('order-expired', 'en', exchange).subject).toBe('Nothing is exchanged: order ZC-0999 stays as it is')
  })
  it('say that a public version stays while its edit waits, and that a rejected first version never shows', () => {
    expect(render('piece-changes-requested', 'zh').text).toContain('原版继续公开，推荐和佣金不受影响')
    expect(render('piece-rejected', 'en').text).toContain('It will not be published')
  })
  it('hold what people wrote as text, never as markup, in every place', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', 'a', '\n', '包') }), (wild) => {
        const { html, subject } = render('piece-taken-down', 'zh', { title: wild, reason: wild, rule: wild, url })
        const tags = html.match(/<[^>]*>/g) ?? []
        const known =
          /^<(\/?(html|head|title|body|div|p|a|blockquote)|!doctype html|meta charset="utf-8"|meta name="viewport" content="width=device-width"|br)[ >]?/
        expect(tags.filter((tag) => !known.test(tag))).toEqual([])
        expect(html.replaceAll(/<[^>]*>/g, '')).not.toMatch(/[<>]/)
        expect(subject).not.toMatch(/[\r\n]/)
      }),
    )
  })
  it('never carry a link of another scheme', () => {
    expect(() => render('verify-email', 'en', { url: 'javascript:alert(1)', minutes: 5 })).toThrow('http')
  })
})

describe('notifications in the app', () => {
  const options = { timeZone: 'UTC' }
  it('say what happened and lead there', () => {
    const data = { orderId: 'o1', amount: cny(6430), productTitle: '羽绒服' }
    expect(notificationText('commission-earned', data, { ...options, locale: 'zh' })).toEqual({
      text: '羽绒服 卖出，佣金 ¥64.30',
      path: '/orders/o1/why',
    })
    expect(notificationText('commission-reversed', data, { ...options, locale: 'en' }).text).toBe(
      '羽绒服 refunded: ¥64.30 commission reversed',
    )
    expect(
      notificationText('piece-approved', { pieceId: 'p', pieceType: 'video-note', title: 't' }, { ...options, locale: 'en' }).path,
    ).toBe('/v/p')
  })
  it('say a time by the site’s clock, in the reader’s language', () => {
    const data = { pieceId: 'p', title: 't', publishAt: '2026-11-28T01:00:00.000Z' }
    const line = (locale: 'zh' | 'en') => notificationText('piece-scheduled', data, { ...options, timeZone: 'Asia/Shanghai', locale })
    expect(line('zh')).toEqual({ text: '《t》审核通过，2026年11月28日 09:00 公开', path: '/studio/pieces/p' })
    expect(line('en').text).toBe('“t” was approved and becomes public on 28 Nov 2026, 09:00')
  })
  it('of unknown kinds are told apart', () => {
    expect([isNotificationKind('refund-done'), isNotificationKind('toString'), isNotificationKind('x')]).toEqual([true, false, false])
  })
})

it('a message of Payload becomes ours when it has one bare recipient', () => {
  expect(plainMail({ to: 'a@b.cn', subject: 's', html: '<p>hi <b>you</b></p>' })).toEqual({
    to: 'a@b.cn',
    subject: 's',
    text: 'hi you',
    html: '<p>hi <b>you</b></p>',
  })
  expect(plainMail({ to: [{ name: 'x', address: 'a@b.cn' }], text: 't' })).toMatchObject({ to: 'a@b.cn', text: 't' })
  for (const to of [undefined, 'a@b.cn, c@d.cn', ['a@b.cn', 'c@d.cn'], 'a@b.cn\nBcc: c@d.cn', 'X <a@b.cn>'])
    expect(plainMail({ to })).toBeNull()
})
