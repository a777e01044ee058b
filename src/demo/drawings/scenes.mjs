// Composed scenes. Each returns { svg, hotspots: [{ product, x, y }] }, x and y in 0–1, the middle of each product drawn.

import { lay, stand } from './place.mjs'
import { products } from './products/sets.mjs'
import * as corners from './scenes/corners.mjs'
import * as indoor from './scenes/indoor.mjs'
import * as kitchen from './scenes/kitchen.mjs'
import * as outdoor from './scenes/outdoor.mjs'
import { Art, fill, n, rrect } from './svg.mjs'

export class Scene {
  constructor(width, height, seed) {
    Object.assign(this, { art: new Art(width, height, seed), w: width, h: height, parts: [], hotspots: [] })
  }

  add(...svg) {
    this.parts.push(...svg)
    return this
  }

  #draw(slug, colour, opts) {
    const p = products[slug]
    return p.draw(this.art, typeof colour === 'string' ? colour : p.colours[colour % p.colours.length], opts)
  }

  #mark(product, x, y) {
    this.hotspots.push({ product, x: Math.round((x / this.w) * 1000) / 1000, y: Math.round((y / this.h) * 1000) / 1000 })
  }

  /** Stand a product with its foot at x, y, this many pixels high. */
  put(slug, x, y, height, { colour = 0, ground = '#CBB49A', rot = 0, mark = true, opts, ...shadow } = {}) {
    const item = this.#draw(slug, colour, opts),
      s = height / item.h
    if (rot) item.body = `<g transform="rotate(${rot})">${item.body}</g>`
    if (mark) this.#mark(slug, x, y - height / 2)
    return this.add(stand(this.art, item, x, y, s, ground, shadow))
  }

  /** Lay a product flat, seen from above, its middle at x, y. */
  lay(slug, x, y, height, { colour = 0, ground = '#CBB49A', rot = 0, z = 1, mark = true, opts = { tilt: 0.02 } } = {}) {
    const item = this.#draw(slug, colour, opts)
    if (mark) this.#mark(slug, x, y)
    return this.add(lay(this.art, item, x, y, height / item.h, ground, { rot, z }))
  }

  /** Any drawing that is not a product. */
  prop(item, x, y, s, ground = '#CBB49A', opts = {}) {
    return this.add(stand(this.art, item, x, y, s, ground, opts))
  }
  drop(item, x, y, s, ground = '#CBB49A', opts = {}) {
    return this.add(lay(this.art, item, x, y, s, ground, opts))
  }

  done() {
    const { art, w, h } = this,
      r = Math.hypot(w, h)
    const air = `<g style="mix-blend-mode:soft-light">${fill(
      rrect(0, 0, w, h),
      art.rad(
        [
          [0, '#FFF3DA', 0.75],
          [0.5, '#FFF3DA', 0],
          [1, '#2A2238', 0.5],
        ],
        [n(w * 0.2), n(h * 0.1), n(r * 0.95)],
        true,
      ),
    )}</g>`
    return { svg: art.svg(this.parts.join('') + air), hotspots: this.hotspots }
  }
}

export const scenes = { ...indoor, ...kitchen, ...corners, ...outdoor }
export const slugOf = (name) => name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)

/** Draw a scene by its function name. */
export function scene(name, seed = name) {
  const { size, draw } = scenes[name]
  const s = new Scene(...size, seed)
  draw(s, s.art)
  return s.done()
}
