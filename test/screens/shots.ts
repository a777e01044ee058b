import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { openStage } from '../e2e/people.ts'
import { removeFolders } from '../e2e/site.ts'
import { openView, views } from './look-at.ts'
import { screensOf } from './screens.ts'

/**
 * `npm run shots [-- --only post,cart] [--width 390] [--theme light] [--language zh] [--full]`: pictures of every screen
 * of the demo world at 390 and 1440 px, light and dark, in both languages, into the ignored folder `shots/`.
 */
const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    width: { type: 'string' },
    theme: { type: 'string' },
    language: { type: 'string' },
    full: { type: 'boolean' },
  },
})
const folder = path.resolve('shots')
if (!values.only && !values.width && !values.theme && !values.language) rmSync(folder, { recursive: true, force: true })
const widths = values.width ? values.width.split(',').map(Number) : [390, 1440]
const wanted = values.only?.split(',')
const stage = await openStage()
let made = 0
const failed: string[] = []
try {
  const screens = (await screensOf(stage)).filter(({ name }) => !wanted || wanted.includes(name))
  for (const view of views(widths)) {
    if ((values.theme && values.theme !== view.theme) || (values.language && values.language !== view.language)) continue
    const target = path.join(folder, `${view.language}-${view.theme}-${view.width}`)
    mkdirSync(target, { recursive: true })
    const opened = await openView(stage, view)
    for (const screen of screens) {
      try {
        const page = await opened.visit(screen)
        await page.screenshot({ path: path.join(target, `${screen.name}.png`), fullPage: values.full ?? false })
        made += 1
      } catch (error) {
        failed.push(`${path.basename(target)}/${screen.name}: ${(error as Error).message.split('\n')[0]}`)
      }
    }
    await opened.leave()
    console.log(`${path.relative('.', target)}: ${screens.length} screens`)
  }
} finally {
  await stage.close()
  await removeFolders()
}
console.log(`${made} pictures in ${path.relative('.', folder)}/`)
for (const one of failed) console.error(one)
process.exit(failed.length > 0 ? 1 : 0)
