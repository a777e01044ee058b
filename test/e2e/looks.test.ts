import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fits, open, openStage, type Stage, settled } from './people.ts'
import { removeFolders } from './site.ts'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

const sizes = { phone: { width: 360, height: 740 }, desktop: { width: 1440, height: 900 } }

/** Many pages: waits for the script to have taken over, but not for a quiet network. */
async function look(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => requestAnimationFrame(resolve), { timeout: 2000 })))
}

/** Addresses of one of each public page, as the shop itself links them. */
async function publicPaths(page: Page): Promise<string[]> {
  const hrefs = async (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
  await open(page, '/zh')
  const first = async (selector: string) => (await hrefs(selector))[0] ?? ''
  const post = await first('a[href^="/zh/p/"]')
  const found = [post, await first('a[href^="/zh/v/"]'), await first('a[href^="/zh/topic/"]')]
  await open(page, '/zh/search?kind=product')
  found.push(await first('a[href^="/zh/product/"]'))
  await open(page, post)
  found.push(await first('a[href^="/zh/creator/"]'))
  expect(found.filter((path) => path === '')).toEqual([])
  return [
    '/zh',
    ...found,
    '/zh/search?q=露营',
    '/zh/search?q=没有这样的东西',
    '/zh/cart',
    '/zh/login',
    '/zh/sign-up',
    '/zh/forgot-password',
  ]
}

const inEnglish = (path: string) => path.replace('/zh', '/en').replace('露营', 'lamp').replace('没有这样的东西', 'nothing like this')

describe.each(Object.entries(sizes))('on a %s', (_, viewport) => {
  it('shows every public page in both languages, light and dark, without a sideways scroll', async () => {
    const page = await stage.visitor({ viewport })
    const paths = await publicPaths(page)
    for (const path of paths) {
      for (const language of ['zh', 'en']) {
        await page.emulateMedia({ colorScheme: language === 'zh' ? 'light' : 'dark' })
        await look(page, language === 'zh' ? path : inEnglish(path))
        await fits(page)
        expect(await page.locator('html').getAttribute('lang')).toMatch(language === 'zh' ? /^zh/ : /^en/)
        expect(await page.title()).not.toBe('')
        expect(await page.locator('h1').count(), `one heading on ${page.url()}`).toBe(1)
        expect(await hanWords(page, language), page.url()).toEqual([])
      }
    }
    expect(await darkGround(page)).toBeLessThan(60)
  })

  it('shows the pages of members, the studio, the desk and the orders without a sideways scroll', async () => {
    const pages = {
      fan: ['/zh/account', '/zh/orders', '/en/notifications', '/en/studio/join'],
      creator: ['/zh/studio', '/zh/studio/pieces', '/en/studio/earnings', '/zh/studio/new', '/en/studio/new/post', '/zh/studio/new/video'],
      editor: ['/zh/desk', '/en/desk/history'],
      finance: ['/zh/desk/orders', '/en/desk/orders'],
    } as const
    for (const [role, paths] of Object.entries(pages)) {
      const page = await stage.member(role as keyof typeof pages, { viewport })
      for (const path of paths) {
        await look(page, path)
        expect(new URL(page.url()).pathname, 'nobody is sent away').toBe(path)
        await fits(page)
      }
    }
  })
})

/** Words of the interface that stayed 中文 on an English page: those in buttons, fields and navigation, not in what people wrote (nor a variant's options, which are the shop's). */
async function hanWords(page: Page, language: string): Promise<string[]> {
  if (language !== 'en') return []
  return page.evaluate(() => {
    const parts = document.querySelectorAll<HTMLElement>('nav a, footer, button[type=submit], label:not(:has([type=radio])), h1')
    const own = [...parts].filter((part) => !part.closest('[lang|=zh], .feed') && !part.querySelector('[lang|=zh]'))
    return own.map((part) => (part.textContent ?? '').trim()).filter((text) => /\p{Script=Han}/u.test(text) && text !== '中文')
  })
}

/** How light the ground of the page is, 0 to 255. */
const darkGround = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [red = 255] = (getComputedStyle(document.body).backgroundColor.match(/\d+/g) ?? []).map(Number)
    return red
  })

describe('an operator', () => {
  it.each(['zh', 'en'])('works in the admin in %s: overview and orders, nothing asked of another machine', async (language) => {
    const page = await stage.visitor({ viewport: sizes.desktop })
    const account = stage.account('admin')
    await open(page, `/${language}/login?next=/admin`)
    await page.locator('input[name=email]').fill(account.email)
    await page.locator('input[name=password]').fill(account.password)
    await page
      .locator('main form')
      .getByRole('button', { name: language === 'zh' ? '登录' : 'Log in' })
      .click()
    await page.waitForURL((url) => url.pathname === '/admin', { timeout: 60_000 })
    await settled(page)
    expect(await page.locator('html').getAttribute('lang')).toMatch(language === 'zh' ? /^zh/ : /^en/)
    await page.goto('/admin/collections/orders')
    await settled(page)
    await page
      .getByRole('heading', { name: language === 'zh' ? '订单' : 'Orders' })
      .first()
      .waitFor()
    expect(await page.locator('tbody tr').count()).toBeGreaterThanOrEqual(5)
    await page
      .getByText(/ZC\d{6}-/)
      .first()
      .waitFor()
  })

  it('cannot be made by a stranger: the first account is there, and its form and its door are closed', async () => {
    const page = await stage.visitor()
    await page.goto('/admin/create-first-user')
    expect(new URL(page.url()).pathname).toBe('/zh/login')
    const body = { email: 'first@example.com', password: 'a-long-enough-password-1', name: 'x' }
    const answer = await page.request.post('/api/users/first-register', { data: body })
    expect(answer.status()).toBeGreaterThanOrEqual(400)
    expect(answer.status()).toBeLessThan(500)
    const admin = await stage.member('admin')
    const users = await admin.request.get('/api/users?where[email][equals]=first@example.com')
    expect(((await users.json()) as { totalDocs: number }).totalDocs).toBe(0)
  })
})
