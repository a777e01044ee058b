import { describe, expect, it } from 'vitest'
import {
  type CreatorPast,
  consequenceOf,
  creatorSignals,
  isSignalCode,
  listOf,
  matchesAny,
  type OrderPart,
  orderSignals,
  scoreOf,
  standingDecision,
} from '../../../src/modules/fraud/index.ts'
import { fc } from '../fc.ts'

const calm: OrderPart = {
  same: [],
  buyersOnDevice: 1,
  buyersAtHome: 1,
  mailDomain: 'example.com',
  clickToOrderSeconds: 600,
  channel: 'page',
  campaign: null,
  referrerHost: 'search.example',
  wasBanned: false,
}
const lists = { adCampaigns: ['autumn'], bannedReferrers: ['*.coupons.example', 'cashback*'] }
const codes = (part: Partial<OrderPart>) => orderSignals({ ...calm, ...part }, lists).map(({ code, points }) => `${code} ${points}`)

describe('ATT-37 signals of an order', () => {
  const table: [string, Partial<OrderPart>, string[]][] = [
    ['an ordinary order gives none', {}, []],
    ['a shared card is proof', { same: ['instrument'] }, ['contact_match 90']],
    ['a shared phone number holds', { same: ['phone'] }, ['contact_match 70']],
    ['a shared home alone does not hold: people live together', { same: ['household'] }, ['contact_match 40']],
    ['of several things shared the weightiest counts once', { same: ['household', 'phone'] }, ['contact_match 70']],
    ['two buyers on a device are a couple', { buyersOnDevice: 2 }, []],
    ['three buyers on a device in 7 days', { buyersOnDevice: 3 }, ['crowded_device 65']],
    ['three buyers at a home alone do not hold: dormitories', { buyersAtHome: 3 }, ['crowded_home 40']],
    ['an address for minutes', { mailDomain: 'eu.Mailinator.com' }, ['disposable_mail 40']],
    ['a name that only contains one is none', { mailDomain: 'notmailinator.com' }, []],
    ['an order 4 s after the click', { clickToOrderSeconds: 4 }, ['instant_order 65']],
    ['5 s are slow enough', { clickToOrderSeconds: 5 }, []],
    ['an order without a click has no time', { clickToOrderSeconds: null }, []],
    ['a paid advertisement', { channel: 'ad' }, ['paid_ads 70']],
    ['of a campaign that is not on the list', { channel: 'ad', campaign: 'winter' }, ['paid_ads 70']],
    ['of a campaign that is allowed', { channel: 'ad', campaign: 'autumn' }, []],
    ['a banned referrer by wildcard', { referrerHost: 'de.coupons.example' }, ['banned_referrer 85']],
    ['its bare name is not in the pattern', { referrerHost: 'coupons.example' }, []],
    ['who was banned before', { wasBanned: true }, ['earlier_ban 30']],
  ]
  it.each(table)('%s', (_, part, expected) => expect(codes(part)).toEqual(expected))

  it('gives points from 0 to 100 and facts without a person, whatever the facts are', () => {
    const part: fc.Arbitrary<OrderPart> = fc.record({
      same: fc.uniqueArray(fc.constantFrom('email', 'phone', 'household', 'instrument', 'payout_account')),
      buyersOnDevice: fc.nat(50),
      buyersAtHome: fc.nat(50),
      mailDomain: fc.option(fc.domain()),
      clickToOrderSeconds: fc.option(fc.integer({ min: -10, max: 1_000_000 })),
      channel: fc.option(fc.constantFrom('ad', 'page', 'qr')),
      campaign: fc.option(fc.string()),
      referrerHost: fc.option(fc.domain()),
      wasBanned: fc.boolean(),
    })
    fc.assert(
      fc.property(part, (facts) => {
        const found = orderSignals(facts, lists)
        expect(new Set(found.map(({ code }) => code)).size).toBe(found.length)
        for (const { code, points, facts: told } of found) {
          expect(isSignalCode(code)).toBe(true)
          expect(Number.isInteger(points) && points >= 0 && points <= 100).toBe(true)
          expect(['same', 'buyers', 'days', 'seconds', 'campaign', 'host']).toEqual(expect.arrayContaining(Object.keys(told)))
        }
        expect(orderSignals(facts, lists)).toEqual(found)
      }),
    )
  })

  it('never lowers the points when one thing more looks wrong', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(100), { maxLength: 12 }), fc.nat(100), (points, more) => {
        const before = scoreOf(points.map((one) => ({ points: one })))
        const after = scoreOf([...points, more].map((one) => ({ points: one })))
        expect(after).toBeGreaterThanOrEqual(before)
        expect(after).toBeLessThanOrEqual(100)
      }),
    )
  })
})

