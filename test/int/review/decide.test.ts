import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { claimReviewItem, releaseReviewItem } from '../../../src/flows/review/claim-review-item.ts'
import { decideReviewItem } from '../../../src/flows/review/decide-review-item.ts'
import { listQueue } from '../../../src/flows/review/list-queue.ts'
import { readReviewItem } from '../../../src/flows/review/read-review-item.ts'
import { restorePiece, takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { findPublicPiece } from '../../../src/modules/publishing/store.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { must, postDraft, publishedPost, submitted } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Actor & { userId: string }
let other: Actor & { userId: string }
let tent: string

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world, { displayName: '阿桃' })
  editor = await person(world, ['editor'], { name: 'Lin' })
  other = await person(world, ['editor'], { name: 'Zhou' })
  tent = (await product(world, { title: '两人帐篷', prices: [39900, 45900] })).productId
}, 60_000)
afterAll(() => world.close())

const waiting = async (more = {}) => submitted(world, author, 'posts', await postDraft(world, author, [tent], more))
const item = async (id: string) => must(await readReviewItem(world.ctx, editor, { id }))
const decide = async (actor: Actor, id: string, lockVersion: number, decision: 'approve' | 'request_changes' | 'reject' = 'approve') =>
  decideReviewItem(world.ctx, actor, {
    id,
    lockVersion,
    decision,
    ...(decision === 'approve' ? {} : { rule: 'misleading-claim', reason: '“全网最低”没有依据。' }),
  })
const history = async (piece: string) =>
  (
    await world.payload.find({
      collection: 'review-history',
      where: { piece: { equals: piece } },
      sort: 'id',
      limit: 0,
      pagination: false,
      depth: 0,
    })
  ).docs.map(({ event, from, to }) => `${event}: ${from} → ${to}`)

describe('the queue', () => {
  it('is read by editors and admins only', async () => {
    for (const roles of [['fan'], ['creator'], ['finance']] as const) {
      expect(await listQueue(world.ctx, await person(world, [...roles]))).toMatchObject({ failure: { code: 'forbidden' } })
    }
    expect((await listQueue(world.ctx, await person(world, ['admin']))).ok).toBe(true)
  })

  it('shows overdue items first, the oldest first, in pages', async () => {
    const own = await openWorld()
    try {
      const writer = await creator(own)
      const reader = await person(own, ['editor'])
      const ids: string[] = []
      for (let at = 0; at < 5; at++) {
        ids.push((await submitted(own, writer, 'posts', await postDraft(own, writer, [], { title: `第 ${at} 篇` }))).reviewItemId)
        own.clock.advance(11 * 3_600_000)
      }
      const queue = must(await listQueue(own.ctx, reader, { page: 1, perPage: 2 }))
      expect(queue).toMatchObject({ total: 5, overdue: 3, pages: 3 })
      const next = must(await listQueue(own.ctx, reader, { page: 2, perPage: 2 }))
      const last = must(await listQueue(own.ctx, reader, { page: 3, perPage: 2 }))
      expect([...queue.items, ...next.items, ...last.items].map(({ id }) => id)).toEqual(ids)
      expect(queue.items[0]).toMatchObject({
        title: '第 0 篇',
        firstPiece: true,
        isEdit: false,
        overdue: true,
        kind: 'posts',
        claimedBy: null,
      })
      expect(last.items[0]?.overdue).toBe(false)
    } finally {
      await own.close()
    }
  }, 60_000)

  it('opens an item with its version, products, prices, labels, the public version beside it and what happened before', async () => {
    const { id } = await publishedPost(world, { author, products: [tent], draft: { title: '旧标题' } })
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [tent], { title: '新标题' }) }))
    const { reviewItemId } = must(await submitPiece(world.ctx, author, { id }))
    const shown = await item(reviewItemId)
    expect(shown).toMatchObject({
      now: {
        title: '新标题',
        labels: ['ad-commission'],
        placements: [{ product: { title: { zh: '两人帐篷' }, price: { amount: 39900, currency: 'CNY' }, commissionBps: 800 } }],
      },
      published: { title: '旧标题' },
      isPublic: true,
      isOwn: false,
      author: { name: '阿桃', firstPiece: false },
      claim: { by: 'nobody' },
    })
    expect(shown.history.map(({ event }) => event)).toEqual(['submit', 'edit', 'publish', 'approve', 'submit'])
  })
})

