/** A fraction's nearest whole number, ties to the even one (ATT-24). Exact for any safe integers; throws a RangeError otherwise. */
export function halfEven(numerator: number | bigint, denominator: number | bigint): number {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)]
  if (bottom <= 0n) throw new RangeError(`Expected a denominator above zero, got ${bottom}`)
  const negative = top < 0n
  const size = negative ? -top : top
  let whole = size / bottom
  const twice = (size % bottom) * 2n
  if (twice > bottom || (twice === bottom && whole % 2n === 1n)) whole += 1n
  return toSafe(negative ? -whole : whole)
}

/** `amount × part / whole`, half-even, without a float or an overflow on the way. */
export const shareOf = (amount: number, part: number, whole: number): number => halfEven(BigInt(amount) * BigInt(part), BigInt(whole))

/**
 * Splits a whole number over whole weights by largest remainder (ATT-12): parts sum to the total exactly, none is off its
 * exact share by one or more, and of equal remainders the earlier index gets the unit. A negative total splits like its
 * positive. Throws a RangeError on weights below zero, and when there is something to split and no weight above zero.
 */
export function prorate(total: number, weights: readonly number[]): number[] {
  const sizes = weights.map((weight) => {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`Expected whole weights from 0, got ${weight}`)
    return BigInt(weight)
  })
  const sum = sizes.reduce((all, size) => all + size, 0n)
  if (total === 0) return weights.map(() => 0)
  if (sum === 0n) throw new RangeError(`Expected a weight above zero to split ${total} over, got ${JSON.stringify(weights)}`)
  const size = BigInt(Math.abs(total))
  const parts = sizes.map((weight) => (size * weight) / sum)
  const rests = sizes.map((weight, index) => ({ index, rest: (size * weight) % sum }))
  rests.sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest < b.rest ? 1 : -1))
  const left = Number(size - parts.reduce((all, part) => all + part, 0n))
  for (const { index } of rests.slice(0, left)) parts[index] = parts[index]! + 1n
  const sign = total < 0 ? -1 : 1
  // `|| 0` because a negative total would otherwise leave negative zeros.
  return parts.map((part) => sign * Number(part) || 0)
}

function toSafe(value: bigint): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`Expected a result within the safe integers, got ${value}`)
  return number
}
