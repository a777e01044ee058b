import { avatarSvg } from './people.mjs'
import { hash } from './prng.mjs'
import { productSvg } from './products/index.mjs'
import { scene } from './scenes.mjs'

/** A picture that the first world shows: its file's name without extension, its size in px, and how it is drawn. */
export interface Drawing {
  name: string
  width: number
  height: number
  svg(): string
}

/** Products in the colours that are sold, in the order of their variants. */
export const productColours = {
  tent: 2,
  lantern: 2,
  thermos: 3,
  gaiwan: 2,
  'tea-tin': 2,
  dripper: 2,
  coffee: 2,
  'cast-pot': 2,
  sunscreen: 1,
  lamp: 2,
} as const

export const sceneNames = [
  'campDusk',
  'balcony',
  'teaRain',
  'coffeePour',
  'kitchenSteam',
  'bathShelf',
  'readingCorner',
  'deskSetup',
] as const

export const portraitNames = ['jo', 'mei', 'noor'] as const

const kebab = (name: string): string => name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)

/** File name of a scene's picture. */
export const sceneFile = (name: (typeof sceneNames)[number]): string => `scene-${kebab(name)}`

/** Every picture, in a fixed order; the same seed draws the same picture. */
export function drawings(): Drawing[] {
  const products = Object.entries(productColours).flatMap(([slug, colours]) =>
    Array.from({ length: colours }, (_, colour) => ({
      name: `product-${slug}-${colour + 1}`,
      width: 900,
      height: 900,
      svg: (): string => productSvg(slug, { colour, seed: hash(slug), width: 900, height: 900 }),
    })),
  )
  const scenes = sceneNames.map((name) => ({ name: sceneFile(name), width: 900, height: 1200, svg: (): string => scene(name).svg }))
  const portraits = portraitNames.map((name) => ({ name: `avatar-${name}`, width: 512, height: 512, svg: (): string => avatarSvg(name) }))
  return [...products, ...scenes, ...portraits]
}

/** Where the products of a scene stand, per cent of the picture from its upper left corner, in the order of drawing. */
export const sceneHotspots = (name: (typeof sceneNames)[number]): { product: string; x: number; y: number }[] =>
  scene(name).hotspots.map(({ product, x, y }: { product: string; x: number; y: number }) => ({
    product,
    x: Math.round(x * 1000) / 10,
    y: Math.round(y * 1000) / 10,
  }))
