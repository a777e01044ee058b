import { readAccount } from '../../../flows/accounts/read-account.ts'
import { listAddresses } from '../../../flows/addresses/address-book.ts'
import { previewCredits } from '../../../flows/commerce/preview-credits.ts'
import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { isBuyable } from '../../../modules/checkout/index.ts'
import type { CheckoutField, CheckoutProps, CreditView, FieldErrors } from '../../../ui/commerce/index.ts'
import type { CartParts } from './cart-view.ts'
import type { CheckoutValues } from './checkout-form.ts'
import { changesBetween, type QuoteSnapshot } from './checkout-quote.ts'
import { checkoutView, snapshotOf, standardShipping } from './checkout-view.ts'
import { isDelivered } from './delivery.ts'
import type { Door } from './door.ts'
import { creatorChip } from './faces.ts'
import { cartsByDelivery } from './load-cart.ts'

export interface PageState {
  values: CheckoutValues
  idempotencyKey: string
  errors?: FieldErrors<CheckoutField>
  failed?: boolean
  /** The address of the book that the form was filled with. */
  addressId?: string | undefined
  /** What was shown before, when the buyer has to agree to a difference. */
  was?: QuoteSnapshot | undefined
  /** A code that stopped working meanwhile. */
  lostCode?: string | undefined
}

/** Whether there is something to confirm: lines that can be bought, and none of which too many are wanted. */
export const isReady = ({ cart }: CartParts): boolean =>
  cart.lines.some(({ trouble }) => isBuyable(trouble)) && cart.lines.every(({ trouble }) => trouble !== 'short')

/** All that the checkout's screen is given. */
export async function checkoutPage(door: Door, parts: CartParts, state: PageState): Promise<CheckoutProps> {
  const { values, idempotencyKey, errors, failed, was } = state
  const [accountEmail, credits] = [await emailOf(door), await creditViews(door, parts)]
  const addresses = await addressChoices(door, state.addressId)
  const carts = await cartsByDelivery(door, parts, { country: values.country, region: values.region })
  const view = checkoutView(parts, { accountEmail, encrypted: door.visit.secure, credits, addresses, idempotencyKey, carts, was })
  const shipping = carts.has(values.shipping) ? values.shipping : (parts.cart.shipping ?? standardShipping)
  const { currency } = parts.cart
  const changes = was && {
    items: [
      ...(state.lostCode ? [{ kind: 'coupon' as const, title: state.lostCode }] : []),
      ...changesBetween(was, snapshotOf(parts, carts), currency),
    ],
    totalBefore: { amount: was.totals[values.shipping] ?? Object.values(was.totals)[0] ?? parts.cart.total, currency },
  }
  return {
    view,
    values: { ...values, shipping },
    ...(errors ? { errors } : {}),
    ...(failed ? { failed } : {}),
    ...(changes ? { changes } : {}),
  }
}

async function creditViews({ ctx, visit, locale }: Door, { cart }: CartParts): Promise<CreditView[]> {
  const previews = await previewCredits(ctx, visit, cart)
  const faces = await readFaces(ctx, { locale, creators: previews.map(({ creatorId }) => creatorId) })
  return previews.flatMap(({ lineId, title, creatorId, rateBps, commission, touchedAt }) => {
    const creator = creatorChip(faces, locale, creatorId)
    if (!creator) return []
    return [{ lineId, product: title, creator, rateBps, amount: { amount: commission, currency: cart.currency }, touchedAt, whyHref: null }]
  })
}

/** The address book as ways to fill the form; empty for a guest. */
async function addressChoices(
  { ctx, visit, to }: Door,
  chosen: string | undefined,
): Promise<NonNullable<CheckoutProps['view']['addresses']>> {
  const book = await listAddresses(ctx, await visit.actor())
  if (!book.ok) return []
  return book.value
    .filter(({ country }) => isDelivered(country))
    .map(({ id, name, city, street }) => ({
      id,
      label: [name, [city, street].filter(Boolean).join(' ')].join(' · '),
      href: to(`/checkout?address=${id}`),
      chosen: id === chosen,
    }))
}

/** The address of mail of the account, which cannot be changed here; null for a guest. */
export async function emailOf({ ctx, visit }: Door): Promise<string | null> {
  const actor = await visit.actor()
  if (actor.userId === null) return null
  const account = await readAccount(ctx, actor)
  return account.ok ? account.value.email : null
}
