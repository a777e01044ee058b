import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { openStage, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

/** DIS-2: the ad label as a person with a small phone meets it. */

let stage: Stage
const pages = { post: '', video: '' }

beforeAll(async () => {
  stage = await openStage()
  const page = await stage.visitor()
  await page.goto('/zh')
  for (const [kind, path] of [
    ['post', 'p'],
    ['video', 'v'],
  ] as const)
    pages[kind] = (await page.locator(`article:has(.ad) a[href^="/zh/${path}/"]`).first().getAttribute('href')) ?? ''
})
afterEach(() => stage.clean())
afterAll(async () => {
  await stage?.close()
  await removeFolders()
})

interface Seen {
  words: string
  /** Whether its whole box is in the first screen, and a tap in its middle would meet it. */
  inside: boolean
  onTop: boolean
  visible: boolean
  /** px */
  size: number
  /** Of its letters against what is painted behind them; null where that is a picture. */
  contrast: number | null
}

/** Every label of a page as it is painted. */
const look = (page: Page, selector: string): Promise<Seen[]> =>
  page.locator(selector).evaluateAll((labels) => {
    const parts = (colour: string) => {
      const [r = 0, g = 0, b = 0, a = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number)
      return { r, g, b, a }
    }
    const luminance = ({ r, g, b }: { r: number; g: number; b: number }) => {
      const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => {
        const part = value / 255
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * x + 0.7152 * y + 0.0722 * z
    }
    return labels.map((label) => {
      const box = label.getBoundingClientRect()
      const style = getComputedStyle(label)
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      let ground = parts(style.backgroundColor)
      for (let up = label.parentElement; ground.a === 0 && up; up = up.parentElement) ground = parts(getComputedStyle(up).backgroundColor)
      const [light = 0, dark = 0] = [luminance(parts(style.color)), luminance(ground)].sort((a, b) => b - a)
      return {
        words: label.textContent ?? '',
        inside: box.top >= 0 && box.left >= 0 && box.bottom <= innerHeight && box.right <= innerWidth && box.width > 20 && box.height > 12,
        onTop: hit !== null && (label.contains(hit) || hit.contains(label)),
        visible: label.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && Number(style.opacity) === 1,
        size: Number.parseFloat(style.fontSize),
        contrast: ground.a === 1 ? (light + 0.05) / (dark + 0.05) : null,
      }
    })
  })

const phone = { width: 360, height: 640 }

describe.each(['light', 'dark'] as const)('on a small phone, %s', (colorScheme) => {
  it.each([
    ['post', '.disc .ad', '广告'],
    ['video', '.vtop .ad', '广告'],
  ] as const)(
    'DIS-2 the label of a %s is painted whole inside the first screen, before any script and after it',
    async (kind, selector, words) => {
      for (const javaScriptEnabled of [false, true]) {
        const page = await stage.visitor({ viewport: phone, colorScheme, javaScriptEnabled })
        await page.goto(pages[kind])
        if (javaScriptEnabled) await page.locator('html[data-live]').waitFor({ state: 'attached' })
        const seen = await look(page, selector)
        expect(seen.length).toBeGreaterThan(0)
        expect(seen.some((label) => label.words.startsWith(words))).toBe(true)
        for (const { contrast, size, ...label } of seen) {
          expect(label).toMatchObject({ inside: true, onTop: true, visible: true })
          expect(size).toBeGreaterThanOrEqual(12)
          if (contrast !== null) expect(contrast).toBeGreaterThanOrEqual(4.5)
        }
      }
    },
  )
})

it('DIS-2 the label stays on a video while it plays, whichever second it is', async () => {
  const page = await stage.visitor({ viewport: phone })
  await page.goto(pages.video)
  await page.locator('html[data-live]').waitFor({ state: 'attached' })
  const [first] = await look(page, '.vtop .ad')
  for (const part of [0.2, 0.5, 0.9]) {
    await page.locator('video').evaluate((video: HTMLVideoElement, at) => {
      video.currentTime = video.duration * at
    }, part)
    await page.waitForTimeout(300)
    expect((await look(page, '.vtop .ad'))[0]).toEqual(first)
  }
})
