// What large areas are covered with: skies, grass, snow, leaves, checks.

import { lift } from './palette.mjs'
import { leaf } from './props.mjs'
import { at, fill, n, oval, rrect, stroke } from './svg.mjs'

/** Even colours from top to bottom; reaches beyond the picture on all sides, for a camera that moves. */
export function bands(art, colours, y = -200, h = 1900, x = -200, w = 1400) {
  const stops = colours.map((c, i) => [n((i / (colours.length - 1)) * 100) / 100, c])
  return fill(rrect(x, y, w, h), art.lin(stops, [0, 0, 0, 1]))
}

/** Two colours across a box, light from the left. */
export const across = (art, [x, y, w, h], a, b) =>
  fill(
    rrect(x, y, w, h),
    art.lin([
      [0, a],
      [1, b],
    ]),
  )

export const stars = (art, count, h, w = 900) =>
  [...Array(count)]
    .map(() =>
      fill(oval(art.rnd.range(0, w), art.rnd.range(0, h), art.rnd.range(1, 2.6)), '#FFF3D6', `opacity="${n(art.rnd.range(3, 9)) / 10}"`),
    )
    .join('')

/** Blades of grass in a box. */
export const tufts = (art, count, [x0, y0, x1, y1], colours) =>
  [...Array(count)]
    .map(() => {
      const x = art.rnd.range(x0, x1),
        y = art.rnd.range(y0, y1),
        l = art.rnd.range(8, 24)
      const blade = `M${n(x)} ${n(y)}q${n(art.rnd.range(-5, 5))} ${n(-l / 2)} ${n(art.rnd.range(-8, 8))} ${n(-l)}`
      return stroke(blade, art.rnd.pick(colours), 3, 'opacity=".7"')
    })
    .join('')

/** Fallen leaves. */
export const litter = (art, count, [x0, y0, x1, y1], colours) =>
  [...Array(count)]
    .map(() => {
      const shade = fill(oval(24, 6, 26, 5), '#4a2a1a', 'opacity=".3"')
      return at(
        art.rnd.range(x0, x1),
        art.rnd.range(y0, y1),
        art.rnd.range(0.5, 0.95),
        shade + leaf(art.rnd.pick(colours), 52, 0.42),
        art.rnd.int(0, 360),
      )
    })
    .join('')

/** Snow in the air: soft near flakes and small far ones. */
export const flakes = (art, count, w, h) =>
  [...Array(count)]
    .map(() => {
      const r = art.rnd.range(1.6, 6)
      return fill(
        oval(art.rnd.range(0, w), art.rnd.range(0, h), r),
        '#fff',
        `opacity="${n(art.rnd.range(4, 9)) / 10}"${r > 4.4 ? ` ${art.blur(1.6)}` : ''}`,
      )
    })
    .join('')

/** Two-colour check cloth from a corner box. */
export function gingham(_art, w, h, a, b, size = 60) {
  let s = fill(rrect(0, 0, w, h), a)
  for (let i = 0; i * size < w; i += 2) s += fill(rrect(i * size, 0, size, h), b, 'opacity=".45"')
  for (let j = 0; j * size < h; j += 2) s += fill(rrect(0, j * size, w, size), b, 'opacity=".45"')
  return s
}

/** Rings on water or wet ground. */
export const rings = (art, count, [x0, y0, x1, y1]) =>
  [...Array(count)]
    .map(() => {
      const r = art.rnd.range(10, 34)
      return stroke(oval(art.rnd.range(x0, x1), art.rnd.range(y0, y1), r, r * 0.26), lift('#8FA3B5', 0.6), 2.4, 'opacity=".5"')
    })
    .join('')

/** A soft bank of mist. */
export const mist = (art, x, y, w, h, o = 0.5) => fill(oval(x, y, w, h), '#F6F3EA', `opacity="${o}" ${art.blur(n(h * 0.45))}`)

/** A flat-bottomed cloud. */
export const cloud = (x, y, k, c = '#FFF9EE', o = 0.85) =>
  `<g opacity="${o}" transform="translate(${x} ${y}) scale(${k})">${fill('M-130 20C-140 -10 -90 -26 -70 -14C-60 -56 20 -60 34 -22C60 -44 120 -20 110 20Z', c)}</g>`
