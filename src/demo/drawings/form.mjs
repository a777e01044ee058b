// Volume for free shapes: cloth, leather, fruit, faces, boxes; and the spray that makes shade look painted.
import { drop, lift } from './palette.mjs'
import { bbox, fill, n, poly, stroke } from './svg.mjs'

/** Gouache spray: fine dots, denser toward the lower right, drawn as one path. Clip it yourself. */
export function spray(art, [x, y, w, h], color, amount = 1, opacity = 0.3) {
  let d = ''
  const count = Math.min(1400, Math.round((w * h * amount) / 110))
  for (let i = 0; i < count; i++) {
    const u = art.rnd.next(),
      v = art.rnd.next()
    if (art.rnd.next() > (u * 0.75 + v * 0.35) ** 2.2) continue
    const s = n(art.rnd.range(0.9, 2.3))
    d += `M${n(x + u * w)} ${n(y + v * h)}h${s}v${s}h-${s}z`
  }
  return d ? `<path d="${d}" fill="${color}" opacity="${opacity}"/>` : ''
}

/** A free shape with a lit side and a clean-edged shade on the lower right. */
export function form(art, d, c, { k = [-14, -10], shade = 0.2, tone = c, grain = 1, light = 0.16, inside = '' } = {}) {
  const lit = art.lin(
    [
      [0, lift(c, light)],
      [0.5, c],
      [1, drop(c, 0.1)],
    ],
    [0, 0, 0.8, 1],
  )
  return `<g ${art.clip(d)}>${fill(d, drop(tone, shade))}<g transform="translate(${k[0]} ${k[1]})">${fill(d, lit)}</g>${inside}${grain ? spray(art, bbox(d), drop(c, 0.5), grain, 0.26) : ''}</g>`
}

/** Cuboid seen from the front, a little from above and from the right: front w×h, depth to the upper right. */
export function block(art, w, h, c, { depth = 0.3, r = 3, front = '' } = {}) {
  const dx = w * depth * 0.62,
    dy = w * depth * 0.34,
    x = -w / 2 - dx / 2
  const side = poly([
    [x + w, 0],
    [x + w + dx, -dy],
    [x + w + dx, -h - dy],
    [x + w, -h],
  ])
  const topFace = poly([
    [x, -h],
    [x + dx, -h - dy],
    [x + w + dx, -h - dy],
    [x + w, -h],
  ])
  return (
    fill(
      side,
      art.lin([
        [0, drop(c, 0.24)],
        [1, drop(c, 0.32)],
      ]),
      'stroke-linejoin="round"',
    ) +
    fill(
      topFace,
      art.lin([
        [0, lift(c, 0.5)],
        [1, lift(c, 0.22)],
      ]),
    ) +
    form(art, rrect0(x, -h, w, h, r), c, { k: [0, 0], grain: 0.6 }) +
    at0(x + w / 2, front) +
    stroke(`M${n(x)} ${n(-h)}L${n(x + w)} ${n(-h)}L${n(x + w)} 0`, lift(c, 0.55), 1.6, 'opacity=".5"')
  )
}
const rrect0 = (x, y, w, h) =>
  poly([
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ])
const at0 = (x, inner) => (inner ? `<g transform="translate(${n(x)} 0)">${inner}</g>` : '')
