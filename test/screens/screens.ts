import type { Locator, Page } from 'playwright-core'
import type { Role, Stage } from '../e2e/people.ts'
import { adminScreens, bringAdmin } from './admin.ts'
import { bringCorrections, correctionScreens } from './corrections.ts'
import { bringElsewhere, elsewhereScreens } from './elsewhere.ts'
import { bringExchange, exchangeScreens } from './exchange.ts'
import { bringFinance, financeScreens } from './finance.ts'
import { type Found, find } from './find.ts'
import { findStates } from './find-states.ts'
import { findMoney, moneyScreens } from './money.ts'
import { stateScreens } from './states.ts'
import { bringTerms, termsScreens } from './terms.ts'

export type Language = 'zh' | 'en'

/** One screen in one state, as somebody sees it. `path` begins with the language. */
export interface Screen {
  name: string
  who: 'visitor' | Role
  path: string
  /** What has to be done first, in a browser context of its own. */
  prepare?: (page: Page, origin: string) => Promise<void>
  /** Screens of one group share what was prepared. */
  group?: string
  /** What it waits for does not come: that is what is shown. */
  pending?: boolean
  /** What has to be done on the page itself: open a card, a sheet, a menu. */
  act?: (page: Page) => Promise<void>
  /** Of a page of the admin, which has no language in its address: the part that is ours. The rest is Payload's. */
  part?: string
  /** The status that the page answers with, when not 200. */
  status?: number
}

/** Every screen of the shop, the studio and the desk, with the states that the demo world holds. */
export async function screensOf(stage: Stage): Promise<Screen[]> {
  const found = await find(stage)
  const money = await findMoney(stage)
  const finance = await bringFinance(stage)
  const corrected = await bringCorrections(stage, money.earned)
  const terms = await bringTerms(stage)
  const exchange = await bringExchange(stage)
  const elsewhere = await bringElsewhere(stage)
  const rare = stateScreens(stage, await findStates(stage), found.post)
  await bringAdmin(stage)
  return [
    ...publicScreens(found),
    ...buying(found),
    ...memberScreens(found),
    ...creatorScreens(found),
    ...staffScreens(found),
    ...moneyScreens(money),
    ...correctionScreens(corrected),
    ...termsScreens(terms),
    ...financeScreens(finance),
    ...exchangeScreens(exchange),
    ...elsewhereScreens(elsewhere),
    ...rare,
    ...adminScreens,
  ]
}

const screen = (name: string, who: Screen['who'], path: string, more: Partial<Screen> = {}): Screen => ({ name, who, path, ...more })

/** One for each id that the demo world has. A world without one of them would leave its screens out unseen. */
const must = (id: string | undefined, what: string): string => {
  if (!id) throw new Error(`The demo world has no ${what}`)
  return id
}

function publicScreens({ post, video, topic, creator, product, removed, publicBoard }: Found): Screen[] {
  const goods = `/product/${encodeURIComponent(must(product?.slug, 'product in stock'))}`
  const talk = `kind=posts&target=${post.split('/').at(-1)}`
  return [
    screen('home', 'visitor', ''),
    screen('home-following', 'visitor', '?tab=following'),
    screen('home-trending', 'visitor', '?tab=trending'),
    screen('why-feed', 'visitor', '/why-feed'),
    screen('post', 'visitor', post),
    screen('post-hotspot', 'visitor', post, { act: openHotspot }),
    screen('post-share', 'visitor', post, { act: (page) => openSheet(page, page.locator('.share-form button')) }),
    screen('post-offline', 'visitor', post, { prepare: async () => {}, act: goOffline }),
    screen('post-removed', 'visitor', `/p/${must(removed, 'piece that was taken down')}`, { status: 410 }),
    screen('comments', 'visitor', `/comments?${talk}`),
    screen('share', 'visitor', `/share?path=${encodeURIComponent(`/zh${post}`)}`),
    screen('video', 'visitor', video),
    screen('product', 'visitor', goods),
    screen('creator', 'visitor', creator),
    screen('topic', 'visitor', topic),
    screen('board', 'visitor', `/boards/${must(publicBoard, 'public board')}`),
    screen('search', 'visitor', '/search?q=%E9%9C%B2%E8%90%A5'),
    screen('search-many', 'visitor', '/search?q=%E9%9D%A2', { act: readOn }),
    screen('search-products', 'visitor', '/search?kind=product'),
    screen('search-filters', 'visitor', '/search?kind=product', { act: openFilters }),
    screen('search-empty', 'visitor', '/search?q=qzxvwk'),
    screen('privacy', 'visitor', '/privacy'),
    screen('missing', 'visitor', '/no-such-page', { status: 404 }),
    screen('log-in', 'visitor', '/login'),
    screen('sign-up', 'visitor', '/sign-up'),
    screen('forgot-password', 'visitor', '/forgot-password'),
    screen('reset-password', 'visitor', '/reset-password?token=expired'),
    screen('cart-empty', 'visitor', '/cart'),
  ]
}

