import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fits, open, openStage, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

/** Where fans seldom are: a tap in a tunnel, words without a break, a tablet held upright. */

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

const product = '/zh/product/vase'
const word = 'Pneumonoultramicroscopicsilicovolcanoconiosis'
const addToCart = (page: Page) => page.getByRole('button', { name: '加入购物车' }).locator('visible=true').first()
const live = (page: Page) => page.locator('html[data-live]').waitFor({ state: 'attached' })

/** The document that was marked is still the one that is shown. */
async function keepsPage(page: Page): Promise<void> {
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  expect(await page.locator('h1').isVisible()).toBe(true)
}

describe('a tap without a connection', () => {
  it('that comes before the page has heard of it is answered by words, and the page stays', async () => {
    stage.allow(/ERR_INTERNET_DISCONNECTED/)
    const page = await stage.visitor()
    await page.addInitScript(() => addEventListener('offline', (event) => event.stopImmediatePropagation(), true))
    await page.goto(product)
    await live(page)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.context().setOffline(true)
    await addToCart(page).click()
    await page.locator('.toast').waitFor()
    await keepsPage(page)
  })

  it('that comes before the script leaves the page as it is where no script comes', async () => {
    stage.allow(/failed: GET .*\.js|ERR_FAILED|ERR_INTERNET_DISCONNECTED/)
    const page = await stage.visitor()
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(product, { waitUntil: 'load' })
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.context().setOffline(true)
    const button = addToCart(page)
    await button.click()
    await expect.poll(() => button.getAttribute('aria-busy'), { timeout: 15_000 }).toBe(null)
    await keepsPage(page)
  })
})

describe('a list that is scrolled to its end without a connection', () => {
  it('stays, and goes on when the connection is back', async () => {
    stage.allow(/ERR_INTERNET_DISCONNECTED/)
    const page = await stage.visitor()
    await page.goto('/en')
    await page.dispatchEvent('button', 'pointerover')
    await live(page)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const cards = page.locator('.feed-at')
    const first = await cards.count()
    await page.context().setOffline(true)
    for (let screens = 0; screens < 8; screens += 1) {
      await page.mouse.wheel(0, 800)
      await page.waitForTimeout(100)
    }
    await page.waitForTimeout(600)
    expect(await cards.count()).toBe(first)
    expect(new URL(page.url()).search).toBe('')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    await page.context().setOffline(false)
    await expect.poll(() => cards.count()).toBeGreaterThan(first)
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  })
})

describe('a pointer that comes to a link without a connection', () => {
  it('fetches nothing, and the page stays', async () => {
    stage.allow(/ERR_INTERNET_DISCONNECTED/)
    const page = await stage.visitor({ viewport: { width: 1000, height: 800 } })
    await page.goto('/zh')
    await page.dispatchEvent('button', 'pointerover')
    await live(page)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    await page.context().setOffline(true)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.resourceType()))
    const card = await page.locator('.feed-at').first().boundingBox()
    await page.mouse.move(Math.max(0, (card?.x ?? 0) - 12), (card?.y ?? 0) + 40)
    await page.mouse.move((card?.x ?? 0) + 60, (card?.y ?? 0) + 40)
    await page.waitForTimeout(600)
    expect(asked.filter((type) => type !== 'image')).toEqual([])
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  })
})

describe('a word without a break', () => {
  it('as a search or a name moves no page sideways, from 320 px on', async () => {
    const fan = await stage.member('fan')
    const headers = { origin: stage.site.url, 'idempotency-key': randomUUID() }
    await fan.goto('/zh')
    const post = (await fan.locator('a[href^="/zh/p/"]').first().getAttribute('href')) ?? ''
    const named = await fan.request.patch('/v1/me', { data: { name: word.slice(0, 40) }, headers })
    expect(named.status(), await named.text()).toBe(200)
    const body = `${word}${word}${word}`
    const data = { kind: 'posts', target: post.split('/').at(-1), body }
    const said = await fan.request.post('/v1/comments', { data, headers: { ...headers, 'idempotency-key': randomUUID() } })
    expect(said.status(), await said.text()).toBe(201)
    for (const width of [320, 390, 768]) {
      await fan.setViewportSize({ width, height: 800 })
      await open(fan, post)
      await fan
        .locator('.cmt', { hasText: word.slice(0, 20) })
        .first()
        .scrollIntoViewIfNeeded()
      await fits(fan)
      await open(fan, `/zh/search?q=${body}`)
      await fits(fan)
    }
  })
})

describe('on a tablet held upright', () => {
  const tablet = { viewport: { width: 768, height: 900 } }

  it('the question about remembering does not lie on the sum and its button', async () => {
    const page = await stage.visitor(tablet)
    await open(page, product)
    await addToCart(page).click()
    await page.getByRole('link', { name: '去购物车' }).waitFor()
    await open(page, '/zh/cart')
    const asked = await page.locator('.consent').boundingBox()
    const bar = await page.locator('.buybar').boundingBox()
    expect((asked?.y ?? 0) + (asked?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0)
  })

  it('a creator’s record is one row', async () => {
    const page = await stage.visitor(tablet)
    for (const lang of ['zh', 'en']) {
      await page.goto(`/${lang}/creator/ahe`)
      const tops = await page.locator('.trust dl > div').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
      expect(new Set(tops).size).toBe(1)
    }
  })

  it('an ad label beside the filters of a search is there as a whole', async () => {
    const page = await stage.visitor(tablet)
    await open(page, '/en/search?q=tea')
    const cut = await page.locator('.feed .ad').evaluateAll((all) => all.map((one) => one.scrollWidth > one.clientWidth))
    expect(cut.length).toBeGreaterThan(0)
    expect(cut).not.toContain(true)
  })
})

it('a feed of those one follows that did not come is not called empty', async () => {
  stage.allow(/503/)
  const fan = await stage.member('fan')
  await fan.route('**/v1/feeds/**', (route) => route.fulfill({ status: 503, body: '{}' }))
  await fan.goto('/zh?tab=following')
  await live(fan)
  await fan.getByRole('button', { name: '再试一次' }).waitFor()
  expect(await fan.locator('.empty').count()).toBe(0)
  await fan.unroute('**/v1/feeds/**')
  await fan.getByRole('button', { name: '再试一次' }).click()
  await fan.locator('.feed .note').first().waitFor()
})

it('a topic says what it is about where its address is shared', async () => {
  const page = await stage.visitor()
  await page.goto('/zh/topic/one-night-out')
  // biome-ignore lint/performance/useDomNodeTextContent: as it is laid out, that is the point
  const shown = await page.locator('.topic-head p.c2').first().innerText()
  expect(await page.locator('meta[property="og:description"]').getAttribute('content')).toBe(shown)
})
