import { rgbaToThumbHash } from 'thumbhash'
import { describe, expect, it } from 'vitest'
import { feedRatio, pictureSources, placeholder, srcSet } from '../../../src/ui/primitives/picture.ts'

const webp = (width: number) => ({ width, url: `/media/a-${width}.webp`, type: 'image/webp' })
const avif = (width: number) => ({ width, url: `/media/a-${width}.avif`, type: 'image/avif' })

describe('a responsive picture', () => {
  it('lists its sizes from narrow to wide, each width once', () => {
    expect(srcSet([webp(720), webp(360), webp(720)])).toBe('/media/a-360.webp 360w, /media/a-720.webp 720w')
  })

  it('offers AVIF first and falls back to the widest WebP', () => {
    expect(pictureSources({ sources: [webp(360), avif(360), webp(1080)] })).toEqual({
      sources: [{ type: 'image/avif', srcSet: '/media/a-360.avif 360w' }],
      fallback: { src: '/media/a-1080.webp', srcSet: '/media/a-360.webp 360w, /media/a-1080.webp 1080w' },
    })
  })

  it('shows a video by its poster when there are no sizes yet, and nothing when there is none', () => {
    expect(pictureSources({ sources: [], posterUrl: '/media/p.webp' }).fallback).toEqual({ src: '/media/p.webp', srcSet: undefined })
    expect(pictureSources({ sources: [] }).fallback).toBeUndefined()
  })

  it('keeps its place in its own colours from top to bottom, and in none when the hash is missing or broken', () => {
    expect(placeholder('1QcSHQRnh493V4dIh4eXh1h4kJUI')).toMatch(/^linear-gradient\(#[0-9a-f]{6},#[0-9a-f]{6},#[0-9a-f]{6}\)$/)
    expect([placeholder(undefined), placeholder('%%%'), placeholder('AA==')]).toEqual([undefined, undefined, undefined])
  })

  it('is blue above and red below where the picture is', () => {
    const [width, height] = [24, 32]
    const rgba = Uint8Array.from({ length: width * height * 4 }, (_, at) => {
      const upper = at < (width * height * 4) / 2
      return [upper ? 20 : 220, 30, upper ? 220 : 20, 255][at % 4] ?? 0
    })
    const hash = Buffer.from(rgbaToThumbHash(width, height, rgba)).toString('base64')
    const [above = [], below = []] = [...(placeholder(hash) ?? '').matchAll(/#(..)(..)(..)/g)]
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
