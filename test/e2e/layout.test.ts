import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openView } from '../screens/look-at.ts'
import { type Screen, screensOf } from '../screens/screens.ts'
import { openStage, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

let stage: Stage
let screens: Screen[]

beforeAll(async () => {
  stage = await openStage()
  screens = await screensOf(stage)
})
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

/** Sum of the layout shifts that nobody caused, as browsers report them, while the page is scrolled to its end and back. */
async function shiftOf(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0
    const seen = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) sum += entry.value
    })
    seen.observe({ type: 'layout-shift', buffered: true })
    const step = innerHeight * 0.8
    for (let at = 0; at < Math.min(document.documentElement.scrollHeight, step * 6); at += step) {
      scrollTo(0, at)
      await new Promise((go) => setTimeout(go, 120))
    }
    scrollTo(0, 0)
    await new Promise((go) => setTimeout(go, 200))
    seen.disconnect()
    return sum
  })
}

const sizes = [
  { language: 'zh', theme: 'light', width: 360 },
  { language: 'en', theme: 'dark', width: 360 },
  { language: 'en', theme: 'light', width: 1440 },
] as const

describe.each(sizes)('every screen at $width px, $language, $theme', (view) => {
  it('shifts by no more than 0.02 and never scrolls sideways', { timeout: 600_000 }, async () => {
    const opened = await openView(stage, view)
    const found: string[] = []
    for (const screen of screens) {
      const page = await opened.visit(screen)
      const shift = await shiftOf(page)
      if (shift > 0.02) found.push(`${screen.name} shifts by ${shift.toFixed(3)}`)
      const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }))
      if (content > window) found.push(`${screen.name} is ${content} px wide at ${window}`)
    }
    await opened.leave()
    expect(found).toEqual([])
  })
})
