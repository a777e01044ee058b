import { z } from 'zod'
import { type Failure, fail, ok, type Result } from '../../lib/result.ts'

/** Where an order goes and how to reach the buyer. Personal data: it lives in a row of its own that can be erased. */
export interface OrderContact {
  email: string
  name: string
  phone: string
  /** ISO 3166-1 alpha-2. */
  country: string
  region: string
  city: string
  district: string
  street: string
  postcode: string
  note: string
}

/** One line of text: trimmed, without control characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .regex(/^\P{Cc}*$/u, 'Expected one line of text.')

/** The same with digits and signs that a Chinese keyboard writes wide (１３８) made plain, as couriers' systems want them. */
const plainLine = (max: number) => line(max).normalize('NFKC')

/** What a client may send of a contact. A logged-in buyer's address of mail is the account's. */
export const contactShape = z.strictObject({
  email: z.union([z.literal(''), z.email().max(254)]).default(''),
  name: line(100).min(1, 'Expected the name of who receives the parcel.'),
  /** Couriers in China call; elsewhere a parcel arrives without. */
  phone: z
    .union([
      z.literal(''),
      plainLine(30).regex(/^\+?[\d\s().-]{5,30}$/, 'Expected a telephone number, such as 13800138000 or +44 20 7946 0958.'),
    ])
    .default(''),
  country: z.string().regex(/^[A-Z]{2}$/, 'Expected a country as two capital letters, such as CN.'),
  region: line(100).default(''),
  city: line(100).default(''),
  district: line(100).default(''),
  street: line(300).default(''),
  postcode: plainLine(20).default(''),
  note: z.string().trim().max(500).default(''),
})

/** Places that have no postcodes. */
const noPostcode = new Set(['HK', 'MO', 'AE'])

type Part = 'phone' | 'region' | 'city' | 'district' | 'street' | 'postcode'

/** Parts without which a parcel does not arrive in that country. */
export function neededParts(country: string): Part[] {
  if (country === 'CN') return ['phone', 'region', 'city', 'district', 'street']
  return noPostcode.has(country) ? ['street', 'city'] : ['street', 'postcode', 'city']
}

/**
 * The contact of an order from what came in. `accountEmail` replaces the one sent. Fails with `invalid`, the field named;
 * messages never repeat what was entered.
 */
export function readContact(input: unknown, accountEmail: string | null): Result<OrderContact> {
  const parsed = contactShape.safeParse(input)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return { ok: false, failure: bad(issue?.path.map(String).join('.') || '', issue?.message ?? 'Expected a contact.') }
  }
  const contact = { ...parsed.data, email: accountEmail ?? parsed.data.email }
  if (!contact.email) return { ok: false, failure: bad('email', 'Expected an e-mail address for the order’s letters.') }
  const missing = neededParts(contact.country).find((part) => contact[part] === '')
  return missing ? { ok: false, failure: bad(missing, `Expected the ${missing} of the address.`) } : ok(contact)
}

const bad = (part: string, message: string): Failure => fail('invalid', message, { field: part ? `contact.${part}` : 'contact' }).failure
