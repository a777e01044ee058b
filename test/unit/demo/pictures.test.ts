import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { paint } from '#src/demo/drawings/paint.ts'
import { drawings, sceneHotspots } from '#src/demo/drawings/picture-list.ts'
import { portraits } from '#src/demo/drawings/portrait-list.ts'
import { productFamilies } from '#src/demo/drawings/product-list.ts'
import { scenes } from '#src/demo/drawings/scene-list.ts'

const folder = 'src/demo/pictures'
const sizeOf = (file: string): number => statSync(path.join(folder, file)).size
const slugs = Object.values(productFamilies).flatMap((family) => Object.keys(family))
const committed = JSON.parse(readFileSync(path.join(folder, 'hotspots.json'), 'utf8')) as Record<string, ReturnType<typeof sceneHotspots>>

describe('the pictures of the demo world', () => {
  it('show at least 36 products in one to three colours in 7 categories, 10 faces and 44 scenes', () => {
    expect(slugs.length).toBeGreaterThanOrEqual(36)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(Object.keys(productFamilies)).toHaveLength(7)
    for (const colours of Object.values(productFamilies).flatMap((family) => Object.values(family))) {
      expect([1, 2, 3]).toContain(colours.length)
      expect(new Set(colours.map(([hex]) => hex)).size).toBe(colours.length)
    }
    expect(portraits).toHaveLength(10)
    expect(scenes.length).toBeGreaterThanOrEqual(44)
    expect(new Set(scenes.map(({ file }) => file)).size).toBe(scenes.length)
  })

  it('are all committed, in the size and within the bytes that the lists promise', async () => {
    for (const { name, width, height, budget } of drawings()) {
      const meta = await sharp(path.join(folder, `${name}.webp`)).metadata()
      expect([name, meta.format, meta.width, meta.height]).toEqual([name, 'webp', width, height])
      expect(sizeOf(`${name}.webp`), name).toBeLessThanOrEqual(budget)
    }
  })

  it('are no more than the lists name', () => {
    const named = new Set(drawings().map(({ name }) => name))
    const extra = readdirSync(folder).filter(
      (file) => file.endsWith('.webp') && !file.startsWith('clip-') && !named.has(path.parse(file).name),
    )
    expect(extra).toEqual([])
  })

  it('say in words, in both languages, what is seen, each in its own', () => {
    for (const words of [scenes.map(({ zh }) => zh), scenes.map(({ en }) => en)]) expect(new Set(words).size).toBe(words.length)
    for (const { zh, en } of [...scenes, ...portraits]) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[\x20-\x7e]+$/)
    }
  })
})

describe('the hotspots of a scene', () => {
  it.each(scenes.map(({ file, products }) => ({ file, products })))(
    '$file marks its listed products, inside the picture',
    ({ file, products }) => {
      const spots = sceneHotspots(file)
      expect(spots.map(({ product, colour }) => ({ slug: product, colour }))).toEqual(products)
      for (const { product, colour, x, y } of spots) {
        const colours = Object.values(productFamilies).find((family) => family[product])?.[product]
        expect(colours?.[colour], `${product} ${colour}`).toBeDefined()
        for (const place of [x, y]) {
          expect(place).toBeGreaterThan(4)
          expect(place).toBeLessThan(96)
        }
      }
      expect(committed[file]).toEqual(spots)
    },
  )

  it('leave room for a finger between two products (44 px on a phone of 390 px)', () => {
    for (const { file, width, height } of scenes) {
      const spots = sceneHotspots(file)
      for (const [i, a] of spots.entries())
        for (const b of spots.slice(i + 1)) {
          const apart = Math.hypot(a.x - b.x, ((a.y - b.y) * height) / width) * 3.9
          expect(apart, `${file}: ${a.product}, ${b.product}`).toBeGreaterThanOrEqual(44)
        }
    }
  })
})

/** Mean difference of two pictures, 0–255, at a size where neither grain nor coding counts. */
async function difference(a: Buffer, b: Buffer): Promise<number> {
  const [one, two] = await Promise.all([a, b].map((file) => sharp(file).removeAlpha().resize(90, 90, { fit: 'fill' }).raw().toBuffer()))
  if (!one || !two) throw new Error('Nothing to compare')
  return one.reduce((sum, value, i) => sum + Math.abs(value - (two[i] ?? 0)), 0) / one.length
}

describe('drawing', () => {
  it.each(['product-dripper-1', 'scene-coffee-pour', 'scene-train-window', 'avatar-lin'])(
    '%s is committed as it is drawn',
    async (name) => {
      const drawing = drawings().find((one) => one.name === name)
      if (!drawing) throw new Error(`${name} is not listed`)
      const fresh = await paint(drawing.svg(), drawing.width, drawing.height, drawing.budget)
      expect(await difference(fresh, readFileSync(path.join(folder, `${name}.webp`)))).toBeLessThan(0.8)
    },
  )

  it.each(['product-kettle-2', 'scene-moon-tea', 'avatar-granny'])(
    '%s twice gives the same bytes',
    async (name) => {
      const drawing = drawings().find((one) => one.name === name)
      if (!drawing) throw new Error(`${name} is not listed`)
      const once = await paint(drawing.svg(), drawing.width, drawing.height, drawing.budget)
      const again = await paint(drawing.svg(), drawing.width, drawing.height, drawing.budget)
      expect(once.equals(again)).toBe(true)
    },
    60_000,
  )
})
