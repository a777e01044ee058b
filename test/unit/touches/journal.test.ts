import { expect, it, vi } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { type TouchRecord, touchRecord } from '../../../src/modules/touches/index.ts'
import { Journal, lossReporter, type Outcome, Replayer, type TouchStore } from '../../../src/modules/touches/journal/index.ts'
import { decodeLine, encodeLine } from '../../../src/modules/touches/journal/line.ts'
import { MemoryDisk } from './memory-disk.ts'

const CUTS = Number(process.env.ROUNDS ?? 200)
const touch = (): TouchRecord => touchRecord({ id: newId(), kind: 'click', at: 1_795_219_200_000, link: 'abc' })
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms))
const noError = (error: unknown) => {
  throw error
}

class MemoryStore implements TouchStore {
  rows = new Map<string, TouchRecord>()
  doubles = 0
  async insert(touches: TouchRecord[]) {
    for (const row of touches) {
      if (this.rows.has(row.id)) this.doubles++
      this.rows.set(row.id, row)
    }
  }
}

it('ATT-01 a line carries every field of the touch there and back', () => {
  const whole = touchRecord({
    ...touch(),
    creator: '林晚',
    piece: 'p',
    placement: '3',
    product: 'x',
    programme: 'g',
    campaign: '双十一',
    channel: 'qr',
    parentShare: 's',
    referrerHost: 'example.com',
    consent: 'granted',
    device: 'phone',
    userAgentHash: 'ff',
    visitor: 'v',
    account: 'a',
    repeatOf: 'r',
  })
  expect(decodeLine(encodeLine(whole).slice(0, -1))).toEqual(whole)
  expect(decodeLine(encodeLine(touch()).slice(0, -1))).toMatchObject({ link: 'abc', creator: null, consent: 'unknown' })
})

it('a line that was changed or cut anywhere is refused', () => {
  const line = encodeLine(touchRecord({ ...touch(), campaign: '备注' })).slice(0, -1)
  for (let i = 0; i < line.length; i++) {
    expect(decodeLine(`${line.slice(0, i)}${line[i] === 'x' ? 'y' : 'x'}${line.slice(i + 1)}`)).toBeNull()
    expect(decodeLine(line.slice(0, i))).toBeNull()
  }
})

it(`${CUTS} power cuts: what was called durable is there, exactly once`, { timeout: 120_000 }, async () => {
  for (let round = 0; round < CUTS; round++) {
    const disk = new MemoryDisk()
    disk.delay = () => Math.random() * 3
    const journal = new Journal(disk, { segmentBytes: 2000 })
    const durable: string[] = []
    const senders = Array.from({ length: 20 }, async () => {
      await sleep(Math.random() * 6)
      const sent = touch()
      if ((await journal.append(sent)) === 'durable') durable.push(sent.id)
    })
    await sleep(Math.random() * 10)
    const acknowledged = [...durable]
    const after = disk.pullPlug()
    const store = new MemoryStore()
    await new Replayer(after, store, null, noError).drain()
    for (const id of acknowledged) expect(store.rows.has(id), `lost in round ${round}`).toBe(true)
    expect(store.doubles).toBe(0)
    expect(after.files.size).toBe(0)
    await Promise.all(senders)
    await journal.close()
  }
})

it('replay runs beside the journal: everything arrives once, finished segments go away', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  disk.delay = () => Math.random() * 2
  const journal = new Journal(disk, { segmentBytes: 3000, maxWaitMs: 5000 })
  const replayer = new Replayer(disk, store, journal, noError)
  replayer.start(3)
  const sent: string[] = []
  await Promise.all(
    Array.from({ length: 3000 }, async (_, i) => {
      await sleep(i / 10)
      const one = touch()
      sent.push(one.id)
      expect(await journal.append(one)).toBe('durable')
    }),
  )
  await journal.close()
  await replayer.stop()
  expect([...store.rows.keys()].sort()).toEqual(sent.sort())
  expect([store.doubles, disk.files.size]).toEqual([0, 0])
  expect(journal.stats.syncs, 'groups were committed together').toBeLessThan(3000)
})

it('a full disk: visitors go on, the loss is counted and seen; space again: durable and healthy again', async () => {
  const lost: TouchRecord[] = []
  const disk = new MemoryDisk()
  const journal = new Journal(disk, { onLoss: (touches) => lost.push(...touches) })
  expect(journal.healthy()).toBe(true)
  disk.free = 500
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => journal.append(touch())))
  expect(outcomes.every((outcome) => outcome === 'lost')).toBe(true)
  expect([lost.length, journal.stats.lost, journal.healthy()]).toEqual([50, 50, false])
  disk.free = 1e9
  expect(await journal.append(touch())).toBe('durable')
  expect(journal.healthy()).toBe(true)
  await journal.close()
})

it('a site without visitors does not stay unhealthy for ever', async () => {
  const disk = new MemoryDisk()
  disk.free = 0
  const journal = new Journal(disk, { unhealthyMs: 20 })
  await journal.append(touch())
  expect(journal.healthy()).toBe(false)
  await sleep(40)
  expect(journal.healthy()).toBe(true)
  await journal.close()
})

it('a failed sync is not believed on the next try: the batch goes to a new segment', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  disk.failSyncs = 1
  const journal = new Journal(disk)
  const one = touch()
  expect(await journal.append(one)).toBe('durable')
  expect(journal.stats.segments).toBe(2)
  await new Replayer(disk.pullPlug(), store, null, noError).drain()
  expect(store.rows.has(one.id)).toBe(true)
  await journal.close()
})

