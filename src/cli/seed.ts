import { prepareWorld } from '../flows/operations/prepare-world.ts'
import { progressBar } from './import/progress-bar.ts'
import { withShop } from './open-shop.ts'

const answers = {
  made: 'The first world is there.',
  'there already': 'The first world was there already; nothing changed.',
  'not empty': 'Nothing changed: the shop is not empty, and a demo world is put only into an empty one. DATA_DIR=… names another.',
  'not allowed': 'Nothing changed: a demo world belongs to this machine alone (SQLite, a loopback HOST, no PUBLIC_URL, not DEMO=0).',
} as const

/** `npm run seed`: fills an empty shop with the first world. Exit code 0 when it is there, 1 when it may not be. */
await withShop(async (ctx) => {
  const bar = progressBar('Seeding')
  const { world } = await prepareWorld(ctx, ({ done, total }) => bar.show(done, total))
  bar.end()
  console.log(answers[world])
  return world === 'made' || world === 'there already' ? 0 : 1
})
