// From a slug to a finished picture.

import { families } from '../palette.mjs'
import { hash } from '../prng.mjs'
import { portrait } from '../stage.mjs'
import { Art } from '../svg.mjs'
import { products } from './sets.mjs'

export { products }

/** Resolve palette indexes of a set into colours. */
export function resolveSet({ family, set }) {
  const f = families[family],
    hex = (list, v, d) => (typeof v === 'string' ? v : list[v ?? d])
  return { ...set, wall: hex(f.walls, set.wall, 0), table: hex(f.tables, set.table, 0), accent: hex(f.accents, set.accent, 0) }
}

/** One product as a finished SVG picture. colour: a hex or an index into the entry's colours. */
export function productSvg(slug, { colour = 0, seed = hash(slug), width = 1000, height = 1000 } = {}) {
  const p = products[slug],
    art = new Art(width, height, seed)
  const c = typeof colour === 'string' ? colour : p.colours[colour % p.colours.length]
  return art.svg(portrait(art, p.draw(art, c), resolveSet(p)))
}
