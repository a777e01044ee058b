import { statSync } from 'node:fs'
import { parseArgs } from 'node:util'

const usage = `Usage: npm run import -- <file.csv> [--images <folder>] [--language zh|en] [--rate 7.12] [--offline] [--again]
       npm run import -- --notes <folder> [--author <handle>] [--language zh|en] [--drafts]
  --images    a folder with the pictures, found by file name; others are loaded from their addresses
  --language  the language of the texts (else each title tells)
  --rate      units of the shop's currency for one unit of the file's (else amounts are taken as they stand)
  --offline   load nothing from addresses
  --again     begin anew where an earlier run was stopped
  --notes     a folder of Markdown files with pictures: each becomes a post in review
  --author    the creator whose posts they become (else the shop's own, @house)
  --drafts    keep notes without a picture as drafts (else they are left out)
Ctrl-C stops after the one at hand; the same command goes on from there.`

/**
 * `npm run import -- …`: brings a product file, or a folder of notes, into the shop. Exit code 0 when something of it is
 * in the shop (problems are listed), 1 when nothing is, 2 for wrong arguments, 78 when the shop cannot be opened, 130
 * when it was stopped.
 */
const { values, positionals } = argumentsOf()
const file = positionals[0]
const notes = values.notes
const productsOnly = ['images', 'rate', 'offline', 'again'] as const
const notesOnly = ['author', 'drafts'] as const
const wrong = (notes === undefined ? notesOnly : productsOnly).filter((name) => values[name] !== undefined)
if (values.help || (values.language && !/^(zh|en)$/.test(values.language))) stop(usage)
if (wrong.length > 0) stop(`--${wrong[0]} goes ${notes === undefined ? 'with' : 'without'} --notes\n\n${usage}`)
if (notes === undefined) {
  if (!file || positionals.length > 1) stop(usage)
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) stop(`There is no file ${file}`)
  if (values.images && !isFolder(values.images)) stop(`There is no folder ${values.images}`)
  // The shop and all that it stands on is loaded only now: a slip of the pen is answered at once.
  const [{ withShop }, { runProducts }] = await Promise.all([import('./open-shop.ts'), import('./import/run-products.ts')])
  await withShop((ctx, env) => runProducts(ctx, env, file, values))
} else {
  if (positionals.length > 0) stop(usage)
  if (!isFolder(notes)) stop(`There is no folder ${notes}`)
  const [{ withShop }, { runNotes }] = await Promise.all([import('./open-shop.ts'), import('./import/run-notes.ts')])
  await withShop((ctx) => runNotes(ctx, notes, values))
}

function isFolder(name: string): boolean {
  return statSync(name, { throwIfNoEntry: false })?.isDirectory() ?? false
}

function argumentsOf() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        images: { type: 'string' },
        language: { type: 'string' },
        rate: { type: 'string' },
        offline: { type: 'boolean' },
        again: { type: 'boolean' },
        notes: { type: 'string' },
        author: { type: 'string' },
        drafts: { type: 'boolean' },
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
