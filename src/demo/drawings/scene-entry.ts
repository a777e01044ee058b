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

/** px of the three formats: portrait 3:4, portrait 4:5, square. */
const formats = { tall: [900, 1200], short: [900, 1125], square: [1000, 1000] } as const

/** `goods`: the products as `slug:colour`, separated by blanks. */
export function entry(
  name: string,
  format: keyof typeof formats,
  goods: string,
  words: { zh: string; en: string; mood: string },
): SceneEntry {
  const [width, height] = formats[format]
  const products = goods.split(' ').map((good) => {
    const [slug = '', colour = '0'] = good.split(':')
    return { slug, colour: Number(colour) }
  })
  return { file: `scene-${name}`, width, height, products, ...words }
}
