import { addToCart } from '../../src/flows/carts/add-to-cart.ts'
import { type PlacedOrder, type PlaceOrderInput, placeOrder } from '../../src/flows/orders/place-order.ts'
import { recordClick } from '../../src/flows/touches/record-click.ts'
import { cookieNames, parseCookies } from '../../src/lib/cookies.ts'
import { newId } from '../../src/lib/ids.ts'
import type { Visit } from '../../src/lib/visit.ts'
import { visitOf, type World } from './world.ts'

/** The address of a buyer who lives nowhere. */
export const contact: Required<PlaceOrderInput['contact']> = {
  email: 'buyer@example.test',
  name: '林小满',
  phone: '13800138000',
  country: 'CN',
  region: '浙江省',
  city: '杭州市',
  district: '西湖区',
  street: '文三路 1 号',
  postcode: '310000',
  note: '',
}

/** The visit that a browser makes after these answers: their cookies are in it, and the visitor's id. */
export function withCookies(visit: Visit, setCookies: readonly string[]): Visit {
  const cookies: Record<string, string> = { ...visit.cookies }
  for (const one of setCookies) Object.assign(cookies, parseCookies(one.split(';')[0]))
  return { ...visit, cookies, visitorId: cookies[cookieNames.visitor] ?? visit.visitorId }
}

export interface Wanted {
  variantId: string
  quantity?: number
  linkCode?: string
}

/** Fills the basket of a visit (a new guest unless one is given). Answers the visit with its cookies. Throws when the shop refuses. */
export async function filledCart({ ctx }: Pick<World, 'ctx'>, visit: Visit = visitOf(), wanted: readonly Wanted[] = []): Promise<Visit> {
  let now = visit
  for (const { variantId, quantity = 1, linkCode } of wanted) {
    const added = await addToCart(ctx, now, { variantId, quantity, linkCode })
    if (!added.ok) throw new Error(`Not put into the cart: ${added.failure.message}`)
    now = withCookies(now, added.value.setCookies)
  }
  return now
}

interface OrderParts {
  /** Who buys; a new guest unless given. */
  visit?: Visit
  wanted: readonly Wanted[]
  input?: Partial<PlaceOrderInput>
  key?: string
}

/** An order that waits for its payment, with the visit that placed it. Throws when the shop refuses. */
export async function placedOrder(
  { ctx }: Pick<World, 'ctx'>,
  { visit, wanted, input, key = newId() }: OrderParts,
): Promise<PlacedOrder & { visit: Visit }> {
  const buyer = await filledCart({ ctx }, visit ?? visitOf(), wanted)
  const placed = await placeOrder(ctx, buyer, { contact, locale: 'zh', ...input }, key)
  if (!placed.ok) throw new Error(`Not placed: ${placed.failure.code} ${placed.failure.message}`)
  return { ...placed.value, visit: withCookies(buyer, placed.value.setCookies) }
}

interface Clicked {
  code: string
  /** Who clicks; a new visitor unless given. */
  visit?: Visit
  visitorId?: string
  /** When; the clock is put back afterwards. */
  at?: Date | string
}

/** A click on a product link. Answers the visit with the visitor's cookie; the touch is in the database once touches are drained. */
export async function touched({ ctx, clock }: Pick<World, 'ctx' | 'clock'>, { code, visit, visitorId, at }: Clicked): Promise<Visit> {
  const back = clock.now()
  if (at !== undefined) clock.set(at)
  const who = visit ?? visitOf(undefined, visitorId === undefined ? {} : { visitorId })
  const { setCookies } = await recordClick(ctx, who, { code, method: 'GET' })
  clock.set(back)
  return withCookies(who, setCookies)
}
