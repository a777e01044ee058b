import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeUpload } from '../../../src/flows/media/store-upload.ts'
import { deletePiece } from '../../../src/flows/pieces/delete-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { undeletePiece } from '../../../src/flows/pieces/undelete-piece.ts'
import { withdrawPiece } from '../../../src/flows/pieces/withdraw-piece.ts'
import { restorePiece, takeDownPiece } from '../../../src/flows/review/take-down-piece.ts'
import { drainJobs } from '../../../src/jobs/runner.ts'
import { product } from '../../builders/catalogue.ts'
import { openSite, type Site } from '../../builders/http.ts'
import { creator, person } from '../../builders/people.ts'
import { approve, must, postDraft, publishedPost, publishedVideoNote, readyMedia, submitted, videoDraft } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'

let world: World
let site: Site
let author: Awaited<ReturnType<typeof creator>>
let editor: Awaited<ReturnType<typeof person>>
beforeAll(async () => {
  world = await openWorld()
  site = await openSite(world.ctx)
  author = await creator(world)
  editor = await person(world, ['editor'])
})
afterAll(async () => {
  await site.close()
  await world.close()
})

/** Longer than the door keeps its list, far less than the second that Visibility allows. */
const aMoment = () => new Promise((resolve) => setTimeout(resolve, 350))
const bad = { rule: 'ad-not-disclosed', reason: '图片与商品不符' }

/** Address of a row's file; its bytes are put there. */
async function address(id: string): Promise<string> {
  const row = await world.payload.findByID({ collection: 'media', id, depth: 0 })
  const [variant] = (row.variants ?? []) as { path: string }[]
  const name = row.playable ?? variant?.path ?? ''
  const file = path.join(world.ctx.env.mediaDir, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, 'bytes')
  return `/media/${name}`
}
const status = async (url: string, headers: Record<string, string> = {}) => (await site.ask('GET', url, { headers })).status
const token = async ({ email }: { email: string }) => ({
  authorization: `Bearer ${(await world.payload.login({ collection: 'users', data: { email, password: 'correct horse 7' } })).token}`,
})

async function post(pictures?: string[]) {
  const ids = pictures ?? [await readyMedia(world, author.userId)]
  const draft = { pictures: ids.map((media) => ({ media, alt: '小桌' })) }
  return { piece: await publishedPost(world, { author, draft }), urls: await Promise.all(ids.map(address)), ids }
}

