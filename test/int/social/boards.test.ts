import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSummary } from '../../../src/flows/accounts/read-summary.ts'
import { collect } from '../../../src/flows/boards/collect.ts'
import { listBoardChoices, listMyBoards, listPublicBoards } from '../../../src/flows/boards/list-boards.ts'
import { readBoard, readMyBoard } from '../../../src/flows/boards/read-board.ts'
import { changeBoard, createBoard, deleteBoard } from '../../../src/flows/boards/save-board.ts'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, visitOf, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Awaited<ReturnType<typeof person>>
let tent: BuiltProduct
let post: string
beforeAll(async () => {
  world = await openWorld()
  author = await creator(world)
  editor = await person(world, ['editor'])
  tent = await product(world)
  post = (await publishedPost(world, { author, products: [tent.productId] })).id
})
afterAll(() => world?.close())

type What = { kind: 'posts' | 'products'; target: string }
const aPost = (): What => ({ kind: 'posts', target: post })
const aTent = (): What => ({ kind: 'products', target: tent.productId })
const keep = (who: Actor, what: What, board?: string) => collect(world.ctx, who, { ...what, on: true, board })
const drop = (who: Actor, what: What, board?: string) => collect(world.ctx, who, { ...what, on: false, board })
const mine = async (who: Actor) => must(await listMyBoards(world.ctx, who, { locale: 'zh' }))
const counted = async (target: string) =>
  (await world.payload.find({ collection: 'counters', where: { key: { equals: `collects:${target}` } } })).docs[0]?.value ?? 0
const purges = async () =>
  (await world.payload.find({ collection: 'cache-purges', limit: 0, pagination: false })).docs.flatMap(({ tags }) => tags as string[])

describe('S-32: collecting', () => {
  it('with a board go the counts beside what was on it, on the pages that were kept', async () => {
    const fan = await person(world)
    const { id } = must(await createBoard(world.ctx, fan, { title: '冬天', visibility: 'private' }))
    const goods = { kind: 'products' as const, target: (await product(world)).productId }
    must(await keep(fan, goods, id))
    const before = (await purges()).filter((one) => one === `counts:${goods.target}`).length
    must(await deleteBoard(world.ctx, fan, { id }))
    expect(await counted(goods.target)).toBe(0)
    expect((await purges()).filter((one) => one === `counts:${goods.target}`)).toHaveLength(before + 1)
  })

  it('makes the first board at the first tap, once also when tapped many times at the same moment', async () => {
    const fan = await person(world)
    const taps = await Promise.all([aPost(), aTent(), aPost(), aPost()].map((what) => keep(fan, what)))
    for (const tap of taps) expect(tap).toMatchObject({ ok: true, value: { on: true, board: { title: '我的收藏' } } })
    expect(await mine(fan)).toMatchObject([{ title: '我的收藏', visibility: 'private', count: 2 }])
    expect((await readSummary(world.ctx, visitOf(fan))).collects.sort()).toEqual([post, tent.productId].sort())
  })

  it('counts people, not boards, and lets go of everything with one tap', async () => {
    const [one, two] = [await person(world), await person(world)]
    const goods = { kind: 'products' as const, target: (await product(world)).productId }
    const { id } = must(await createBoard(world.ctx, one, { title: '夏天', visibility: 'private' }))
    must(await keep(one, goods))
    expect(must(await keep(one, goods, id)).count).toBe(1)
    expect(must(await keep(two, goods)).count).toBe(2)
    expect(must(await drop(one, goods, id))).toMatchObject({ on: true, count: 2 })
    expect(must(await drop(one, goods))).toMatchObject({ on: false, boards: [], count: 1 })
    expect(must(await drop(one, goods))).toMatchObject({ on: false, count: 1 })
    expect(await counted(goods.target)).toBe(1)
  })

  it('takes only what readers can see, into boards of one’s own', async () => {
    const [fan, other] = [await person(world), await person(world)]
    const theirs = must(await createBoard(world.ctx, other, { title: '别人的', visibility: 'public' })).id
    expect(await keep(fan, aPost(), theirs)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await drop(fan, aPost(), theirs)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await keep(fan, { kind: 'posts', target: newId() })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await keep(fan, { kind: 'products', target: post })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await keep(anonymous, aPost())).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
    expect(await mine(fan)).toEqual([])
  })

  it('says in the sheet on which boards something is', async () => {
    const fan = await person(world)
    must(await createBoard(world.ctx, fan, { title: '空的', visibility: 'private' }))
    must(await keep(fan, aTent()))
    expect(
      must(await listBoardChoices(world.ctx, fan, { target: tent.productId }))
        .map(({ title, has }) => [title, has])
        .sort(),
    ).toEqual(
      [
        ['我的收藏', true],
        ['空的', false],
      ].sort(),
    )
  })
})

