import { spawn } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemClock } from '../../../src/lib/clock.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld } from '../../builders/world.ts'
import { newFolder, removeFolders, type Site, startSite } from '../site.ts'
import { guest, postJson, randomFrom, send, type Wish, wishFor } from './load.ts'

const random = randomFrom(20261102)
let dir = ''
let backups = ''
let item = { variantId: '', linkCode: '' }
// The secret lies in the folder, as it does in a shop that was only started: it must come back with it.
const start = (): Promise<Site> => startSite({ dir, env: { DEMO: '0', TRUST_PROXY: '1', SANDBOX_PAYMENTS: '1', LOG_LEVEL: 'error' } })

beforeAll(async () => {
  dir = await newFolder()
  backups = await newFolder()
  const world = await openWorld({ dir, clock: systemClock, env: { DEMO: '0' } })
  await person(world, ['admin'])
  const { creatorId } = await creator(world)
  const { productId, variantIds } = await product(world, { prices: [12345], stock: 100_000 })
  const programmeId = await programme(world)
  item = { variantId: variantIds[0] as string, linkCode: (await productLink(world, { creatorId, productId, programmeId })).code }
  await world.close()
}, 120_000)

afterAll(removeFolders)

it('a backup taken under load brings the shop back after its folder is lost: no order that was answered before is missing, and the books balance', async () => {
  const site = await start()
  const wishes: Wish[] = []
  const buy = async () => {
    const who = guest(random)
    await send(site.url, who, { path: `/go/${item.linkCode}` })
    const wish = await wishFor(site.url, who, item)
    if (!wish?.orderId) return
    await send(site.url, who, postJson(`/v1/sandbox/payments/${wish.paymentId}/succeed`, {}))
    wishes.push(wish)
  }
  for (let n = 0; n < 4; n++) await buy()
  const before = [...wishes]
  let over = false
  const load = (async () => {
    while (!over) await Promise.all([buy(), buy()])
  })()
  const taken = await run(['src/cli/backup.ts', backups])
  over = true
  await load
  expect(taken.code, taken.output).toBe(0)
  expect(wishes.length, 'the shop sold while it was copied').toBeGreaterThan(before.length)
  expect(await site.stop()).toBe(0)

  const [name = ''] = (await readdir(backups)).filter((one) => one.endsWith('Z'))
  await rm(dir, { recursive: true })
  const back = await run(['src/cli/restore.ts', path.join(backups, name)])
  expect(back.code, back.output).toBe(0)
  const books = await run(['src/cli/ledger-check.ts'])
  expect(books.code, books.output).toBe(0)

  const again = await start()
  for (const { who, orderId } of before) {
    const order = await send(again.url, who, { path: `/v1/orders/${orderId}` })
    expect(order?.status, 'the guest of before opens the order by the same cookie: the secret came back').toBe(200)
    expect(order?.body).toMatchObject({ state: 'paid' })
  }
  await send(again.url, guest(random), { path: `/go/${item.linkCode}` })
  expect(await again.stop()).toBe(0)
}, 300_000)

/** A command as an operator runs it, on this folder. */
function run(args: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve) => {
    const env = {
      NODE_ENV: 'production' as const,
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      DATA_DIR: dir,
      ENV_FILE: '0',
    }
    const child = spawn(process.execPath, ['--import', 'tsx', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.once('exit', (code) => resolve({ code, output }))
  })
}