describe('claims', () => {
  it('MOD-05 last ten minutes, are renewed by their holder, and end by themselves', async () => {
    const { id, reviewItemId } = await waiting()
    const first = must(await claimReviewItem(world.ctx, editor, { id: reviewItemId }))
    expect(Date.parse(first.claimedUntil ?? '') - world.clock.now().getTime()).toBe(600_000)
    expect(must(await readWorkingPiece(world.ctx, author, { id })).state).toBe('in_review')
    expect(await claimReviewItem(world.ctx, other, { id: reviewItemId })).toMatchObject({ failure: { code: 'conflict' } })
    expect(await decide(other, reviewItemId, first.lockVersion)).toMatchObject({ failure: { code: 'conflict' } })
    world.clock.advance(300_000)
    const renewed = must(await claimReviewItem(world.ctx, editor, { id: reviewItemId }))
    expect(Date.parse(renewed.claimedUntil ?? '') - Date.parse(first.claimedUntil ?? '')).toBe(300_000)
    world.clock.advance(600_001)
    expect((await claimReviewItem(world.ctx, other, { id: reviewItemId })).ok).toBe(true)
    must(await releaseReviewItem(world.ctx, other, { id: reviewItemId }))
    expect(must(await readWorkingPiece(world.ctx, author, { id })).state).toBe('submitted')
    expect((await claimReviewItem(world.ctx, editor, { id: reviewItemId })).ok).toBe(true)
  })

  it('MOD-05 go to one of many who reach for the same item at once', async () => {
    const { reviewItemId } = await waiting()
    const editors = await Promise.all(Array.from({ length: 6 }, () => person(world, ['editor'])))
    const results = await Promise.all(editors.map((one) => claimReviewItem(world.ctx, one, { id: reviewItemId })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('decisions', () => {
  it('MOD-05 two editors at once: one succeeds, the other is told that it is stale', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, reviewItemId } = await waiting()
      const { lockVersion } = await item(reviewItemId)
      const results = await Promise.all([decide(editor, reviewItemId, lockVersion), decide(other, reviewItemId, lockVersion, 'reject')])
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(results.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'stale' } })
      const { state } = must(await readWorkingPiece(world.ctx, author, { id }))
      expect(state).toBe(results[0].ok ? 'published' : 'rejected')
      expect((await history(id)).filter((line) => /^(approve|reject)/.test(line))).toHaveLength(1)
    }
  })

  it('MOD-05 an editor who saw a version that was sent again meanwhile cannot decide', async () => {
    const { id, reviewItemId } = await waiting({ title: '第一次' })
    const seen = await item(reviewItemId)
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [], { title: '第二次' }) }))
    must(await submitPiece(world.ctx, author, { id }))
    expect(await decide(editor, reviewItemId, seen.lockVersion)).toMatchObject({ failure: { code: 'stale' } })
    expect(await findPublicPiece(await world.ctx.req(), 'posts', id)).toBeNull()
    must(await decide(editor, reviewItemId, (await item(reviewItemId)).lockVersion))
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.piece.title).toBe('第二次')
  })

  it('MOD-06 everything but an approval needs a rule and a reason', async () => {
    const { reviewItemId } = await waiting()
    const { lockVersion } = await item(reviewItemId)
    const ask = (more: object) =>
      decideReviewItem(world.ctx, editor, { id: reviewItemId, lockVersion, decision: 'request_changes', ...more })
    expect(await ask({})).toMatchObject({ failure: { code: 'invalid', field: 'reason' } })
    expect(await ask({ reason: '改一下' })).toMatchObject({ failure: { code: 'invalid', field: 'rule' } })
    expect(await ask({ reason: '改一下', rule: 'because' })).toMatchObject({ failure: { code: 'invalid', field: 'rule' } })
    expect((await item(reviewItemId)).itemState).toBe('open')
  })

  it('tells the author what was said, in the app and by mail, and lets her answer it', async () => {
    const { id, reviewItemId } = await waiting()
    must(await decide(editor, reviewItemId, (await item(reviewItemId)).lockVersion, 'request_changes'))
    expect(must(await readWorkingPiece(world.ctx, author, { id }))).toMatchObject({
      state: 'changes_requested',
      isPublic: false,
      answer: { action: 'request_changes', rule: 'misleading-claim', reason: '“全网最低”没有依据。' },
    })
    const { docs } = await world.payload.find({
      collection: 'notifications',
      where: { user: { equals: author.userId } },
      sort: '-id',
      limit: 1,
      depth: 0,
    })
    expect(docs[0]).toMatchObject({ kind: 'piece-changes-requested', data: { pieceId: id, reason: '“全网最低”没有依据。' } })
    const mails = await world.payload.find({
      collection: 'payload-jobs',
      where: { taskSlug: { equals: 'send-mail' } },
      limit: 0,
      pagination: false,
      depth: 0,
    })
    expect(mails.docs.map(({ input }) => input)).toContainEqual(
      expect.objectContaining({ template: 'piece-changes-requested', subject: id }),
    )
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [tent], { title: '改好了' }) }))
    const again = must(await submitPiece(world.ctx, author, { id }))
    expect(again.reviewItemId).not.toBe(reviewItemId)
    must(await decide(editor, again.reviewItemId, 0))
    expect(must(await readWorkingPiece(world.ctx, author, { id }))).toMatchObject({ state: 'published', isPublic: true, answer: null })
  })

  it('are never one’s own piece’s, nor a fan’s', async () => {
    const both: Actor = { ...author, roles: ['fan', 'creator', 'editor'] }
    const { id, reviewItemId } = await waiting()
    expect(await decide(both, reviewItemId, 0)).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await claimReviewItem(world.ctx, both, { id: reviewItemId })).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await takeDownPiece(world.ctx, both, { pieceId: id, rule: 'other', reason: 'x' })).toMatchObject({
      failure: { code: 'forbidden' },
    })
    expect(await decide(await person(world), reviewItemId, 0)).toMatchObject({ failure: { code: 'forbidden' } })
    expect((await item(reviewItemId)).itemState).toBe('open')
  })

  it('leave a row for every change', async () => {
    const { id, reviewItemId } = await waiting()
    must(await claimReviewItem(world.ctx, editor, { id: reviewItemId }))
    must(await decide(editor, reviewItemId, 1))
    must(await takeDownPiece(world.ctx, other, { pieceId: id, rule: 'unsafe', reason: '召回' }))
    must(await restorePiece(world.ctx, other, { pieceId: id, reason: '误判' }))
    expect(await history(id)).toEqual([
      'submit: draft → submitted',
      'claim: submitted → in_review',
      'approve: in_review → approved',
      'publish: approved → published',
      'take_down: none → removed',
      'restore: removed → none',
    ])
  })
})
