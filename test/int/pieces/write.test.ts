import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { must, postDraft, readyMedia, submitted } from '../../builders/pieces.ts'
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