describe('a board', () => {
  it('is seen by others only while it is public, and its pages are made anew when that changes', async () => {
    const { id } = must(await createBoard(world.ctx, author, { title: '山里用的', visibility: 'private' }))
    must(await keep(author, aPost(), id))
    const open = () => readBoard(world.ctx, { id, locale: 'zh' })
    expect(await open()).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await purges()).not.toContain(`board:${id}`)
    must(await changeBoard(world.ctx, author, { id, visibility: 'public' }))
    expect(must(await open())).toMatchObject({
      title: '山里用的',
      count: 1,
      owner: { profile: { id: author.creatorId } },
      items: [{ kind: 'piece', target: post }],
    })
    expect(await listPublicBoards(world.ctx, { creatorId: author.creatorId, locale: 'zh' })).toMatchObject([{ id, count: 1 }])
    expect(await purges()).toEqual(expect.arrayContaining([`board:${id}`, `creator:${author.creatorId}`]))
    const before = (await purges()).length
    must(await changeBoard(world.ctx, author, { id, visibility: 'private' }))
    expect((await purges()).length).toBeGreaterThan(before)
    expect((await open()).ok).toBe(false)
    expect(must(await readMyBoard(world.ctx, author, { id, locale: 'zh' }))).toMatchObject({ id })
    expect(await readMyBoard(world.ctx, await person(world), { id, locale: 'zh' })).toMatchObject({
      ok: false,
      failure: { code: 'not_found' },
    })
  })

  it('is changed and deleted by its owner alone', async () => {
    const [fan, other] = [await person(world), await person(world, ['fan', 'editor', 'admin'])]
    const { id } = must(await createBoard(world.ctx, fan, { title: '我的', visibility: 'public' }))
    for (const who of [other, anonymous]) {
      expect((await changeBoard(world.ctx, who, { id, title: '抢走' })).ok).toBe(false)
      expect((await deleteBoard(world.ctx, who, { id })).ok).toBe(false)
    }
    expect(await mine(fan)).toMatchObject([{ id, title: '我的' }])
  })

  it('has a name of its own: the same again is the same board, refused words stay out', async () => {
    const fan = await person(world)
    const make = (title: string) => createBoard(world.ctx, fan, { title, visibility: 'public' })
    const [a, b] = [must(await make(' 厨房 ')), must(await make('厨房'))]
    expect(a.id).toBe(b.id)
    for (const title of ['', ' \n', '字'.repeat(41), '加微信拿货', 'https://a.cn'])
      expect(await make(title)).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'title' } })
  })

  it('goes with what is on it, and the counts follow', async () => {
    const fan = await person(world)
    const goods = { kind: 'products' as const, target: (await product(world)).productId }
    const { id } = must(await createBoard(world.ctx, fan, { title: '要删的', visibility: 'private' }))
    must(await keep(fan, goods, id))
    must(await deleteBoard(world.ctx, fan, { id }))
    expect(await mine(fan)).toEqual([])
    expect(await counted(goods.target)).toBe(0)
    expect((await world.payload.count({ collection: 'board-items', where: { board: { equals: id } } })).totalDocs).toBe(0)
  })

  it('shows and counts nothing that was taken down or is no longer sold', async () => {
    const { id } = must(await createBoard(world.ctx, author, { title: '会变少', visibility: 'public' }))
    const gone = (await publishedPost(world, { author, products: [tent.productId] })).id
    const unsold = await product(world)
    for (const what of [{ kind: 'posts' as const, target: gone }, { kind: 'products' as const, target: unsold.productId }, aTent()])
      must(await keep(author, what, id))
    expect(must(await readBoard(world.ctx, { id, locale: 'zh' })).count).toBe(3)
    must(await takeDownPiece(world.ctx, editor, { pieceId: gone, rule: 'other', reason: '测试' }))
    await world.payload.update({ collection: 'products', id: unsold.productId, data: { status: 'archived' }, depth: 0 })
    const left = must(await readBoard(world.ctx, { id, locale: 'zh' }))
    expect([left.count, left.items.map(({ target }) => target)]).toEqual([1, [tent.productId]])
    expect((await listPublicBoards(world.ctx, { creatorId: author.creatorId, locale: 'zh' })).find((board) => board.id === id)?.count).toBe(
      1,
    )
  })

  it('comes in parts, newest first', async () => {
    const fan = await person(world)
    for (let n = 0; n < 26; n++) {
      world.clock.advance(1000)
      must(await keep(fan, { kind: 'products', target: (await product(world)).productId }))
    }
    const [board] = await mine(fan)
    const first = must(await readMyBoard(world.ctx, fan, { id: board!.id, locale: 'zh' }))
    const rest = must(await readMyBoard(world.ctx, fan, { id: board!.id, after: first.next, locale: 'zh' }))
    expect([first.items.length, rest.items.length, rest.next, first.count]).toEqual([24, 2, null, 26])
    expect(new Set([...first.items, ...rest.items].map(({ target }) => target)).size).toBe(26)
  })
})
