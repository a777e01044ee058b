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
import { approve, must, postDraft, publishedPost, publishedVideoNote, readyMedia, submitted, videoDraft } from '../../builders/pieces.ts'
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

describe('saving', () => {
  it('keeps an incomplete draft, and S-42 text and products in one save', async () => {
    const saved = must(await savePiece(world.ctx, author, { kind: 'posts', draft: { title: '没写完' } }))
    expect(saved).toMatchObject({ state: 'draft' })
    const draft = await postDraft(world, author, [tent])
    const again = must(await savePiece(world.ctx, author, { id: saved.id, kind: 'posts', draft, baseVersion: saved.version }))
    expect(again.version).not.toBe(saved.version)
    const piece = await read(saved.id)
    expect(piece.draft.title).toBe(draft.title)
    expect(piece.draft.placements).toMatchObject([
      { number: 1, kind: 'hotspot', x: 20, y: 40, product: { id: tent, commissionBps: 800, state: 'available' } },
    ])
    expect(piece.draft.pictures[0]?.media.sources[0]?.url).toMatch(/^\/media\//)
  })

  it('makes no version when nothing changed, and keeps placement ids', async () => {
    const draft = await postDraft(world, author, [tent])
    const first = must(await savePiece(world.ctx, author, { kind: 'posts', draft }))
    const [placement] = (await read(first.id)).draft.placements
    const same = must(await savePiece(world.ctx, author, { id: first.id, kind: 'posts', draft }))
    expect(same.version).toBe(first.version)
    const moved = { ...draft, placements: [{ ...draft.placements![0]!, id: placement!.id, x: 77 }] }
    must(await savePiece(world.ctx, author, { id: first.id, kind: 'posts', draft: moved }))
    expect((await read(first.id)).draft.placements).toMatchObject([{ id: placement!.id, x: 77 }])
  })

  it('refuses a save on an older version than the one stored, and says so', async () => {
    const first = must(await savePiece(world.ctx, author, { kind: 'posts', draft: { title: 'a' } }))
    must(await savePiece(world.ctx, author, { id: first.id, kind: 'posts', draft: { title: 'b' }, baseVersion: first.version }))
    const late = await savePiece(world.ctx, author, { id: first.id, kind: 'posts', draft: { title: 'c' }, baseVersion: first.version })
    expect(late).toMatchObject({ ok: false, failure: { code: 'stale' } })
    expect((await read(first.id)).draft.title).toBe('b')
  })

  it('of ten saves at once on one version, one is stored', async () => {
    const first = must(await savePiece(world.ctx, author, { kind: 'posts', draft: { title: 'start' } }))
    const results = await Promise.all(
      Array.from({ length: 10 }, (_, at) =>
        savePiece(world.ctx, author, { id: first.id, kind: 'posts', draft: { title: `t${at}` }, baseVersion: first.version }),
      ),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.every((result) => result.ok || result.failure.code === 'stale')).toBe(true)
  })

  it('refuses what can never be stored, all of it at once: foreign pictures, products that are not for sale, gaps', async () => {
    const other = await creator(world)
    const foreign = await readyMedia(world, other.userId)
    const archived = (await product(world, { status: 'archived' })).productId
    const result = await savePiece(world.ctx, author, {
      kind: 'posts',
      draft: {
        pictures: [{ media: foreign }],
        placements: [{ number: 2, kind: 'hotspot', product: archived, picture: 0, x: 101, y: 5 }],
        translationOf: 'nothing',
      },
    })
    const fields = result.ok ? [] : result.failures?.map(({ field }) => field)
    expect(fields).toEqual(
      expect.arrayContaining(['pictures.0.media', 'placements', 'placements.0.product', 'placements.0.x', 'translationOf']),
    )
  })

  it('is for the piece’s own author', async () => {
    const { id } = must(await savePiece(world.ctx, author, { kind: 'posts', draft: { title: 'mine' } }))
    const other = await creator(world)
    const editor = await person(world, ['editor'])
    const fan = await person(world)
    expect(await savePiece(world.ctx, other, { id, kind: 'posts', draft: {} })).toMatchObject({ failure: { code: 'not_found' } })
    expect(await readWorkingPiece(world.ctx, other, { id })).toMatchObject({ failure: { code: 'not_found' } })
    expect(await savePiece(world.ctx, editor, { id, kind: 'posts', draft: {} })).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await savePiece(world.ctx, fan, { kind: 'posts', draft: {} })).toMatchObject({ failure: { code: 'forbidden' } })
    expect((await read(id)).draft.title).toBe('mine')
  })

  it('keeps a bounded number of versions, and always the one under review', async () => {
    const { id, version } = await submitted(world, author, 'posts', await postDraft(world, author))
    const draft = await postDraft(world, author)
    for (let at = 0; at < 65; at++)
      must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: { ...draft, title: `autosave ${at}` } }))
    const { docs } = await world.payload.findVersions({
      collection: 'posts',
      where: { parent: { equals: id } },
      limit: 0,
      pagination: false,
      depth: 0,
    })
    expect(docs.length).toBeLessThan(70)
    expect(docs.map((one) => String(one.id))).toContain(version)
  }, 60_000)
})

