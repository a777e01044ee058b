import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { addToCart } from '../../../src/flows/carts/add-to-cart.ts'
import { readCart } from '../../../src/flows/carts/read-cart.ts'
import { sweepRows } from '../../../src/flows/operations/sweep-rows.ts'
import { placeOrder } from '../../../src/flows/orders/place-order.ts'
import { startJobs } from '../../../src/jobs/runner.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { countRows } from '../../builders/counts.ts'
import { contact, filledCart, placedOrder } from '../../builders/orders.ts'
import { person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
  // Rows are stamped by the machine's clock.
  world.clock.set(new Date())
})
afterAll(() => world.close())

const days = (count: number) => new Date(Date.now() + count * 86_400_000)
const rows = () => countRows(world, ['idempotency-keys', 'carts'])

it('deletes kept answers after their term and not before; the retry inside it still gets the first answer', async () => {
  const { variantIds } = await product(world)
  const wanted = [{ variantId: variantIds[0]! }]
  const key = newId()
  const first = await placedOrder(world, { wanted, key })
  world.clock.set(days(29))
  expect(await sweepRows(world.ctx)).toMatchObject({ idempotencyKeys: 0 })
  const again = await placeOrder(world.ctx, first.visit, { contact, locale: 'zh' }, key)
  expect(again.ok && again.value.orderId).toBe(first.orderId)
  world.clock.set(days(31))
  const before = await rows()
  expect(await sweepRows(world.ctx)).toMatchObject({ idempotencyKeys: 1 })
  expect((await rows())['idempotency-keys']).toBe(before['idempotency-keys'] - 1)
})

it('deletes a guest’s basket when his browser has forgotten it, never one of an account', async () => {
  world.clock.set(new Date())
  const { variantIds } = await product(world)
  const wanted = [{ variantId: variantIds[0]! }]
  const guest = await filledCart(world, visitOf(), wanted)
  const owner = visitOf(await person(world))
  expect((await addToCart(world.ctx, owner, { variantId: variantIds[0]!, quantity: 2 })).ok).toBe(true)
  world.clock.set(days(90))
  expect((await sweepRows(world.ctx)).carts).toBe(0)
  expect((await readCart(world.ctx, guest, 'zh')).lines).toHaveLength(1)
  world.clock.set(days(92))
  expect((await sweepRows(world.ctx)).carts).toBeGreaterThan(0)
  expect((await readCart(world.ctx, guest, 'zh')).lines).toEqual([])
  expect((await readCart(world.ctx, owner, 'zh')).lines).toHaveLength(1)
  expect(await sweepRows(world.ctx)).toEqual({ idempotencyKeys: 0, carts: 0, jobs: 0, purges: 0, events: 0 })
})

it('goes on past one part', async () => {
  const at = new Date().toISOString()
  for (let n = 0; n < 450; n++) {
    const data = { id: newId(), key: `old:${n}`, requestHash: 'h', status: 200, response: null, at, expiresAt: at }
    await world.payload.db.create({ collection: 'idempotency-keys', data, returning: false, req: undefined as never })
  }
  expect(await sweepRows(world.ctx)).toMatchObject({ idempotencyKeys: 450 })
})

it('is done by the process that runs jobs, from its start', async () => {
  await world.payload.db.create({
    collection: 'idempotency-keys',
    data: {
      id: newId(),
      key: 'old',
      requestHash: 'h',
      status: 200,
      response: null,
      at: days(0).toISOString(),
      expiresAt: days(1).toISOString(),
    },
    req: undefined as never,
  })
  const jobs = await startJobs(world.ctx)
  await vi.waitFor(async () => expect((await rows())['idempotency-keys']).toBe(0), 5000)
  await jobs.stop()
})

it('deletes the row of a job that had ended when its process died, never one that waits or has failed', async () => {
  world.clock.set(new Date())
  const job = async (data: { completedAt?: string; hasError?: boolean }) => {
    const made = await world.payload.db.create({
      collection: 'payload-jobs',
      data: { taskSlug: 'send-mail', queue: 'mail', input: {}, processing: false, totalTried: 0, ...data },
      req: await world.ctx.req(),
    })
    return (made as { id: string | number }).id
  }
  const ended = await job({ completedAt: days(-1).toISOString() })
  const kept = [
    await job({}),
    await job({ completedAt: days(-1).toISOString(), hasError: true }),
    await job({ completedAt: new Date().toISOString() }),
  ]
  expect((await sweepRows(world.ctx)).jobs).toBe(1)
  const { docs } = await world.payload.find({
    collection: 'payload-jobs',
    where: { id: { in: [ended, ...kept] } },
    pagination: false,
    depth: 0,
  })
  expect(docs.map(({ id }) => id).sort()).toEqual([...kept].sort())
})
