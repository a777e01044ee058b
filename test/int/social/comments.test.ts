import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { listNotifications, markNotificationsRead } from '../../../src/flows/accounts/list-notifications.ts'
import { addComment } from '../../../src/flows/comments/add-comment.ts'
import { approveComment } from '../../../src/flows/comments/approve-comment.ts'
import { deleteComment, undeleteComment } from '../../../src/flows/comments/delete-comment.ts'
import { hideComment } from '../../../src/flows/comments/hide-comment.ts'
import { listComments, listOwnComments } from '../../../src/flows/comments/list-comments.ts'
import { listCommentsForDesk } from '../../../src/flows/comments/list-for-desk.ts'
import { listMyComments } from '../../../src/flows/comments/list-my-comments.ts'
import { restoreComment } from '../../../src/flows/comments/restore-comment.ts'
import { refundLines } from '../../../src/flows/payments/refund-lines.ts'
import { takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { type Actor, anonymous } from '../../../src/lib/actor.ts'
import { newId } from '../../../src/lib/ids.ts'
import { type BuiltProduct, product } from '../../builders/catalogue.ts'
import { paidOrder } from '../../builders/paid-order.ts'
import { creator, person } from '../../builders/people.ts'
import { must, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

type Person = Awaited<ReturnType<typeof person>>

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Person
let tent: BuiltProduct
let post: string
beforeAll(async () => {
  world = await openWorld()
  author = await creator(world, { displayName: '阿禾' })
  editor = await person(world, ['editor'])
  tent = await product(world)
})
afterAll(() => world?.close())
beforeEach(async () => {
  must(await markNotificationsRead(world.ctx, author))
  post = (await publishedPost(world, { author, products: [tent.productId] })).id
  world.clock.advance(120_000)
})

const say = (who: Actor, body: string, parent?: string, where = { kind: 'posts' as 'posts' | 'products', target: post }) =>
  addComment(world.ctx, who, { ...where, body, parent })
const said = async (...args: Parameters<typeof say>) => must(await say(...args))
const list = async (after?: string) => must(await listComments(world.ctx, { kind: 'posts', target: post, after }))
const bodies = async () => (await list()).comments.map(({ body }) => body)
const notices = async (who: Actor) => must(await listNotifications(world.ctx, who)).notifications
const purges = async () =>
  (await world.payload.find({ collection: 'cache-purges', limit: 0, pagination: false })).docs.flatMap(({ tags }) => tags as string[])

describe('S-32: who is logged in', () => {
  it('comments on a piece and on a product, and both are shown with the name', async () => {
    const fan = await person(world, ['fan'], { name: '小雨点' })
    await said(fan, '坐直确实碰头')
    await said(fan, '什么时候补货', undefined, { kind: 'products', target: tent.productId })
    expect((await list()).comments).toMatchObject([
      { body: '坐直确实碰头', author: { name: '小雨点' }, bought: false, byAuthor: false, replies: [] },
    ])
    const onProduct = must(await listComments(world.ctx, { kind: 'products', target: tent.productId }))
    expect(onProduct).toMatchObject({ count: 1, comments: [{ body: '什么时候补货' }] })
  })

  it('is shown without any id of the account', async () => {
    const fan = await person(world)
    await said(fan, '好看')
    expect(JSON.stringify(await list())).not.toContain(fan.userId)
  })

  it('replies to a comment, one level deep and no deeper; the author of the piece is marked', async () => {
    const fan = await person(world)
    const first = await said(fan, '睡得下两个人吗')
    const reply = await said(author, '睡得下，加小狗就挤了', first.comment.id)
    expect(await say(fan, '谢谢', reply.comment.id)).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'parent' } })
    const { comments, count } = await list()
    expect(count).toBe(2)
    expect(comments[0]?.replies).toMatchObject([{ byAuthor: true, author: { name: '阿禾', handle: expect.any(String) } }])
  })

  it('does not reply to a comment of another page, to one that is gone, or to none', async () => {
    const fan = await person(world)
    const elsewhere = await said(fan, '在商品页', undefined, { kind: 'products', target: tent.productId })
    const gone = await said(fan, '马上删')
    await deleteComment(world.ctx, fan, { id: gone.comment.id })
    for (const parent of [elsewhere.comment.id, gone.comment.id, newId(), 'x'])
      expect(await say(fan, '回复', parent)).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })

  it('sends the same words twice and has said them once, also at the same moment', async () => {
    const fan = await person(world)
    const [a, b] = await Promise.all([said(fan, '发了两次'), said(fan, '发了两次')])
    expect(a.comment.id).toBe(b.comment.id)
    expect((await list()).count).toBe(1)
  })

  it('writes at most six in a minute', async () => {
    const fan = await person(world)
    for (const n of [1, 2, 3, 4, 5, 6]) await said(fan, `第 ${n} 条`)
    expect(await say(fan, '第 7 条')).toMatchObject({ ok: false, failure: { code: 'too_many' } })
    world.clock.advance(61_000)
    expect(await say(fan, '第 7 条')).toMatchObject({ ok: true })
  })
})

