import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import { type TouchRecord, touchRecord } from '../../../src/modules/touches/index.ts'
import { insertTouches, loadRecentTouches } from '../../../src/modules/touches/store.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const touch = (more: Partial<TouchRecord> = {}) =>
  touchRecord({ id: newId(), kind: 'click', at: Date.parse('2026-11-25T08:00:00.250Z'), ...more })
const insert = (touches: TouchRecord[]) => world.ctx.tx('test touches', (req) => insertTouches(req, touches))
const count = async () => (await world.payload.count({ collection: 'touches' })).totalDocs

it('ATT-04 the same touches twice, and twice in one batch, are stored once and never changed', async () => {
  const batch = Array.from({ length: 600 }, (_, i) => touch({ campaign: `双十一 ${i}` }))
  await insert([...batch, ...batch.slice(0, 5)])
  await insert(batch.map((row) => ({ ...row, campaign: 'changed' })))
  expect(await count()).toBe(600)
  const { docs } = await world.payload.find({ collection: 'touches', where: { campaign: { equals: 'changed' } } })
  expect(docs).toEqual([])
})

it('ATT-04 of a batch that is partly there already, exactly the rest is new: a click is counted once', async () => {
  const batch = Array.from({ length: 80 }, () => touch())
  const known = batch.filter((_, at) => at % 30 === 7)
  await insert(known)
  const before = await count()
  const fresh = await insert(batch)
  expect(fresh.map(({ id }) => id)).toEqual(batch.filter((one) => !known.includes(one)).map(({ id }) => id))
  expect(await count()).toBe(before + batch.length - known.length)
})

// MongoDB's collections have no rule besides that of the id.
it.skipIf(process.env.TEST_DATABASE === 'mongodb')(
  'a touch that breaks another rule than that of its id is refused with the whole batch',
  async () => {
    const before = await count()
    await expect(insert([touch(), { ...touch(), kind: null as unknown as TouchRecord['kind'] }])).rejects.toThrow(/NOT NULL/)
    expect(await count()).toBe(before)
  },
)

it('ATT-01 a stored touch reads back field by field through Payload', async () => {
  const whole = touch({
    creator: 'c',
    link: 'l',
    piece: 'p',
    placement: '2',
    referrerHost: 'example.com',
    consent: 'granted',
    device: 'phone',
    visitor: 'v',
  })
  await insert([whole])
  const found = await world.payload.findByID({ collection: 'touches', id: whole.id })
  expect(found).toMatchObject({ ...whole, at: '2026-11-25T08:00:00.250Z' })
})

it('stores what strangers may have written into a touch as it is, quotes and all', async () => {
  const odd = `it''s "odd"\\ \n '); DROP TABLE touches; -- 种草 \u{1f331}`
  const one = touch({ campaign: odd, referrerHost: "'", channel: "''" })
  await insert([one])
  const found = await world.payload.findByID({ collection: 'touches', id: one.id })
  expect(found).toMatchObject({ campaign: odd, referrerHost: "'", channel: "''", creator: null, updatedAt: expect.stringMatching(/^20/) })
})

it('a transaction that fails leaves none of its touches', async () => {
  const before = await count()
  const failing = world.ctx.tx('failing touches', async (req) => {
    await insertTouches(req, [touch()])
    throw new Error('later write failed')
  })
  await expect(failing).rejects.toThrow('later write failed')
  expect(await count()).toBe(before)
})

it('outside a transaction nothing is written: the journal would trust it', async () => {
  await expect(insertTouches(await world.ctx.req(), [touch()])).rejects.toThrow('ctx.tx')
})

it('ATT-03 after a start the last 30 seconds are known', async () => {
  const now = new Date('2026-11-25T09:00:00Z')
  const near = touch({ at: now.getTime() - 29_000, visitor: 'v', link: 'near' })
  await insert([near, touch({ at: now.getTime() - 31_000, visitor: 'v', link: 'far' })])
  const recent = await loadRecentTouches(await world.ctx.req(), now)
  expect(recent).toEqual([{ id: near.id, at: near.at, visitor: 'v', link: 'near' }])
})

it('what the journal acknowledged is in the database after one drain', async () => {
  const before = await count()
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => world.ctx.touches.journal.append(touch())))
  expect(new Set(outcomes).has('lost')).toBe(false)
  await world.ctx.touches.drain()
  expect(await count()).toBe(before + 50)
})
