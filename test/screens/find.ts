import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { isPaid } from '../../src/modules/checkout/index.ts'
import { contact } from '../builders/orders.ts'
import type { Stage } from '../e2e/people.ts'

interface Offer {
  id: string
  slug: string
  variants: { id: string; stock: number }[]
}
interface Order {
  id: string
  state: string
  refundState: string
}

export type Found = Awaited<ReturnType<typeof find>>

/** Addresses of the demo world that screens need, asked from the shop itself as those who may ask. */
export async function find(stage: Stage) {
  const [guest, fan, author, editor, finance] = await Promise.all([
    stage.visitor(),
    stage.member('fan'),
    stage.member('creator'),
    stage.member('editor'),
    stage.member('finance'),
  ])
  const [shop, own, staff, money] = await Promise.all([ofShop(guest), ofFan(fan), ofEditor(editor), ofFinance(finance)])
  const { pieces } = await json<{ pieces: { id: string }[] }>(author, '/v1/me/pieces')
  const pending = await placeOrder(fan, stage.site.url, shop.variant)
  for (const page of [guest, fan, author, editor, finance]) await page.context().close()
  return { ...shop, ...own, ...staff, ...money, piece: pieces[0]?.id, pending }
}

async function ofShop(guest: Page) {
  await guest.goto('/zh')
  const post = await first(guest, 'a[href*="/p/"]')
  const video = await first(guest, 'a[href*="/v/"]')
  const topic = await first(guest, 'a[href*="/topic/"]')
  await guest.goto(`/zh${post}`)
  const creator = await first(guest, 'main a[href*="/creator/"]')
  const { docs } = await json<{ docs: { slug: string }[] }>(guest, '/api/products?limit=100&depth=0')
  const offers = await Promise.all(docs.map(({ slug }) => json<Offer>(guest, `/v1/products/${encodeURIComponent(slug)}`)))
  const isStocked = ({ stock }: { stock: number }) => stock > 3
  const product = offers.find(({ variants }) => variants.some(isStocked))
  return {
    ...{ post, video, topic, creator, product },
    variant: product?.variants.find(isStocked)?.id ?? '',
  }
}

async function ofFan(fan: Page) {
  const { orders } = await json<{ orders: Order[] }>(fan, '/v1/orders')
  const { boards } = await json<{ boards: { id: string; visibility: string }[] }>(fan, '/v1/me/boards')
  const order = orders.find(({ state, refundState }) => isPaid(state) && refundState === 'none')?.id
  await fan.goto(`/zh/orders/${order}`)
  return {
    ownOrder: order,
    bought: await first(fan, 'a[href*="/promote/"]'),
    ownBoard: boards.find(({ visibility }) => visibility === 'private')?.id,
    publicBoard: boards.find(({ visibility }) => visibility === 'public')?.id,
  }
}

async function ofEditor(editor: Page) {
  await editor.goto('/zh/desk')
  const item = await first(editor, 'a[href*="/desk/"][href*="-"]')
  const { docs } = await json<{ docs: { id: string }[] }>(editor, '/api/piece-states?where[restriction][equals]=removed&limit=1&depth=0')
  return { item, removed: docs[0]?.id }
}

async function ofFinance(finance: Page) {
  const { orders } = await json<{ orders: Order[] }>(finance, '/v1/staff/orders?limit=100')
  const { docs } = await json<{ docs: { id: string }[] }>(
    finance,
    '/api/orders?where[lines.creator][exists]=false&where[state][in]=paid,fulfilled,completed&limit=1&depth=0',
  )
  const of = (state: string) => orders.find((order) => order.state === state)?.id
  return {
    paid: orders.find(({ state, refundState }) => state === 'paid' && refundState === 'none')?.id,
    partly: orders.find(({ refundState }) => refundState === 'partial')?.id,
    refunded: orders.find(({ refundState }) => refundState === 'full')?.id,
    expired: of('expired'),
    cancelled: of('cancelled'),
    uncredited: docs[0]?.id,
  }
}

/** An order of the fan that nobody has paid yet, with the provider's page for it. */
async function placeOrder(fan: Page, origin: string, variantId: string): Promise<{ order: string; pay: string }> {
  const send = async (path: string, data: object): Promise<unknown> => {
    const answer = await fan.request.post(path, { data, headers: { origin, 'idempotency-key': randomUUID() } })
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`)
    return answer.json()
  }
  await send('/v1/cart/items', { variantId, quantity: 1 })
  const placed = (await send('/v1/checkout', { contact, locale: 'zh' })) as { order: { id: string }; payment: { id: string } }
  return { order: placed.order.id, pay: placed.payment.id }
}

async function json<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path)
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
  return (await answer.json()) as T
}

/** Where the first such link leads, without its language. */
async function first(page: Page, selector: string): Promise<string> {
  const path = await page.locator(selector).first().getAttribute('href', { timeout: 5000 })
  if (!path) throw new Error(`${page.url()} has no ${selector}`)
  return path.replace(/^\/(zh|en)/, '')
}
