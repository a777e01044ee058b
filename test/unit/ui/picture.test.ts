import fc from 'fast-check'
import { rgbaToThumbHash, thumbHashToRGBA } from 'thumbhash'
import { describe, expect, it } from 'vitest'
import { pictureSizes } from '../../../src/flows/media/media-view.ts'
import { everySize, narrowestUrl, type PictureSizes, urlFor, widestUrl } from '../../../src/lib/picture-sizes.ts'
import { coloursOf } from '../../../src/modules/media/colours.ts'
import { imagePath } from '../../../src/modules/media/index.ts'
import type { Media } from '../../../src/payload-types.ts'
import { feedRatio, pictureSources, placeholder, srcSet } from '../../../src/ui/primitives/picture.ts'

const webp = (...widths: number[]): PictureSizes => ({ url: '/media/a-{width}.webp', type: 'image/webp', widths })
const avif = (...widths: number[]): PictureSizes => ({ url: '/media/a-{width}.avif', type: 'image/avif', widths })

describe('a responsive picture', () => {
  it('lists its sizes from narrow to wide', () => {
    expect(srcSet(webp(360, 720))).toBe('/media/a-360.webp 360w, /media/a-720.webp 720w')
  })

  it('offers AVIF first and falls back to the widest WebP', () => {
    expect(pictureSources({ sources: [webp(360, 1080), avif(360)] })).toEqual({
      sources: [{ type: 'image/avif', srcSet: '/media/a-360.avif 360w' }],
      fallback: { src: '/media/a-1080.webp', srcSet: '/media/a-360.webp 360w, /media/a-1080.webp 1080w' },
    })
  })

  it('shows a video by its poster when there are no sizes yet, and nothing when there is none', () => {
    expect(pictureSources({ sources: [], posterUrl: '/media/p.webp' }).fallback).toEqual({ src: '/media/p.webp', srcSet: undefined })
    expect(pictureSources({ sources: [] }).fallback).toBeUndefined()
  })

  it('has an address for every width that is asked for', () => {
    const sources = [webp(360, 1080), avif(720)]
    expect([0, 360, 361, 721, 5_000].map((wanted) => urlFor(sources, wanted))).toEqual([
      '/media/a-360.webp',
      '/media/a-360.webp',
      '/media/a-720.avif',
      '/media/a-1080.webp',
      '/media/a-1080.webp',
    ])
    expect([narrowestUrl(sources), widestUrl(sources), widestUrl([])]).toEqual(['/media/a-360.webp', '/media/a-1080.webp', undefined])
  })

  it('is told with one address for all the sizes that were made of it', () => {
    const made = [1080, 360].map((width) => ({ width, height: 1, bytes: 1, path: imagePath('ab'.repeat(32), width) }))
    const strange = { width: 80, height: 1, bytes: 1, path: 'cd/elsewhere.webp' }
    const sizes = pictureSizes({ variants: [...made, strange] as unknown as Media['variants'] })
    expect(sizes).toEqual([
      { url: `/media/ab/${'ab'.repeat(32)}-{width}.webp`, type: 'image/webp', widths: [360, 1080] },
      { url: '/media/cd/elsewhere.webp', type: 'image/webp', widths: [80] },
    ])
    expect(everySize(sizes).map(({ url }) => url)).toEqual([strange, ...made.toReversed()].map(({ path }) => `/media/${path}`))
    expect(pictureSizes({ variants: null })).toEqual([])
  })

  it('keeps its place in its own colours from top to bottom, and in none when the hash is missing or broken', () => {
    expect(coloursOf('1QcSHQRnh493V4dIh4eXh1h4kJUI')).toMatch(/^#[0-9a-f]{6},#[0-9a-f]{6},#[0-9a-f]{6}$/)
    expect([coloursOf(undefined), coloursOf('%%%'), coloursOf('AA==')]).toEqual([undefined, undefined, undefined])
    expect([placeholder('#000000,#ffffff'), placeholder(undefined)]).toEqual(['linear-gradient(#000000,#ffffff)', undefined])
  })

  it('has the colours that the hash draws, for pictures of any shape', () => {
    const colour = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 40, max: 215 })))
    const shape = fc.constantFrom([24, 32], [32, 24], [32, 32], [18, 32], [32, 10])
    fc.assert(
      fc.property(shape, fc.array(colour, { minLength: 4, maxLength: 4 }), ([width = 0, height = 0], corners) => {
        const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
          const [x, y] = [((at >> 2) % width) / (width - 1), Math.floor((at >> 2) / width) / (height - 1)]
          const share = [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y]
          return at % 4 === 3 ? 255 : corners.reduce((sum, corner, one) => sum + (share[one] ?? 0) * (corner[at % 4] ?? 0), 0)
        })
        const hash = rgbaToThumbHash(width, height, rgba)
        const drawn = thumbHashToRGBA(hash)
        const [upper = [], , lower = []] = [...(coloursOf(Buffer.from(hash).toString('base64')) ?? '').matchAll(/#(..)(..)(..)/g)].map(
          ([, ...rgb]) => rgb.map((one) => Number.parseInt(one, 16)),
        )
        const third = Math.floor(drawn.h / 3) * drawn.w
        const average = (pixels: Uint8Array, channel: number) =>
          pixels.reduce((sum, value, at) => (at % 4 === channel ? sum + value : sum), 0) / (pixels.length / 4)
        for (const channel of [0, 1, 2]) {
          expect(Math.abs((upper[channel] ?? 999) - average(drawn.rgba.slice(0, third * 4), channel))).toBeLessThan(9)
          expect(Math.abs((lower[channel] ?? 999) - average(drawn.rgba.slice(-third * 4), channel))).toBeLessThan(9)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is blue above and red below where the picture is', () => {
    const [width, height] = [24, 32]
    const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
      const upper = at < (width * height * 4) / 2
      return [upper ? 20 : 220, 30, upper ? 220 : 20, 255][at % 4] ?? 0
    })
    const hash = Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64')
    const [above = [], below = []] = [...(coloursOf(hash) ?? '').matchAll(/#(..)(..)(..)/g)]
      .filter((_, at) => at !== 1)
      .map(([, ...rgb]) => rgb.map((one) => Number.parseInt(one, 16)))
    expect(above[2]).toBeGreaterThan((above[0] ?? 255) + 60)
    expect(below[0]).toBeGreaterThan((below[2] ?? 255) + 60)
  })

  it('is cropped in the feed to the nearest of 3:4, 4:5 and 1:1', () => {
    const ratios = [
      [900, 1200],
      [800, 1000],
      [1600, 900],
      [500, 2000],
      [0, 0],
    ].map(([w, h]) => feedRatio(w!, h!).css)
    expect(ratios).toEqual(['3/4', '4/5', '1/1', '3/4', '1/1'])
  })
})
