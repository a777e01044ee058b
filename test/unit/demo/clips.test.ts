import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { clips } from '#src/demo/drawings/clip-list.ts'
import { held, outHeight, outWidth, stageHeight, stageTop, stageWidth, viewOf } from '#src/demo/drawings/film/canvas.ts'
import { cameraAt, still } from '#src/demo/drawings/film/film.ts'
import { stages } from '#src/demo/drawings/film/stages.ts'
import { productFamilies } from '#src/demo/drawings/product-list.ts'

const clipOf = (name: string): Buffer => readFileSync(path.join('src/demo/clips', `${name}.mp4`))
const colours = Object.assign({}, ...Object.values(productFamilies)) as Record<string, readonly unknown[]>

/** The boxes of an MP4 file, those inside `moov` and its tracks too, in their order: name and where its content begins. */
function boxes(file: Buffer, from = 0, to = file.length): { name: string; at: number }[] {
  const found: { name: string; at: number }[] = []
  for (let at = from; at + 8 <= to; ) {
    const [size, name] = [file.readUInt32BE(at), file.toString('latin1', at + 4, at + 8)]
    if (size < 8) break
    found.push({ name, at: at + 8 })
    if (['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(name)) found.push(...boxes(file, at + 8, at + size))
    if (name === 'stsd') found.push(...boxes(file, at + 16, at + size))
    at += size
  }
  return found
}

describe('the clips of the demo world', () => {
  it('are twelve, last 8 to 20 s, and are all committed with a poster of their size', async () => {
    expect(clips).toHaveLength(12)
    expect(readdirSync('src/demo/clips').sort()).toEqual(clips.map(({ name }) => `${name}.mp4`).sort())
    expect(Object.keys(stages).sort()).toEqual(clips.map(({ name }) => name).sort())
    for (const { name, seconds } of clips) {
      expect(seconds).toBeGreaterThanOrEqual(8)
      expect(seconds).toBeLessThanOrEqual(20)
      const meta = await sharp(path.join('src/demo/pictures', `clip-${name}.webp`)).metadata()
      expect([name, meta.width, meta.height]).toEqual([name, outWidth, outHeight])
    }
  })

  it.each(clips.map(({ name, seconds }) => ({ name, seconds })))(
    '$name is H.264 of 720×1280, begins before it is loaded, lasts what is said',
    ({ name, seconds }) => {
      const file = clipOf(name)
      expect(file.length).toBeLessThanOrEqual(700 * 1024)
      const all = boxes(file)
      const names = all.map((box) => box.name)
      expect(names.indexOf('moov')).toBeLessThan(names.indexOf('mdat'))
      expect(names).toContain('avc1')
      const at = (box: string): number => all.find((one) => one.name === box)?.at ?? 0
      expect(file.readUInt32BE(at('mvhd') + 16) / file.readUInt32BE(at('mvhd') + 12)).toBeCloseTo(seconds, 1)
      expect([file.readUInt32BE(at('tkhd') + 76) >>> 16, file.readUInt32BE(at('tkhd') + 80) >>> 16]).toEqual([outWidth, outHeight])
    },
  )

  it('show two or three products, one after the other, each long enough to be touched', () => {
    for (const { name, seconds, moments } of clips) {
      expect([2, 3], name).toContain(moments.length)
      for (const [i, [product, colour, from, to]] of moments.entries()) {
        expect(colours[product]?.[colour], `${name}: ${product}`).toBeDefined()
        expect(to - from).toBeGreaterThanOrEqual(2)
        expect(from).toBeGreaterThanOrEqual(moments[i - 1]?.[3] ?? 0)
        expect(to).toBeLessThanOrEqual(seconds)
      }
    }
  })

  it('draws the same frame again from the same time, and another one a moment later', async () => {
    const clip = clips.find(({ name }) => name === 'rain-tea')
    if (!clip) throw new Error('rain-tea is not listed')
    const [once, again, later] = [await still(clip, 2), await still(clip, 2), await still(clip, 2.5)]
    expect(once.equals(again)).toBe(true)
    expect(once.equals(later)).toBe(false)
  }, 60_000)

  it('never shows what is beyond the drawing, wherever the camera is sent', () => {
    const far = fc.double({ min: -4000, max: 4000, noNaN: true })
    fc.assert(
      fc.property(far, far, fc.double({ min: 1, max: 3, noNaN: true }), fc.constantFrom(0.86, 1, 1.1), (x, y, zoom, depth) => {
        const view = viewOf(held({ x, y, zoom }), depth)
        expect(view.left).toBeGreaterThanOrEqual(-1)
        expect(view.left + outWidth * view.step).toBeLessThanOrEqual(stageWidth + 1)
        expect(view.top).toBeGreaterThanOrEqual(-stageTop - 1)
        expect(view.top + outHeight * view.step).toBeLessThanOrEqual(stageHeight - stageTop + 1)
      }),
    )
  })

  it('moves the camera without a jump', () => {
    const way = [
      [0, 450, 700, 1.1],
      [2, 300, 800, 1.4],
      [6, 600, 760, 1.2],
    ] as const
    expect(cameraAt(way, 0)).toEqual(held({ x: 450, y: 700, zoom: 1.1 }))
    expect(cameraAt(way, 9)).toEqual(held({ x: 600, y: 760, zoom: 1.2 }))
    for (let t = 0; t < 7; t += 1 / 24) {
      const [a, b] = [cameraAt(way, t), cameraAt(way, t + 1 / 24)]
      expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(12)
    }
  })
})

describe('everything that the demo world brings along', () => {
  it('is at most 20 MB', () => {
    const sum = ['src/demo/pictures', 'src/demo/clips'].flatMap((folder) =>
      readdirSync(folder).map((file) => statSync(path.join(folder, file)).size),
    )
    expect(sum.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(20 * 1024 * 1024)
  })
})
