// A composed scene: products noted with their place, everything else drawn around them.

import { lay, stand } from './place.mjs'
import { products } from './products/sets.mjs'
import { Art, fill, n, rrect } from './svg.mjs'

/** Air over a whole picture: warm at the light, cool in the far corner; laid on with soft-light. */
export function air(art, w, h) {
  const r = Math.hypot(w, h)
  const stops = [
    [0, '#FFF3DA', 0.75],
    [0.5, '#FFF3DA', 0],
    [1, '#2A2238', 0.5],
  ]
  return fill(rrect(0, 0, w, h), art.rad(stops, [n(w * 0.2), n(h * 0.1), n(r * 0.95)], true))
}

/** Where a product is marked, in its heights from its middle: what is hollow in the middle is marked on its body. */
const marks = { headphones: [-0.4, 0.26], lamp: [0, -0.3], 'camp-chair': [0, -0.3], sunglasses: [-0.62, 0.02], headlamp: [0, 0.1] }

export class Scene {
  /** @type {{ product: string, colour: number, x: number, y: number }[]} x and y are 0–1 of the picture */
  hotspots = []
  /** Drawn parts, the farthest layer first. @type {string[][]} */
  layers = [[]]

  /** `moving`: what a clip moves by itself (steam, rain, haze) is left out. `state`: what a clip changes (a lamp's light, a level). */
  constructor(width, height, seed, { moving = false, ...state } = {}) {
    Object.assign(this, { art: new Art(width, height, seed), w: width, h: height, moving, state })
  }

  add(...svg) {
    this.layers.at(-1).push(...svg)
    return this
  }

  /** From here on things are nearer: a clip moves them by themselves. */
  cut() {
    this.layers.push([])
    return this
  }

  /** Drawn in a still only. */
  still(...svg) {
    return this.moving ? this : this.add(...svg)
  }

  #middle(slug, x, y, height, rot = 0) {
    const [dx, dy] = marks[slug] ?? [0, 0],
      turn = (rot * Math.PI) / 180
    return [x + height * (dx * Math.cos(turn) - dy * Math.sin(turn)), y + height * (dx * Math.sin(turn) + dy * Math.cos(turn))]
  }

  #draw(slug, colour, opts) {
    const p = products[slug]
    return p.draw(this.art, typeof colour === 'string' ? colour : p.colours[colour % p.colours.length], opts)
  }

  /** Note a product at x, y without drawing it: it is part of something else. */
  note(product, colour, x, y) {
    this.hotspots.push({ product, colour, x: x / this.w, y: y / this.h })
    return this
  }

  /** Stand a product with its foot at x, y, this many pixels high. `spot`: where its mark is, if not in its middle. */
  put(slug, x, y, height, { colour = 0, ground = '#CBB49A', rot = 0, mark = true, opts, spot, ...shadow } = {}) {
    const item = this.#draw(slug, colour, opts)
    if (rot) item.body = `<g transform="rotate(${rot})">${item.body}</g>`
    if (mark) this.note(slug, colour, ...(spot ?? this.#middle(slug, x, y - height / 2, height)))
    return this.add(stand(this.art, item, x, y, height / item.h, ground, shadow))
  }

  /** Lay a product flat, seen from above, its middle at x, y. */
  lay(slug, x, y, height, { colour = 0, ground = '#CBB49A', rot = 0, z = 1, mark = true, opts = { tilt: 0.02 }, spot } = {}) {
    const item = this.#draw(slug, colour, opts)
    if (mark) this.note(slug, colour, ...(spot ?? this.#middle(slug, x, y, height, rot)))
    return this.add(lay(this.art, item, x, y, height / item.h, ground, { rot, z }))
  }

  /** Any drawing that is not a product. */
  prop(item, x, y, s, ground = '#CBB49A', opts = {}) {
    return this.add(stand(this.art, item, x, y, s, ground, opts))
  }

  drop(item, x, y, s, ground = '#CBB49A', opts = {}) {
    return this.add(lay(this.art, item, x, y, s, ground, opts))
  }

  /** The whole picture as one drawing. */
  svg() {
    const { art, w, h } = this
    return art.svg(`${this.layers.flat().join('')}<g style="mix-blend-mode:soft-light">${air(art, w, h)}</g>`)
  }

  /** Each layer as a drawing of its own, the farthest first. */
  layerSvgs() {
    return this.layers.map((parts) => this.art.svg(parts.join('')))
  }
}
