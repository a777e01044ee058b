import { describe, expect, it } from 'vitest'
import { feedRatio, pictureSources, placeholderColour, srcSet } from '../../../src/ui/primitives/picture.ts'

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

  it('keeps its place in the average colour, and in none when the hash is missing or broken', () => {
    expect(placeholderColour('1QcSHQRnh493V4dIh4eXh1h4kJUI')).toMatch(/^rgb\(\d+ \d+ \d+\)$/)
    expect([placeholderColour(undefined), placeholderColour('%%%'), placeholderColour('AA==')]).toEqual([undefined, undefined, undefined])
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
