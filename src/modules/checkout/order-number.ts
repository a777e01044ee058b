/** Crockford's digits without letters that are read as another digit. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * A number for people: the day of placement (UTC) and eight random digits, `ZC261102-7F3K9QXA`. Forty random bits: numbers
 * tell nobody how much is sold, and a unique index refuses the one in 10¹² a day that comes twice. `random` has 8 bytes.
 */
export function orderNumber(placedAt: Date, random: Uint8Array): string {
  const day = placedAt.toISOString().slice(2, 10).replaceAll('-', '')
  return `ZC${day}-${[...random.subarray(0, 8)].map((byte) => digits[byte % 32]).join('')}`
}
