import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { markBox, markInWebp, markOf, markWebp, readAiSign } from '../../../src/modules/media/index.ts'
import { film, plain } from './ai-files.ts'

const signOf = (bytes: Uint8Array, type: 'webp' | 'mp4') =>
  readAiSign(async (offset, length) => bytes.subarray(offset, offset + length), bytes.length, type)

const picture = { width: 51, height: 34 }
const base = () => plain().resize(picture)
const clear = { r: 10, g: 200, b: 90, alpha: 0.4 }
const transparent = () => sharp({ create: { ...picture, channels: 4, background: clear } })

describe('DIS-5 the mark in what is served', () => {
  it.each([
    ['simple', () => base().webp()],
    ['lossless', () => base().webp({ lossless: true })],
    ['transparent', () => transparent().webp()],
    ['transparent and lossless', () => transparent().webp({ lossless: true })],
    ['with a colour profile', () => base().withIccProfile('p3').webp()],
  ])('DIS-5 a WebP that is %s bears it, with its pixels untouched', async (_what, make) => {
    const before = await make().toBuffer()
    const after = markWebp(before, 'trained', picture)
    expect(await signOf(after, 'webp')).toBe('trained')
    expect([markInWebp(before), markInWebp(after)]).toEqual([null, 'trained'])
    const [was, is] = await Promise.all([before, after].map((bytes) => sharp(bytes).raw().toBuffer({ resolveWithObject: true })))
    expect(is!.info).toEqual(was!.info)
    expect(is!.data.equals(was!.data)).toBe(true)
    const { width, height, hasAlpha, xmp } = await sharp(after).metadata()
    expect({ width, height, hasAlpha }).toEqual({ ...picture, hasAlpha: was!.info.channels === 4 })
    expect(xmp?.toString()).toContain('digitalsourcetype/trainedAlgorithmicMedia')
    expect(after.readUInt32LE(4)).toBe(after.length - 8)
  })

  it('DIS-5 a file has one mark: marked again it is the same, marked otherwise the new one stands', async () => {
    const once = markWebp(await base().webp().toBuffer(), 'trained', picture)
    expect(markWebp(once, 'trained', picture).equals(once)).toBe(true)
    const other = markWebp(once, 'composite', picture)
    expect([markInWebp(other), await signOf(other, 'webp')]).toEqual(['composite', 'composite'])
    expect((await sharp(other).metadata()).width).toBe(picture.width)
  })

  it('DIS-5 refuses what is no whole WebP', async () => {
    const jpeg = await base().jpeg().toBuffer()
    const webp = await base().webp().toBuffer()
    expect(() => markWebp(jpeg, 'trained', picture)).toThrow(RangeError)
    expect(() => markWebp(webp.subarray(0, webp.length - 9), 'trained', picture)).toThrow(RangeError)
  })

  it('DIS-5 an MP4 bears it in a box at its end', async () => {
    expect(await signOf(Buffer.concat([film(), markBox('composite')]), 'mp4')).toBe('composite')
  })

  it('DIS-5 what is no suspicion is not marked', () => {
    expect(['trained', 'aigc', 'composite', 'c2pa', null, undefined].map((sign) => markOf(sign as never))).toEqual([
      'trained',
      'trained',
      'composite',
      null,
      null,
      null,
    ])
  })
})
