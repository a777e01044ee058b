import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openView, views } from '../screens/look-at.ts'
import { type Screen, screensOf } from '../screens/screens.ts'
import { openStage, type Stage } from './people.ts'
import { removeFolders } from './site.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe-core finds against WCAG 2.2 A and AA; it is put in by hand, since the pages' policy lets no script in. */
async function violationsOf(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: { run(root: Document, options: object): Promise<{ violations: Violation[] }> } }
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
    return violations
  }, standards)
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
  )
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

// Every state in both languages and themes; the two widths share them, so that each is looked at twice and not four times.
const all = views([390, 1440]).filter(({ width, theme, language }) => (width === 390) === ((theme === 'light') === (language === 'zh')))

describe.each(all)('WCAG 2.2 A and AA, $language, $theme, $width px', (view) => {
  it('no screen violates it', { timeout: 600_000 }, async () => {
    const opened = await openView(stage, view)
    const found: Record<string, string[]> = {}
    for (const screen of screens) {
      const violations = await violationsOf(await opened.visit(screen))
      if (violations.length > 0) found[screen.name] = violations
    }
    await opened.leave()
    expect(found).toEqual({})
  })
})
