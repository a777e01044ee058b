import assert from 'node:assert/strict'
import fs from 'node:fs'
import { afterEach, beforeEach, describe, it, vi } from 'vitest'
import { DiskRefused } from '../../../src/database/index.ts'
import { countOf, local, openShop, orderData, type Shop } from './shop.ts'

/** A disk that answers when it is told to. */
class SlowDisk {
  asked = 0
  private readonly waiting: ((error: NodeJS.ErrnoException | null) => void)[] = []

  constructor() {
    vi.spyOn(fs, 'fdatasync').mockImplementation((_fd, done) => {
      this.asked += 1
      this.waiting.push(done)
    })
  }

  answer(error: NodeJS.ErrnoException | null = null): void {
    for (const done of this.waiting.splice(0)) done(error)
  }
}

let shop: Shop
beforeEach(async () => {
  shop = await openShop()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await shop.close()
})

const order = (number: string) =>
  shop.tx(number, (req) => local(shop.payload).create({ collection: 'orders', data: orderData(number, 'x'), req }))
const numbers = async (): Promise<string[]> =>
  (await local(shop.payload).find({ collection: 'orders', sort: 'number' })).docs.map(({ number }: { number: string }) => number)
const until = (what: () => boolean | Promise<boolean>) => vi.waitFor(async () => assert.ok(await what()), { timeout: 5_000 })
/** Whether it is over within the turns of the event loop that an answer takes. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  const late = Symbol('late')
  return (await Promise.race([promise.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 50, late))])) !== late
}

describe('a commit and the disk', () => {
  it('is over for who asked when the disk has it, and for the next writer before', async () => {
    const disk = new SlowDisk()
    const first = order('1')
    await until(async () => (await numbers()).includes('1'))
    assert.equal(await isOver(first), false)
    assert.equal(shop.adapter.writeLock().holder, undefined)
    const others = [order('2'), order('3')]
    await until(async () => (await numbers()).length === 3)
    assert.equal(disk.asked, 1, 'one sync at a time')
    disk.answer()
    await first
    assert.equal(await isOver(Promise.race(others)), false, 'they were committed after that sync began')
    assert.equal(disk.asked, 2, 'one for both')
    disk.answer()
    await Promise.all(others)
  })

  it('holds for a write without a transaction', async () => {
    const disk = new SlowDisk()
    const written = shop.adapter.client.execute("INSERT INTO stock_levels (id, sku, stock) VALUES ('a', 'a', 1)")
    await until(() => disk.asked === 1)
    assert.equal(await isOver(written), false)
    disk.answer()
    await written
  })

  it('lets nobody answer by what others committed, and the disk does not have yet', async () => {
    const disk = new SlowDisk()
    const first = order('1')
    await until(() => disk.asked === 1)
    const second = shop.tx('again', async (req) => {
      if ((await countOf(shop.payload, 'orders', req)) === 1) throw new Error('there is one already')
    })
    assert.equal(await isOver(second), false)
    disk.answer()
    await assert.rejects(second, /there is one already/)
    await first
  })

  it('keeps readers waiting for nothing', async () => {
    const disk = new SlowDisk()
    const first = order('1')
    await until(() => disk.asked === 1)
    assert.deepEqual(await numbers(), ['1'])
    disk.answer()
    await first
  })

  it('writes nothing more once the disk has refused, says so, and goes on after a start', async () => {
    await order('1')
    const disk = new SlowDisk()
    const failing = [order('2'), order('3')]
    await until(() => disk.asked === 1)
    disk.answer(Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }))
    for (const one of failing) await assert.rejects(one, (error) => error instanceof DiskRefused && /EIO/.test(error.message))
    vi.restoreAllMocks()
    await assert.rejects(order('4'), DiskRefused)
    await assert.rejects(shop.adapter.client.execute("INSERT INTO stock_levels (id, sku, stock) VALUES ('a', 'a', 1)"), DiskRefused)
    assert.match(shop.adapter.trouble() ?? '', /EIO/)
    assert.deepEqual(shop.adapter.writeLock(), { holder: undefined, waiting: 0 })
    assert.equal((await numbers()).includes('4'), false)

    await shop.payload.destroy()
    shop = await openShop({ dir: shop.dir })
    await order('5')
    assert.ok((await numbers()).includes('1') && (await numbers()).includes('5'))
    assert.equal(shop.adapter.trouble(), undefined)
  })
})
