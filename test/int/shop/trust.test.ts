import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { readTrust } from '../../../src/flows/shop/read-trust.ts'
import { newId } from '../../../src/lib/ids.ts'
import { appendEntries } from '../../../src/modules/ledger/store.ts'
import { creator, person } from '../../builders/people.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** A credited line of an order, or what a refund of it took back. */
const book = (creatorId: string, kind: 'accrue' | 'reverse', order: string, amount: number) => {
  const of = {
    transaction: newId(),
    order,
    orderLine: newId(),
    pieceKind: null,
    piece: null,
    rate: null,
    reason: null,
    currency: 'CNY',
  } as const
  const source = { sourceKind: kind === 'accrue' ? 'order_line' : 'refund_line', sourceId: newId(), kind } as const
  const mine = { ...of, ...source, key: newId(), account: `creator:${creatorId}`, creator: creatorId, amount }
  const shop = { ...of, ...source, key: newId(), account: 'shop', creator: null, amount: -amount }
  return world.ctx.tx('book', (req) => appendEntries(req, [mine, shop], { at: world.clock.now(), test: false }))
}

it('counts the orders in the books and what went back, and says no share below five orders', async () => {
  const author = await creator(world)
  const other = await creator(world)
  const creatorId = author.creatorId as string
  expect(await readTrust(world.ctx, { creatorId })).toEqual({ orders: 0, restricted: 0, at: world.clock.now().toISOString() })

  const orders = [newId(), newId(), newId(), newId()]
  for (const order of orders) await book(creatorId, 'accrue', order, 1000)
  await book(creatorId, 'accrue', orders[0]!, 1000)
  await book(other.creatorId as string, 'accrue', newId(), 9000)
  expect(await readTrust(world.ctx, { creatorId })).toMatchObject({ orders: 4, restricted: 0 })
  expect(await readTrust(world.ctx, { creatorId })).not.toHaveProperty('returnedBps')

  await book(creatorId, 'accrue', newId(), 3000)
  await book(creatorId, 'reverse', orders[1]!, -500)
  expect(await readTrust(world.ctx, { creatorId })).toMatchObject({ orders: 5, returnedBps: 625 })
})

it('counts pieces that editors took down, and none that was never public', async () => {
  const author = await creator(world)
  const editor = await person(world, ['editor'])
  const id = await publish(world, { author, editor }, {})
  await publish(world, { author, editor }, {})
  await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'misleading-claim', reason: '没有依据' })
  expect(await readTrust(world.ctx, { creatorId: author.creatorId as string })).toMatchObject({ orders: 0, restricted: 1 })
})
