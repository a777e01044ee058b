import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { readNextVideo } from '../../../src/flows/shop/read-next-video.ts'
import { readOwnLink } from '../../../src/flows/shop/read-own-link.ts'
import { newId } from '../../../src/lib/ids.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { publish } from '../../builders/shop-pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let editor: Awaited<ReturnType<typeof person>>
let author: Awaited<ReturnType<typeof creator>>

beforeAll(async () => {
  world = await openWorld()
  editor = await person(world, ['editor'])
  author = await creator(world)
  await programme(world)
})
afterAll(() => world.close())

const publishVideo = async () => {
  world.clock.set(new Date(world.clock.now().getTime() + 60_000))
  return publish(world, { author, editor }, { kind: 'video-notes' })
}

describe('the video that comes next', () => {
  it('is the next older public one, the newest after the oldest, and never itself nor a post', async () => {
    const first = await publishVideo()
    expect(await readNextVideo(world.ctx, { id: first })).toBeNull()
    await publish(world, { author, editor }, {})
    const second = await publishVideo()
    const third = await publishVideo()
    const next = (id: string) => readNextVideo(world.ctx, { id })
    expect([await next(third), await next(second), await next(first)]).toEqual([second, first, third])
    expect(await next(newId())).toBeNull()

    await takeDownPiece(world.ctx, editor, { pieceId: second, rule: 'misleading-claim', reason: '没有依据' })
    expect([await next(third), await next(first)]).toEqual([first, third])
  })
})

describe('one’s own link to a product', () => {
  it('is the creator’s code for it, a link without a piece first, and nobody else’s', async () => {
    const tent = await product(world, { slug: 'own-link' })
    await publish(world, { author, editor }, { body: '看 [[1]]', placements: [{ number: 1, kind: 'text', product: tent.productId }] })
    const { docs } = await world.payload.find({ collection: 'product-links', where: { product: { equals: tent.productId } }, depth: 0 })
    const [ofPiece] = docs
    expect(await readOwnLink(world.ctx, author, { productId: tent.productId })).toBe(ofPiece?.code)

    const alone = {
      id: newId(),
      code: 'promote2',
      key: newId(),
      creator: author.creatorId as string,
      product: tent.productId,
      status: 'active' as const,
    }
    const { piece: _piece, pieceKind: _kind, ...shape } = ofPiece as unknown as Record<string, unknown>
    await world.payload.create({ collection: 'product-links', data: { ...shape, ...alone } as never, depth: 0 })
    expect(await readOwnLink(world.ctx, author, { productId: tent.productId })).toBe('promote2')

    const stranger = await creator(world)
    expect(await readOwnLink(world.ctx, stranger, { productId: tent.productId })).toBeNull()
    expect(await readOwnLink(world.ctx, await person(world), { productId: tent.productId })).toBeNull()
    expect(await readOwnLink(world.ctx, author, { productId: 'nonsense' })).toBeNull()
  })
})
