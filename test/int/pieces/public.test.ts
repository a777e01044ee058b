import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deletePiece } from '../../../src/flows/pieces/delete-piece.ts'
import { listMyPieces } from '../../../src/flows/pieces/list-my-pieces.ts'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { undeletePiece } from '../../../src/flows/pieces/undelete-piece.ts'
import { withdrawPiece } from '../../../src/flows/pieces/withdraw-piece.ts'
import { findPublicPiece, findPublicPieces } from '../../../src/modules/publishing/store.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { approve, must, postDraft, publishedPost, publishedVideoNote, submitted, videoDraft } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let tent: string

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world, { displayName: '小满' })
  tent = (await product(world, { title: '两人帐篷' })).productId
}, 60_000)
afterAll(() => world.close())

const read = async (id: string) => must(await readWorkingPiece(world.ctx, author, { id }))

describe('being public', () => {
  it('S-34 both kinds go through one model: saved, submitted, approved, found', async () => {
    const post = await publishedPost(world, { author, products: [tent] })
    const note = await publishedVideoNote(world, { author, products: [tent] })
    const found = await findPublicPieces(await world.ctx.req(), { product: tent, limit: 50 })
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([post.id, note.id]))
    expect(post.codes[0]).toMatch(/^[0-9a-z]{8}$/)
    expect(note.codes[0]).not.toBe(post.codes[0])
    const state = await world.payload.findByID({ collection: 'piece-states', id: note.id, depth: 0 })
    expect(state).toMatchObject({ state: 'published', isPublic: true, restriction: 'none' })
    expect((await findPublicPiece(await world.ctx.req(), 'video-notes', note.id))?.piece).toMatchObject({
      firstPublishedAt: expect.any(String),
      poster: expect.any(String),
    })
  })

  it('MOD-01 a published version stays public, word for word, while its edit is written and waits', async () => {
    const { id } = await publishedPost(world, { author, products: [tent], draft: { title: '第一版' } })
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [], { title: '第二版' }) }))
    expect(await read(id)).toMatchObject({ state: 'draft', isPublic: true, isEdit: true, draft: { title: '第二版' } })
    const { reviewItemId } = must(await submitPiece(world.ctx, author, { id }))
    const seen = async () => (await findPublicPiece(await world.ctx.req(), 'posts', id))?.piece
    expect(await seen()).toMatchObject({ title: '第一版', placements: [{ product: tent }] })
    await approve(world, await person(world, ['editor']), reviewItemId)
    expect(await seen()).toMatchObject({ title: '第二版', placements: [] })
  })

  it('publishes what the editor saw though the author wrote on, and her newer draft is not lost', async () => {
    const draft = await postDraft(world, author, [tent], { title: '送审的' })
    const { id, reviewItemId } = await submitted(world, author, 'posts', draft)
    must(
      await savePiece(world.ctx, author, { id, kind: 'posts', draft: { ...draft, title: '后来写的', placements: [], body: '没有商品' } }),
    )
    await approve(world, await person(world, ['editor']), reviewItemId)
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.piece).toMatchObject({
      title: '送审的',
      placements: [{ product: tent }],
    })
    expect(await read(id)).toMatchObject({ state: 'draft', draft: { title: '后来写的', placements: [] } })
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: { ...draft, title: '再后来' } }))
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.piece.title).toBe('送审的')
  })

  it('keeps its first publishing time through later versions', async () => {
    const { id } = await publishedPost(world, { author })
    const first = (await findPublicPiece(await world.ctx.req(), 'posts', id))?.publishedAt
    world.clock.advance(86_400_000)
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [], { title: '次日' }) }))
    await approve(world, await person(world, ['editor']), must(await submitPiece(world.ctx, author, { id })).reviewItemId)
    expect(await findPublicPiece(await world.ctx.req(), 'posts', id)).toMatchObject({
      publishedAt: first,
      piece: { firstPublishedAt: first, title: '次日' },
    })
  })

  it('pages newest first, stable under inserts', async () => {
    const writer = await creator(world)
    const made: string[] = []
    for (let at = 0; at < 3; at++) {
      world.clock.advance(1000)
      made.unshift((await publishedPost(world, { author: writer })).id)
    }
    const query = { author: writer.creatorId, limit: 2 }
    const page = await findPublicPieces(await world.ctx.req(), query)
    expect(page.map(({ id }) => id)).toEqual(made.slice(0, 2))
    world.clock.advance(1000)
    await publishedPost(world, { author: writer })
    const last = page[1]!
    const rest = await findPublicPieces(await world.ctx.req(), { ...query, before: { publishedAt: last.publishedAt, id: last.id } })
    expect(rest.map(({ id }) => id)).toEqual(made.slice(2))
  })

  it('ends with a withdrawal, which also leaves the queue, and begins again by a new submission', async () => {
    const { id } = await publishedPost(world, { author })
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [], { title: '改' }) }))
    const { reviewItemId } = must(await submitPiece(world.ctx, author, { id }))
    expect(must(await withdrawPiece(world.ctx, author, { id })).state).toBe('withdrawn')
    expect(await findPublicPiece(await world.ctx.req(), 'posts', id)).toBeNull()
    expect(await world.payload.findByID({ collection: 'review-items', id: reviewItemId, depth: 0 })).toMatchObject({
      state: 'withdrawn',
      key: `closed:${reviewItemId}`,
    })
    expect(await withdrawPiece(world.ctx, author, { id })).toMatchObject({ failure: { code: 'state' } })
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [], { title: '回来' }) }))
    await approve(world, await person(world, ['editor']), must(await submitPiece(world.ctx, author, { id })).reviewItemId)
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.piece.title).toBe('回来')
  })

  it('goes into the bin and comes back as it was within 30 days, not after', async () => {
    const { id } = await publishedPost(world, { author })
    must(await deletePiece(world.ctx, author, { id }))
    expect(await findPublicPiece(await world.ctx.req(), 'posts', id)).toBeNull()
    expect(await readWorkingPiece(world.ctx, author, { id })).toMatchObject({ failure: { code: 'gone' } })
    expect(must(await listMyPieces(world.ctx, author)).pieces.map((piece) => piece.id)).not.toContain(id)
    must(await undeletePiece(world.ctx, author, { id }))
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.id).toBe(id)
    must(await deletePiece(world.ctx, author, { id }))
    world.clock.advance(31 * 86_400_000)
    expect(await undeletePiece(world.ctx, author, { id })).toMatchObject({ failure: { code: 'gone' } })
  })

  it('is listed for its author with state, answer and figures', async () => {
    const writer = await creator(world)
    const post = await publishedPost(world, { author: writer, products: [tent] })
    const note = must(await savePiece(world.ctx, writer, { kind: 'video-notes', draft: await videoDraft(world, writer) }))
    const { id } = await world.payload.findByID({ collection: 'piece-states', id: post.id, depth: 0 })
    for (const day of ['2026-11-02', '2026-11-03'])
      await world.payload.create({
        collection: 'piece-stats',
        data: {
          id: crypto.randomUUID(),
          key: `${id}::${day}`,
          piece: id,
          author: writer.creatorId,
          day,
          views: 0,
          clicks: 3,
          orders: 1,
          units: 1,
          commission: 800,
        },
        depth: 0,
      })
    const { pieces } = must(await listMyPieces(world.ctx, writer))
    expect(pieces.find((piece) => piece.id === post.id)).toMatchObject({
      state: 'published',
      isPublic: true,
      figures: { clicks: 6, orders: 2, commission: 1600 },
      picture: { kind: 'image' },
    })
    expect(pieces.find((piece) => piece.id === note.id)).toMatchObject({
      state: 'draft',
      isPublic: false,
      figures: null,
      kind: 'video-notes',
    })
  })
})
