import { sha256 } from './hash.ts'

type Home = Partial<Record<'country' | 'region' | 'city' | 'district' | 'street', string | null>>

/** A home as one text, letters and digits alone, so that two ways of writing it are found out; null for one without a street. */
export function homeText({ country, region, city, district, street }: Home): string | null {
  if (!street?.trim()) return null
  const plain = [country, region, city, district, street].map((part) => (part ?? '').normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, ''))
  return plain.join('|').toLowerCase()
}

/** The same for a row: compared, never read. */
export function homeHash(home: Home): string | null {
  const text = homeText(home)
  return text === null ? null : sha256(text)
}