describe('nobody', () => {
  it('comments without an account, on what is not public, or with refused words, and nothing is written', async () => {
    const fan = await person(world)
    const before = (await world.payload.count({ collection: 'comments' })).totalDocs
    expect(await say(anonymous, '好')).toMatchObject({ ok: false, failure: { code: 'unauthenticated' } })
    expect(await say(fan, '好', undefined, { kind: 'posts', target: newId() })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await say(fan, '好', undefined, { kind: 'products', target: post })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    expect(await say(fan, '想要的加微信')).toMatchObject({
      ok: false,
      failure: { code: 'invalid', field: 'body', details: { problem: 'blocked', rule: 'spam' } },
    })
    const away = await product(world, { status: 'archived' })
    expect(await say(fan, '好', undefined, { kind: 'products', target: away.productId })).toMatchObject({ ok: false })
    expect((await world.payload.count({ collection: 'comments' })).totalDocs).toBe(before)
  })

  it('reads the comments of a piece that was taken down', async () => {
    await said(await person(world), '还在吗')
    must(await takeDownPiece(world.ctx, editor, { pieceId: post, rule: 'other', reason: '测试' }))
    expect(await listComments(world.ctx, { kind: 'posts', target: post })).toMatchObject({ ok: false, failure: { code: 'not_found' } })
  })

  it('deletes, revives or decides the comment of somebody else', async () => {
    const [fan, other] = [await person(world), await person(world)]
    const { comment } = await said(fan, '我的话')
    for (const who of [other, author, editor, anonymous]) expect((await deleteComment(world.ctx, who, { id: comment.id })).ok).toBe(false)
    for (const who of [fan, author, other, anonymous])
      expect((await hideComment(world.ctx, who, { id: comment.id, rule: 'spam', reason: 'x' })).ok).toBe(false)
    expect(await bodies()).toEqual(['我的话'])
  })
})

describe('S-02: the badge “bought”', () => {
  it('comes from a paid line of the product and goes with its refund, also on a piece about it', async () => {
    const [buyer, finance] = [await person(world), await person(world, ['finance'])]
    const order = await paidOrder(world, [{ product: tent, quantity: 2 }], { userId: buyer.userId })
    await said(buyer, '用了一个月')
    expect((await list()).comments[0]?.bought).toBe(true)
    const refund = (key: string) =>
      refundLines(
        world.ctx,
        finance,
        { orderId: order.orderId, lines: [{ lineId: order.lineIds[0]!, quantity: 1, restock: true }], shipping: false, reason: 'other' },
        key,
      )
    must(await refund('first-refund'))
    expect((await list()).comments[0]?.bought, 'one of two kept').toBe(true)
    must(await refund('second-refund'))
    expect((await list()).comments[0]?.bought).toBe(false)
  })

  it('is not there for an order that waits, or for another product', async () => {
    const buyer = await person(world)
    await paidOrder(world, [{ product: await product(world) }], { userId: buyer.userId })
    await said(buyer, '没买这件')
    expect((await list()).comments[0]?.bought).toBe(false)
  })
})

describe('an author', () => {
  it('takes a comment away and back within a minute, and the page is made anew each time', async () => {
    const fan = await person(world)
    const { comment } = await said(fan, '写错了')
    const before = (await purges()).filter((tag) => tag === `piece:${post}`).length
    must(await deleteComment(world.ctx, fan, { id: comment.id }))
    expect(must(await deleteComment(world.ctx, fan, { id: comment.id }))).toEqual({ state: 'deleted' })
    expect(await bodies()).toEqual([])
    must(await undeleteComment(world.ctx, fan, { id: comment.id }))
    expect(await bodies()).toEqual(['写错了'])
    must(await deleteComment(world.ctx, fan, { id: comment.id }))
    world.clock.advance(61_000)
    expect(await undeleteComment(world.ctx, fan, { id: comment.id })).toMatchObject({ ok: false, failure: { code: 'state' } })
    expect((await purges()).filter((tag) => tag === `piece:${post}`).length - before).toBe(3)
  })

  it('leaves the replies of others in their place when the comment above them goes', async () => {
    const [fan, other] = [await person(world), await person(world)]
    const { comment } = await said(fan, '问一句')
    await said(other, '答一句', comment.id)
    must(await deleteComment(world.ctx, fan, { id: comment.id }))
    expect((await list()).comments).toMatchObject([{ gone: 'deleted', body: '', author: { name: null }, replies: [{ body: '答一句' }] }])
    expect((await list()).count).toBe(1)
  })

  it('sees that a doubtful comment waits; nobody else sees it', async () => {
    const [fan, other] = [await person(world), await person(world)]
    const held = await said(fan, '看 https://example.com 这里')
    expect(held).toMatchObject({ state: 'held', comment: { held: true } })
    expect(await bodies()).toEqual([])
    const mine = (who: Actor) => listOwnComments(world.ctx, who, { kind: 'posts', target: post })
    expect(must(await mine(fan))).toMatchObject({ ids: [], held: [{ id: held.comment.id }] })
    expect(must(await mine(other))).toEqual({ ids: [], held: [] })
    expect((await notices(author)).filter(({ kind, read }) => !read && kind === 'piece-commented')).toEqual([])
  })
})

describe('an editor', () => {
  const grounds = { rule: 'personal-data', reason: '露出了别人的电话' }

  it('MOD-08: hides with a rule and a reason, the author reads both, and it can be restored', async () => {
    const fan = await person(world)
    const { comment } = await said(fan, '这是一条评论')
    for (const bad of [
      { rule: 'none', reason: 'x' },
      { rule: 'spam', reason: '  ' },
      { rule: 'spam', reason: 'x'.repeat(501) },
    ])
      expect(await hideComment(world.ctx, editor, { id: comment.id, ...bad })).toMatchObject({ ok: false, failure: { code: 'invalid' } })
    must(await hideComment(world.ctx, editor, { id: comment.id, ...grounds }))
    expect(await bodies()).toEqual([])
    expect(await notices(fan)).toMatchObject([{ kind: 'comment-hidden', data: grounds }])
    expect(must(await listMyComments(world.ctx, fan, { locale: 'zh' })).comments).toMatchObject([{ state: 'hidden', statement: grounds }])
    expect((await deleteComment(world.ctx, fan, { id: comment.id })).ok).toBe(false)
    must(await restoreComment(world.ctx, editor, { id: comment.id }))
    expect(await bodies()).toEqual(['这是一条评论'])
    expect((await notices(fan)).map(({ kind }) => kind)).toEqual(['comment-restored', 'comment-hidden'])
  })

  it('approves what waited, and only then those are told whom it concerns', async () => {
    const fan = await person(world)
    must(await markNotificationsRead(world.ctx, author))
    const { comment } = await said(fan, '官网 abc.shop 写的不一样')
    const queue = must(await listCommentsForDesk(world.ctx, editor, { state: 'held', locale: 'zh' }))
    expect(queue.comments.find(({ id }) => id === comment.id)).toMatchObject({
      findings: [{ phrase: 'link' }],
      target: { path: `/p/${post}` },
    })
    must(await approveComment(world.ctx, editor, { id: comment.id }))
    expect(await bodies()).toEqual(['官网 abc.shop 写的不一样'])
    expect((await notices(author))[0]).toMatchObject({ kind: 'piece-commented', read: false })
    expect(await notices(fan)).toMatchObject([{ kind: 'comment-approved' }])
  })

  it('is not the judge of his own words, and of two editors at once one decides', async () => {
    const own = await said(editor, '编辑自己的 https://a.cn')
    expect(await approveComment(world.ctx, editor, { id: own.comment.id })).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    const second = await person(world, ['editor'])
    const { comment } = await said(await person(world), '两位都在看')
    const both = await Promise.all([editor, second].map((who) => hideComment(world.ctx, who, { id: comment.id, ...grounds })))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('sees the desk’s list; others do not', async () => {
    for (const who of [anonymous, await person(world), author, await person(world, ['finance'])])
      expect((await listCommentsForDesk(world.ctx, who, { state: 'held', locale: 'zh' })).ok).toBe(false)
  })
})

describe('notices', () => {
  it('gather while unread: ten comments on a piece are one line with a count', async () => {
    must(await markNotificationsRead(world.ctx, author))
    for (const n of [1, 2, 3]) await said(await person(world), `第 ${n} 位`)
    const unread = (await notices(author)).filter(({ read }) => !read)
    expect(unread).toMatchObject([{ kind: 'piece-commented', data: { target: post, count: 3 } }])
    must(await markNotificationsRead(world.ctx, author))
    await said(await person(world), '又来一位')
    expect((await notices(author)).filter(({ read }) => !read)).toMatchObject([{ data: { count: 1 } }])
  })

  it('go to whom a reply answers, not to oneself and not twice', async () => {
    const [fan, other] = [await person(world), await person(world)]
    const asked = await said(fan, '问')
    await said(fan, '自己补一句', asked.comment.id)
    expect(await notices(fan)).toEqual([])
    await said(other, '答', asked.comment.id)
    expect(await notices(fan)).toMatchObject([{ kind: 'comment-reply', data: { count: 1 } }])
    const own = await said(author, '作者问')
    must(await markNotificationsRead(world.ctx, author))
    await said(other, '答作者', own.comment.id)
    expect((await notices(author)).filter(({ read }) => !read)).toMatchObject([{ kind: 'comment-reply' }])
  })
})

describe('a long conversation', () => {
  it('comes ten at a time, newest first, without gaps or doubles, also when somebody writes in between', async () => {
    for (let n = 1; n <= 23; n++) {
      await said(await person(world), `第 ${n} 条`)
      world.clock.advance(1000)
    }
    const first = await list()
    await said(await person(world), '插进来的')
    const second = await list(first.next ?? '')
    const third = await list(second.next ?? '')
    expect([first, second, third].map(({ comments }) => comments.length)).toEqual([10, 10, 3])
    expect(third.next).toBeNull()
    const all = [...first.comments, ...second.comments, ...third.comments].map(({ body }) => body)
    expect(all).toEqual(Array.from({ length: 23 }, (_, at) => `第 ${23 - at} 条`))
    expect(await listComments(world.ctx, { kind: 'posts', target: post, after: 'nonsense' })).toMatchObject({
      ok: false,
      failure: { code: 'invalid' },
    })
  })
})
