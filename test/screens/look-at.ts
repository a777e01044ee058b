import type { BrowserContextOptions, Cookie, Page, Request } from 'playwright-core'
import type { Role, Stage } from '../e2e/people.ts'
import type { Language, Screen } from './screens.ts'

export interface View {
  language: Language
  theme: 'light' | 'dark'
  width: number
}

/** Heights that go with the widths of the mock-ups. */
const heightOf = (width: number): number => (width < 768 ? 844 : 900)

/** What a page still waits for; a film that goes on loading is not waited for. */
const open = new WeakMap<Page, Set<Request>>()

function listen(page: Page): void {
  const waiting = new Set<Request>()
  open.set(page, waiting)
  page.on('request', (request) => request.resourceType() !== 'media' && waiting.add(request))
  page.on('requestfinished', (request) => waiting.delete(request))
  page.on('requestfailed', (request) => waiting.delete(request))
}

/** React has taken over. A kept page would start its script some seconds later by itself: here somebody wants it at once. */
async function live(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    if (document.documentElement.dataset.live === '') return true
    // No real pointer: what shifts right after one would not be counted as a shift.
    document.querySelector('button')?.dispatchEvent(new Event('pointerover', { bubbles: true }))
    return false
  })
}

/** Nothing has been asked for in a fifth of a second, and what has been drawn is on the screen. */
async function quiet(page: Page): Promise<void> {
  const deadline = Date.now() + 10_000
  for (let still = 0; still < 4 && Date.now() < deadline; still += 1) {
    await page.waitForTimeout(50)
    if (open.get(page)?.size) still = -1
  }
  await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))))
}

/** Who has logged in on a stage already. Eight views log in more often within a quarter of an hour than the door allows. */
const sessions = new WeakMap<Stage, Map<Role, Cookie[]>>()

async function come(stage: Stage, who: Screen['who'], options: BrowserContextOptions): Promise<Page> {
  if (who === 'visitor') return stage.visitor(options)
  const known = sessions.get(stage) ?? new Map<Role, Cookie[]>()
  sessions.set(stage, known)
  const cookies = known.get(who)
  const page = await (cookies ? stage.visitor(options) : stage.member(who, options))
  if (cookies) await page.context().addCookies(cookies)
  else known.set(who, await page.context().cookies())
  return page
}

/** Every combination of these. */
export const views = (widths: readonly number[]): View[] =>
  (['zh', 'en'] as const).flatMap((language) =>
    (['light', 'dark'] as const).flatMap((theme) => widths.map((width) => ({ language, theme, width }))),
  )

/**
 * Opens pages for one view: people who log in once, and a fresh context for screens that prepare something. `visit` shows
 * a screen as far as it gets by itself (script running, pictures of the first screen there) and answers its page.
 */
export async function openView(stage: Stage, { language, theme, width }: View) {
  const options = {
    viewport: { width, height: heightOf(width) },
    colorScheme: theme,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  } as const
  const pages = new Map<string, Page>()
  const pageOf = async (screen: Screen): Promise<Page> => {
    const key = screen.group ?? (screen.prepare ? screen.name : screen.who)
    const known = pages.get(key)
    if (known) return known
    const page = await come(stage, screen.who, options)
    listen(page)
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await screen.prepare?.(page, stage.site.url)
    pages.set(key, page)
    return page
  }
  return {
    async visit(screen: Screen): Promise<Page> {
      const page = await pageOf(screen)
      // What the admin's own account page would set.
      if (screen.part) await page.context().addCookies([{ name: 'payload-lng', value: language, url: stage.site.url }])
      const answer = await page.goto(screen.part ? screen.path : `/${language}${screen.path}`)
      const status = answer?.status() ?? 0
      if (status !== (screen.status ?? 200) && status !== 304) throw new Error(`${screen.name}: ${page.url()} answers ${status}`)
      if (screen.part) await page.locator(screen.part).first().waitFor()
      else await live(page)
      await quiet(page)
      if (screen.act) {
        await screen.act(page)
        if (!screen.pending) await quiet(page)
      }
      return page
    },
    async leave(): Promise<void> {
      for (const page of pages.values()) await page.context().close()
    },
  }
}
