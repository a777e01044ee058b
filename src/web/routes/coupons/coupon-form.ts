import type { CouponRead } from '../../../flows/coupons/list-coupons.ts'
import type { CouponInput } from '../../../flows/coupons/save-coupon.ts'
import { parseMajor, toMajor } from '../../../lib/money.ts'
import type { Failure } from '../../../lib/result.ts'
import { instantOf, wallOf } from '../../../lib/wall-clock.ts'
import { type CouponErrors, type CouponField, couponFields } from '../../../ui/coupons/index.ts'

export type CouponValues = Partial<Record<CouponField, string>>

type Fields = Readonly<Record<string, string>>

/** What was typed, kept through every refusal. */
export function couponValues(fields: Fields): CouponValues {
  const names = Object.keys(couponFields) as CouponField[]
  return Object.fromEntries(names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name].slice(0, 4_000)]])))
}

/** The terms that were typed. `creatorId` and products come in as what people write: a handle, addresses of pages. */
export interface TypedCoupon {
  input: Omit<CouponInput, 'creatorId' | 'products' | 'excludedProducts'>
  handle: string
  products: string[]
  excludedProducts: string[]
  errors: CouponErrors
}

/** What a form is read by: times are the shop's clock's. `stored` is the code as it is, null for a new one. */
interface Reading {
  currency: string
  timeZone: string
  stored: Pick<CouponRead, 'startsAt' | 'endsAt'> | null
}

/** Reads the form. Errors by field are those that no flow needs to be asked about. A time that was left as it is shown stays to the second. */
export function readCoupon(values: CouponValues, { currency, timeZone, stored }: Reading): TypedCoupon {
  const errors: CouponErrors = {}
  const money = (name: 'amount' | 'minGoods' | 'maxDiscount', needed: boolean): number | null => {
    const text = values[name]?.trim() ?? ''
    if (text === '' && !needed) return null
    const parsed = parseMajor(text, currency)
    if (parsed.ok && parsed.value > 0) return parsed.value
    errors[name] = name === 'amount' ? 'amount' : 'number'
    return null
  }
  const times = (name: 'limitTotal' | 'limitPerPerson'): number | null => {
    const text = values[name]?.trim() ?? ''
    if (text === '') return null
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text)
    errors[name] = 'number'
    return null
  }
  const moment = (name: 'startsAt' | 'endsAt'): string | null => {
    const text = values[name]?.trim() ?? ''
    if (text === '') return null
    const known = stored?.[name] ?? null
    if (known !== null && text === wall(known, timeZone)) return known
    const at = instantOf(text, timeZone)
    if (at !== null) return new Date(at).toISOString()
    errors[name] = 'time'
    return null
  }
  const kind = values.kind === 'percent' ? 'percent' : 'fixed'
  const bps = kind === 'percent' ? bpsOf(values.percent) : null
  if (kind === 'percent' && bps === null) errors.percent = 'bps'
  const status = values.status === 'paused' || values.status === 'ended' ? values.status : 'active'
  return {
    input: {
      ...{ code: values.code ?? '', kind, bps, status },
      amount: kind === 'fixed' ? money('amount', true) : null,
      // Left out by a form whose programme stays, null for the default one.
      programmeId: values.programme === undefined ? undefined : values.programme.trim() || null,
      isPublic: values.isPublic === '1',
      attributes: values.noCredit !== '1',
      ...{ minGoods: money('minGoods', false), maxDiscount: money('maxDiscount', false) },
      ...{ limitTotal: times('limitTotal'), limitPerPerson: times('limitPerPerson') },
      ...{ startsAt: moment('startsAt'), endsAt: moment('endsAt') },
    },
    handle: (values.creator ?? '').trim().replace(/^@/, ''),
    ...{ products: slugsOf(values.products), excludedProducts: slugsOf(values.excludedProducts) },
    errors,
  }
}

/** A rate as people write it, 0.01 to 100 per cent, in basis points. */
function bpsOf(text: string | undefined): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?%?$/.exec(text?.normalize('NFKC').trim() ?? '')
  if (!match) return null
  const bps = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
  return bps >= 1 && bps <= 10_000 ? bps : null
}

/** One product a line, by its page's address or what stands at the end of it. */
const slugsOf = (text: string | undefined): string[] =>
  (text ?? '').split(/[\s,，]+/u).flatMap((one) => {
    const slug = one.split('?')[0]?.split('/').filter(Boolean).at(-1)
    return slug ? [slug] : []
  })

/** A stored time (ISO) as the shop's clock shows it, to the minute; empty for none. */
const wall = (at: string | null, timeZone: string): string => (at === null ? '' : wallOf(Date.parse(at), timeZone))

/** The form of a code that is there. `slugs` by product id. */
export function valuesOfCoupon(coupon: CouponRead, slugs: ReadonlyMap<string, string>, timeZone: string): CouponValues {
  const { currency } = coupon
  const major = (amount: number | null) => (amount === null ? '' : toMajor({ amount, currency }))
  const lines = (ids: readonly string[]) => ids.map((id) => slugs.get(id) ?? id).join('\n')
  return {
    ...{ code: coupon.code, kind: coupon.kind, status: coupon.status },
    ...{ amount: major(coupon.amount), percent: coupon.bps === null ? '' : String(coupon.bps / 100) },
    ...{ creator: coupon.creator?.handle ?? '', programme: coupon.programme?.id ?? '' },
    ...{ isPublic: coupon.isPublic ? '1' : '', noCredit: coupon.attributes ? '' : '1' },
    ...{ products: lines(coupon.products), excludedProducts: lines(coupon.excludedProducts) },
    ...{ minGoods: major(coupon.minGoods), maxDiscount: major(coupon.maxDiscount) },
    ...{ limitTotal: String(coupon.limitTotal ?? ''), limitPerPerson: String(coupon.limitPerPerson ?? '') },
    ...{ startsAt: wall(coupon.startsAt, timeZone), endsAt: wall(coupon.endsAt, timeZone) },
  }
}

const fieldOf: Record<string, CouponField> = { bps: 'percent', creatorId: 'creator', programmeId: 'programme' }

/** Refusals of the flow at their fields. */
export function errorsOf(failures: readonly Failure[]): CouponErrors {
  const errors: CouponErrors = {}
  for (const { code, field } of failures) {
    const name = (fieldOf[field ?? ''] ?? field) as CouponField | undefined
    if (!name || !Object.hasOwn(couponFields, name)) continue
    errors[name] = code === 'conflict' ? 'taken' : wordOf(name)
  }
  return errors
}

function wordOf(name: CouponField): NonNullable<CouponErrors[CouponField]> {
  if (name === 'code' || name === 'amount' || name === 'programme' || name === 'products' || name === 'excludedProducts') return name
  if (name === 'percent') return 'bps'
  if (name === 'creator') return 'creatorId'
  return name === 'startsAt' || name === 'endsAt' ? 'time' : 'number'
}
