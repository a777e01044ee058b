import { createHmac } from 'node:crypto'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../src/lib/ids.ts'
import type { ProviderEvent } from '../../../src/modules/payments/index.ts'
import { sandboxProvider, sandboxReference } from '../../../src/modules/payments/providers/sandbox.ts'
import { product, productLink, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { worldSecret } from '../../builders/world.ts'
import { readOutbox } from '../../fixtures/outbox.ts'
import { newFolder, removeFolders } from '../site.ts'
import { killCounts, killedShop, killPlace } from './killing.ts'
import { contact, guest, place, postJson, randomFrom, send, type Wish, wishFor } from './load.ts'

/**
 * Issue "The loop", 7.4: the server is killed by SIGKILL at named places, before and after journal sync, COMMIT and
 * answer, and in every third round at a random moment, 20 times for each of touch, checkout, webhook and job (CRASH_ROUNDS for
 * more). The harness counts the answers
 * it received; what was acknowledged must be there, once, and the books must balance. CRASH_SEED repeats a run.
 */
const rounds = Number(process.env.CRASH_ROUNDS ?? 20)
/** ms; a killed server starts anew in every round, slowly on a busy machine. */
const patience = 60_000 + rounds * 30_000
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000_007)
const random = randomFrom(seed)
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
const upTo = (n: number) => 1 + Math.floor(random() * n)

let dir = ''
let item = { variantId: '', linkCode: '' }

const { open, start, untilKilled, booksBalance } = killedShop(() => dir)

beforeAll(async () => {
  console.log(`crash seed ${seed}, ${rounds} rounds each`)
  dir = await newFolder()
  const world = await open()
  await person(world, ['admin'])
  const { creatorId } = await creator(world)
  const programmeId = await programme(world)
  const { productId, variantIds } = await product(world, { prices: [12345], stock: 100_000 })
  item = { variantId: variantIds[0] as string, linkCode: (await productLink(world, { creatorId, productId, programmeId })).code }
  await world.close()
}, 120_000)

afterAll(removeFolders)