async function openHotspot(page: Page): Promise<void> {
  await page.locator('.hs').first().click()
  await page.locator('.hscard').first().waitFor()
}

/** What the visible one of these opens. A sheet that closes with the page needs no closing. */
async function openSheet(page: Page, opener: Locator): Promise<void> {
  await opener.locator('visible=true').first().click()
  await page.locator('dialog[open]').waitFor()
}

/** Down to the foot, where the next part comes by itself: what jumps then counts as well. */
async function readOn(page: Page): Promise<void> {
  const before = await page.locator('.feed-at').count()
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.waitForFunction((count) => document.querySelectorAll('.feed-at').length > count, before)
}

/** Wide windows have the filters beside the results. */
async function openFilters(page: Page): Promise<void> {
  const opener = page.locator('main .chip', { hasText: /筛选|Filters/ })
  if (await opener.first().isVisible()) await openSheet(page, opener)
}

async function goOffline(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await page.locator('.offline').waitFor()
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

function memberScreens({ post, ownOrder, ownBoard, bought, product, pending }: Found): Screen[] {
  const order = must(ownOrder, 'order of the demo fan')
  return [
    screen('account', 'fan', '/account'),
    screen('addresses', 'fan', '/account/addresses'),
    screen('boards', 'fan', '/account/boards'),
    screen('own-board', 'fan', `/account/boards/${must(ownBoard, 'private board')}`),
    screen('own-comments', 'fan', '/account/comments'),
    screen('preferences', 'fan', '/preferences'),
    screen('home-member', 'fan', ''),
    screen('post-member', 'fan', post),
    screen('post-collect', 'fan', post, { act: openCollect }),
    screen('collect', 'fan', `/collect?kind=posts&target=${post.split('/').at(-1)}`),
    screen('promote', 'fan', bought),
    screen('promote-not-bought', 'fan', `/promote/${must(product?.id, 'product in stock')}`),
    screen('order-awaiting', 'fan', `/orders/${pending.order}`),
    screen('pay', 'fan', `/pay/${pending.pay}`),
    screen('orders', 'fan', '/orders'),
    screen('notifications', 'fan', '/notifications'),
    screen('join', 'fan', '/studio/join'),
    screen('order', 'fan', `/orders/${order}`),
    screen('order-why', 'fan', `/orders/${order}/why`),
  ]
}

/** The first tap collects, where the fan has not done so yet; the second opens the sheet. */
async function openCollect(page: Page): Promise<void> {
  const button = page.locator('.collect-form button').locator('visible=true').first()
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
  await page.locator('.collect-form button[aria-pressed=true]').locator('visible=true').first().waitFor()
  await openSheet(page, page.locator('.collect-form button'))
}

function creatorScreens({ piece }: Found): Screen[] {
  const own = must(piece, 'piece of the demo creator')
  return [
    screen('studio', 'creator', '/studio'),
    screen('studio-pieces', 'creator', '/studio/pieces'),
    screen('studio-new', 'creator', '/studio/new'),
    screen('editor-new', 'creator', '/studio/new/post'),
    screen('editor-new-video', 'creator', '/studio/new/video'),
    screen('editor', 'creator', `/studio/pieces/${own}`),
    screen('preview', 'creator', `/studio/pieces/${own}/preview`),
    screen('earnings', 'creator', '/studio/earnings'),
  ]
}

function staffScreens({ item, paid, partly, refunded, expired, cancelled, uncredited }: Found): Screen[] {
  const order = (name: string, id: string | undefined) => screen(`desk-order-${name}`, 'finance', `/orders/${must(id, `order: ${name}`)}`)
  const why = (name: string, id: string | undefined) => screen(`desk-why-${name}`, 'finance', `/orders/${must(id, `order: ${name}`)}/why`)
  return [
    screen('desk', 'editor', '/desk'),
    screen('desk-item', 'editor', item),
    screen('desk-history', 'editor', '/desk/history'),
    screen('desk-comments', 'editor', '/desk/comments'),
    screen('desk-orders', 'finance', '/desk/orders'),
    order('paid', paid),
    order('partly-refunded', partly),
    order('refunded', refunded),
    order('expired', expired),
    order('cancelled', cancelled),
    why('credited', paid),
    why('refunded', refunded ?? partly),
    why('uncredited', uncredited),
  ]
}
