import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { databaseOf } from '../../../src/database/index.ts'
import { logIn } from '../../../src/flows/accounts/log-in.ts'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { guestToken } from '../../../src/flows/orders/guest-token.ts'
import { cookieNames } from '../../../src/lib/cookies.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { type Doors, openDoors } from '../../builders/doors.ts'
import { awaitingOrder, type BuiltOrder, paidOrder, settledEvent } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let doors: Doors
let goods: BuiltProduct
let kol: Awaited<ReturnType<typeof creator>>
const tokens: Record<'fan' | 'kol' | 'editor' | 'finance', string> = { fan: '', kol: '', editor: '', finance: '' }

beforeAll(async () => {
  world = await openWorld()
  doors = await openDoors(world)
  goods = await product(world, { stock: 300 })
  kol = await creator(world)
  const emails = {
    fan: (await person(world)).email,
    kol: kol.email,
    editor: (await person(world, ['editor'])).email,
    finance: (await person(world, ['finance'])).email,
  }
  for (const [name, email] of Object.entries(emails)) {
    const session = await logIn(world.ctx, visitOf(), { email, password: 'correct horse 7' })
    if (!session.ok) throw new Error(session.failure.message)
    tokens[name as keyof typeof tokens] = session.value.token
  }
})
afterAll(async () => {
  await doors.close()
  await world.close()
})

const as = (name: keyof typeof tokens) => ({ authorization: `Bearer ${tokens[name]}` })
const json = async (answer: Response) => (await answer.json()) as Record<string, unknown> & { errors?: { code: string; field?: string }[] }
const order = (more: Parameters<typeof awaitingOrder>[2] = {}) =>
  awaitingOrder(world, [{ product: goods, credit: { creatorId: kol.creatorId, rateBps: 800 } }], more)
const stateOf = async (built: BuiltOrder) => (await world.payload.findByID({ collection: 'orders', id: built.orderId, depth: 0 })).state

function post(built: BuiltOrder, change: { body?: string | Buffer; headers?: Record<string, string>; provider?: string } = {}) {
  const { body, headers } = world.ctx.payments.sandbox.signEvent(settledEvent(built), world.clock.now())
  return fetch(`${doors.url}/webhooks/${change.provider ?? 'sandbox'}`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(change.body ?? body)),
    headers: { ...headers, ...change.headers },
  })
}

describe('POST /webhooks/:provider', () => {
  it('answers 200 after COMMIT, and 200 to the same notice again', async () => {
    const built = await order()
    const { body, headers } = world.ctx.payments.sandbox.signEvent(settledEvent(built), world.clock.now())
    const send = () => fetch(`${doors.url}/webhooks/sandbox`, { method: 'POST', body: new Uint8Array(body), headers })
    const answers = await Promise.all(Array.from({ length: 20 }, send))
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
    expect((await Promise.all(answers.map(json))).filter(({ outcome }) => outcome === 'paid')).toHaveLength(1)
    expect(await stateOf(built)).toBe('paid')
  })

  it('answers a clear 4xx to what is not the provider’s, and changes nothing', async () => {
    const built = await order()
    const tries: [Response, number, string][] = [
      [await post(built, { headers: { 'sandbox-signature': 't=1,v1=00' } }), 403, 'forbidden'],
      [await post(built, { body: '{"id":"x"}' }), 403, 'forbidden'],
      [await post(built, { provider: 'stripe' }), 404, 'not_found'],
      [await post(built, { provider: '..%2fsandbox' }), 404, 'not_found'],
      [await post(built, { body: Buffer.alloc(300_000, 32) }), 413, 'too_large'],
      [await post(built, { headers: { 'content-encoding': 'gzip' } }), 415, 'unsupported_type'],
    ]
    for (const [answer, status, code] of tries) {
      expect(answer.status).toBe(status)
      expect((await json(answer)).errors?.[0]).toMatchObject({ code })
    }
    expect(await stateOf(built)).toBe('awaiting_payment')
    expect((await doors.ask('/webhooks/sandbox')).status).toBeGreaterThanOrEqual(400)
  })

  it('needs no Origin, and minds no cookie', async () => {
    const built = await order()
    expect(
      (await post(built, { headers: { cookie: `${cookieNames.session}=${tokens.fan}`, origin: 'https://elsewhere.example' } })).status,
    ).toBe(200)
  })

  it('answers 5xx when COMMIT fails, and the next delivery pays', async () => {
    const built = await order()
    const { faults } = databaseOf(world.payload)
    faults.failCommit = 'confirm payment'
    const failed = await post(built)
    faults.failCommit = undefined
    expect(failed.status).toBe(500)
    expect(await stateOf(built)).toBe('awaiting_payment')
    expect((await post(built)).status).toBe(200)
    expect(await stateOf(built)).toBe('paid')
  })
})

