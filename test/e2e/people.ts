import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { readOutbox } from '../fixtures/outbox.ts'
import { launchBrowser } from './browser.ts'
import { demoAccounts, type Site, startSite } from './site.ts'

export type Role = 'fan' | 'creator' | 'editor' | 'finance' | 'admin'

/** A site with a browser in front of it; everybody who comes is watched. */
export interface Stage {
  site: Site
  /** A page of a person of their own: cookies shared with nobody. */
  visitor(options?: BrowserContextOptions): Promise<Page>
  /** The same, logged in with the demo account of that role. */
  member(role: Role, options?: BrowserContextOptions): Promise<Page>
  /** What `demo-accounts.json` says of a role. */
  account(role: Role): { email: string; password: string }
  /** Lets one expected trouble through: a page that answers 410 is written to the console, too. */
  allow(pattern: RegExp): void
  /** After each test: fails when any page so far wrote an error, broke the CSP, threw, lost a request, or asked another machine; closes the pages. E2E_SHOTS=folder keeps a picture of each. */
  clean(): Promise<void>
  close(): Promise<void>
}

// Without `Headless` in it: contacts of crawlers and scripts are not counted, and people's are.
const userAgent = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36'
const phone = { userAgent, viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' }

/** Starts the built server with its first world, and a browser. */
export async function openStage(options: Parameters<typeof startSite>[0] = {}): Promise<Stage> {
  const browser = await launchBrowser()
  const site = await startSite(options).catch(async (error: unknown) => {
    await browser.close()
    throw error
  })
  const accounts = await demoAccounts(site.dir).catch(() => ({}) as Record<string, { email: string; password: string }>)
  const troubles: string[] = []
  const allowed: RegExp[] = []
  const visitor = async (more: BrowserContextOptions = {}) => newVisitor(browser, site, troubles, more)
  const account = (role: Role) => {
    const known = accounts[role]
    if (!known) throw new Error(`There is no demo account for ${role}`)
    return known
  }
  return {
    site,
    visitor,
    account,
    async member(role, more) {
      const page = await visitor(more)
      const { email, password } = account(role)
      // Through the door that the form uses; the form itself is a journey's own step.
      const answer = await page.request.post('/v1/auth/log-in', { data: { email, password }, headers: { origin: site.url } })
      expect(answer.status(), await answer.text()).toBe(200)
      return page
    },
    allow: (pattern) => allowed.push(pattern),
    async clean() {
      await leaveAll(browser)
      const rest = troubles.splice(0).filter((trouble) => !allowed.some((pattern) => pattern.test(trouble)))
      allowed.length = 0
      expect(rest).toEqual([])
    },
    async close() {
      await browser.close()
      await site.stop()
    },
  }
}

async function newVisitor(browser: Browser, site: Site, troubles: string[], options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...phone, baseURL: site.url, ...options })
  context.setDefaultTimeout(45_000)
  watch(context, site.url, troubles, options.javaScriptEnabled !== false)
  return context.newPage()
}

async function leaveAll(browser: Browser): Promise<void> {
  const folder = process.env.E2E_SHOTS
  for (const context of browser.contexts()) {
    for (const page of folder ? context.pages() : [])
      await page.screenshot({ path: `${folder}/${Date.now()}.png`, fullPage: true }).catch(() => undefined)
    await context.close()
  }
}

/**
 * Listens to all pages of a context. What a leaving page no longer waits for (`ERR_ABORTED`) is not a trouble; nor is a
 * preloaded script in a browser without scripts, which Chromium refuses as if by a policy.
 */
function watch(context: BrowserContext, origin: string, troubles: string[], scripted: boolean): void {
  context.on('console', (message) => {
    if (message.type() === 'error') troubles.push(`console: ${message.text()} at ${message.page()?.url()}`)
  })
  context.on('weberror', (fault) => troubles.push(`page error: ${fault.error().message} at ${fault.page()?.url()}`))
  context.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url())
    if (['http:', 'https:', 'ws:', 'wss:'].includes(protocol) && asked !== origin) troubles.push(`left the machine: ${request.url()}`)
  })
  context.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED' && (scripted || why !== 'csp')) troubles.push(`failed: ${request.method()} ${request.url()} ${why}`)
  })
  context.on('response', (response) => {
    if (response.status() >= 400) troubles.push(`status ${response.status()}: ${response.request().method()} ${response.url()}`)
  })
}

/** Goes to a page and waits until its script answers: buttons that need it would lose an early tap. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await settled(page)
}

/** Waits until React has taken over and nothing is being fetched. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
}

export async function logIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  if (!new URL(page.url() === 'about:blank' ? 'http://x/' : page.url()).pathname.endsWith('/login')) await open(page, '/zh/login')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.locator('main').getByRole('button', { name: '登录' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/login'))
  await settled(page)
}

/** Waits for a letter to this address whose text matches, and answers it. */
export async function letterTo(site: Site, address: string, text: RegExp): Promise<{ subject: string; text: string; links: string[] }> {
  let found: ReturnType<typeof readOutbox>[number] | undefined
  await expect
    .poll(
      () => {
        found = readOutbox(`${site.dir}/outbox`, address).find((mail) => text.test(`${mail.subject}\n${mail.text}`))
        return found !== undefined
      },
      { timeout: 20_000, interval: 250, message: `a letter to ${address} with ${text}` },
    )
    .toBe(true)
  return found as NonNullable<typeof found>
}

/** What a person reads in a part of the page, line by line; not what is hidden in it. */
export const shown = (where: Page | Locator, part = 'main'): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: as it is laid out, that is the point
  ('goto' in where ? where.locator(part) : where).innerText()

/** Amounts as the screen writes them, in minor units: `¥1,234.50` is 123450, a minus in front is kept. */
export function moneyIn(text: string): number[] {
  return [...text.matchAll(/([-−–]?)\s*¥\s*([\d,]+)(?:\.(\d{2}))?/g)].map(([, sign, whole = '0', cents = '00']) => {
    const amount = Number(whole.replaceAll(',', '')) * 100 + Number(cents)
    return sign ? -amount : amount
  })
}

/** Nothing on this page is wider than the window. */
export async function fits(page: Page): Promise<void> {
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }))
  expect(content, `horizontal scroll on ${page.url()} at ${window}`).toBeLessThanOrEqual(window)
}
