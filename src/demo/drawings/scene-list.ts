import { homeScenes } from './scene-list-home.ts'
import { outsideScenes } from './scene-list-outside.ts'
import { wearScenes } from './scene-list-wear.ts'

/** A picture with products in it: `src/demo/pictures/<file>.webp`. Its hotspots are in `pictures/hotspots.json`, in this order. */
export interface SceneEntry {
  file: string
  /** px */
  width: number
  /** px */
  height: number
  /** Product and colour, 0 for its first colour (`product-<slug>-1`), in the order of drawing. */
  products: { slug: string; colour: number }[]
  /** What is seen: the picture's alt text. */
  zh: string
  en: string
  mood: string
}

/** Every scene of the demo world. */
export const scenes: readonly SceneEntry[] = [...outsideScenes, ...homeScenes, ...wearScenes]