describe('media of a piece that readers may not see any more', () => {
  it('answer 410 within a second of a take-down, kept by nobody, and 200 again after the restore (Visibility)', async () => {
    const { piece, urls } = await post([await readyMedia(world, author.userId), await readyMedia(world, author.userId)])
    expect(await Promise.all(urls.map((url) => status(url)))).toEqual([200, 200])
    must(await takeDownPiece(world.ctx, editor, { pieceId: piece.id, ...bad }))
    await aMoment()
    for (const url of urls) {
      const gone = await site.ask('GET', url)
      expect([gone.status, gone.headers.get('cache-control')]).toEqual([410, 'no-store'])
      expect((await site.ask('HEAD', url)).status).toBe(410)
      expect(await status(url.replace('.webp', '.avif'))).toBe(410)
    }
    must(await restorePiece(world.ctx, editor, { pieceId: piece.id, reason: '申诉成立' }))
    await aMoment()
    const back = await site.ask('GET', urls[0] ?? '')
    expect([back.status, back.headers.get('cache-control')]).toEqual([200, 'public, max-age=31536000, immutable'])
  })

  it('go with a withdrawn piece, and with one in the bin until it is taken out', async () => {
    const withdrawn = await post()
    const binned = await post()
    must(await withdrawPiece(world.ctx, author, { id: withdrawn.piece.id }))
    must(await deletePiece(world.ctx, author, { id: binned.piece.id }))
    await aMoment()
    expect([await status(withdrawn.urls[0]!), await status(binned.urls[0]!)]).toEqual([410, 410])
    must(await undeletePiece(world.ctx, author, { id: binned.piece.id }))
    await aMoment()
    expect([await status(withdrawn.urls[0]!), await status(binned.urls[0]!)]).toEqual([410, 200])
  })

  it('are still seen by their author and by editors, and by nobody else, and stay out of every cache', async () => {
    const { piece, urls } = await post()
    must(await takeDownPiece(world.ctx, editor, { pieceId: piece.id, ...bad }))
    await aMoment()
    const url = urls[0] ?? ''
    const seen = await site.ask('GET', url, { headers: await token(editor) })
    expect([seen.status, seen.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
    expect(await status(url, await token(author))).toBe(200)
    expect(await status(url, await token(await creator(world)))).toBe(410)
    expect(await status(url, await token(await person(world)))).toBe(410)
  })

  it('include a video, its poster, and the picture that an edit took out', async () => {
    const draft = await videoDraft(world, author)
    const video = await world.payload.findByID({ collection: 'media', id: draft.video as string, depth: 0 })
    const note = await publishedVideoNote(world, { author, draft })
    const urls = [await address(video.id), await address(video.poster as string)]
    must(await takeDownPiece(world.ctx, editor, { pieceId: note.id, ...bad }))
    await aMoment()
    expect(await Promise.all(urls.map((url) => status(url)))).toEqual([410, 410])

    const { piece, ids, urls: before } = await post()
    const edited = await postDraft(world, author)
    const { workingVersion } = await world.payload.findByID({ collection: 'piece-states', id: piece.id, depth: 0 })
    must(await savePiece(world.ctx, author, { id: piece.id, kind: 'posts', draft: edited, baseVersion: workingVersion ?? '' }))
    const { reviewItemId } = must(await submitPiece(world.ctx, author, { id: piece.id }))
    await aMoment()
    expect(await status(before[0]!), 'an edit in review takes nothing down').toBe(200)
    await approve(world, editor, reviewItemId)
    await aMoment()
    expect(ids).toHaveLength(1)
    expect(await status(before[0]!)).toBe(410)
  })
})

describe('media that something else shows', () => {
  it('stay while another public piece, a product or a face shows them', async () => {
    const shared = await readyMedia(world, author.userId)
    const ofProduct = await readyMedia(world, author.userId)
    const face = await readyMedia(world, author.userId)
    const own = await readyMedia(world, author.userId)
    const first = await post([shared, ofProduct, face, own])
    const second = await post([shared])
    const { productId } = await product(world)
    await world.payload.update({ collection: 'products', id: productId, data: { pictures: [ofProduct] } })
    await world.payload.update({ collection: 'creators', id: author.creatorId, data: { avatar: face } })
    must(await takeDownPiece(world.ctx, editor, { pieceId: first.piece.id, ...bad }))
    await aMoment()
    expect(await Promise.all(first.urls.map((url) => status(url)))).toEqual([200, 200, 200, 410])
    must(await takeDownPiece(world.ctx, editor, { pieceId: second.piece.id, ...bad }))
    await aMoment()
    expect(await status(second.urls[0]!)).toBe(410)
  })

  it('come back when a product is given one of them', async () => {
    const { piece, ids, urls } = await post()
    must(await takeDownPiece(world.ctx, editor, { pieceId: piece.id, ...bad }))
    const { productId } = await product(world)
    await world.payload.update({ collection: 'products', id: productId, data: { pictures: ids } })
    await drainJobs(world.ctx)
    await aMoment()
    expect(await status(urls[0]!)).toBe(200)
  })

  it('go with a suspended creator and come back with her', async () => {
    const other = await creator(world)
    const picture = await readyMedia(world, other.userId)
    await publishedPost(world, { author: other, draft: { pictures: [{ media: picture, alt: '小桌' }] } })
    const url = await address(picture)
    const set = async (to: 'active' | 'suspended') => {
      await world.payload.update({ collection: 'creators', id: other.creatorId, data: { status: to } })
      await drainJobs(world.ctx)
      await aMoment()
    }
    await set('suspended')
    expect(await status(url)).toBe(410)
    await set('active')
    expect(await status(url)).toBe(200)
  })

  it('cannot be kept up by uploading the same bytes again', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const upload = async () =>
      must(
        await storeUpload(world.ctx, author, {
          stream: (async function* () {
            yield png
          })(),
        }),
      ).media.id
    const { piece, urls } = await post([await upload()])
    must(await takeDownPiece(world.ctx, editor, { pieceId: piece.id, ...bad }))
    const again = await upload()
    await aMoment()
    expect(await status(urls[0]!)).toBe(410)
    const draft = await postDraft(world, author, [], { pictures: [{ media: again, alt: '一个点' }] })
    const { reviewItemId } = await submitted(world, author, 'posts', draft)
    await aMoment()
    expect(await status(urls[0]!), 'a draft is nothing that readers see').toBe(410)
    await approve(world, editor, reviewItemId)
    await aMoment()
    expect(await status(urls[0]!)).toBe(200)
  })
})
