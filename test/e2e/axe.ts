import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

interface Violation {
  id: string
  help: string
  nodes: { target: string[]; failureSummary: string }[]
}

/** What axe-core finds against WCAG 2.2 A and AA, in the whole page or a part of it; it is put in by hand, since the pages' policy lets no script in. */
export async function violationsOf(page: Page, part: string | null = null): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(
    async ({ tags, part }) => {
      const { axe } = globalThis as unknown as {
        axe: { run(root: Document | string, options: object): Promise<{ violations: Violation[] }> }
      }
      const { violations } = await axe.run(part ?? document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
      return violations
    },
    { tags: standards, part },
  )
  return found.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map(({ target, failureSummary }) => `${id} (${help}) at ${target.join(' ')}: ${failureSummary.split('\n')[1]?.trim()}`),
  )
}