describe('ATT-37 signals of a creator', () => {
  const quiet: CreatorPast = { orders: 40, undone: 4, couponDays: Array(28).fill(1), clicks: 300, clickOrders: 12, samePayout: 0 }
  const days = (most: number, others = 0) => [...Array(27).fill(others), most]
  const table: [string, Partial<CreatorPast>, string[]][] = [
    ['an ordinary month gives none', {}, []],
    ['exactly 80 % refunded is not more than 80 %', { orders: 10, undone: 8 }, []],
    ['more than 80 % refunded', { orders: 10, undone: 9 }, ['refund_rate']],
    ['four orders say nothing', { orders: 4, undone: 4 }, []],
    ['a day of 20 with the code after none', { couponDays: days(20) }, ['coupon_spike']],
    ['19 are too few', { couponDays: days(19) }, []],
    ['exactly five times the mean is not more', { couponDays: [...Array(27).fill(46), 270] }, []],
    ['more than five times the mean', { couponDays: days(700, 100) }, ['coupon_spike']],
    ['40 % of clicks bought', { clicks: 100, clickOrders: 40 }, []],
    ['more than 40 % of clicks bought', { clicks: 100, clickOrders: 41 }, ['high_conversion']],
    ['29 clicks say nothing', { clicks: 29, clickOrders: 29 }, []],
    ['one bank account for two creators', { samePayout: 1 }, ['payout_match']],
  ]
  it.each(table)('%s', (_, past, expected) => expect(creatorSignals({ ...quiet, ...past }).map(({ code }) => code)).toEqual(expected))
})

describe('ATT-37 what follows', () => {
  it.each([
    [0, 'none'],
    [59, 'none'],
    [60, 'hold'],
    [84, 'hold'],
    [85, 'block'],
    [100, 'block'],
  ] as const)('%i points: %s', (score, consequence) => expect(consequenceOf(score)).toBe(consequence))

  it('lets the newest decision about a signal stand, so that a mistake can be corrected', () => {
    const at = (id: string, time: string, kind: string) => ({ id, at: time, kind })
    expect(standingDecision([])).toBeNull()
    expect(standingDecision([at('b', '2026-11-02', 'fine'), at('a', '2026-11-03', 'confirmed')])?.kind).toBe('confirmed')
    expect(standingDecision([at('a', '2026-11-02', 'fine'), at('b', '2026-11-02', 'confirmed')])?.kind).toBe('confirmed')
  })
})

describe('hosts with wildcards', () => {
  it.each([
    ['deals.example', 'deals.example', true],
    ['www.deals.example', 'deals.example', false],
    ['www.deals.example', '*.deals.example', true],
    ['deals.example', '*.deals.example', false],
    ['big-cashback-shop.example', '*cashback*', true],
    ['a.example', 'a*a.example', false],
    ['aXa.example', 'a*a.EXAMPLE', true],
    ['a.example', '', false],
    ['a.example', '*', true],
    ['ab.c', 'a*b*c', true],
    ['abc', 'a*c*b', false],
  ])('%s by %s: %s', (host, pattern, expected) => expect(matchesAny(host, [pattern])).toBe(expected))

  it('answers as the plain reading of stars does', () => {
    const name = fc.array(fc.constantFrom('a', 'b', '.', '*'), { maxLength: 8 }).map((parts) => parts.join(''))
    fc.assert(
      fc.property(name, name, (host, pattern) => {
        const plain = host.replaceAll('*', 'x')
        const regex = new RegExp(
          `^${pattern
            .split('*')
            .map((part) => part.replaceAll('.', '\\.'))
            .join('.*')}$`,
          's',
        )
        expect(matchesAny(plain, [pattern])).toBe(pattern !== '' && regex.test(plain))
      }),
    )
  })

  it('reads a list as an operator writes it', () => {
    expect(listOf('a.example, *.b.example\n c，d')).toEqual(['a.example', '*.b.example', 'c', 'd'])
    expect(listOf(null)).toEqual([])
  })
})
