/** Started by crash.test.ts with FAILPOINT or FAIL_COMMIT set: two transactions, each told when it is over. */
import { writeSync } from 'node:fs'
import { local, openShop, orderData } from './shop.ts'

const shop = await openShop({ dir: process.argv[2] ?? '', faults: { failCommit: process.env.FAIL_COMMIT }, push: false })
for (const number of ['first', 'second']) {
  await shop
    .tx(`place ${number}`, (req) => local(shop.payload).create({ collection: 'orders', data: orderData(number, 'a'), req }))
    .then(
      () => writeSync(1, `${number} committed\n`),
      (error: Error) => writeSync(1, `${number} failed: ${error.cause ?? error}\n`),
    )
}
await shop.payload.destroy()
