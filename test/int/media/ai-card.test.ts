import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, it } from 'vitest'
import { markWebp } from '../../../src/modules/media/index.ts'
import { drawShareCard } from '../../../src/modules/media/processors/share-card.ts'
import { plain } from '../../unit/media/ai-files.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ai-card-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('DIS-5 the picture that goes with a shared link says in its file that a machine made parts of it, and no other does', async () => {
  const webp = await plain(300).webp().toBuffer()
  const draw = async (bytes: Buffer) => {
    const picture = path.join(folder, 'picture.webp')
    writeFileSync(picture, bytes)
    return sharp(await drawShareCard({ title: '山', site: '种草', picture, avatar: null })).metadata()
  }
  const marked = await draw(markWebp(webp, 'trained', { width: 300, height: 300 }))
  expect(marked).toMatchObject({ format: 'jpeg', width: 1200, height: 630 })
  expect(marked.xmp?.toString()).toContain('digitalsourcetype/compositeWithTrainedAlgorithmicMedia')
  expect((await draw(webp)).xmp).toBeUndefined()
})
