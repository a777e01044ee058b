import { avatarSvg } from './people.mjs'
import { portraits } from './portrait-list.ts'
import { hash } from './prng.mjs'
import { productFamilies } from './product-list.ts'
import { productSvg } from './products/index.mjs'
import { scenes } from './scene-list.ts'
import { scene } from './scenes.mjs'

/** A picture of the demo world: its file's name without extension, its size in px, the bytes it may have, and how it is drawn. */
export interface Drawing {
  name: string
  width: number
  height: number
  budget: number
  svg(): string
}

const kB = 1024

const ofProducts = (): Drawing[] =>
  Object.values(productFamilies)
    .flatMap((family) => Object.entries(family))
    .flatMap(([slug, colours]) =>
      colours.map((_, colour) => ({
        name: `product-${slug}-${colour + 1}`,
        width: 900,
        height: 900,
        budget: 45 * kB,
        svg: () => productSvg(slug, { colour, seed: hash(slug), width: 900, height: 900 }),
      })),
    )

/** Every picture, in a fixed order; the same drawing gives the same bytes. Posters of clips are frames, see `clips.ts`. */
export function drawings(): Drawing[] {
  const ofScenes = scenes.map(({ file, width, height }) => ({
    name: file,
    width,
    height,
    budget: 110 * kB,
    svg: (): string => scene(file).svg(),
  }))
  const ofPeople = portraits.map(({ name }) => ({
    name: `avatar-${name}`,
    width: 512,
    height: 512,
    budget: 20 * kB,
    svg: (): string => avatarSvg(name),
  }))
  return [...ofProducts(), ...ofScenes, ...ofPeople]
}

/** A product in a scene: per cent of the picture from its upper left corner to the middle of what is seen of it. */
export interface Hotspot {
  product: string
  /** 0 is the product's first colour. */
  colour: number
  x: number
  y: number
}

const perCent = (part: number): number => Math.round(part * 1000) / 10

/** The products of a scene, in the order of drawing. */
export const sceneHotspots = (file: string): Hotspot[] =>
  scene(file).hotspots.map(({ product, colour, x, y }) => ({ product, colour, x: perCent(x), y: perCent(y) }))
