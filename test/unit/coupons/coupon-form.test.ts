import { describe, expect, it } from 'vitest'
import type { CouponRead } from '../../../src/flows/coupons/list-coupons.ts'
import { couponValues, errorsOf, readCoupon, valuesOfCoupon } from '../../../src/web/routes/coupons/coupon-form.ts'
import { couponRows } from '../../../src/web/routes/coupons/coupon-rows.ts'

const stored: CouponRead = {
  id: 'c1',
  code: 'MILLY10',
  kind: 'percent',
  amount: null,
  bps: 1_050,
  currency: 'CNY',
  creator: { id: 'k1', handle: 'milly', name: 'Milly' },
  programme: { id: 'g1', name: { zh: '会员', en: 'Guild' } },
  isPublic: false,
  attributes: true,
  products: ['p1'],
  excludedProducts: [],
  minGoods: 19_900,
  maxDiscount: null,
  limitTotal: 100,
  limitPerPerson: 1,
  used: 3,
  startsAt: null,
  endsAt: '2026-12-01T15:59:00.000Z',
  status: 'active',
  live: true,
  barred: null,
}

const shop = { currency: 'CNY', timeZone: 'Asia/Shanghai', stored: null }

describe('the editor of codes', () => {
  it('what it shows reads back as the same terms', () => {
    const values = valuesOfCoupon(stored, new Map([['p1', 'tent']]), 'Asia/Shanghai')
    const { input, handle, products, excludedProducts, errors } = readCoupon(values, { ...shop, stored })
    expect(errors).toEqual({})
    expect({ handle, products, excludedProducts }).toEqual({ handle: 'milly', products: ['tent'], excludedProducts: [] })
    const { code, kind, amount, bps, isPublic, attributes, minGoods, maxDiscount, limitTotal, limitPerPerson, startsAt, endsAt, status } =
      stored
    expect(input).toEqual({
      programmeId: 'g1',
      ...{ code, kind, amount, bps, isPublic, attributes, minGoods, maxDiscount, limitTotal, limitPerPerson, startsAt, endsAt, status },
    })
  })

  it('shows and takes times by the shop’s clock, and leaves the seconds of one that was not touched', () => {
    const toTheSecond = { ...stored, endsAt: '2026-12-01T15:59:59.000Z' }
    const values = valuesOfCoupon(toTheSecond, new Map(), 'Asia/Shanghai')
    expect([values.startsAt, values.endsAt]).toEqual(['', '2026-12-01T23:59'])
    const read = (endsAt: string) => readCoupon({ ...values, endsAt }, { ...shop, stored: toTheSecond }).input.endsAt
    expect(read('2026-12-01T23:59')).toBe('2026-12-01T15:59:59.000Z')
    expect(read('2026-12-02T00:00')).toBe('2026-12-01T16:00:00.000Z')
    expect(readCoupon({ ...values, startsAt: '2026-03-08T02:30' }, { ...shop, timeZone: 'America/New_York' }).input.startsAt).toBe(
      '2026-03-08T07:30:00.000Z',
    )
  })

  it('takes products by their pages’ addresses, and a handle with its sign', () => {
    const read = readCoupon(
      { code: 'A1B', amount: '5', creator: '@milly', products: 'https://shop.test/zh/product/tent?x=1\nlamp, stove' },
      shop,
    )
    expect([read.handle, read.products, read.input.amount]).toEqual(['milly', ['tent', 'lamp', 'stove'], 500])
  })

  it('leaves the programme as it was where the form does not send one, and takes an empty one for the default', () => {
    const programmeOf = (more: Record<string, string>) => readCoupon({ code: 'A1B', amount: '5', ...more }, shop).input.programmeId
    expect([programmeOf({}), programmeOf({ programme: '' }), programmeOf({ programme: 'g1' })]).toEqual([undefined, null, 'g1'])
    expect(valuesOfCoupon({ ...stored, programme: null }, new Map(), 'UTC')).toMatchObject({ programme: '' })
  })

  it.each<[string, Record<string, string>, Record<string, string>]>([
    ['no amount', { kind: 'fixed', amount: '' }, { amount: 'amount' }],
    ['a negative amount', { kind: 'fixed', amount: '-5' }, { amount: 'amount' }],
    ['more cents than there are', { kind: 'fixed', amount: '5.001' }, { amount: 'amount' }],
    ['no rate', { kind: 'percent' }, { percent: 'bps' }],
    ['more than all', { kind: 'percent', percent: '100.01' }, { percent: 'bps' }],
    ['nothing off', { kind: 'percent', percent: '0' }, { percent: 'bps' }],
    ['half a use', { kind: 'percent', percent: '10', limitTotal: '1.5' }, { limitTotal: 'number' }],
    ['no use', { kind: 'percent', percent: '10', limitPerPerson: '0' }, { limitPerPerson: 'number' }],
    ['no time', { kind: 'percent', percent: '10', endsAt: 'tomorrow' }, { endsAt: 'time' }],
    ['a day that there is not', { kind: 'percent', percent: '10', endsAt: '2026-02-30T10:00' }, { endsAt: 'time' }],
  ])('says at the field what is wrong: %s', (_, values, errors) => {
    expect(readCoupon(couponValues({ code: 'ABC', ...values }), shop).errors).toEqual(errors)
  })

  it('shows refusals of the flow at their fields', () => {
    expect(errorsOf([{ code: 'conflict', message: '', field: 'code' }])).toEqual({ code: 'taken' })
    expect(
      errorsOf([
        { code: 'invalid', message: '', field: 'bps' },
        { code: 'invalid', message: '', field: 'creatorId' },
        { code: 'invalid', message: '', field: 'programmeId' },
        { code: 'invalid', message: '', field: 'endsAt' },
        { code: 'invalid', message: '', field: 'minGoods' },
        { code: 'invalid', message: '', field: 'constructor' },
      ]),
    ).toEqual({ percent: 'bps', creator: 'creatorId', programme: 'programme', endsAt: 'time', minGoods: 'number' })
  })
})

it('a list says of each code how it stands now', () => {
  const now = new Date('2026-11-02T04:00:00.000Z')
  const states = [
    stored,
    { ...stored, live: false },
    { ...stored, live: false, startsAt: '2026-11-03T00:00:00.000Z' },
    { ...stored, live: false, status: 'paused' as const },
    { ...stored, live: false, status: 'ended' as const },
  ]
  expect(couponRows(states, 'zh', now, true).map(({ state }) => state)).toEqual(['live', 'over', 'waiting', 'paused', 'ended'])
  expect(couponRows([stored], 'en', now, true)[0]?.href).toBe('/en/desk/coupons/c1')
  expect(couponRows([stored], 'en', now, false)[0]?.href).toBeNull()
  expect(couponRows([stored, { ...stored, programme: null }], 'zh', now, true).map(({ programme }) => programme)).toEqual(['会员', null])
})
