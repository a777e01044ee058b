import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { deletePiece } from '../../../src/flows/pieces/delete-piece.ts'
import type { DraftInput } from '../../../src/flows/pieces/draft-input.ts'
import { publishDue } from '../../../src/flows/pieces/publish-scheduled.ts'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { publishApproved, schedulePiece } from '../../../src/flows/pieces/schedule-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { undeletePiece } from '../../../src/flows/pieces/undelete-piece.ts'
import { withdrawPiece } from '../../../src/flows/pieces/withdraw-piece.ts'
import { readReviewItem } from '../../../src/flows/review/read-review-item.ts'
import { restorePiece, takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { tag } from '../../../src/lib/page-tags.ts'
import { creator, person } from '../../builders/people.ts'
import { approve, must, postDraft, publishedPost } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Actor & { userId: string }

beforeAll(async () => {
  world = await openWorld()
  editor = await person(world, ['editor'])
}, 60_000)
beforeEach(async () => {
  // What an earlier test left waiting is no part of this one.
  world.clock.advance(24 * hour)
  await due()
  author = await creator(world)
})
afterAll(() => world?.close())

const hour = 3_600_000
const inMs = (ms: number) => new Date(world.clock.now().getTime() + ms).toISOString()
const read = async (id: string) => must(await readWorkingPiece(world.ctx, author, { id }))
const seen = async (id: string) => (await readPost(world.ctx, { id, locale: 'zh' })).ok
const due = () => publishDue(world.ctx)
const draft = (more: DraftInput = {}) => postDraft(world, author, [], more)
/** A piece that its author sent with a time, at the desk. */
async function sent(publishAt: string | null = inMs(hour)) {
  const { id } = must(await savePiece(world.ctx, author, { kind: 'posts', draft: await draft() }))
  const { reviewItemId } = must(await submitPiece(world.ctx, author, { id, publishAt }))
  return { id, reviewItemId }
}
/** The same, let pass. */
async function scheduled(publishAt = inMs(hour)) {
  const { id, reviewItemId } = await sent(publishAt)
  await approve(world, editor, reviewItemId)
  return id
}
const rows = async (collection: 'review-history' | 'notifications' | 'cache-purges', where = {}) =>
  (await world.payload.find({ collection, where, sort: 'id', limit: 0, pagination: false, depth: 0 })).docs as unknown as Record<
    string,
    unknown
  >[]
const history = async (piece: string) =>
  (await rows('review-history', { piece: { equals: piece } })).map(({ event, from, to }) => `${event}: ${from} → ${to}`)

describe('MOD-01 a piece with a time', () => {
  it('is let pass, waits unseen, and becomes public when its time has come, by the clock alone', async () => {
    const at = inMs(hour)
    const id = await scheduled(at)
    expect(await read(id)).toMatchObject({ state: 'scheduled', publishAt: at, isPublic: false })
    expect(await due()).toEqual({ published: 0, failed: 0 })
    expect(await seen(id)).toBe(false)
    world.clock.advance(hour)
    expect(await due()).toEqual({ published: 1, failed: 0 })
    expect(await read(id)).toMatchObject({ state: 'published', publishAt: null, isPublic: true })
    expect(await seen(id)).toBe(true)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    expect((await history(id)).slice(-3)).toEqual([
      'approve: submitted → approved',
      'schedule: approved → scheduled',
      'publish: scheduled → published',
    ])
  })

  it('makes its pages anew, tells its author twice, and says the time in her language', async () => {
    const id = await scheduled()
    world.clock.advance(hour)
    await drainJobs(world.ctx)
    const told = (await rows('notifications', { user: { equals: author.userId } })).map(({ kind }) => kind)
    expect(told).toEqual(['piece-scheduled', 'piece-approved'])
    expect((await rows('cache-purges')).flatMap(({ tags }) => tags as string[])).toContain(tag.piece(id))
    expect(await seen(id)).toBe(true)
  })

  it('that comes to the editor after its time is public at once', async () => {
    const { id, reviewItemId } = await sent(inMs(hour))
    world.clock.advance(2 * hour)
    await approve(world, editor, reviewItemId)
    expect(await read(id)).toMatchObject({ state: 'published', publishAt: null })
  })

  it('shows the editor the time that is wished', async () => {
    const at = inMs(hour)
    const { reviewItemId } = await sent(at)
    expect(must(await readReviewItem(world.ctx, editor, { id: reviewItemId }))).toMatchObject({ publishAt: at })
  })

  it('is put off, put forward and cancelled by its author; what is cancelled waits for her', async () => {
    const id = await scheduled()
    must(await schedulePiece(world.ctx, author, { id, publishAt: inMs(3 * hour) }))
    world.clock.advance(2 * hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    expect(must(await schedulePiece(world.ctx, author, { id, publishAt: null }))).toMatchObject({ state: 'approved', publishAt: null })
    world.clock.advance(5 * hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    must(await schedulePiece(world.ctx, author, { id, publishAt: inMs(hour) }))
    expect(must(await publishApproved(world.ctx, author, { id }))).toMatchObject({ state: 'published' })
    expect(await seen(id)).toBe(true)
  })

  it('is refused a time that is over or a year away, and then nothing changes', async () => {
    const id = await scheduled()
    const before = await read(id)
    for (const publishAt of [inMs(-1), inMs(30_000), inMs(367 * 24 * hour)])
      expect(await schedulePiece(world.ctx, author, { id, publishAt })).toMatchObject({ failure: { code: 'invalid', field: 'publishAt' } })
    expect(await read(id)).toEqual(before)
  })

  it('belongs to its author: nobody else moves it or makes it public', async () => {
    const id = await scheduled()
    for (const who of [await creator(world), editor]) {
      const refused = { failure: { code: expect.stringMatching(/not_found|forbidden/) } }
      expect(await schedulePiece(world.ctx, who, { id, publishAt: null })).toMatchObject(refused)
      expect(await publishApproved(world.ctx, who, { id })).toMatchObject(refused)
    }
  })

  it('no way leads around the editor: what was not let pass has no time that counts', async () => {
    const { id } = await sent()
    expect(await publishApproved(world.ctx, author, { id })).toMatchObject({ failure: { code: 'state' } })
    world.clock.advance(2 * hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    const live = await publishedPost(world, { author })
    expect(await schedulePiece(world.ctx, author, { id: live.id, publishAt: inMs(hour) })).toMatchObject({ failure: { code: 'state' } })
  })
})

describe('MOD-01 writing on while a version waits for its time', () => {
  const writeOn = async (id: string, title: string) =>
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: await draft({ title }) }))

  it('publishes exactly what was let pass; the newer words stay hers', async () => {
    const id = await scheduled()
    const passed = (await read(id)).draft.title
    await writeOn(id, '新写的一版')
    expect(await read(id)).toMatchObject({ state: 'scheduled', isNewer: true })
    world.clock.advance(hour)
    await due()
    expect(must(await readPost(world.ctx, { id, locale: 'zh' })).title).toBe(passed)
    expect(await read(id)).toMatchObject({ state: 'draft', isPublic: true, draft: { title: '新写的一版' } })
  })

  it('sends the newer version with the same time; the older one is not published then', async () => {
    const at = inMs(hour)
    const id = await scheduled(at)
    expect(await submitPiece(world.ctx, author, { id })).toMatchObject({ failure: { code: 'state' } })
    await writeOn(id, '更好的一版')
    must(await submitPiece(world.ctx, author, { id }))
    expect(await read(id)).toMatchObject({ state: 'submitted', publishAt: at })
    world.clock.advance(hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    expect(await seen(id)).toBe(false)
  })
})

describe('MOD-01 what stands in the way of the time', () => {
  it('the bin: nothing becomes public from it, and what is taken out waits for its author', async () => {
    const id = await scheduled()
    must(await deletePiece(world.ctx, author, { id }))
    world.clock.advance(2 * hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    must(await undeletePiece(world.ctx, author, { id }))
    expect(await due()).toEqual({ published: 0, failed: 0 })
    expect(await read(id)).toMatchObject({ state: 'approved', publishAt: null })
  })

  it('withdrawing it', async () => {
    const id = await scheduled()
    must(await withdrawPiece(world.ctx, author, { id }))
    world.clock.advance(2 * hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    expect(await read(id)).toMatchObject({ state: 'withdrawn', publishAt: null })
  })

  it('an editor who takes it down; a restored one that is due follows', async () => {
    const id = await scheduled()
    must(await takeDownPiece(world.ctx, editor, { pieceId: id, rule: 'misleading-claim', reason: '数字没有依据。' }))
    world.clock.advance(2 * hour)
    expect(await due()).toEqual({ published: 0, failed: 0 })
    must(await restorePiece(world.ctx, editor, { pieceId: id, reason: '依据补上了。' }))
    expect(await due()).toEqual({ published: 1, failed: 0 })
    expect(await seen(id)).toBe(true)
  })

  it('a suspended author, until she is active again', async () => {
    const id = await scheduled()
    const suspend = (status: 'suspended' | 'active') =>
      world.payload.update({ collection: 'creators', id: author.creatorId, data: { status }, depth: 0, overrideAccess: true })
    await suspend('suspended')
    world.clock.advance(2 * hour)
    expect(await publishApproved(world.ctx, author, { id })).toMatchObject({ failure: { code: 'forbidden' } })
    expect(await due()).toEqual({ published: 0, failed: 0 })
    await suspend('active')
    expect(await due()).toEqual({ published: 1, failed: 0 })
  })

  it('of two that are due at once one fault holds up no other', async () => {
    const [broken, fine] = [await scheduled(), await scheduled()]
    await world.payload.update({
      collection: 'piece-states',
      id: broken,
      data: { submittedVersion: '999999999' },
      depth: 0,
      overrideAccess: true,
    })
    world.clock.advance(hour)
    expect(await due()).toEqual({ published: 1, failed: 1 })
    expect([await seen(broken), await seen(fine)]).toEqual([false, true])
  })
})
