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

/**
 * The layout shifts that nobody caused, as browsers report them, while the page is scrolled to its end and back, until what came into
 * sight is there. `acted`: something was done on the page; within half a second of it browsers count no shift.
 */
async function shiftsOf(page: Page, { acted }: { acted: boolean }): Promise<{ sum: number; of: string[] }> {
  if (acted) await page.waitForTimeout(500)
  return page.evaluate(async () => {
    const entries: Shift[] = []
    const seen = new PerformanceObserver((list) => entries.push(...(list.getEntries() as Shift[])))
    const drawn = () => new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))
    const isMissing = (image: HTMLImageElement) => {
      const { top, bottom, width } = image.getBoundingClientRect()
      return !image.complete && width > 0 && bottom > 0 && top < innerHeight
    }
    const look = async (at: number) => {
      scrollTo(0, at)
      await drawn()
      for (let waits = 0; waits < 20 && [...document.images].some(isMissing); waits += 1) {
        await new Promise((go) => setTimeout(go, 25))
        await drawn()
      }
    }
    seen.observe({ type: 'layout-shift', buffered: true })
    const step = innerHeight * 0.8
    for (let at = 0; at < Math.min(document.documentElement.scrollHeight, step * 6); at += step) await look(at)
    await look(0)
    // The shift of a frame is told after it.
    await new Promise((go) => setTimeout(go, 50))
    entries.push(...(seen.takeRecords() as Shift[]))
    seen.disconnect()
    const counted = entries.filter(({ hadRecentInput }) => !hadRecentInput)
    return {
      sum: counted.reduce((sum, { value }) => sum + value, 0),
      of: counted.flatMap(({ startTime, sources }) =>
        sources.map(
          ({ node, previousRect: from, currentRect: to }) =>
            `${node?.nodeName.toLowerCase()}.${(node as Element | null)?.className} at ${startTime.toFixed()} ms: y ${from.y} to ${to.y}, height ${from.height} to ${to.height}`,
        ),
      ),
    }
  })
}

async function layoutFaults(page: Page, { act }: Screen): Promise<string[]> {
  const { sum, of } = await shiftsOf(page, { acted: act !== undefined })
  const { content, window } = await page.evaluate(() => ({ content: document.documentElement.scrollWidth, window: innerWidth }))
  return [
    ...(sum > 0.02 ? [`shifts by ${sum.toFixed(3)}: ${of.join('; ')}`] : []),
    ...(content > window ? [`is ${content} px wide at ${window}`] : []),
  ]
}

const faultsOf = async (page: Page, screen: Screen): Promise<string[]> => [
  ...(await layoutFaults(page, screen)),
  ...(await violationsOf(page, screen.part ?? null)),
]

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
      const wrong = await faultsOf(page, screen).catch((error: Error) => [`could not be looked at: ${error.message}`])
      if (wrong.length > 0) found[screen.name] = wrong
    }
    await opened.leave()
    expect(found, JSON.stringify(found, null, 1)).toEqual({})
  })
})
