import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listNotifications } from '../../../src/flows/accounts/list-notifications.ts'
import { expireOverdue } from '../../../src/flows/orders/expire-overdue.ts'
import { receiveOrder } from '../../../src/flows/orders/receive-order.ts'
import { receiveOverdue } from '../../../src/flows/orders/receive-overdue.ts'
import { decideReviewItem } from '../../../src/flows/review/decide-review-item.ts'
import { restorePiece, takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { formatsOf } from '../../../src/modules/notifications/locale.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { type Doors, openDoors } from '../../builders/doors.ts'
import { contact, placedOrder } from '../../builders/orders.ts'
import { deliver, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must, postDraft, publishedPost, submitted } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'
import { type OutboxMail, readOutbox } from '../../fixtures/outbox.ts'

let world: World
let doors: Doors
let editor: Actor

beforeAll(async () => {
  world = await openWorld()
  doors = await openDoors(world)
  await programme(world)
  editor = await person(world, ['editor'])
})
afterAll(async () => {
  await doors.close()
  await world.close()
})

/** The letters to an address after all jobs ran. */
async function lettersTo(address: string): Promise<OutboxMail[]> {
  await drainJobs(world.ctx)
  return readOutbox(path.join(world.dir, 'outbox'), address)
}

async function authorOf(locale: 'zh' | 'en') {
  const author = await creator(world)
  await world.payload.update({ collection: 'users', id: author.userId, data: { locale }, depth: 0 })
  return author
}

const words = {
  zh: { changes: '请修改后再发布', rejected: '没有通过', approved: '已公开', down: '不再公开', restored: '恢复公开' },
  en: { changes: 'Please change', rejected: 'Not approved', approved: 'Public:', down: 'No longer public', restored: 'Public again' },
} as const

describe.each(['zh', 'en'] as const)('an author who reads %s', (locale) => {
  it('is told of every decision in the app and by mail, in her language, with the editor’s words', async () => {
    const author = await authorOf(locale)
    const reason = '“全网最低”没有依据。'
    const because = { rule: 'misleading-claim', reason }
    const decide = async (title: string, decision: 'request_changes' | 'reject') => {
      const { reviewItemId } = await submitted(world, author, 'posts', await postDraft(world, author, [], { title }))
      const { docs } = await world.payload.find({ collection: 'review-items', where: { id: { equals: reviewItemId } }, depth: 0 })
      must(await decideReviewItem(world.ctx, editor, { id: reviewItemId, lockVersion: docs[0]?.lockVersion ?? 0, decision, ...because }))
    }
    await decide('甲', 'request_changes')
    await decide('乙', 'reject')
    const { id } = await publishedPost(world, { author, draft: { title: '丙' } })
    must(await takeDownPiece(world.ctx, editor, { pieceId: id, ...because }))
    must(await restorePiece(world.ctx, editor, { pieceId: id, reason: '核实后无误。' }))
    const told = must(await listNotifications(world.ctx, author)).notifications.map(({ kind }) => kind)
    expect(told.sort()).toEqual(['piece-approved', 'piece-changes-requested', 'piece-rejected', 'piece-restored', 'piece-taken-down'])
    const letters = await lettersTo(author.email)
    const { changes, rejected, approved, down, restored } = words[locale]
    for (const [word, said] of [
      [changes, reason],
      [rejected, reason],
      [approved, ''],
      [down, reason],
      [restored, ''],
    ] as const) {
      const letter = letters.find(({ subject }) => subject.includes(word))
      expect(letter?.text, word).toContain(said)
      expect(letter?.links[0]).toContain(`/${locale}/`)
    }
    expect(letters).toHaveLength(5)
  })

  it('writes once how to pay an order that still waits two minutes later, and not at all when it was paid', async () => {
    const { variantIds } = await product(world)
    const begun = world.clock.now()
    const buy = (email: string) =>
      placedOrder(world, { wanted: [{ variantId: variantIds[0]! }], input: { locale, contact: { ...contact, email } } })
    const [waits, pays] = [`waits-${locale}@example.test`, `pays-${locale}@example.test`]
    const order = await buy(waits)
    const paid = await buy(pays)
    const payment = await world.payload.findByID({ collection: 'payments', id: paid.payment.id, depth: 0 })
    must(await deliver(world, settledEvent({ reference: payment.reference, total: payment.amount } as never)))
    expect(await lettersTo(waits)).toEqual([])
    world.clock.advance(121_000)
    const [letter, ...more] = await lettersTo(waits)
    expect(letter?.subject).toContain(order.number)
    expect(letter?.subject).toMatch(locale === 'zh' ? /待付款/ : /to pay/)
    expect(more).toEqual([])
    expect((await lettersTo(pays)).map(({ subject }) => subject)).toEqual([expect.stringMatching(locale === 'zh' ? /付好了/ : /paid/i)])
    world.clock.set(begun)
  })

  it('writes once to a guest whose unpaid order is over, and not when the money came after all', async () => {
    const { variantIds } = await product(world)
    const begun = world.clock.now()
    const buy = (email: string) =>
      placedOrder(world, { wanted: [{ variantId: variantIds[0]! }], input: { locale, contact: { ...contact, email } } })
    const [left, late] = [`left-${locale}@example.test`, `late-${locale}@example.test`]
    const order = await buy(left)
    const paid = await buy(late)
    world.clock.advance(16 * 60_000)
    await expireOverdue(world.ctx)
    await expireOverdue(world.ctx)
    const payment = await world.payload.findByID({ collection: 'payments', id: paid.payment.id, depth: 0 })
    must(await deliver(world, settledEvent({ reference: payment.reference, total: payment.amount } as never)))
    const [letter, ...more] = await lettersTo(left)
    expect(letter?.subject).toContain(order.number)
    expect(letter?.subject).toMatch(locale === 'zh' ? /没有付款，已经取消/ : /was not paid and is cancelled/)
    expect(new URL(letter?.links[0] ?? '').pathname).toBe(`/${locale}/orders/${order.orderId}`)
    expect(more).toEqual([])
    expect((await lettersTo(late)).map(({ subject }) => subject)).toEqual([expect.stringMatching(locale === 'zh' ? /付好了/ : /paid/i)])
    world.clock.set(begun)
  })

  it('ATT-27 writes once to a guest whose receipt is confirmed by itself how to ask for help and until when; not to who said so', async () => {
    const begun = world.clock.now()
    const goods = await product(world)
    const sent = async (email: string) => {
      const order = await paidOrder(world, [{ product: goods }], { email })
      const moments = { fulfilledAt: begun.toISOString(), deliveredAt: begun.toISOString() }
      await world.payload.update({ collection: 'orders', id: order.orderId, data: { state: 'fulfilled', locale, ...moments }, depth: 0 })
      return order
    }
    const [silent, told] = [`silent-${locale}@example.test`, `told-${locale}@example.test`]
    const order = await sent(silent)
    const said = await sent(told)
    must(await receiveOrder(world.ctx, visitOf(), { orderId: said.orderId, secret: said.guestSecret }))
    world.clock.advance(7 * 86_400_000)
    await receiveOverdue(world.ctx)
    await receiveOverdue(world.ctx)
    const letters = (await lettersTo(silent)).filter(({ subject }) => /自动确认收货|Counted as received/.test(subject))
    expect(letters).toHaveLength(1)
    const until = formatsOf(locale, 'Asia/Shanghai').time(new Date(begun.getTime() + 30 * 86_400_000))
    expect(letters[0]?.text).toContain(until)
    expect(letters[0]?.text).toContain(locale === 'zh' ? '打开订单页，点「申请退款」' : 'ask for a refund on the order page')
    expect(new URL(letters[0]?.links[0] ?? '').pathname).toBe(`/${locale}/orders/${order.orderId}`)
    expect((await lettersTo(told)).filter(({ subject }) => /自动确认收货|Counted as received/.test(subject))).toEqual([])
    world.clock.set(begun)
  })

  it('writes to a guest who buys in it, and the letter’s link opens his order, and only his', async () => {
    const { variantIds } = await product(world)
    const email = `guest-${locale}@example.test`
    const order = await placedOrder(world, { wanted: [{ variantId: variantIds[0]! }], input: { locale, contact: { ...contact, email } } })
    await drainJobs(world.ctx)
    const payment = await world.payload.findByID({ collection: 'payments', id: order.payment.id, depth: 0 })
    must(await deliver(world, settledEvent({ reference: payment.reference, total: payment.amount } as never)))
    const letters = await lettersTo(email)
    expect(letters.map(({ subject }) => subject)).toEqual([expect.stringContaining(order.number)])
    expect(letters[0]?.subject).toMatch(locale === 'zh' ? /付好了/ : /paid/i)
    for (const { links } of letters) {
      const link = new URL(links[0] ?? '')
      expect(link.pathname).toBe(`/${locale}/orders/${order.orderId}`)
      const opened = await doors.ask(`/v1/orders/${order.orderId}?key=${encodeURIComponent(link.searchParams.get('key') ?? '')}`)
      expect(opened.status).toBe(200)
      expect(await opened.json()).toMatchObject({ number: order.number })
      const guessed = await doors.ask(`/v1/orders/${order.orderId}?key=${'x'.repeat(43)}`)
      expect([guessed.status, (await doors.ask(`/v1/orders/${order.orderId}`)).status]).toEqual([404, 404])
    }
  })
})
