import { spawn } from 'node:child_process'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { narrowestUrl, type PictureSizes } from '../../src/lib/picture-sizes.ts'
import { sharedData } from '../fixtures/shared-data.ts'
import { newFolder, removeFolders, type Site, startSite } from './site.ts'

interface Shown {
  id: string
  title: string
  pictures: { id: string; sources: PictureSizes[] }[]
  variants: { price: { amount: number }; stock: number }[]
}

/** `npm run import -- <file> --images <folder>` on a data folder; answers what it printed. */
function importInto(dir: string, args: string[]): Promise<string> {
  const { PATH = '', HOME = '' } = process.env
  const env = { PATH, HOME, NODE_ENV: 'production' as const, DATA_DIR: dir, ENV_FILE: '0', LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli/import.ts', ...args, '--offline'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (bytes: Buffer) => (said += bytes.toString()))
  return new Promise((resolve, reject) =>
    child.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(`The import ended with ${code}:\n${said}`)))),
  )
}

async function json<T>(address: string): Promise<T> {
  const answer = await fetch(address)
  expect(answer.status, address).toBe(200)
  return (await answer.json()) as T
}

const mediaIn = (html: string): string[] => [...new Set(html.match(/\/media\/[\w/.-]+\.webp/g))]

/** Whether bytes are a whole picture: every pixel is read. */
async function decodes(site: Site, address: string): Promise<void> {
  const answer = await fetch(`${site.url}${address}`)
  expect([answer.status, answer.headers.get('content-type')], address).toEqual([200, 'image/webp'])
  const { channels } = await sharp(Buffer.from(await answer.arrayBuffer())).stats()
  expect(channels.length, address).toBeGreaterThanOrEqual(3)
}

const sources = [
  { name: 'the fixture', file: 'test/fixtures/products.csv', images: 'test/fixtures/pictures', products: 3, pictures: 3 },
  {
    name: 'the sample data of a real shop (shared data)',
    root: sharedData('spree'),
    file: 'spree/core/db/sample_data/products.csv',
    images: 'docs/images/demo-images',
    products: 37,
    pictures: 124,
  },
]

describe.each(sources)('imported: $name', ({ root, file, images, products, pictures }) => {
  const absent = root === null
  let site: Site
  let listed: { id: string; slug: string }[]

  beforeAll(async () => {
    if (absent) return
    const dir = await newFolder()
    await importInto(dir, [path.join(root ?? '', file), '--images', path.join(root ?? '', images)])
    site = await startSite({ dir, env: { DEMO: '0' } })
    listed = (await json<{ docs: typeof listed }>(`${site.url}/api/products?limit=200`)).docs
  })
  afterAll(async () => {
    await site?.stop()
    await removeFolders()
  })

  it.skipIf(absent)('every product’s page answers 200 in both languages, with pictures that decode', async () => {
    expect(listed).toHaveLength(products)
    const seen = { pictures: new Map<string, string>(), files: new Set<string>() }
    for (const { id, slug } of listed) {
      const shown = await json<Shown>(`${site.url}/v1/products/${encodeURIComponent(slug)}`)
      expect(shown.id).toBe(id)
      expect(shown.variants.length).toBeGreaterThan(0)
      for (const { id: picture, sources: of } of shown.pictures) seen.pictures.set(picture, narrowestUrl(of) ?? '')
      for (const language of ['zh', 'en']) {
        const page = await fetch(`${site.url}/${language}/product/${encodeURIComponent(slug)}`)
        const html = await page.text()
        expect(page.status, slug).toBe(200)
        expect(html).toContain(`<html lang="${language === 'zh' ? 'zh-CN' : 'en'}"`)
        const files = mediaIn(html)
        for (const picture of shown.pictures) expect(files).toEqual(expect.arrayContaining([narrowestUrl(picture.sources)]))
        for (const one of files) seen.files.add(one)
      }
    }
    expect(seen.pictures.size).toBe(pictures)
    expect(seen.files.size).toBeGreaterThanOrEqual(pictures)
    for (const one of seen.files) expect((await fetch(`${site.url}${one}`, { method: 'HEAD' })).status, one).toBe(200)
    // The smallest size of each: decoding all of them would take minutes and prove the same.
    for (const one of seen.pictures.values()) await decodes(site, one)
  })

  it.skipIf(absent)('every product is found by its own title', async () => {
    for (const { slug, id } of listed) {
      const { title } = await json<Shown>(`${site.url}/v1/products/${encodeURIComponent(slug)}`)
      const found = await json<{ products: { id: string }[] }>(`${site.url}/v1/search?kind=product&q=${encodeURIComponent(title)}`)
      expect(
        found.products.map((one) => one.id),
        title,
      ).toContain(id)
    }
  })
})
