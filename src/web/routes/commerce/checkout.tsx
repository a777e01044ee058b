import { redirect } from 'react-router'
import { listAddresses } from '../../../flows/addresses/address-book.ts'
import { lastContact } from '../../../flows/commerce/last-contact.ts'
import { payingWith } from '../../../flows/orders/paying-with.ts'
import { startCheckout } from '../../../flows/orders/start-checkout.ts'
import { newId } from '../../../lib/ids.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { Checkout } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { failurePage, textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/checkout'
import { place } from './checkout-action.ts'
import { type CheckoutValues, valuesOfContact } from './checkout-form.ts'
import { checkoutPage, isReady } from './checkout-page.ts'
import { standardShipping } from './checkout-view.ts'
import { isDelivered } from './delivery.ts'
import { type Door, openDoor } from './door.ts'
import { loadCart } from './load-cart.ts'
import { privateHeaders, privately } from './private.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(commerce, isLocale(args.params.lang) ? args.params.lang : 'zh', 'checkout'), noindex: true })

/** Being here is what "checkout began" means (ATT-05); a browser that only fetches ahead is not here. */
export async function loader(args: Route.LoaderArgs) {
  const door = openDoor(args)
  const { ctx, visit, to } = door
  const paying = payingWith(ctx, visit)
  if (!paying.ok) throw failurePage(paying.failure)
  const parts = await loadCart(door)
  if (!isReady(parts)) throw redirect(to('/cart'), { headers: privateHeaders() })
  if (!args.request.headers.get('sec-purpose')?.startsWith('prefetch')) await startCheckout(ctx, visit)
  const { values, addressId } = await firstValues(door, new URL(args.request.url).searchParams.get('address'))
  const there = await loadCart(door, { country: values.country, region: values.region })
  return privately({ ...(await checkoutPage(door, there, { values, idempotencyKey: newId(), addressId })), addressId })
}

/** What the form begins with: the address that was chosen from the book, its default, where the last order went, or nothing. */
async function firstValues({ ctx, visit }: Door, asked: string | null): Promise<{ values: CheckoutValues; addressId: string | undefined }> {
  const book = await listAddresses(ctx, await visit.actor())
  const known = book.ok ? book.value.filter(({ country }) => isDelivered(country)) : []
  const kept = known.find(({ id }) => id === asked) ?? known.find(({ isDefault }) => isDefault)
  if (kept) return { values: valuesOfContact({ ...kept, email: '', note: '' }, standardShipping), addressId: kept.id }
  const last = await lastContact(ctx, visit)
  const first: CheckoutValues = { country: 'CN', shipping: standardShipping }
  return { values: last && isDelivered(last.country) ? valuesOfContact(last, standardShipping) : first, addressId: undefined }
}

export async function action(args: Route.ActionArgs) {
  return place(openDoor(args), textFields(await args.request.formData()))
}

export default function CheckoutRoute({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <Shell section="cart" top="none" bar="own">
      <Checkout key={loaderData.addressId ?? ''} {...(actionData ?? loaderData)} />
    </Shell>
  )
}
