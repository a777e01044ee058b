/**
 * Currencies whose amounts Stripe wants in hundredths though they have no minor unit (docs.stripe.com/currencies, "Special
 * cases"): an amount of ours is a hundredth of Stripe's.
 */
const hundredths = new Set(['ISK', 'UGX'])
/** And those with three decimals, whose last digit must be 0 there. */
const thousandths = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])

/** An amount of ours as Stripe counts it. Throws a RangeError on what Stripe cannot take. */
export function toStripe(amount: number, currency: string): number {
  if (thousandths.has(currency) && amount % 10 !== 0)
    throw new RangeError(`Stripe takes amounts in ${currency} only in whole hundredths, got ${amount}`)
  return hundredths.has(currency) ? amount * 100 : amount
}

/** An amount of Stripe's as we count it. Throws a RangeError on a part of a minor unit. */
export function fromStripe(amount: number, currency: string): number {
  if (!hundredths.has(currency)) return amount
  if (amount % 100 !== 0) throw new RangeError(`Expected whole units of ${currency}, got ${amount} hundredths`)
  return amount / 100
}