describe('after kill -9', () => {
  it('touch: no acknowledged touch is lost', { timeout: patience }, async () => {
    const acknowledged: string[] = []
    let late = 0
    for (let round = 0; round < rounds; round++) {
      const failpoint = pick([`before-journal-sync:${upTo(6)}`, `after-journal-sync:${upTo(6)}`, `before-answer:go:${upTo(40)}`])
      await untilKilled(killPlace(round, failpoint, random, 60), async ({ url }) => {
        const answers = Array.from({ length: 12 }, async () => {
          const who = guest(random)
          const answer = await send(url, who, { path: `/go/${item.linkCode}` })
          const visitor = who.cookies.get('zc_visitor')
          if (answer?.status !== 302 || !visitor) return
          // Above 250 ms the journal lets a visitor go before the disk has answered ("late"): that promises nothing.
          if (answer.ms < 240) acknowledged.push(visitor)
          else late++
        })
        await Promise.all(answers)
      })
    }
    const world = await open()
    const stored = new Set<string>()
    for (let at = 0; at < acknowledged.length; at += 200) {
      const some = acknowledged.slice(at, at + 200)
      const { docs } = await world.payload.find({ collection: 'touches', where: { visitor: { in: some } }, pagination: false, depth: 0 })
      for (const { visitor } of docs) stored.add(String(visitor))
      expect(docs.length, 'no touch twice').toBe(new Set(docs.map(({ visitor }) => visitor)).size)
    }
    await world.close()
    console.log(`touches: ${killCounts(rounds)}; ${acknowledged.length} acknowledged, ${stored.size} stored, ${late} answered late`)
    expect(acknowledged.length).toBeGreaterThan(0)
    expect(acknowledged.filter((visitor) => !stored.has(visitor))).toEqual([])
  })

  it('checkout: every order that was answered is there, every unanswered one is placed once when asked again', {
    timeout: patience,
  }, async () => {
    const wishes: Wish[] = []
    for (let round = 0; round < rounds; round++) {
      const failpoint = `${pick(['before-commit:place order', 'after-commit:place order', 'before-answer:checkout'])}:${upTo(8)}`
      await untilKilled(killPlace(round, failpoint, random), async ({ url }) => {
        const made = await Promise.all(Array.from({ length: 4 }, () => wishFor(url, guest(random), item)))
        for (const wish of made) if (wish) wishes.push(wish)
      })
    }
    const answered = new Map(wishes.flatMap(({ key, orderId }) => (orderId ? [[key, orderId] as const] : [])))
    const site = await start()
    for (const wish of wishes) await place(site.url, wish)
    expect(await site.stop()).toBe(0)
    for (const { key, orderId } of wishes) {
      expect(orderId, 'placed in the end').not.toBeNull()
      if (answered.has(key)) expect(orderId, 'the same order as answered before').toBe(answered.get(key))
    }
    expect(new Set(wishes.map(({ orderId }) => orderId)).size).toBe(wishes.length)
    const world = await open()
    const { totalDocs } = await world.payload.count({ collection: 'orders' })
    await world.close()
    console.log(`orders: ${killCounts(rounds)}; ${answered.size} answered of ${wishes.length} wishes, ${totalDocs} placed`)
    expect(totalDocs).toBe(wishes.length)
    await booksBalance()
  })

  it('webhook: delivered again, each payment settles and credits once', { timeout: patience }, async () => {
    const events: ProviderEvent[] = []
    const provider = sandboxProvider({
      key: createHmac('sha256', worldSecret).update('zhongcao:sandbox-webhooks').digest(),
    })
    const deliver = async (url: string, event: ProviderEvent): Promise<number | null> => {
      const { body, headers } = provider.signEvent(event, new Date())
      return (
        (await send(url, guest(random), { path: '/webhooks/sandbox', method: 'POST', headers, body: new Uint8Array(body) }))?.status ?? null
      )
    }
    const eventFor = async (url: string): Promise<ProviderEvent | null> => {
      const wish = await wishFor(url, guest(random), item)
      if (!wish?.paymentId) return null
      const order = await send(url, wish.who, { path: `/v1/orders/${wish.orderId}` })
      if (!order) return null
      const total = (order.body as { total?: number }).total
      expect(total, JSON.stringify(order.body)).toBeTypeOf('number')
      return {
        id: newId(),
        type: 'payment.settled',
        reference: sandboxReference(wish.paymentId),
        amount: total as number,
        currency: 'CNY',
        at: new Date().toISOString(),
      }
    }
    for (let round = 0; round < rounds; round++) {
      const failpoint = `${pick(['before-commit:confirm payment', 'after-commit:confirm payment', 'before-answer:webhook'])}:${upTo(4)}`
      await untilKilled(killPlace(round, failpoint, random), async ({ url }) => {
        const made = (await Promise.all([eventFor(url), eventFor(url)])).filter((event) => event !== null)
        events.push(...made)
        await Promise.all(made.flatMap((event) => [deliver(url, event), deliver(url, event)]))
      })
    }
    const site = await start()
    for (const event of events) expect(await deliver(site.url, event)).toBe(200)
    expect(await site.stop()).toBe(0)
    const world = await open()
    for (const { reference } of events) {
      const { docs: payments } = await world.payload.find({ collection: 'payments', where: { reference: { equals: reference } }, depth: 0 })
      expect(payments.map(({ state }) => state)).toEqual(['settled'])
      const { docs: entries } = await world.payload.find({
        collection: 'ledger-entries',
        where: { order: { equals: payments[0]?.order } },
        depth: 0,
      })
      expect(entries.map(({ kind }) => kind)).toEqual(['accrue', 'accrue'])
      expect(entries.reduce((sum, { amount }) => sum + amount, 0)).toBe(0)
    }
    await world.close()
    console.log(`webhooks: ${killCounts(rounds)}; ${events.length} payments, each settled and credited once`)
    await booksBalance()
  })

  it('job: none is stuck, each one ends', { timeout: patience }, async () => {
    for (let round = 0; round < rounds; round++) {
      const failpoint = `${pick(['before-job:send-mail', 'after-job:send-mail'])}:${upTo(2)}`
      await untilKilled(
        killPlace(round, failpoint, random, 2500),
        async ({ url, gone }) => {
          const buy = async () => {
            const wish = await wishFor(url, guest(random), item)
            if (wish?.paymentId) await send(url, wish.who, postJson(`/v1/sandbox/payments/${wish.paymentId}/succeed`, {}))
          }
          await Promise.all([buy(), buy()])
          // Jobs are looked for every second; the rest of it is not waited for when the failpoint has struck.
          await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 1500))])
        },
        10,
      )
    }
    const site = await start()
    await new Promise((resolve) => setTimeout(resolve, 4000))
    // Jobs are looked for every second: what came due later than this may wait for the next server.
    const due = new Date(Date.now() - 2_000)
    expect(await site.stop()).toBe(0)
    const world = await open()
    const { docs: jobs } = await world.payload.find({ collection: 'payload-jobs', pagination: false, depth: 0 })
    const { totalDocs: paid } = await world.payload.count({ collection: 'orders', where: { state: { equals: 'paid' } } })
    await world.close()
    // One that had ended when its process died keeps its row for an hour (sweepRows): it is done, not stuck.
    const unfinished = jobs.filter(({ completedAt, hasError }) => !completedAt || hasError)
    const left = unfinished.filter(
      ({ processing, hasError, waitUntil }) => processing || hasError || !waitUntil || new Date(waitUntil) <= due,
    )
    // Orders of the earlier tests that stay unpaid get their reminder after two minutes, which a slow machine reaches.
    const letters = readOutbox(path.join(dir, 'outbox'), contact.email).filter(({ subject }) => subject.startsWith('付好了'))
    console.log(`jobs: ${killCounts(rounds)}; ${left.length} left that should have run; ${letters.length} letters for ${paid} paid orders`)
    expect(left.map(({ taskSlug, processing, hasError, waitUntil }) => ({ taskSlug, processing, hasError, waitUntil }))).toEqual([])
    expect(letters.length, 'one letter for each paid order, however often its job was begun').toBe(paid)
    await booksBalance()
  })
})
