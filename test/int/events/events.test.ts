import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { recordEvents, type SeenEvent } from '../../../src/flows/events/record-events.ts'
import { explainFeed } from '../../../src/flows/feed/explain-feed.ts'
import { rebuildFeed } from '../../../src/flows/feed/snapshot.ts'
import { sweepRows } from '../../../src/flows/operations/sweep-rows.ts'
import { withdrawPiece } from '../../../src/flows/pieces/withdraw-piece.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { creator } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let piece: string

beforeAll(async () => {
  world = await openWorld()
  author = await creator(world)
}, 60_000)
beforeEach(async () => {
  piece = (await publishedPost(world, { author })).id
})
afterAll(() => world.close())

type More = Partial<Parameters<typeof visitOf>[1]> & { actor?: Actor; address?: string; secPurpose?: string }

const tell = async (events: SeenEvent[], { actor = anonymous, address = '192.0.2.1', secPurpose, ...visit }: More = {}) =>
  must(
    await recordEvents(world.ctx, actor, {
      visit: visitOf(actor, visit),
      from: { address, method: 'POST', ...(secPurpose ? { secPurpose } : {}) },
      events,
    }),
  ).counted
const view = (id = piece): SeenEvent => ({ kind: 'view', piece: id })
const views = async (id = piece) => {
  const { docs } = await world.payload.find({ collection: 'piece-stats', where: { piece: { equals: id } }, pagination: false, depth: 0 })
  return docs.reduce((sum, row) => sum + row.views, 0)
}
const rows = async (id = piece) =>
  (
    await world.payload.find({
      collection: 'engagement-events',
      where: { target: { equals: id } },
      sort: 'id',
      pagination: false,
      depth: 0,
    })
  ).docs

describe('views', () => {
  it('count each browser once in half an hour, on the day of the shop’s calendar', async () => {
    expect(await tell([view(), view()])).toBe(1)
    expect(await tell([view()])).toBe(0)
    await tell([view()], { address: '192.0.2.2' })
    expect(await views()).toBe(2)
    world.clock.advance(31 * 60_000)
    await tell([view()])
    expect(await views()).toBe(3)
    const { docs } = await world.payload.find({ collection: 'piece-stats', where: { piece: { equals: piece } }, depth: 0 })
    expect(docs).toMatchObject([{ day: '2026-11-02', author: author.creatorId, placement: null, clicks: 0 }])
  })

  it('count no robot, no prefetch, no author on her own piece, and nothing that is not public or does not exist', async () => {
    await tell([view()], { userAgent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' })
    await tell([view()], { secPurpose: 'prefetch;prerender' })
    await tell([view()], { actor: author, address: '192.0.2.3' })
    await tell([view(newId()), view("' or 1=1")], { address: '192.0.2.4' })
    must(await withdrawPiece(world.ctx, author, { id: piece }))
    await tell([view()], { address: '192.0.2.5' })
    expect(await views()).toBe(0)
    expect(await rows()).toEqual([])
  })
})

describe('ATT-02 what is kept of a visitor', () => {
  it('is nothing without consent: no visitor, and nothing of what was scrolled past', async () => {
    const visitorId = newId()
    for (const consent of ['unknown', 'denied'] as const)
      await tell([view(), { kind: 'impression', piece, feed: 'for-you', position: 3 }], { visitorId: newId(), consent })
    expect((await rows()).map(({ kind, visitor, consent }) => [kind, visitor ?? null, consent])).toEqual([
      ['view', null, 'unknown'],
      ['view', null, 'denied'],
    ])
    await tell([{ kind: 'impression', piece, feed: 'for-you', position: 3 }], { visitorId, consent: 'granted' })
    expect((await rows()).at(-1)).toMatchObject({ kind: 'impression', visitor: visitorId, feed: 'for-you', position: 3 })
  })

  it('goes after ninety days', async () => {
    await tell([view()])
    world.clock.advance(91 * 86_400_000)
    expect((await sweepRows(world.ctx)).events).toBeGreaterThan(0)
    expect(await rows()).toEqual([])
    expect(await views()).toBe(1)
  })
})

it('a share lifts a piece in the ranking, once for each visitor who let himself be told apart', async () => {
  const share: SeenEvent = { kind: 'share', piece }
  const visitorId = newId()
  await tell([share], { visitorId, consent: 'granted' })
  world.clock.advance(31 * 60_000)
  await tell([share], { visitorId, consent: 'granted' })
  await tell([share], { address: '192.0.2.9' })
  await rebuildFeed(world.ctx)
  const { pieces } = must(await explainFeed(world.ctx, anonymous, { locale: 'zh', piece }))
  expect(pieces[0]?.signals).toContainEqual({ signal: 'shares', count: 1, weight: 4, points: 4 })
})
