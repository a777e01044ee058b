import { createReadStream, statSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importProducts } from '../flows/catalogue/import-products.ts'
import { fail } from '../lib/result.ts'
import { mediaLimits } from '../modules/media/index.ts'
import { download } from './import/download.ts'
import { pictureFolder } from './import/picture-folder.ts'
import { progressBar } from './import/progress-bar.ts'
import { cameIn, reportText } from './import/report-text.ts'
import { withShop } from './open-shop.ts'

const usage = `Usage: npm run import -- <file.csv> [--images <folder>] [--language zh|en] [--rate 7.12] [--offline]
  --images    a folder with the pictures, found by file name; others are loaded from their addresses
  --language  the language of the texts (else each title tells)
  --rate      units of the shop's currency for one unit of the file's (else amounts are taken as they stand)
  --offline   load nothing from addresses`

/**
 * `npm run import -- <file> [--images <folder>]`: brings a product file into the shop. Exit code 0 when something of it
 * is in the shop (problems are listed), 1 when nothing is, 2 for wrong arguments, 78 when the shop cannot be opened.
 */
const { values, positionals } = argumentsOf()
const file = positionals[0]
if (!file || positionals.length > 1 || values.help || (values.language && !/^(zh|en)$/.test(values.language))) stop(usage)
if (!statSync(file, { throwIfNoEntry: false })?.isFile()) stop(`There is no file ${file}`)
if (values.images && !statSync(values.images, { throwIfNoEntry: false })?.isDirectory()) stop(`There is no folder ${values.images}`)

await withShop(async (ctx) => {
  const bar = progressBar('Importing')
  const limits = { maxBytes: mediaLimits.image.maxBytes, timeoutMs: 20_000 }
  const result = await importProducts(
    ctx,
    { name: path.basename(file), open: () => createReadStream(file) },
    {
      pictures: {
        local: values.images ? await pictureFolder(values.images) : async () => null,
        remote: values.offline ? async () => fail('unavailable', 'not loaded (--offline)') : (address) => download(address, limits),
      },
      ...(values.rate ? { rate: values.rate } : {}),
      ...(values.language ? { language: values.language as 'zh' | 'en' } : {}),
      onProgress: ({ done, total, title }) => bar.show(done, total, title),
    },
  )
  bar.end()
  if (!result.ok) {
    console.error(`${path.basename(file)}: ${result.failure.message}`)
    return 1
  }
  console.log(reportText(result.value, values.rate !== undefined))
  return cameIn(result.value) ? 0 : 1
})

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        images: { type: 'string' },
        language: { type: 'string' },
        rate: { type: 'string' },
        offline: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    })
  } catch (error) {
    return stop(`${(error as Error).message}\n\n${usage}`)
  }
}

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}
