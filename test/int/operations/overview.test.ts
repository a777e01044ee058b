import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { checkBooksNow } from '../../../src/flows/operations/check-books-now.ts'
import { describePicture } from '../../../src/flows/operations/describe-picture.ts'
import { listFailedJobs } from '../../../src/flows/operations/failed-jobs.ts'
import { readOverview } from '../../../src/flows/operations/read-overview.ts'
import { readPictures } from '../../../src/flows/operations/read-pictures.ts'
import { retryJob } from '../../../src/flows/operations/retry-job.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product } from '../../builders/catalogue.ts'
import { person } from '../../builders/people.ts'
import { NOON, openWorld, type World } from '../../builders/world.ts'

let world: World
let admin: Actor
let editor: Actor
let finance: Actor

beforeAll(async () => {
  world = await openWorld()
  admin = await person(world, ['admin'])
  editor = await person(world, ['editor'])
  finance = await person(world, ['finance'])
})
afterAll(() => world.close())

const overview = async (actor: Actor) => {
  const result = await readOverview(world.ctx, actor)
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function order(more: { paidAt: string; total: number; state?: 'paid' | 'fulfilled'; test?: boolean }) {
  const { productId, variantIds } = await product(world)
  const line = {
    variant: variantIds[0]!,
    product: productId,
    sku: 'S',
    title: 'x',
    quantity: 1,
    unitPrice: 1,
    listAmount: 1,
    discountAmount: 0,
  }
  await world.payload.create({
    collection: 'orders',
    data: {
      id: newId(),
      number: `N-${newId()}`,
      state: 'paid',
      merchant: 'house',
      scene: 'direct',
      currency: 'CNY',
      itemsTotal: more.total,
      discountTotal: 0,
      shippingTotal: 0,
      taxTotal: 0,
      locale: 'zh',
      placedAt: more.paidAt,
      lines: [{ ...line, taxAmount: 0, paidAmount: 1, baseAmount: 1, commission: 0 }],
      ...more,
    },
    depth: 0,
  })
}

describe('the overview', () => {
  it('shows each role what it sees, and others nothing', async () => {
    expect(await overview(editor)).toMatchObject({ openReviews: 0, toShip: null, paidToday: null, failedJobs: null, books: null })
    expect(await overview(finance)).toMatchObject({ openReviews: null, toShip: 0, failedJobs: null, books: 'never' })
    expect(await overview(admin)).toMatchObject({ openReviews: 0, toShip: 0, failedJobs: 0 })
    for (const actor of [anonymous, await person(world, ['creator'])])
      expect(await readOverview(world.ctx, actor)).toMatchObject({ failure: { code: 'forbidden' } })
  })

  it('counts the money of the shop’s own day, and what is to be sent, without test orders', async () => {
    // Noon of 2 November in Shanghai, where the day began at 16:00 UTC of the day before.
    expect(world.clock.now().toISOString()).toBe(NOON)
    await order({ paidAt: '2026-11-01T16:00:00.000Z', total: 1200 })
    await order({ paidAt: '2026-11-02T03:59:00.000Z', total: 300, state: 'fulfilled' })
    await order({ paidAt: '2026-11-01T15:59:59.000Z', total: 5000 })
    await order({ paidAt: '2026-11-02T03:00:00.000Z', total: 7000, test: true })
    const { paidToday, toShip } = await overview(finance)
    expect(paidToday).toEqual({ orders: 2, total: 1500, currency: 'CNY' })
    expect(toShip).toBe(2)
  })

  it('names what runs out, the fewest first, of what is on sale', async () => {
    const before = (await overview(editor)).lowStock.count
    const few = await product(world, { stock: 4 })
    const none = await product(world, { stock: 0 })
    await product(world, { stock: 5 })
    await product(world, { stock: 0, status: 'archived' })
    const { lowStock } = await overview(editor)
    expect(lowStock).toMatchObject({ below: 5, count: before + 2 })
    const ids = lowStock.first.map(({ variantId }) => variantId)
    expect(ids.indexOf(none.variantIds[0]!)).toBeGreaterThanOrEqual(0)
    expect(ids.indexOf(none.variantIds[0]!)).toBeLessThan(ids.indexOf(few.variantIds[0]!))
  })

  it('remembers when the books were last proved, and what that found', async () => {
    const { findings } = await checkBooksNow(world.ctx)
    expect((await overview(finance)).books).toEqual({ checkedAt: NOON, findings: findings.length, first: findings.slice(0, 20) })
    const later = new Date(Date.parse(NOON) + 60_000)
    world.clock.set(later)
    await checkBooksNow(world.ctx)
    expect((await overview(admin)).books).toEqual({
      checkedAt: later.toISOString(),
      findings: findings.length,
      first: findings.slice(0, 20),
    })
    world.clock.set(new Date(NOON))
  })
})

describe('jobs that failed', () => {
  let job: string

  beforeEach(async () => {
    const input = { media: newId() }
    const queued = await world.payload.jobs.queue({ task: 'process-media', input, queue: 'media' })
    job = String(queued.id)
    const { defaultIDType } = world.payload.db
    const failure = { message: 'Could not open the file of mei@example.test\n  at here' }
    const at = NOON
    await world.payload.update({
      collection: 'payload-jobs',
      id: defaultIDType === 'number' ? Number(job) : job,
      data: {
        hasError: true,
        error: failure,
        totalTried: 3,
        log: [0, 1, 2].map(() => ({
          executedAt: at,
          completedAt: at,
          taskSlug: 'process-media' as const,
          taskID: '1',
          input,
          state: 'failed' as const,
          error: failure,
        })),
      },
    })
  })

  it('are listed for admins with their fault in few words, and not their input', async () => {
    const { failedJobs } = await overview(admin)
    expect(failedJobs).toBeGreaterThan(0)
    const listed = await listFailedJobs(world.ctx, admin)
    const found = listed.ok ? listed.value.jobs.find(({ id }) => id === job) : undefined
    expect(found).toMatchObject({ task: 'process-media', tries: 3, fault: 'Could not open the file of …@…' })
    expect(found).not.toHaveProperty('input')
    for (const actor of [anonymous, editor, finance]) {
      expect(await listFailedJobs(world.ctx, actor)).toMatchObject({ failure: { code: 'forbidden' } })
      expect(await retryJob(world.ctx, actor, { id: job })).toMatchObject({ failure: { code: 'forbidden' } })
    }
  })

  it('run again with all their tries once somebody says so, and only once', async () => {
    expect(await retryJob(world.ctx, admin, { id: job })).toEqual({ ok: true, value: { queued: true } })
    expect(await retryJob(world.ctx, admin, { id: job })).toMatchObject({ failure: { code: 'not_found' } })
    await drainJobs(world.ctx)
    // The file of this job was never there: its handler has nothing to do, and a finished job goes away.
    const left = await world.payload.find({ collection: 'payload-jobs', where: { id: { equals: Number(job) || job } }, depth: 0 })
    expect(left.docs).toEqual([])
  })

  it('are not found by a number that is none', async () => {
    for (const id of ['999999', 'ffffffffffffffffffffffff', '-']) {
      expect(await retryJob(world.ctx, admin, { id })).toMatchObject({ failure: { code: 'not_found' } })
    }
  })
})

describe('pictures in the admin', () => {
  const picture = async () => {
    const id = newId()
    const data = { id, kind: 'image' as const, state: 'ready' as const, hash: id, type: 'image/webp', bytes: 1, width: 10, height: 10 }
    await world.payload.create({ collection: 'media', data: { ...data, variants: [{ width: 10, path: `aa/${id}-10.webp` }] }, depth: 0 })
    return id
  }

  it('come in the order asked for, to the staff', async () => {
    const [a, b] = [await picture(), await picture()]
    const answer = await readPictures(world.ctx, finance, { ids: [b, newId(), a] })
    expect(answer.ok && answer.value.pictures.map(({ id }) => id)).toEqual([b, a])
    expect(await readPictures(world.ctx, await person(world, ['creator']), { ids: [a] })).toMatchObject({ failure: { code: 'forbidden' } })
  })

  it('are described by editors and admins', async () => {
    const id = await picture()
    expect(await describePicture(world.ctx, editor, { id, alt: ' 一只杯子 ' })).toMatchObject({
      ok: true,
      value: { picture: { alt: '一只杯子' } },
    })
    expect(await describePicture(world.ctx, finance, { id, alt: 'x' })).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await describePicture(world.ctx, editor, { id: newId(), alt: 'x' })).toMatchObject({ failure: { code: 'not_found' } })
  })
})
