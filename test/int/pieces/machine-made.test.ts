import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storeUpload } from '../../../src/flows/media/store-upload.ts'
import type { DraftInput } from '../../../src/flows/pieces/draft-input.ts'
import { readWorkingPiece } from '../../../src/flows/pieces/read-working-piece.ts'
import { savePiece } from '../../../src/flows/pieces/save-piece.ts'
import { submitPiece } from '../../../src/flows/pieces/submit-piece.ts'
import { readReviewItem } from '../../../src/flows/review/read-review-item.ts'
import { readPost } from '../../../src/flows/shop/read-piece.ts'
import { everySize } from '../../../src/lib/picture-sizes.ts'
import { programme } from '../../builders/catalogue.ts'
import { creator, person } from '../../builders/people.ts'
import { approve, must, postDraft } from '../../builders/pieces.ts'
import { openWorld, type World } from '../../builders/world.ts'
import { plain, sourceType } from '../../unit/media/ai-files.ts'

let world: World
let author: Awaited<ReturnType<typeof creator>>
let editor: Awaited<ReturnType<typeof person>>

beforeAll(async () => {
  world = await openWorld()
  await programme(world)
  author = await creator(world)
  editor = await person(world, ['editor'])
}, 60_000)
afterAll(() => world.close())

async function* once(bytes: Uint8Array) {
  yield bytes
}
const upload = async (bytes: Uint8Array) => must(await storeUpload(world.ctx, author, { stream: once(bytes) })).media
const machineMade = async () => upload(await plain(600).withXmp(sourceType('trainedAlgorithmicMedia')).jpeg().toBuffer())

const draftWith = async (more: Partial<DraftInput>): Promise<DraftInput> => {
  const media = await machineMade()
  return { ...(await postDraft(world, author, [])), pictures: [{ media: media.id, alt: '山' }], ...more }
}
const submit = async (draft: DraftInput) => {
  const saved = must(await savePiece(world.ctx, author, { kind: 'posts', draft }))
  return { id: saved.id, result: await submitPiece(world.ctx, author, { id: saved.id }) }
}
const working = async (id: string) => must(await readWorkingPiece(world.ctx, author, { id })).draft

describe('DIS-5 a picture that says that a machine made it', () => {
  it('DIS-5 tells its author so, and goes on saying so in every size that is served', async () => {
    const media = await machineMade()
    expect(media.aiSuspect).toBe(true)
    expect(everySize(media.sources).length).toBeGreaterThan(1)
    for (const { url } of everySize(media.sources)) {
      const path = world.ctx.media.files.resolve(url.replace('/media/', ''))
      expect((await sharp(path ?? '').metadata()).xmp?.toString()).toContain('digitalsourcetype/trainedAlgorithmicMedia')
    }
    expect((await upload(await plain(600).jpeg().toBuffer())).aiSuspect).toBeUndefined()
  })

  it('DIS-5 its AVIF bears the mark as well', async () => {
    const noise = sharp({
      create: { width: 500, height: 500, channels: 3, background: '#555', noise: { type: 'gaussian', mean: 128, sigma: 30 } },
    })
    const media = await upload(await noise.withXmp(sourceType('compositeWithTrainedAlgorithmicMedia')).png().toBuffer())
    const webp = everySize(media.sources).at(-1)!.url.replace('/media/', '')
    const variants = everySize(media.sources).map(({ url, width }) => ({
      path: url.replace('/media/', ''),
      width,
      height: width,
      bytes: 1,
    }))
    expect(await world.ctx.media.avif(webp, async () => variants)).toBe('made')
    const avif = world.ctx.media.files.resolve(webp.replace(/webp$/, 'avif')) ?? ''
    expect((await sharp(avif).metadata()).xmp?.toString()).toContain('digitalsourcetype/compositeWithTrainedAlgorithmicMedia')
  })

  it('DIS-5 cannot be sent to the editors before its author has answered', async () => {
    const { result } = await submit(await draftWith({}))
    expect(result).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'aiMade' } })
    expect((await submit(await draftWith({ aiDenial: '   ' }))).result.ok).toBe(false)
  })

  it('DIS-5 confirmed, it is labelled for readers', async () => {
    const { id, result } = await submit(await draftWith({ aiMade: true, aiDenial: '不需要' }))
    expect(result.ok).toBe(true)
    expect(await working(id)).toMatchObject({ aiMade: true, aiDenial: null, labels: ['ai'] })
  })

  it('DIS-5 denied with a reason, editors read the reason and readers are told of the doubt', async () => {
    const { id, result } = await submit(await draftWith({ aiDenial: '只用软件去了噪点' }))
    const item = must(await readReviewItem(world.ctx, editor, { id: must(result).reviewItemId }))
    expect(item.now).toMatchObject({ aiMade: false, aiDenial: '只用软件去了噪点', labels: ['ai-maybe'] })
    expect(item.now.pictures[0]?.media.aiSuspect).toBe(true)
    await approve(world, editor, item.id)
    const page = must(await readPost(world.ctx, { id, locale: 'zh' }))
    expect(page.labels).toEqual(['ai-maybe'])
  })

  it('DIS-5 a reason without such a file is not kept, so nobody is accused for nothing', async () => {
    const saved = must(
      await savePiece(world.ctx, author, { kind: 'posts', draft: { ...(await postDraft(world, author, [])), aiDenial: '没有' } }),
    )
    expect(await working(saved.id)).toMatchObject({ aiDenial: null, labels: [] })
  })

  it('DIS-5 a reason that is too long is refused', async () => {
    const saved = await savePiece(world.ctx, author, { kind: 'posts', draft: await draftWith({ aiDenial: '长'.repeat(201) }) })
    expect(saved).toMatchObject({ ok: false, failure: { code: 'invalid', field: 'aiDenial' } })
  })
})
