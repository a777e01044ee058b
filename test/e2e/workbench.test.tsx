import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import type { ReactElement } from 'react'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { htmlLang, type Locale } from '../../src/ui/i18n/index.ts'
import { screens } from '../../src/ui/workbench/screens.tsx'
import { Workbench } from '../../src/ui/workbench/Workbench.tsx'
import { html } from '../unit/ui/html.tsx'
import { violationsOf } from './axe.ts'
import { launchBrowser } from './browser.ts'

/** In the order in which the pages wear them. */
const sheets = [
  ...['tokens', 'ui', 'primitives', 'shell', 'shop', 'discovery', 'social'].map((name) => `styles/${name}`),
  ...['commerce/commerce', 'studio/studio', 'studio/dashboard', 'desk/desk', 'workbench/workbench'],
]
const style = sheets.map((name) => readFileSync(`src/ui/${name}.css`, 'utf8')).join('\n')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  // Pictures of samples are nowhere.
  await page.route('**/*', (route) => route.abort())
  await page.emulateMedia({ reducedMotion: 'reduce' })
})
afterAll(() => browser?.close())

/** Puts up what the development server answers for the workbench, without its script. */
async function show(element: ReactElement, locale: Locale, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme })
  await page.setContent(
    `<!doctype html><html lang="${htmlLang[locale]}" data-theme="${theme}"><head><title>Workbench</title><style>${style}</style></head><body>${html(element, locale)}</body></html>`,
  )
}

const looks = [
  ['zh', 'light'],
  ['zh', 'dark'],
  ['en', 'light'],
  ['en', 'dark'],
] as const

describe('every component in every state', () => {
  it.each(['light', 'dark'] as const)('keeps WCAG 2.2 A and AA in both themes, on a page that is %s', async (theme) => {
    await show(<Workbench />, 'en', theme)
    expect(await page.locator('.wb-state').count()).toBeGreaterThan(100)
    expect(await violationsOf(page)).toEqual([])
  })
})

describe.each(Object.entries(screens))('the states of %s', (_, states) => {
  it.each(looks)('keep WCAG 2.2 A and AA in %s, %s', async (locale, theme) => {
    const found: Record<string, string[]> = {}
    for (const [state, element] of Object.entries(states)) {
      await show(element, locale, theme)
      const wrong = await violationsOf(page)
      if (wrong.length > 0) found[state] = wrong
    }
    expect(found).toEqual({})
  })
})
