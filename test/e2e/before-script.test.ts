import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

/** Public pages start their script when somebody wants it: until then they are read, and no tap is lost. */

let stage: Stage
let post: string
let product: string

beforeAll(async () => {
  stage = await openStage()
  const page = await stage.visitor()
  await page.goto('/zh')
  post = await addressOf(page, '/zh/p/')
  await page.goto(post)
  await page.goto(await addressOf(page, '/go/'))
  product = new URL(page.url()).pathname.replace(/^\/en/, '/zh')
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

async function addressOf(page: Page, begin: string): Promise<string> {
  const address = await page.locator(`main a[href^="${begin}"]`).first().getAttribute('href')
  if (!address) throw new Error(`${page.url()} has no link to ${begin}`)
  return address
}

const isLive = (page: Page): Promise<boolean> => page.evaluate(() => document.documentElement.dataset.live === '')
const live = (page: Page) => page.waitForFunction(() => document.documentElement.dataset.live === '')

/** A visitor for whom each script takes its time: every tap before the last of them comes too early. */
async function slowly(page: Page): Promise<void> {
  await page.route('**/assets/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 500))
    await route.continue()
  })
}

describe('a public page before its script', () => {
  it('runs nothing while nobody wants it, then fetches it in the quiet, and starts by itself', async () => {
    const page = await stage.visitor()
    const fetched: string[] = []
    page.on('request', (request) => request.url().endsWith('.js') && fetched.push(request.url()))
    await page.goto(post, { waitUntil: 'load' })
    expect(await isLive(page)).toBe(false)
    await expect.poll(() => fetched.length).toBeGreaterThan(3)
    expect(await page.locator('script[src]').count()).toBe(0)
    await live(page)
  })

  it('shows from the first paint how many pieces were in the cart, as this browser last knew', async () => {
    const page = await stage.visitor()
    await page.goto(product)
    await live(page)
    const offer = await page.request.get(`/v1/products/${new URL(page.url()).pathname.split('/').at(-1)}`)
    const { variants } = (await offer.json()) as { variants: { id: string; stock: number }[] }
    const data = { variantId: variants.find(({ stock }) => stock > 1)?.id, quantity: 2 }
    const answer = await page.request.post('/v1/cart/items', { data, headers: { origin: stage.site.url } })
    expect(answer.status(), await answer.text()).toBeLessThan(300)
    const mark = () => page.evaluate(() => getComputedStyle(document.querySelector('a.cart-mark') as Element, '::after').content)
    await page.goto('/zh', { waitUntil: 'load' })
    expect(await mark(), 'nothing is known yet').toBe('none')
    await live(page)
    await page.locator('a.cart-mark .dot').waitFor()
    expect(await mark(), 'the script has its own').toBe('none')
    await page.goto('/zh', { waitUntil: 'load' })
    expect(await isLive(page)).toBe(false)
    expect(await mark()).toBe('"2"')
  })

  it('starts at once when a finger is on a control', async () => {
    const page = await stage.visitor()
    await page.goto(post, { waitUntil: 'domcontentloaded' })
    await page.locator('main button').first().hover()
    await page.waitForFunction(() => document.documentElement.dataset.live === '', null, { timeout: 3500 })
  })

  it('keeps the first tap on add to cart, sends it once, and stays on the page', async () => {
    const page = await stage.visitor()
    await slowly(page)
    await page.goto(product, { waitUntil: 'domcontentloaded' })
    const posts: string[] = []
    page.on('request', (request) => request.method() === 'POST' && /\/cart/.test(request.url()) && posts.push(request.url()))
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const button = page.getByRole('button', { name: '加入购物车' }).first()
    await button.click()
    expect(await button.getAttribute('aria-busy')).toBe('true')
    expect(await isLive(page)).toBe(false)
    await page.getByRole('link', { name: '去购物车' }).waitFor()
    expect(posts).toHaveLength(1)
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
    await page.goto('/zh/cart')
    expect(
      await page
        .locator('main')
        .getByRole('link', { name: /^去结算/ })
        .count(),
    ).toBeGreaterThan(0)
  })

  it('keeps a like that is pressed by key, and counts it once', async () => {
    const page = await stage.member('fan')
    const like = await page.request.delete(`/v1/pieces/posts/${post.split('/').at(-1)}/like`, { headers: { origin: stage.site.url } })
    expect(like.status(), await like.text()).toBe(200)
    await slowly(page)
    await page.goto(post, { waitUntil: 'domcontentloaded' })
    const heart = page.locator('button[name="like"].act:visible').first()
    const label = (await heart.getAttribute('aria-label')) ?? ''
    const before = Number(/\d+/.exec(label)?.[0])
    const taken = page.waitForResponse((answer) => /\/like/.test(answer.url()) && answer.request().method() === 'POST')
    await heart.focus()
    await page.keyboard.press('Enter')
    expect((await taken).ok()).toBe(true)
    const count = async () => Number(/\d+/.exec((await heart.getAttribute('aria-label')) ?? '')?.[0])
    await expect.poll(count).toBe(before + 1)
    await page.goto(post)
    expect(await count(), 'the page was made anew').toBe(before + 1)
  })

  it('opens the card of a mark on the picture at once', async () => {
    const page = await stage.visitor()
    await slowly(page)
    await page.goto(post, { waitUntil: 'domcontentloaded' })
    const mark = page.locator('details[name="spot"] summary').first()
    if ((await mark.count()) === 0) return
    await mark.click()
    await page.locator('.hscard:visible').first().waitFor({ timeout: 1500 })
    await live(page)
    expect(await page.locator('.hscard:visible').count(), 'it stays open').toBe(1)
  })

  it('keeps what is typed under a post, and a tap, while the code of the comments is on its way', async () => {
    const page = await stage.member('fan')
    await page.route('**/assets/Comments-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500))
      await route.continue()
    })
    await page.goto(post)
    await page.locator('main button').first().hover()
    await live(page)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const code = page.waitForResponse(/assets\/Comments-.*\.js/)
    const field = page.locator('#comments textarea').first()
    await field.scrollIntoViewIfNeeded()
    await field.fill('杯口厚一点，冬天好。')
    await code
    await page.waitForFunction(() => !document.querySelector('#comments textarea')?.closest('[data-served]'))
    expect(await field.inputValue()).toBe('杯口厚一点，冬天好。')
    // The answer may be of the element that was just replaced: asked again, it is the one that took its place.
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true)
    const sent = page.waitForResponse((answer) => answer.request().method() === 'POST' && /\/comments/.test(answer.url()))
    await page.locator('#comments').getByRole('button', { name: '发出' }).click()
    expect((await sent).ok()).toBe(true)
    await expect.poll(() => field.inputValue()).toBe('')
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  })

  it('gives a tap on “reply” that comes before the code of the comments to it', async () => {
    const page = await stage.visitor()
    await page.route('**/assets/Comments-*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 2500))
      await route.continue()
    })
    await page.goto(post)
    await page.locator('main button').first().hover()
    await live(page)
    await page.locator('#comments').getByRole('link', { name: /^回复/ }).first().click()
    await page.locator('.cmt .cmt-form textarea').waitFor()
    expect(new URL(page.url()).pathname).toBe(post)
  })

  it('is left for another by a link inside the same document once it lives, and back', async () => {
    const page = await stage.visitor({ viewport: { width: 1280, height: 900 } })
    await page.goto('/zh')
    await page.locator('main button').first().hover()
    await live(page)
    await page.evaluate(() => Object.assign(window, { sameDocument: true }))
    const data = page.waitForRequest(/\.data(\?|$)/)
    await page.locator('main a[href^="/zh/p/"]').first().click()
    await page.waitForURL(/\/p\//)
    expect((await data).url()).toContain('.data')
    await page.goBack()
    await page.waitForURL(/\/zh$/)
    await page.locator('a[href="/zh/cart"]:visible').first().click()
    await page.waitForURL(/\/cart$/)
    expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true)
  })

  it('sends the form the old way when its script does not come at all', async () => {
    const page = await stage.visitor()
    stage.allow(/failed: GET .*\.js/)
    stage.allow(/ERR_FAILED/)
    await page.route('**/assets/*.js', (route) => route.abort())
    await page.goto(product, { waitUntil: 'domcontentloaded' })
    await Promise.all([page.waitForNavigation({ timeout: 15_000 }), page.getByRole('button', { name: '加入购物车' }).first().click()])
    await page.goto('/zh/cart')
    expect(
      await page
        .locator('main')
        .getByRole('link', { name: /^去结算/ })
        .count(),
    ).toBeGreaterThan(0)
  })

  it('refuses to run a script that got into it', async () => {
    const page = await stage.visitor()
    stage.allow(/Content Security Policy/)
    await page.route(`**${post}`, async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('<h1', '<script>window.hacked=1</script><h1') })
    })
    await page.goto(post)
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  })

  it('keeps the creator’s code without a script: the page is kept, and the form carries it', async () => {
    const page = await stage.visitor({ javaScriptEnabled: false })
    await page.goto(post)
    const code = (await addressOf(page, '/go/')).split('/').at(-1)?.split('?')[0]
    const answer = await page.goto(`/go/${code}`)
    expect(answer?.headers()['cache-control']).toBe('public, max-age=0, s-maxage=1, must-revalidate')
    expect(new URL(page.url()).searchParams.get('via')).toBe(code)
    expect(await page.locator('form input[name="link"]').first().getAttribute('value')).toBe(code)
  })
})

describe('a page of one visitor', () => {
  it('lives at once, by its own nonce', async () => {
    const page = await stage.visitor()
    const answer = await page.goto('/zh/cart')
    expect(answer?.headers()['content-security-policy']).toContain("'nonce-")
    await page.waitForFunction(() => document.documentElement.dataset.live === '', null, { timeout: 3500 })
  })
})
