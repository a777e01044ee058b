import { describe, expect, it } from 'vitest'
import { fromStripe, toStripe } from '../../../src/modules/payments/providers/stripe/amounts.ts'
import { methodsFor, namedMethods } from '../../../src/modules/payments/providers/stripe/methods.ts'
import { refundStateOf } from '../../../src/modules/payments/providers/stripe/translate.ts'

describe('amounts for Stripe', () => {
  it('are our minor units, but for currencies that Stripe counts in hundredths all the same', () => {
    const golden: [string, number, number][] = [
      ['CNY', 12_345, 12_345],
      ['JPY', 500, 500],
      ['ISK', 500, 50_000],
      ['UGX', 3_700, 370_000],
      ['KWD', 12_340, 12_340],
    ]
    for (const [currency, ours, theirs] of golden) {
      expect(toStripe(ours, currency)).toBe(theirs)
      expect(fromStripe(theirs, currency)).toBe(ours)
    }
  })

  it('that Stripe cannot take, or we cannot hold, are a fault', () => {
    expect(() => toStripe(12_345, 'KWD')).toThrow(RangeError)
    expect(() => fromStripe(50_050, 'ISK')).toThrow(RangeError)
  })
})

describe('ways to pay', () => {
  it('are Stripe’s own choice with auto, else those of the list that take the currency, a card at the least', () => {
    expect(methodsFor(namedMethods('auto'), 'CNY')).toBeNull()
    expect(methodsFor(namedMethods('wechat_pay,card,alipay'), 'CNY')).toEqual(['card', 'alipay', 'wechat_pay'])
    expect(methodsFor(namedMethods('card,alipay,wechat_pay'), 'BRL')).toEqual(['card'])
    expect(methodsFor(namedMethods('alipay'), 'BRL')).toEqual(['card'])
  })
})

describe('a refund’s state', () => {
  it('is settled, failed or undecided, and never settled by a word that is new to us', () => {
    expect(['succeeded', 'failed', 'canceled', 'pending', 'requires_action', 'brand_new', null].map(refundStateOf)).toEqual([
      'settled',
      'failed',
      'failed',
      'pending',
      'pending',
      'pending',
      'pending',
    ])
  })
})
