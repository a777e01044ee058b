import type { Page } from 'playwright-core'
import type { Stage } from '../e2e/people.ts'
import type { Language, Screen } from './screens.ts'

export interface View {
  language: Language
  theme: 'light' | 'dark'
  width: number
}

/** Heights that go with the widths of the mock-ups. */
const heightOf = (width: number): number => (width < 768 ? 844 : 900)

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
    const key = screen.prepare ? screen.name : screen.who
    const known = pages.get(key)
    if (known) return known
    const page = await (screen.who === 'visitor' ? stage.visitor(options) : stage.member(screen.who, options))
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
    await screen.prepare?.(page, stage.site.url)
    pages.set(key, page)
    return page
  }
  return {
    async visit(screen: Screen): Promise<Page> {
      const page = await pageOf(screen)
      const answer = await page.goto(`/${language}${screen.path}`)
      const status = answer?.status() ?? 0
      if (status !== (screen.status ?? 200) && status !== 304) throw new Error(`${screen.name}: ${page.url()} answers ${status}`)
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await screen.act?.(page)
      await page.evaluate(() => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))))
      return page
    },
    async leave(): Promise<void> {
      for (const page of pages.values()) await page.context().close()
    },
  }
}
