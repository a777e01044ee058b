import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { decideReviewItem } from '../../../src/flows/review/decide-review-item.ts'
import { restorePiece, takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { findPublicPiece, findPublicPieces } from '../../../src/modules/publishing/store.ts'
import { product, programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { must, postDraft, publishedPost } from '../../builders/pieces.ts'
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

const decide = async (actor: Actor, id: string, lockVersion: number, decision: 'approve' | 'request_changes' | 'reject' = 'approve') =>
  decideReviewItem(world.ctx, actor, {
    id,
    lockVersion,
    decision,
    ...(decision === 'approve' ? {} : { rule: 'misleading-claim', reason: '“全网最低”没有依据。' }),
  })

describe('taking down', () => {
  const found = async (q: string) => must(await world.ctx.search.search({ q })).hits.map(({ document }) => document.id)

  it('SR-17 SR-18 makes a piece invisible everywhere at once: by id, in lists, in search, before any job ran', async () => {
    const { id } = await publishedPost(world, { author, products: [tent], draft: { title: '独一份的露营灯测评' } })
    await drainJobs(world.ctx)
    expect(await found('露营灯')).toContain(id)
    must(await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'unsafe', reason: '产品召回。' }))
    expect(await found('露营灯')).not.toContain(id)
    const req = await world.ctx.req()
    expect(await findPublicPiece(req, 'posts', id)).toBeNull()
    expect((await findPublicPieces(req, { author: author.creatorId, limit: 500 })).map((piece) => piece.id)).not.toContain(id)
    expect((await findPublicPieces(req, { product: tent, limit: 500 })).map((piece) => piece.id)).not.toContain(id)
    await drainJobs(world.ctx)
    expect(await found('露营灯')).not.toContain(id)
    must(await restorePiece(world.ctx, editor, { pieceId: id, reason: '核实后无误。' }))
    await drainJobs(world.ctx)
    expect(await found('露营灯')).toContain(id)
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.id).toBe(id)
  })

  it('keeps its links, and tells the author on what basis', async () => {
    const { id, linkIds } = await publishedPost(world, { author, products: [tent] })
    must(await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'unsafe', reason: '产品召回。' }))
    expect(await world.payload.findByID({ collection: 'product-links', id: linkIds[0]!, depth: 0 })).toMatchObject({ status: 'active' })
    expect(must(await readWorkingPiece(world.ctx, author, { id })).answer).toMatchObject({
      action: 'take_down',
      rule: 'unsafe',
      reason: '产品召回。',
    })
    expect(await takeDownPiece(world.ctx, other, { pieceId: id, rule: 'unsafe', reason: 'again' })).toMatchObject({
      failure: { code: 'state' },
    })
  })

  it('MOD-01 is apart from the review state: an edit is reviewed and approved, and stays unseen until restored', async () => {
    const { id } = await publishedPost(world, { author, products: [tent], draft: { title: '甲' } })
    must(await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'unsafe', reason: '产品召回。' }))
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await postDraft(world, author, [], { title: '乙' }) }))
    const { reviewItemId } = must(await submitPiece(world.ctx, author, { id }))
    must(await decide(other, reviewItemId, 0))
    expect(must(await readWorkingPiece(world.ctx, author, { id }))).toMatchObject({
      state: 'published',
      restriction: 'removed',
      isPublic: false,
    })
    expect(await findPublicPiece(await world.ctx.req(), 'posts', id)).toBeNull()
    must(await restorePiece(world.ctx, editor, { pieceId: id, reason: '已改。' }))
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.piece.title).toBe('乙')
  })

  it('needs a rule and a reason, and a piece that exists', async () => {
    const { id } = await publishedPost(world, { author })
    expect(await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'unsafe', reason: ' ' })).toMatchObject({
      failure: { code: 'invalid' },
    })
    expect(await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'nonsense', reason: 'x' })).toMatchObject({
      failure: { code: 'invalid' },
    })
    expect(await takeDownPiece(world.ctx, editor, { pieceId: '../etc', rule: 'unsafe', reason: 'x' })).toMatchObject({
      failure: { code: 'not_found' },
    })
    expect((await findPublicPiece(await world.ctx.req(), 'posts', id))?.id).toBe(id)
  })
})
