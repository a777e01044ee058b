/**
 * Ways to pay that an operator may name, and the currencies that Stripe takes them in (docs.stripe.com/payments/alipay and
 * wechat-pay, "Supported currencies"; what an account may use depends on its country, too).
 */
const currencies = {
  card: null,
  alipay: ['AUD', 'CAD', 'CNY', 'EUR', 'GBP', 'HKD', 'JPY', 'MYR', 'NZD', 'SGD', 'USD'],
  wechat_pay: ['AUD', 'CAD', 'CHF', 'CNY', 'DKK', 'EUR', 'GBP', 'HKD', 'JPY', 'NOK', 'SEK', 'SGD', 'USD'],
} as const satisfies Record<string, readonly string[] | null>

export type StripeMethod = keyof typeof currencies

export const stripeMethods = Object.keys(currencies) as StripeMethod[]

/** What STRIPE_METHODS says: a list, or null for `auto`. */
export const namedMethods = (setting: string): StripeMethod[] | null =>
  setting === 'auto' ? null : stripeMethods.filter((method) => setting.split(',').includes(method))

/** Those of the named ways that take this currency; null leaves the choice to what is switched on in Stripe's dashboard. */
export function methodsFor(named: readonly StripeMethod[] | null, currency: string): StripeMethod[] | null {
  if (named === null) return null
  const fitting = named.filter((method) => {
    const taken: readonly string[] | null = currencies[method]
    return taken === null || taken.includes(currency)
  })
  // Nothing fits: a card always does.
  return fitting.length > 0 ? fitting : ['card']
}
