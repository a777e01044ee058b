/** 32 signs that are not mistaken for each other when read aloud or copied by hand: no i, l, o, u. */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

export const codeLength = 8

/** A product link's short code from random bytes, one sign for each: 8 bytes make 40 bits. Throws a RangeError on fewer than 8. */
export function linkCode(random: Uint8Array): string {
  if (random.length < codeLength) throw new RangeError(`Expected at least ${codeLength} random bytes, got ${random.length}`)
  // 32 divides 256, so every sign is equally likely.
  return Array.from(random, (byte) => alphabet[byte % alphabet.length]).join('')
}

/** The code that a person meant, or null when it can be none: capitals, hyphens, and o for 0, i and l for 1 are forgiven. */
export function readLinkCode(text: string): string | null {
  const code = text.toLowerCase().replaceAll('-', '').replaceAll('o', '0').replace(/[il]/g, '1')
  return /^[0-9a-hjkmnp-tv-z]{8,64}$/.test(code) ? code : null
}
