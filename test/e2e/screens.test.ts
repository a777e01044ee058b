import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openView, type View, views } from '../screens/look-at.ts'
import { type Screen, screensOf } from '../screens/screens.ts'
import { violationsOf } from './axe.ts'
import { openStage, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

interface Shift extends PerformanceEntry {
  value: number
  hadRecentInput: boolean
  sources: { node: Element | null; previousRect: DOMRect; currentRect: DOMRect }[]
}

/** The layout shifts that nobody caused, as browsers report them, while the page is scrolled to its end and back. */
async function shiftsOf(page: Page): Promise<{ sum: number; of: string[] }> {
  return page.evaluate(async () => {
    let sum = 0
    const of: string[] = []
    const seen = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        if (entry.hadRecentInput) continue
        sum += entry.value
        for (const { node, previousRect: from, currentRect: to } of entry.sources)
          of.push(
            `${node?.nodeName.toLowerCase()}.${node?.className} at ${entry.startTime.toFixed()} ms: y ${from.y} to ${to.y}, height ${from.height} to ${to.height}`,
          )
      }
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
    return { sum, of }
  })
}

async function layoutFaults(page: Page): Promise<string[]> {
  const { sum, of } = await shiftsOf(page)
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }))
  return [
    ...(sum > 0.02 ? [`shifts by ${sum.toFixed(3)}: ${of.join('; ')}`] : []),
    ...(content > window ? [`is ${content} px wide at ${window}`] : []),
  ]
}

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

/** Both languages, both themes, a small phone and a desktop in every run; SCREENS=all looks at all eight combinations. */
const usual: View[] = [
  { language: 'zh', theme: 'light', width: 360 },
  { language: 'en', theme: 'dark', width: 1440 },
]

describe.each(process.env.SCREENS === 'all' ? views([360, 1440]) : usual)('every screen, $language, $theme, $width px', (view) => {
  it('keeps WCAG 2.2 A and AA, shifts by no more than 0.02 and never scrolls sideways', { timeout: 900_000 }, async () => {
    const opened = await openView(stage, view)
    const found: Record<string, string[]> = {}
    for (const screen of screens) {
      const page = await opened.visit(screen)
      const wrong = [...(await layoutFaults(page)), ...(await violationsOf(page))]
      if (wrong.length > 0) found[screen.name] = wrong
    }
    await opened.leave()
    expect(found, JSON.stringify(found, null, 1)).toEqual({})
  })
})