describe('submitting', () => {
  it('names everything that is missing', async () => {
    const { id } = must(await savePiece(world.ctx, author, { kind: 'posts', draft: { body: 'text [[3]]' } }))
    const result = await submitPiece(world.ctx, author, { id })
    expect(result.ok ? [] : result.failures?.map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'pictures', 'body']))
    expect((await read(id)).state).toBe('draft')
  })

  it('DIS-1 raises the declared connection to what the links make necessary, and never lowers it', async () => {
    const silent = await submitted(world, author, 'posts', await postDraft(world, author, [tent], { disclosure: 'none' }))
    expect((await read(silent.id)).draft).toMatchObject({ disclosure: 'commission', labels: ['ad-commission'] })
    const honest = await submitted(world, author, 'posts', await postDraft(world, author, [tent], { disclosure: 'sample' }))
    expect((await read(honest.id)).draft).toMatchObject({ disclosure: 'sample', labels: ['ad-commission', 'ad-sample'] })
  })

  it('gives each product of a piece one link under the default programme, and keeps its code for ever', async () => {
    const { id } = must(await savePiece(world.ctx, author, { kind: 'posts', draft: await postDraft(world, author, [tent]) }))
    const links = () => world.payload.find({ collection: 'product-links', where: { piece: { equals: id } }, depth: 0 })
    const [first] = (await links()).docs
    expect(first).toMatchObject({ creator: author.creatorId, product: tent, status: 'active', pieceKind: 'posts' })
    expect(first?.programme).toBeTruthy()
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, []) }))
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [tent]) }))
    expect((await links()).docs).toEqual([first])
  })

  it('renews the one open item when it comes twice', async () => {
    const draft = await postDraft(world, author)
    const first = await submitted(world, author, 'posts', draft)
    must(await savePiece(world.ctx, author, { id: first.id, kind: 'posts', draft: { ...draft, title: '改了标题' } }))
    const second = must(await submitPiece(world.ctx, author, { id: first.id }))
    expect(second.reviewItemId).toBe(first.reviewItemId)
    expect(second.version).not.toBe(first.version)
    const item = await world.payload.findByID({ collection: 'review-items', id: first.reviewItemId, depth: 0 })
    expect(item).toMatchObject({ version: second.version, lockVersion: 1, key: `open:${first.id}` })
  })

  it('waits for a video that is still worked on', async () => {
    const video = await readyMedia(world, author.userId, 'video', { state: 'processing' })
    const { id } = must(await savePiece(world.ctx, author, { kind: 'video-notes', draft: { title: 'v', video } }))
    expect(await submitPiece(world.ctx, author, { id })).toMatchObject({ failure: { code: 'invalid', field: 'video' } })
  })
})

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
