import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { noteFolder } from '../../../src/cli/import/note-folder.ts'
import { creatorByHandle, houseCreator } from '../../../src/flows/accounts/house-creator.ts'
import { importNotes } from '../../../src/flows/pieces/import-notes.ts'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { listQueue } from '../../../src/flows/review/list-queue.ts'
import type { Actor } from '../../../src/lib/actor.ts'
import { creator, person } from '../../builders/people.ts'
import { openWorld, type World } from '../../builders/world.ts'
import { sharedData } from '../../fixtures/shared-data.ts'

const folder = path.resolve('test/fixtures/notes')
const must = <T>(result: { ok: true; value: T } | { ok: false; failure: { message: string } }): T => {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

describe('importing a folder of Markdown notes', () => {
  let world: World
  let author: Actor
  beforeAll(async () => {
    world = await openWorld()
    author = must(await houseCreator(world.ctx, 'zh'))
  })
  afterAll(() => world?.close())

  it('makes a post in review of each file with a picture, and says why the others were left out', async () => {
    const report = await importNotes(world.ctx, author, await noteFolder(folder))
    expect(report).toMatchObject({
      total: 3,
      done: 3,
      stopped: false,
      notes: { submitted: 1, draft: 0, known: 0, 'left-out': 2 },
      pictures: { added: 1, missing: 1 },
    })
    expect(report.problems).toEqual([
      { path: 'outside.md', reason: expect.stringMatching(/^expected .+ in the folder, found no such picture$/) },
      { path: 'words.md', reason: 'it has no picture' },
    ])
    const editor = await person(world, ['editor'])
    const [item] = must(await listQueue(world.ctx, editor)).items
    expect(item).toMatchObject({ title: '雨天泡茶，水温比茶更要紧' })
  })

  it('changes nothing the second time, also when the author has written on', async () => {
    const { docs } = await world.payload.find({ collection: 'piece-states', depth: 0 })
    const id = docs[0]?.id ?? ''
    must(await savePiece(world.ctx, author, { id, kind: 'posts', draft: { title: '改过的题目' } }))
    const again = await importNotes(world.ctx, author, await noteFolder(folder))
    expect(again.notes).toEqual({ submitted: 0, draft: 0, known: 1, 'left-out': 2 })
    expect(must(await readWorkingPiece(world.ctx, author, { id })).draft.title).toBe('改过的题目')
    expect((await world.payload.count({ collection: 'posts' })).totalDocs).toBe(1)
  })

  it('keeps notes without a picture as drafts when it is asked to', async () => {
    const other = await creator(world)
    const report = await importNotes(world.ctx, other, await noteFolder(folder), { drafts: true })
    expect(report.notes).toEqual({ submitted: 1, draft: 2, known: 0, 'left-out': 0 })
    expect(report.problems[0]?.reason).toMatch(/^kept as a draft: Expected 1 to 9 pictures, got none/)
  })

  it('says of each picture that it does without what was expected and what came, and shows the same one once', async () => {
    const odd = await mkdtemp(path.join(tmpdir(), 'zhongcao-notes-'))
    const put = (name: string, content: string | Uint8Array) => writeFile(path.join(odd, name), content)
    await put('cup.webp', await readFile('test/fixtures/pictures/cup.webp'))
    await put('bad.jpg', 'no picture')
    await put('1.md', '# 缺两张\n\n字\n\n![](cup.webp) ![](.\\cup.webp) ![](cup.webp?2) ![](bad.jpg) ![](步骤.jpg)')
    await put('2.md', '# 只有坏的\n\n字\n\n![](bad.jpg)')
    await put('3.md', Buffer.concat([Buffer.from('# '), Buffer.from([0xb2, 0xe8]), Buffer.from('\n\ntext\n\n![](cup.webp)')]))
    await put('4.md', Buffer.from('# caf\u00e9\n\ntext\n\n![](cup.webp)', 'latin1'))
    const other = await creator(world)
    const report = await importNotes(world.ctx, other, await noteFolder(odd))
    await rm(odd, { recursive: true })
    expect(report).toMatchObject({ notes: { submitted: 2, draft: 0, 'left-out': 2 }, pictures: { added: 2, missing: 1 } })
    expect(report.problems).toEqual([
      { path: '1.md', reason: expect.stringMatching(/^expected 步骤\.jpg in the folder, found no such picture; bad\.jpg: expected JPEG/) },
      { path: '2.md', reason: expect.stringMatching(/^bad\.jpg: expected JPEG/) },
      { path: '4.md', reason: expect.stringMatching(/^Expected text in UTF-8/) },
    ])
    const { docs } = await world.payload.find({ collection: 'posts', where: { title: { equals: '茶' } }, locale: 'all', depth: 0 })
    expect(docs).toHaveLength(1)
  })

  it('stops after the note at hand and goes on from there', async () => {
    const other = await creator(world)
    const stop = new AbortController()
    const files = await noteFolder(folder)
    const first = await importNotes(world.ctx, other, files, { drafts: true, signal: stop.signal, onProgress: () => stop.abort() })
    expect(first).toMatchObject({ done: 1, stopped: true })
    const second = await importNotes(world.ctx, other, files, { drafts: true })
    expect(second).toMatchObject({ done: 3, stopped: false, notes: { known: 1 } })
  })

  it('writes only for creators that there are and that are not suspended', async () => {
    expect(await creatorByHandle(world.ctx, '@nobody_here')).toMatchObject({ ok: false, failure: { code: 'not_found' } })
    const { creatorId } = await creator(world)
    const row = await world.payload.update({ collection: 'creators', id: creatorId ?? '', data: { status: 'suspended' }, depth: 0 })
    expect(await creatorByHandle(world.ctx, row.handle)).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
  })

  it('makes the house creator once', async () => {
    expect(must(await houseCreator(world.ctx, 'en')).creatorId).toBe(author.creatorId)
  })

  const recipes = sharedData('howtocook')
  it.skipIf(recipes === null)('takes over a real folder of recipes (shared data)', { timeout: 120_000 }, async () => {
    const other = await creator(world)
    const report = await importNotes(world.ctx, other, await noteFolder(recipes ?? ''))
    expect(report).toMatchObject({ total: 388, done: 388, notes: { submitted: 43, draft: 0, known: 0, 'left-out': 345 } })
  })
})
