import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { contact } from '../builders/orders.ts'
import type { Stage } from '../e2e/people.ts'
import { type FoundStates, logInNewcomer, makeDearer } from './find-states.ts'
import type { Screen } from './screens.ts'

const screen = (name: string, path: string, more: Partial<Screen> = {}): Screen => ({ name, who: 'visitor', path, ...more })

/** States that a screen is seldom in: nothing there yet, waiting, broken, sold out, gone. */
export const stateScreens = (stage: Stage, found: FoundStates, post: string): Screen[] => [
  ...ofShelf(found),
  ...ofTrouble(post),
  ...ofNewcomer(),
  ...ofCart(stage, found),
]

function ofShelf({ soldOutPost, soldOutVideo, oneTapPost, withdrawnPost, cleared, silenced }: FoundStates): Screen[] {
  return [
    screen('product-sold-out', '/product/noodles'),
    screen('product-one-kind', '/product/bowl'),
    screen('product-gone', `/product/${cleared}`, { status: 410 }),
    screen('post-sold-out', soldOutPost),
    screen('post-sold-out-rows', soldOutPost, { act: (page) => page.locator('.prow').first().scrollIntoViewIfNeeded() }),
    screen('video-sold-out', soldOutVideo),
    screen('post-one-tap', oneTapPost),
    screen('post-withdrawn', withdrawnPost, { act: (page) => page.locator('.prow').last().scrollIntoViewIfNeeded() }),
    screen('creator-suspended', '/creator/lele_finds'),
    screen('creator-suspended-post', `/p/${silenced}`, { status: 404 }),
    screen('creator-boards', '/creator/ahe?kind=boards'),
    screen('search-relaxed', `/search?q=${encodeURIComponent('露营 帐篷 口红')}`),
    screen('search-creators', '/search?kind=creator'),
    screen('search-sold-out', `/search?kind=product&q=${encodeURIComponent('面')}`),
  ]
}

/** With what React Router asks for on the way to another page held back, answered by a fault, or not asked for without a connection. */
function ofTrouble(post: string): Screen[] {
  const go = async (page: Page, path: string) => {
    await page.locator(`a[href$="${path}"]`).locator('visible=true').first().click()
  }
  const hold = (page: Page) => page.route('**/*.data*', () => undefined)
  const own = { prepare: async () => {} }
  return [
    screen('loading-post', '', {
      ...own,
      pending: true,
      act: async (page) => {
        await hold(page)
        await go(page, post)
        await page.locator('.sk-one').waitFor()
      },
    }),
    screen('loading-list', '', {
      ...own,
      pending: true,
      act: async (page) => {
        await hold(page)
        await go(page, '/search?kind=product')
        await page.locator('.pending').waitFor()
      },
    }),
    screen('fault', '', {
      ...own,
      act: async (page) => {
        await page.route('**/*.data*', (route) => route.fulfill({ status: 500, body: '' }))
        await go(page, post)
        await page.locator('.error-acts').waitFor()
      },
    }),
    screen('offline-tap', '', {
      ...own,
      act: async (page) => {
        await page.context().setOffline(true)
        await page.locator('.offline').waitFor()
        await go(page, post)
        await page.locator('.toast').waitFor()
      },
    }),
    screen('home-feed-failed', '?tab=following', {
      who: 'fan',
      prepare: async (page) => {
        await page.route('**/v1/feeds/**', (route) => route.fulfill({ status: 503, body: '{}' }))
      },
    }),
  ]
}

/** Nothing there yet: every list of an account of this minute, and its studio. */
function ofNewcomer(): Screen[] {
  const mine = { group: 'newcomer', prepare: logInNewcomer }
  return [
    screen('orders-empty', '/orders', mine),
    screen('notifications-empty', '/notifications', mine),
    screen('boards-empty', '/account/boards', mine),
    screen('following-empty', '?tab=following', mine),
    screen('studio-empty', '/studio', mine),
    screen('studio-pieces-empty', '/studio/pieces', mine),
    screen('earnings-empty', '/studio/earnings', mine),
    screen('creator-empty', '/creator/newcomer', mine),
  ]
}

function ofCart(stage: Stage, { dearer }: FoundStates): Screen[] {
  const send = async (page: Page, path: string, data: object): Promise<unknown> => {
    const headers = { origin: stage.site.url, 'idempotency-key': randomUUID() }
    const answer = await page.request.post(path, { data, headers })
    if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}: ${await answer.text()}`)
    return answer.json()
  }
  return [
    screen('cart-price-changed', '/cart', {
      prepare: async (page) => {
        await send(page, '/v1/cart/items', { variantId: dearer, quantity: 1 })
        await makeDearer(stage, dearer)
      },
    }),
    screen('order-payment-failed', '/orders', {
      who: 'fan',
      prepare: async (page) => {
        await send(page, '/v1/cart/items', { variantId: dearer, quantity: 1 })
        const { payment } = (await send(page, '/v1/checkout', { contact, locale: 'zh' })) as { payment: { id: string } }
        await send(page, `/v1/sandbox/payments/${payment.id}/fail`, {})
      },
      act: (page) => page.locator('main a[href*="/orders/"]').first().click(),
    }),
  ]
}