describe('the money endpoints', () => {
  it('show an order to its guest by key, and to a stranger the answer of an unknown one', async () => {
    const built = await order()
    const seen = await doors.ask(`/v1/orders/${built.orderId}?key=${guestToken(world.ctx, built.orderId)}`)
    expect(seen.status).toBe(200)
    expect(seen.headers.get('cache-control')).toBe('private, no-store')
    expect(await json(seen)).toMatchObject({ id: built.orderId, reader: 'guest' })
    const unknown = await (await doors.ask(`/v1/orders/${newId()}`)).text()
    for (const headers of [{}, as('fan'), as('kol'), as('editor')]) {
      const refused = await doors.ask(`/v1/orders/${built.orderId}`, { headers })
      expect([refused.status, await refused.text()]).toEqual([404, unknown])
    }
    expect((await doors.ask(`/v1/orders/${built.orderId}?key=guess`)).status).toBe(404)
    expect((await doors.ask(`/v1/orders/${built.orderId}?secret=x`)).status).toBe(422)
  })

  it('let only finance and admin refund, check the books and list others’ orders', async () => {
    const built = await paidOrder(world, [{ product: goods }])
    const body = { lines: [{ lineId: built.lineIds[0], quantity: 1 }], reason: 'buyer_return' }
    const refund = (headers: Record<string, string>, given: unknown = body) =>
      doors.ask(`/v1/orders/${built.orderId}/refunds`, { method: 'POST', body: given, headers: { 'idempotency-key': newId(), ...headers } })
    expect((await refund({})).status).toBe(401)
    for (const name of ['fan', 'kol', 'editor'] as const) {
      expect((await refund(as(name))).status).toBe(403)
      for (const path of ['/v1/ledger/check', '/v1/staff/orders']) expect((await doors.ask(path, { headers: as(name) })).status).toBe(403)
    }
    for (const evil of [
      { ...body, amount: 1 },
      { ...body, lines: [{ lineId: built.lineIds[0], quantity: 1, amount: 1 }] },
      { ...body, state: 'settled' },
      { ...body, lines: [{ lineId: built.lineIds[0], quantity: -1 }] },
      { ...body, lines: [{ lineId: built.lineIds[0], quantity: '1' }] },
      [],
    ]) {
      expect((await refund(as('finance'), evil)).status).toBe(422)
    }
    expect((await refund({ ...as('finance'), 'idempotency-key': 'short' })).status).toBe(400)
    const done = await refund(as('finance'))
    expect([done.status, await json(done)]).toMatchObject([201, { state: 'settled', amount: 10_000 }])
    // All of it went back before anything was sent: the order is cancelled.
    expect((await refund(as('finance'))).status).toBe(409)
    expect((await doors.ask('/v1/staff/orders', { headers: as('finance') })).status).toBe(200)
    expect(await json(await doors.ask('/v1/ledger/check', { headers: as('finance') }))).toMatchObject({ findings: [] })
  })

  it('give a creator her earnings and her statement as a file, and a fan none', async () => {
    await paidOrder(world, [{ product: goods, credit: { creatorId: kol.creatorId, rateBps: 800 } }])
    const earnings = await json(await doors.ask('/v1/me/earnings', { headers: as('kol') }))
    expect(earnings.balance).toBeGreaterThan(0)
    const file = await doors.ask('/v1/me/statement.csv?month=2026-11', { headers: as('kol') })
    expect(file.headers.get('content-type')).toContain('text/csv')
    expect(file.headers.get('content-disposition')).toContain('statement-2026-11.csv')
    expect(await file.text()).toContain('earned')
    for (const path of ['/v1/me/earnings', '/v1/me/statement.csv?month=2026-11']) {
      expect((await doors.ask(path, { headers: as('fan') })).status).toBe(403)
      expect((await doors.ask(path)).status).toBe(401)
    }
  })

  it('play the sandbox for who may see the order, and take no price or state from anybody', async () => {
    const built = await order()
    const key = `key=${guestToken(world.ctx, built.orderId)}`
    const play = (choice: string, query = key, body: unknown = {}) =>
      doors.ask(`/v1/sandbox/payments/${built.paymentId}/${choice}?${query}`, { method: 'POST', body })
    expect((await play('succeed', '')).status).toBe(404)
    expect((await play('steal')).status).toBe(422)
    expect((await play('succeed', key, { amount: 1 })).status).toBe(422)
    expect((await play('fail')).status).toBe(200)
    const again = { method: 'POST', body: {}, headers: { 'idempotency-key': newId() } }
    const retry = await doors.ask(`/v1/orders/${built.orderId}/payments?${key}`, again)
    expect(retry.status).toBe(201)
    expect(
      (await doors.ask(`/v1/orders/${built.orderId}/payments?${key}`, { ...again, body: { amount: 1, state: 'settled' } })).status,
    ).toBe(422)
    const { id } = await json(retry)
    expect(await json(await doors.ask(`/v1/sandbox/payments/${String(id)}/duplicate?${key}`, { method: 'POST', body: {} }))).toMatchObject({
      state: 'settled',
    })
    expect(await stateOf(built)).toBe('paid')
    expect((await checkBooks(world.ctx)).findings).toEqual([])
  })

  it('are off with the sandbox where it is not allowed', async () => {
    const away = await openWorld({ env: { PUBLIC_URL: 'https://shop.example', HOST: '0.0.0.0', SANDBOX_PAYMENTS: '' } })
    const outside = await openDoors(away)
    expect(away.ctx.sandbox.enabled).toBe(false)
    const built = await awaitingOrder(away, [{ product: await product(away) }])
    const { body, headers } = away.ctx.payments.sandbox.signEvent(settledEvent(built), away.clock.now())
    expect((await fetch(`${outside.url}/webhooks/sandbox`, { method: 'POST', body: new Uint8Array(body), headers })).status).toBe(404)
    const path = `/v1/sandbox/payments/${built.paymentId}/succeed?key=${guestToken(away.ctx, built.orderId)}`
    expect((await outside.ask(path, { method: 'POST', body: {} })).status).toBe(404)
    await outside.close()
    await away.close()
  })
})
