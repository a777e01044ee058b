/** What the screens of discount codes are given. Conventions as in commerce/view.ts. */
import type { Money } from '../../lib/money.ts'

/** Its programme is closed, or its owner is not in it. */
export type CodeBarView = 'closed' | 'not_member'

export interface CouponRowView {
  id: string
  code: string
  kind: 'fixed' | 'percent'
  off: Money | null
  bps: number | null
  minGoods: Money | null
  maxDiscount: Money | null
  used: number
  limitTotal: number | null
  /** Whom it credits. */
  owner: { name: string } | null
  /** Name of the programme under which it does; null is the default one. */
  programme: string | null
  /** Why it credits its owner nothing now. */
  barred: CodeBarView | null
  isPublic: boolean
  attributes: boolean
  products: number
  startsAt: string | null
  endsAt: string | null
  state: 'live' | 'waiting' | 'over' | 'paused' | 'ended'
  /** Its editor; null for a creator's own list. */
  href: string | null
}

/** Fields of the editor, posted to its own page. Amounts and rates as people write them. */
export const couponFields = {
  code: 'code',
  kind: 'kind',
  amount: 'amount',
  percent: 'percent',
  creator: 'creator',
  programme: 'programme',
  isPublic: 'isPublic',
  noCredit: 'noCredit',
  products: 'products',
  excludedProducts: 'excludedProducts',
  minGoods: 'minGoods',
  maxDiscount: 'maxDiscount',
  limitTotal: 'limitTotal',
  limitPerPerson: 'limitPerPerson',
  startsAt: 'startsAt',
  endsAt: 'endsAt',
  status: 'status',
} as const

export type CouponField = keyof typeof couponFields

export type CouponErrors = Partial<
  Record<CouponField, 'code' | 'taken' | 'amount' | 'bps' | 'creatorId' | 'programme' | 'products' | 'excludedProducts' | 'number' | 'time'>
>

export interface CouponEditorView {
  /** Null for a new one. */
  code: string | null
  currency: string
  /** Used already: words and owner stay. */
  frozen: boolean
  programmes: {
    /** The default one's name; null when there is none. */
    standard: string | null
    others: { id: string; name: string; isClosed: boolean }[]
    /** Used already under its programme, which stays: its id, empty for the default one; null where it may be chosen. */
    kept: string | null
  }
  /** Why the code as it is saved credits its owner nothing now. */
  barred: CodeBarView | null
  values: Readonly<Partial<Record<CouponField, string>>>
  errors: CouponErrors
  /** What stands for the whole form. */
  failed: 'state' | 'failed' | null
  backHref: string
}
