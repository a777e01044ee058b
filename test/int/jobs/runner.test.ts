import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { drainJobs, startJobs } from '../../../src/jobs/runner.ts'
import { freeStuckJobs } from '../../../src/jobs/sweeper.ts'
import { queueOf } from '../../../src/jobs/tasks.ts'
import { product } from '../../builders/catalogue.ts'
import { awaitingOrder } from '../../builders/paid-order.ts'
import { person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
}, 60_000)
afterAll(() => world.close())
beforeEach(async () => {
  vi.restoreAllMocks()
  await world.payload.db.deleteMany({ collection: 'payload-jobs', where: { id: { exists: true } } })
})

const queue = (documentId = 'x', more: { waitUntil?: Date } = {}) =>
  world.payload.jobs.queue({ task: 'index-documents', input: { kind: 'product', documentId }, queue: 'index', ...more })
const jobs = async () => (await world.payload.find({ collection: 'payload-jobs', limit: 0, pagination: false, depth: 0, sort: 'id' })).docs
const removed = () => vi.spyOn(world.ctx.search, 'remove')

describe('jobs', () => {
  it('exist exactly when their change is committed', async () => {
    await expect(
      world.ctx.tx('rolled back', async (req) => {
        await req.payload.jobs.queue({ task: 'index-documents', input: { kind: 'product', documentId: 'x' }, queue: 'index', req })
        throw new Error('undo')
      }),
    ).rejects.toThrow('undo')
    expect(await jobs()).toEqual([])
  })

  it('run once and are gone', async () => {
    const remove = removed()
    await queue('a')
    await queue('b')
    await drainJobs(world.ctx)
    expect(remove.mock.calls.map(([[one]]) => one?.id)).toEqual(['a', 'b'])
    expect(await jobs()).toEqual([])
    await drainJobs(world.ctx)
    expect(remove).toHaveBeenCalledTimes(2)
  })

  it('wait for their time by the shop’s clock', async () => {
    const remove = removed()
    await queue('later', { waitUntil: new Date(world.clock.now().getTime() + 60_000) })
    await drainJobs(world.ctx)
    expect(remove).not.toHaveBeenCalled()
    world.clock.advance(60_001)
    await drainJobs(world.ctx)
    expect(remove).toHaveBeenCalledTimes(1)
  })

  it('that throw are tried again later, a bounded number of times, and are kept when they failed for good', async () => {
    const remove = removed().mockRejectedValue(new Error('the engine is away'))
    await queue()
    await drainJobs(world.ctx)
    expect(remove).toHaveBeenCalledTimes(1)
    await drainJobs(world.ctx)
    expect(remove).toHaveBeenCalledTimes(1)
    for (let at = 0; at < 10; at++) {
      world.clock.advance(600_000)
      await drainJobs(world.ctx)
    }
    expect(remove).toHaveBeenCalledTimes(6)
    expect(await jobs()).toMatchObject([{ hasError: true, processing: false }])
  })

  it('that succeed at the second try are done', async () => {
    const remove = removed().mockRejectedValueOnce(new Error('once'))
    await queue()
    await drainJobs(world.ctx)
    world.clock.advance(600_000)
    await drainJobs(world.ctx)
    expect(remove).toHaveBeenCalledTimes(2)
    expect(await jobs()).toEqual([])
  })

  it('of a killed process run again after a start, and only then', async () => {
    const remove = removed()
    const { id } = await queue('stuck')
    await world.payload.db.updateOne({ collection: 'payload-jobs', id, data: { processing: true } })
    await drainJobs(world.ctx)
    expect(remove).not.toHaveBeenCalled()
    const running = await startJobs(world.ctx)
    await expect.poll(() => remove.mock.calls.length, { timeout: 10_000 }).toBe(1)
    await running.stop()
    expect(await jobs()).toEqual([])
    expect(await freeStuckJobs(await world.ctx.req())).toBe(0)
  })

  it('are run by a started server without being asked; stopping waits for the running turn', async () => {
    let done = false
    const running = await startJobs(world.ctx)
    const started = new Promise<void>((resolve) => {
      removed().mockImplementation(async () => {
        resolve()
        await new Promise((later) => setTimeout(later, 300))
        done = true
      })
    })
    await queue()
    await started
    await running.stop()
    expect(done).toBe(true)
    await queue()
    await new Promise((later) => setTimeout(later, 1500))
    expect(await jobs()).toHaveLength(1)
  })

  it('cannot be run, queued or read by people through Payload’s door', async () => {
    const { email } = await person(world, ['fan'])
    const { user } = await world.payload.login({ collection: 'users', data: { email, password: 'correct horse 7' } })
    await queue()
    await expect(world.payload.find({ collection: 'payload-jobs', overrideAccess: false, user })).rejects.toThrow()
  })

  it('have a queue for each kind of work, so that slow work holds up nothing else', () => {
    expect(new Set(Object.values(queueOf))).toEqual(new Set(['default', 'index', 'mail', 'media']))
  })

  it('follow a change of a product through any door', async () => {
    const { productId } = await product(world)
    await drainJobs(world.ctx)
    await world.payload.update({ collection: 'products', id: productId, data: { brand: '山野' }, depth: 0 })
    expect((await jobs()).map(({ input }) => input)).toEqual([{ kind: 'product', documentId: productId }])
  })

  it('let no unpaid order go while a world is still being made', async () => {
    const { orderId } = await awaitingOrder(world, [{ product: await product(world, { stock: 5 }) }])
    world.clock.advance(3_600_000)
    const state = async () => (await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })).state
    let isPrepared = () => {}
    const running = await startJobs(world.ctx, { prepared: new Promise((resolve) => (isPrepared = resolve)) })
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await state()).toBe('awaiting_payment')
    isPrepared()
    await vi.waitFor(async () => expect(await state()).toBe('expired'), { timeout: 10_000 })
    await running.stop()
    const never = await startJobs(world.ctx, { prepared: new Promise(() => {}) })
    await never.stop()
  })
})
