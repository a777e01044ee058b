// Behind an object: wall, table, one quiet shape, one light effect.

import { spray } from './form.mjs'
import { drop, lift, mix } from './palette.mjs'
import { bbox, fill, n, oval, poly, rrect } from './svg.mjs'

/** Wall and table plane. Light pools upper left; the seam between the planes is soft. */
export function room(art, wall, table, horizon = 0.64) {
  const { width: W, height: H } = art,
    y = H * horizon
  return (
    fill(rrect(0, 0, W, H), wall) +
    fill(
      rrect(0, 0, W, H),
      art.rad(
        [
          [0, lift(wall, 0.55), 0.85],
          [0.55, lift(wall, 0.3), 0.25],
          [1, drop(wall, 0.22), 0.5],
        ],
        [W * 0.18, H * 0.08, Math.hypot(W, H) * 0.95],
        true,
      ),
    ) +
    fill(
      rrect(0, y - 60, W, 62),
      art.lin(
        [
          [0, drop(wall, 0.5), 0],
          [1, drop(wall, 0.5), 0.16],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    fill(rrect(0, y, W, H - y), table) +
    fill(
      rrect(0, y, W, H - y),
      art.lin(
        [
          [0, lift(table, 0.5), 0.6],
          [0.5, table, 0],
          [1, drop(table, 0.3), 0.42],
        ],
        [0, 0, 1, 0.7],
      ),
    ) +
    fill(rrect(0, y, W, 3), lift(table, 0.6), 'opacity=".6"')
  )
}

export const shapes = {
  none: () => '',
  arch: (art, c, y) => archShape(art, c, y, false),
  niche: (art, c, y) => archShape(art, c, y, true),
  sun: (art, c, y) => {
    const { width: W } = art,
      r = W * 0.31,
      cx = W * 0.53,
      cy = y - r * 0.72
    return `<g ${art.clip(rrect(0, 0, W, y))}>${fill(
      oval(cx, cy, r),
      art.lin(
        [
          [0, lift(c, 0.22)],
          [1, drop(c, 0.08)],
        ],
        [0, 0, 0.7, 1],
      ),
    )}${spray(art, [cx - r, cy - r, 2 * r, 2 * r], drop(c, 0.4), 0.25, 0.2)}</g>`
  },
  panel: (art, c, y) => {
    const { width: W, height: H } = art,
      d = rrect(W * 0.24, H * 0.1, W * 0.46, y - H * 0.1 + 2, 0)
    return (
      fill(rrect(W * 0.25, H * 0.115, W * 0.475, y - H * 0.115), drop(c, 0.6), `opacity=".22" ${art.blur(12)}`) +
      fill(
        d,
        art.lin(
          [
            [0, lift(c, 0.25)],
            [1, drop(c, 0.1)],
          ],
          [0, 0, 0.8, 1],
        ),
      ) +
      fill(rrect(0, y, W, 1), c, 'opacity="0"')
    )
  },
  split: (art, c, y) =>
    fill(
      rrect(art.width * 0.56, 0, art.width * 0.44, y),
      art.lin([
        [0, lift(c, 0.1)],
        [1, drop(c, 0.12)],
      ]),
    ),
  hill: (art, c, y) => {
    const { width: W } = art,
      far = curveTop(art, y, 0.2, 0.44, mix(c, '#ffffff', 0.35)),
      near = curveTop(art, y, 0.62, 0.3, c)
    return `<g ${art.clip(rrect(0, 0, W, y + 1))}>${far}${near}</g>`
  },
}

function archShape(art, c, y, inset) {
  const { width: W } = art,
    w = W * 0.56,
    x = W * 0.24,
    r = w / 2,
    top = y - r - W * 0.33
  const d = `M${n(x)} ${n(y)}L${n(x)} ${n(top + r)}A${n(r)} ${n(r)} 0 0 1 ${n(x + w)} ${n(top + r)}L${n(x + w)} ${n(y)}Z`
  const body = fill(
    d,
    art.lin(
      [
        [0, inset ? drop(c, 0.2) : lift(c, 0.2)],
        [0.6, c],
        [1, inset ? lift(c, 0.14) : drop(c, 0.1)],
      ],
      [0, 0, 0.9, 0.8],
    ),
  )
  const depth = inset ? `<g transform="translate(${n(W * 0.035)} ${n(W * 0.03)})">${fill(d, lift(c, 0.18))}</g>` : ''
  return `<g ${art.clip(d)}>${body}${depth}${spray(art, bbox(d), drop(c, 0.4), 0.22, 0.2)}</g>`
}

function curveTop(art, y, at, h, c) {
  const { width: W } = art,
    H = W * h
  const d = `M${n(-W * 0.1)} ${n(y)}Q${n(W * at)} ${n(y - H * 1.7)} ${n(W * (at + 0.75))} ${n(y)}Z`
  return fill(
    d,
    art.lin(
      [
        [0, lift(c, 0.2)],
        [1, drop(c, 0.12)],
      ],
      [0, 0, 0.8, 1],
    ),
  )
}

export const lights = {
  none: () => '',
  /** Sun through a window: four panes, skewed, over wall and table. */
  window: (art, y) => {
    const { width: W } = art,
      w = W * 0.2,
      h = W * 0.24,
      g = W * 0.022
    const pane = (i, j) =>
      poly([
        [i * (w + g), j * (h + g)],
        [i * (w + g) + w, j * (h + g)],
        [i * (w + g) + w, j * (h + g) + h],
        [i * (w + g), j * (h + g) + h],
      ])
    const panes = [0, 1].flatMap((i) => [0, 1].map((j) => fill(pane(i, j), '#FFF3D6')))
    return `<g ${art.clip(rrect(0, 0, W, y))}><g ${art.blur(3)} opacity=".42" transform="translate(${n(W * 0.42)} ${n(y - W * 0.58)}) matrix(1 .22 -.28 1 0 0)">${panes.join('')}</g></g>`
  },
  slats: (art, y) => {
    const { width: W } = art
    let s = ''
    for (let i = 0; i < 9; i++)
      s += fill(
        poly([
          [-W * 0.1, i * W * 0.085 - W * 0.2],
          [W * 1.1, i * W * 0.085 + W * 0.14],
          [W * 1.1, i * W * 0.085 + W * 0.185],
          [-W * 0.1, i * W * 0.085 - W * 0.155],
        ]),
        '#FFF3D6',
      )
    return `<g ${art.clip(rrect(0, 0, W, y))}><g ${art.blur(4)} opacity=".3">${s}</g></g>`
  },
  /** The shadow of a plant that stands outside the picture. */
  leaves: (art, y, wall) => {
    const { width: W } = art,
      c = drop(wall, 0.5)
    let s = ''
    for (let k = 0; k < 3; k++) {
      const x0 = W * (0.62 + k * 0.2),
        y0 = -W * 0.05,
        a = 1.9 + k * 0.22
      for (let i = 1; i < 9; i++) {
        const px = x0 + Math.cos(a) * i * W * 0.06,
          py = y0 + Math.sin(a) * i * W * 0.062
        for (const side of [-1, 1])
          s += `<g transform="translate(${n(px)} ${n(py)}) rotate(${n((a + side * 0.85) * 57.3)})">${fill(`M0 0Q${n(W * 0.05)} ${n(-W * 0.034)} ${n(W * 0.12)} 0Q${n(W * 0.05)} ${n(W * 0.034)} 0 0Z`, c)}</g>`
      }
    }
    return `<g ${art.clip(rrect(0, 0, W, y))}><g ${art.blur(7)} opacity=".15">${s}</g></g>`
  },
}

export function backdrop(art, { wall, table, accent, shape = 'arch', light = 'none', horizon = 0.64 }) {
  const y = art.height * horizon
  return room(art, wall, table, horizon) + shapes[shape](art, accent, y) + lights[light](art, y, wall)
}
