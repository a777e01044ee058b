import { readFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'

const folder = path.resolve(import.meta.dirname, '../../../public')
const own = z.string().regex(/^\/[\w./-]*$/)
/** What browsers ask of a site before they offer to install it, and what app stores of systems show. */
const manifest = z.strictObject({
  id: own,
  name: z.string().min(1).max(45),
  short_name: z.string().min(1).max(12),
  description: z.string().min(10),
  lang: z.enum(['zh-CN', 'en']),
  dir: z.literal('ltr'),
  start_url: own,
  scope: z.literal('/'),
  display: z.literal('standalone'),
  background_color: z.string().regex(/^#[0-9A-F]{6}$/),
  theme_color: z.string().regex(/^#[0-9A-F]{6}$/),
  categories: z.array(z.string()),
  icons: z.array(
    z.strictObject({ src: own, sizes: z.string(), type: z.enum(['image/png', 'image/svg+xml']), purpose: z.enum(['any', 'maskable']) }),
  ),
  shortcuts: z.array(z.strictObject({ name: z.string().min(1), url: own })),
})

describe.each(['manifest.webmanifest', 'manifest.en.webmanifest'])('%s', (name) => {
  const read = manifest.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))

  it('opens in its own language and is one app with the other', () => {
    expect([read.id, read.start_url]).toEqual(['/', read.lang === 'en' ? '/en' : '/zh'])
    for (const { url } of read.shortcuts) expect(url.startsWith(`${read.start_url}/`)).toBe(true)
  })

  it('names icons that are there, as large as it says', async () => {
    for (const { src, sizes, type } of read.icons) {
      const { format, width, height } = await sharp(path.join(folder, src)).metadata()
      expect(`image/${format === 'svg' ? 'svg+xml' : format}`).toBe(type)
      if (sizes !== 'any') expect(sizes).toBe(`${width}x${height}`)
    }
    expect(read.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`)).toEqual([
      '192x192 any',
      '512x512 any',
      '512x512 maskable',
      'any any',
    ])
  })
})

it('The icon that systems cut is opaque, and the logo stays inside the circle that every cut leaves', async () => {
  const { data, info } = await sharp(path.join(folder, 'icon-maskable-512.png')).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const paper = data.subarray(0, 4)
  expect(paper[3]).toBe(255)
  for (let y = 0; y < info.height; y++)
    for (let x = 0; x < info.width; x++) {
      const at = (y * info.width + x) * 4
      const far = Math.hypot(x - 256, y - 256) > 0.4 * 512
      if (far && Math.abs((data[at] ?? 0) - (paper[0] ?? 0)) > 2) throw new Error(`something is at ${x}, ${y}`)
    }
})

it('The favicon is an ICO with a picture of 32 px in it', async () => {
  const ico = readFileSync(path.join(folder, 'favicon.ico'))
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2), ico.readUInt16LE(4), ico.readUInt8(6)]).toEqual([0, 1, 1, 32])
  expect(await sharp(ico.subarray(ico.readUInt32LE(18))).metadata()).toMatchObject({ format: 'png', width: 32, height: 32 })
})
