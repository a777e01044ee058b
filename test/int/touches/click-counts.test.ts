import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkBooks } from '../../../src/flows/earnings/check-books.ts'
import { listMyPieces } from '../../../src/flows/pieces/list-my-pieces.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { touchRecord } from '../../../src/modules/touches/index.ts'
import { type BuiltProduct, product, productLink, programme } from '../../builders/catalogue.ts'
import { touched } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Actor
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world)
  editor = await person(world, ['editor'])
  goods = await product(world)
})
afterAll(() => world.close())

async function publishedLink(kind: 'posts' | 'video-notes' = 'posts') {
  const placed = kind === 'posts' ? ({ kind: 'hotspot', picture: 0, x: 40, y: 60 } as const) : ({ kind: 'moment', from: 1, to: 3 } as const)
  const piece = await publish(world, { author, editor }, { kind, placements: [{ number: 1, product: goods.productId, ...placed }] })
  const { docs } = await world.payload.find({ collection: 'product-links', where: { piece: { equals: piece } }, depth: 0 })
  return { piece, code: docs[0]!.code }
}

/** What the creator's own list says after everything journalled is stored. */
async function clicksShown(piece: string): Promise<number | undefined> {
  await world.ctx.touches.drain()
  const mine = await listMyPieces(world.ctx, author)
  if (!mine.ok) throw new Error(mine.failure.message)
  return mine.value.pieces.find(({ id }) => id === piece)?.figures?.clicks
}

it.each(['posts', 'video-notes'] as const)('S-34 every click of another reader shows in the studio: %s', async (kind) => {
  const { piece, code } = await publishedLink(kind)
  expect(await clicksShown(piece)).toBe(0)
  for (let reader = 0; reader < 3; reader++) await touched(world, { code })
  expect(await clicksShown(piece)).toBe(3)
  expect((await checkBooks(world.ctx)).findings).toEqual([])
})

it('ATT-03 the same reader twice within 30 seconds, a robot and a prefetch count once in all', async () => {
  const { piece, code } = await publishedLink()
  const reader = await touched(world, { code })
  await touched(world, { code, visit: reader })
  await touched(world, { code, visit: visitOf(undefined, { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' }) })
  expect(await clicksShown(piece)).toBe(1)
})

it('a click counts on the day that the shop’s calendar has it, by placement', async () => {
  const { piece, code } = await publishedLink()
  await touched(world, { code, at: '2026-11-02T15:59:59.999Z' })
  await touched(world, { code, at: '2026-11-02T16:00:00.000Z' })
  expect(await clicksShown(piece)).toBe(2)
  const { docs } = await world.payload.find({ collection: 'piece-stats', where: { piece: { equals: piece } }, sort: 'day', depth: 0 })
  expect(docs.map(({ day, clicks }) => [day, clicks])).toEqual([
    ['2026-11-02', 1],
    ['2026-11-03', 1],
  ])
  const { docs: states } = await world.payload.find({ collection: 'posts', where: { id: { equals: piece } }, depth: 0 })
  expect(docs[0]?.placement).toBe(states[0]?.placements?.[0]?.id)
})

it('a replay that comes twice counts once', async () => {
  const { piece } = await publishedLink()
  const touch = touchRecord({ id: newId(), kind: 'click', at: world.clock.now().getTime(), piece, creator: author.creatorId })
  await world.ctx.touches.journal.append(touch)
  expect(await clicksShown(piece)).toBe(1)
  await world.ctx.touches.journal.append(touch)
  expect(await clicksShown(piece)).toBe(1)
})

it('a click on a link without a piece counts for none, and one of a creator who is gone holds nothing up', async () => {
  const { piece, code } = await publishedLink()
  const promoter = await productLink(world, { creatorId: author.creatorId, productId: goods.productId })
  await touched(world, { code: promoter.code })
  const orphan = touchRecord({ id: newId(), kind: 'click', at: world.clock.now().getTime(), piece: newId(), creator: newId() })
  await world.ctx.touches.journal.append(orphan)
  await touched(world, { code })
  expect(await clicksShown(piece)).toBe(1)
})
