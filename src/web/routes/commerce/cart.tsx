import styles from '../../../ui/commerce/commerce.css?url'
import { Cart, cartFields } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { commerce } from '../../../ui/i18n/messages/commerce.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { textFields } from '../../lib/answers.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/cart'
import { addFromShop, isAddIntent } from './add-to-cart-action.ts'
import { changeCart } from './cart-action.ts'
import { cartView } from './cart-view.ts'
import { openDoor } from './door.ts'
import { loadCart } from './load-cart.ts'
import { privateHeaders, privately } from './private.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(commerce, isLocale(args.params.lang) ? args.params.lang : 'zh', 'cart'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  return privately({ cart: cartView(await loadCart(openDoor(args))) })
}

/** The cart's own forms, and the buttons of the shop that put something in. */
export async function action(args: Route.ActionArgs) {
  const door = openDoor(args)
  const fields = textFields(await args.request.formData())
  const intent = fields[cartFields.intent]
  if (isAddIntent(intent)) return addFromShop(door, args.request, intent, fields)
  return changeCart(door, intent, fields)
}

export default function CartPage({ loaderData, actionData }: Route.ComponentProps) {
  const removed = actionData && 'removed' in actionData ? actionData.removed : null
  const wrongCode = actionData && 'wrongCode' in actionData ? actionData.wrongCode : null
  const cart = { ...loaderData.cart, removed, wrongCode }
  return (
    <Shell section="cart" top="none" bar={cart.lines.length === 0 ? 'tabs' : 'own'}>
      <Cart cart={cart} />
    </Shell>
  )
}