it('a stalled disk keeps nobody waiting; the touch is still written', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  disk.delay = () => 2000
  const journal = new Journal(disk, { maxWaitMs: 100 })
  const replayer = new Replayer(disk, store, journal, noError)
  const began = performance.now()
  const outcomes: Outcome[] = await Promise.all(Array.from({ length: 10 }, () => journal.append(touch())))
  expect(performance.now() - began).toBeLessThan(1500)
  expect([...new Set(outcomes)]).toEqual(['late'])
  await journal.close()
  await replayer.stop()
  expect(store.rows.size).toBe(10)
})

it('a decision may wait for touches that were answered late, and for no longer than it says', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  disk.delay = () => 2000
  const journal = new Journal(disk, { maxWaitMs: 50 })
  const replayer = new Replayer(disk, store, journal, noError)
  expect(await journal.settled(1000)).toBe(true)
  expect(await journal.append(touch())).toBe('late')
  expect(await journal.settled(10)).toBe(false)
  expect(await journal.settled(15_000)).toBe(true)
  await replayer.drain()
  expect(store.rows.size).toBe(1)
  await journal.close()
  await replayer.stop()
})

it('the queue is bounded', async () => {
  const disk = new MemoryDisk()
  disk.delay = () => 50
  const journal = new Journal(disk, { maxWaiting: 10 })
  const outcomes = await Promise.all(Array.from({ length: 100 }, () => journal.append(touch())))
  expect(outcomes.filter((outcome) => outcome === 'lost').length).toBe(90)
  await journal.close()
})

it('a damaged line in the middle is counted, the others arrive; a failing database loses nothing', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  const lines = Array.from({ length: 5 }, () => encodeLine(touch()))
  lines[2] = lines[2]?.replace('abc', 'abd') ?? ''
  const bytes = Buffer.from(`${lines.join('')}deadbeef {"id"`)
  disk.files.set('0.log', { bytes, synced: bytes.length })
  const failing: TouchStore = { insert: () => Promise.reject(new Error('locked')) }
  await expect(new Replayer(disk, failing, null, noError).drain()).rejects.toThrow('locked')
  expect(disk.files.size).toBe(1)
  const replayer = new Replayer(disk, store, null, noError)
  await replayer.drain()
  expect(store.rows.size).toBe(4)
  expect([replayer.stats.damaged, replayer.stats.torn]).toEqual([1, 1])
})

it('a segment outlives every commit that failed, and goes after the one that held', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  const journal = new Journal(disk)
  let broken = true
  const sometimes: TouchStore = { insert: (touches) => (broken ? Promise.reject(new Error('COMMIT failed')) : store.insert(touches)) }
  const errors: unknown[] = []
  const replayer = new Replayer(disk, sometimes, journal, (error) => errors.push(error))
  await journal.append(touch())
  await journal.close()
  replayer.start(5)
  await sleep(40)
  expect([store.rows.size, disk.files.size]).toEqual([0, 1])
  expect(errors.length).toBeGreaterThan(0)
  broken = false
  await replayer.stop()
  expect([store.rows.size, store.doubles, disk.files.size]).toEqual([1, 0, 0])
})

it('a drain holds all that was durable when it was asked for, also while an earlier pass is under way', async () => {
  const disk = new MemoryDisk()
  const store = new MemoryStore()
  const journal = new Journal(disk)
  let passes = 0
  const slow: TouchStore = {
    insert: async (touches) => {
      passes++
      await sleep(30)
      await store.insert(touches)
    },
  }
  const replayer = new Replayer(disk, slow, journal, noError)
  await journal.append(touch())
  const first = replayer.drain()
  await sleep(10) // the first pass has read its part
  const late = touch()
  await journal.append(late)
  await Promise.all([replayer.drain(), replayer.drain()]) // a checkout that decides by touches
  expect(store.rows.has(late.id)).toBe(true)
  expect(passes, 'those who wait share one pass').toBe(2)
  await first
  await journal.close()
})

it('touches that nobody waits for are moved a few at a time with rests between, and who waits for them ends the rests', async () => {
  const disk = new MemoryDisk()
  const journal = new Journal(disk)
  const sizes: number[] = []
  const slow: TouchStore = {
    insert: async (touches) => {
      await sleep(30)
      sizes.push(touches.length)
    },
  }
  const replayer = new Replayer(disk, slow, journal, noError)
  await Promise.all(Array.from({ length: 400 }, () => journal.append(touch())))
  replayer.start(1)
  await vi.waitFor(() => expect(sizes.length).toBeGreaterThan(0), { interval: 1 })
  await replayer.drain()
  expect(sizes[0], 'gently').toBe(50)
  expect(Math.max(...sizes), 'in a hurry').toBe(100)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(400)
  await journal.close()
  await replayer.stop()
})

it('a loss is said at once and then once a second, with the touches', () => {
  vi.useFakeTimers()
  const say = vi.fn()
  const report = lossReporter(say)
  for (let i = 0; i < 5; i++) report([touch()], new Error('ENOSPC'))
  expect(say).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(say).toHaveBeenCalledTimes(2)
  expect(say.mock.lastCall?.[0]).toMatchObject({ lost: 5, touches: { length: 4 } })
  vi.useRealTimers()
})
