import type { Page } from 'playwright-core'
import type { Role, Stage } from '../e2e/people.ts'

export type Language = 'zh' | 'en'

/** One screen in one state, as somebody sees it. `path` begins with the language. */
export interface Screen {
  name: string
  who: 'visitor' | Role
  path: string
  /** What has to be done first, in a browser context of its own. */
  prepare?: (page: Page, origin: string) => Promise<void>
  /** What has to be done on the page itself: open a card, a sheet, a menu. */
  act?: (page: Page) => Promise<void>
  /** The status that the page answers with, when not 200. */
  status?: number
}

type Found = Awaited<ReturnType<typeof find>>

interface Piece {
  id: string
  kind: string
}

/** Addresses of the demo world that screens need, asked from the shop itself. */
async function find(stage: Stage) {
  const guest = await stage.visitor()
  const json = async <T>(page: Page, path: string): Promise<T> => {
    const answer = await page.request.get(path)
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`)
    return (await answer.json()) as T
  }
  await guest.goto('/zh')
  const first = (page: Page, selector: string) => page.locator(selector).first().getAttribute('href', { timeout: 5000 })
  const post = (await first(guest, 'a[href*="/p/"]')) ?? ''
  const video = (await first(guest, 'a[href*="/v/"]')) ?? ''
  const topic = (await first(guest, 'a[href*="/topic/"]')) ?? ''
  await guest.goto(post)
  const creator = (await first(guest, 'main a[href*="/creator/"]')) ?? ''
  const { docs } = await json<{ docs: { slug: string }[] }>(guest, '/api/products?limit=100&depth=0')
  const offers = await Promise.all(
    docs.map(({ slug }) =>
      json<{ id: string; slug: string; variants: { id: string; stock: number }[] }>(guest, `/v1/products/${encodeURIComponent(slug)}`),
    ),
  )
  const stocked = offers.filter(({ variants }) => variants.some(({ stock }) => stock > 3))
  const soldOut = offers.find(({ variants }) => variants.length > 0 && variants.every(({ stock }) => stock === 0))
  const editor = await stage.member('editor')
  await editor.goto('/zh/desk')
  const item = await first(editor, 'a[href*="/desk/"][href*="-"]').catch(() => null)
  const author = await stage.member('creator')
  const { pieces } = await json<{ pieces: Piece[] }>(author, '/v1/me/pieces')
  const finance = await stage.member('finance')
  const { orders } = await json<{ orders: { id: string; state: string }[] }>(finance, '/v1/staff/orders')
  const paid = orders.find(({ state }) => state === 'paid')
  const fan = await stage.member('fan')
  const own = await json<{ orders: { id: string; state: string }[] }>(fan, '/v1/orders')
  for (const page of [guest, editor, author, finance, fan]) await page.context().close()
  return {
    post: rest(post),
    video: rest(video),
    topic: rest(topic),
    creator: rest(creator),
    product: stocked[0],
    variant: stocked[0]?.variants.find(({ stock }) => stock > 3)?.id ?? '',
    soldOut,
    item: item ? rest(item) : null,
    piece: pieces[0]?.id,
    order: paid?.id,
    ownOrder: own.orders[0]?.id,
  }
}

/** Without its language. */
const rest = (path: string): string => path.replace(/^\/(zh|en)/, '')

/** Every screen of the shop, the studio and the desk, with the states that the demo world holds. */
export async function screensOf(stage: Stage): Promise<Screen[]> {
  const found = await find(stage)
  return [...publicScreens(found), ...buying(found), ...memberScreens(found), ...creatorScreens(found), ...staffScreens(found)]
}

const screen = (name: string, who: Screen['who'], path: string, more: Partial<Screen> = {}): Screen => ({ name, who, path, ...more })

function publicScreens({ post, video, topic, creator, product, soldOut }: Found): Screen[] {
  return [
    screen('home', 'visitor', ''),
    screen('home-following', 'visitor', '?tab=following'),
    screen('home-trending', 'visitor', '?tab=trending'),
    screen('post', 'visitor', post),
    screen('post-hotspot', 'visitor', post, { act: openHotspot }),
    screen('video', 'visitor', video),
    screen('product', 'visitor', `/product/${encodeURIComponent(product?.slug ?? '')}`),
    ...(soldOut ? [screen('product-sold-out', 'visitor', `/product/${encodeURIComponent(soldOut.slug)}`)] : []),
    screen('creator', 'visitor', creator),
    screen('topic', 'visitor', topic),
    screen('search', 'visitor', '/search?q=%E9%9C%B2%E8%90%A5'),
    screen('search-products', 'visitor', '/search?kind=product'),
    screen('search-empty', 'visitor', '/search?q=%E6%B2%A1%E6%9C%89%E8%BF%99%E6%A0%B7%E7%9A%84%E4%B8%9C%E8%A5%BF'),
    screen('privacy', 'visitor', '/privacy'),
    screen('missing', 'visitor', '/no-such-page', { status: 404 }),
    screen('log-in', 'visitor', '/login'),
    screen('sign-up', 'visitor', '/sign-up'),
    screen('forgot-password', 'visitor', '/forgot-password'),
    screen('cart-empty', 'visitor', '/cart'),
  ]
}

async function openHotspot(page: Page): Promise<void> {
  const spot = page.locator('.hs').first()
  if (await spot.isVisible().catch(() => false)) await spot.click()
}

function buying({ variant }: Found): Screen[] {
  const fill = async (page: Page, origin: string) => {
    const answer = await page.request.post('/v1/cart/items', { data: { variantId: variant, quantity: 2 }, headers: { origin } })
    if (!answer.ok()) throw new Error(`The cart answers ${answer.status()}: ${await answer.text()}`)
  }
  return [
    screen('cart', 'visitor', '/cart', { prepare: fill }),
    screen('checkout', 'visitor', '/checkout', { prepare: fill }),
    screen('checkout-errors', 'visitor', '/checkout', {
      prepare: fill,
      act: async (page) => {
        await page
          .getByRole('button', { name: /^(去付款|Pay )/ })
          .first()
          .click()
        await page
          .locator('[aria-invalid=true]')
          .first()
          .waitFor({ timeout: 5000 })
          .catch(() => undefined)
      },
    }),
  ]
}

function memberScreens({ ownOrder }: Found): Screen[] {
  return [
    screen('account', 'fan', '/account'),
    screen('addresses', 'fan', '/account/addresses'),
    screen('boards', 'fan', '/account/boards'),
    screen('orders', 'fan', '/orders'),
    screen('notifications', 'fan', '/notifications'),
    screen('join', 'fan', '/studio/join'),
    ...(ownOrder ? [screen('order', 'fan', `/orders/${ownOrder}`), screen('order-why', 'fan', `/orders/${ownOrder}/why`)] : []),
  ]
}

function creatorScreens({ piece }: Found): Screen[] {
  return [
    screen('studio', 'creator', '/studio'),
    screen('studio-pieces', 'creator', '/studio/pieces'),
    screen('studio-new', 'creator', '/studio/new'),
    screen('editor-new', 'creator', '/studio/new/post'),
    screen('editor-new-video', 'creator', '/studio/new/video'),
    ...(piece
      ? [screen('editor', 'creator', `/studio/pieces/${piece}`), screen('preview', 'creator', `/studio/pieces/${piece}/preview`)]
      : []),
    screen('earnings', 'creator', '/studio/earnings'),
  ]
}

function staffScreens({ item, order }: Found): Screen[] {
  return [
    screen('desk', 'editor', '/desk'),
    ...(item ? [screen('desk-item', 'editor', item)] : []),
    screen('desk-history', 'editor', '/desk/history'),
    screen('desk-comments', 'editor', '/desk/comments'),
    screen('desk-orders', 'finance', '/desk/orders'),
    ...(order ? [screen('desk-order', 'finance', `/orders/${order}`), screen('desk-order-why', 'finance', `/orders/${order}/why`)] : []),
  ]
}
