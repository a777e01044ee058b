/** What the checkout is given, and what it keeps through errors. */
import type { Money } from '../../lib/money.ts'
import type { FieldErrors } from './field-error.ts'
import type { CheckoutField } from './fields.ts'
import type { CreditView, LineProductView, ShippingOptionView, SumView } from './view.ts'

/** What changed between the page shown and the order asked for; nothing is placed until the buyer agrees. */
export type CheckoutChange =
  | { kind: 'price'; title: string; before: Money; after: Money }
  | { kind: 'stock'; title: string; left: number }
  | { kind: 'gone'; title: string }
  /** `title`: the code. */
  | { kind: 'coupon'; title: string }

export interface CheckoutView {
  /** Signed in: the account's address of mail, which then cannot be edited here. */
  account: { email: string } | null
  /** Whether the browser reached us by https: said only where it is so. */
  encrypted: boolean
  logInHref: string
  cartHref: string
  lines: { id: string; product: LineProductView; quantity: number; total: Money }[]
  units: number
  sum: SumView
  /** The sum when another delivery is chosen, by option id, so that the page need not ask the server. */
  sumByShipping: Record<string, SumView>
  shipping: ShippingOptionView[]
  credits: CreditView[]
  /** Where the shop delivers; names are in the reader's language and made on the server. */
  countries: { code: string; name: string }[]
  idempotencyKey: string
  /** Fingerprint of what is shown, posted back (`checkoutFields.quote`). */
  quote: string
  /** The member's address book: each leads to this page filled with it. Absent for guests. */
  addresses?: { id: string; label: string; href: string; chosen: boolean }[]
}

export interface CheckoutProps {
  view: CheckoutView
  /** What was entered, kept through every error. `country` and `shipping` always have a value. */
  values: Partial<Record<CheckoutField, string>> & { country: string; shipping: string }
  errors?: FieldErrors<CheckoutField>
  /** The order was refused as a whole, for a reason that no field has. */
  failed?: boolean
  changes?: { items: CheckoutChange[]; totalBefore: Money }
}
