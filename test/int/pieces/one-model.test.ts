import { afterAll, beforeAll, expect, it } from 'vitest'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { listQueue } from '../../../src/flows/review/list-queue.ts'
import { type BuiltProduct, product, programme } from '../../builders/catalogue.ts'
import { placedOrder, touched } from '../../builders/orders.ts'
import { creator, person } from '../../builders/people.ts'
import { must, postDraft, publishedPost, publishedVideoNote, submitted, videoDraft } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let goods: BuiltProduct

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world)
  goods = await product(world, { stock: 50 })
}, 60_000)
afterAll(() => world.close())

it('S-34 both kinds wait in one queue', async () => {
  const post = await submitted(world, author, 'posts', await postDraft(world, author, [goods.productId]))
  const note = await submitted(world, author, 'video-notes', await videoDraft(world, author, [goods.productId]))
  const { items } = must(await listQueue(world.ctx, await person(world, ['editor']), {}))
  expect(items.map(({ id }) => id)).toEqual(expect.arrayContaining([post.reviewItemId, note.reviewItemId]))
})

it('S-34 S-01 both kinds are credited by one set of rules: opening the product card and buying names the piece', async () => {
  const lines = []
  for (const [kind, built] of [
    ['posts', await publishedPost(world, { author, products: [goods.productId] })],
    ['video-notes', await publishedVideoNote(world, { author, products: [goods.productId] })],
  ] as const) {
    const visit = await touched(world, { code: built.codes[0]! })
    const { orderId } = await placedOrder(world, { visit, wanted: [{ variantId: goods.variantIds[0]! }] })
    const order = await world.payload.findByID({ collection: 'orders', id: orderId, depth: 0 })
    expect(order).toMatchObject({ originPieceKind: kind, originPiece: built.id, lines: [{ pieceKind: kind, piece: built.id }] })
    const { creator: who, rateBps, rateSource, model, reason, commission, baseAmount } = order.lines[0]!
    lines.push({ who, rateBps, rateSource, model, reason, commission, baseAmount })
  }
  expect(lines[0]).toMatchObject({ who: author.creatorId, rateBps: 800, model: 'last_touch' })
  expect(lines[1]).toEqual(lines[0])
})

it.each(['posts', 'video-notes'] as const)('S-42 one save carries a note and its products: %s', async (kind) => {
  const draft = await (kind === 'posts' ? postDraft : videoDraft)(world, author, [goods.productId])
  const { id } = must(await savePiece(world.ctx, author, { kind, draft }))
  const piece = must(await readWorkingPiece(world.ctx, author, { id }))
  expect(piece.draft).toMatchObject({ title: draft.title, body: draft.body, placements: [{ product: { id: goods.productId } }] })
})
