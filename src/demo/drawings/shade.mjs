// Volume for turned things: bottles, mugs, pots, lamps. Light comes from the upper left, always.

import { spray } from './form.mjs'
import { drop, lift } from './palette.mjs'
import { fill, n, oval, poly, stroke } from './svg.mjs'

/** Profile from corner points [radius, y, rounding]; y runs down, top first. */
export function profile(corners) {
  const out = []
  for (const [i, [r, y, k = 0]] of corners.entries()) {
    const a = corners[i - 1],
      b = corners[i + 1]
    if (!k || !a || !b) {
      out.push([r, y])
      continue
    }
    const la = Math.hypot(a[0] - r, a[1] - y),
      lb = Math.hypot(b[0] - r, b[1] - y)
    const ka = Math.min(k, la / 2) / la,
      kb = Math.min(k, lb / 2) / lb
    const p = [r + (a[0] - r) * ka, y + (a[1] - y) * ka],
      q = [r + (b[0] - r) * kb, y + (b[1] - y) * kb]
    for (let t = 0; t <= 1.001; t += 0.125)
      out.push([p[0] * (1 - t) ** 2 + 2 * r * t * (1 - t) + q[0] * t * t, p[1] * (1 - t) ** 2 + 2 * y * t * (1 - t) + q[1] * t * t])
  }
  return out
}

const radiusAt = (prof, y) => {
  for (let i = 1; i < prof.length; i++) {
    const [r0, y0] = prof[i - 1],
      [r1, y1] = prof[i]
    if (y <= y1 && y1 > y0) return r0 + (r1 - r0) * Math.max(0, (y - y0) / (y1 - y0))
  }
  return prof.at(-1)[0]
}

/** Silhouette of a lathe: back rim on top, front rim at the bottom. */
export function outline(prof, tilt = 0.2) {
  const [rt, yt] = prof[0],
    [rb, yb] = prof.at(-1)
  const right = prof.map(([r, y]) => `L${n(r)} ${n(y)}`).join(''),
    left = [...prof]
      .reverse()
      .map(([r, y]) => `L${n(-r)} ${n(y)}`)
      .join('')
  const arc = (r, x, y) => (r * tilt > 0.05 ? `A${n(r)} ${n(r * tilt)} 0 0 1 ${n(x)} ${n(y)}` : '')
  return `M${n(-rt)} ${n(yt)}${arc(rt, rt, yt)}${right}${arc(rb, -rb, yb)}${left}Z`
}

/** Part of the front surface between fractions f0..f1 of the radius (-1 left … 1 right) and heights y0..y1. */
export function patch(prof, f0, f1, y0, y1, tilt = 0.2) {
  const p = (f, y) => {
    const r = radiusAt(prof, y)
    return [f * r, y + tilt * r * Math.sqrt(Math.max(0, 1 - f * f))]
  }
  const pts = []
  for (let i = 0; i <= 12; i++) pts.push(p(f0 + ((f1 - f0) * i) / 12, y0))
  for (let i = 1; i <= 16; i++) pts.push(p(f1, y0 + ((y1 - y0) * i) / 16))
  for (let i = 1; i <= 12; i++) pts.push(p(f1 + ((f0 - f1) * i) / 12, y1))
  for (let i = 1; i < 16; i++) pts.push(p(f0, y1 + ((y0 - y1) * i) / 16))
  return poly(pts)
}

const ramps = {
  matte: (c) => [
    [0, drop(c, 0.08)],
    [0.1, lift(c, 0.06)],
    [0.28, lift(c, 0.24)],
    [0.5, c],
    [0.78, drop(c, 0.17)],
    [0.95, drop(c, 0.27)],
    [1, drop(c, 0.2)],
  ],
  gloss: (c) => [
    [0, drop(c, 0.16)],
    [0.1, lift(c, 0.04)],
    [0.26, lift(c, 0.3)],
    [0.46, c],
    [0.74, drop(c, 0.22)],
    [0.94, drop(c, 0.36)],
    [1, drop(c, 0.16)],
  ],
  metal: (c) => [
    [0, drop(c, 0.3)],
    [0.07, lift(c, 0.1)],
    [0.2, lift(c, 0.72)],
    [0.3, lift(c, 0.3)],
    [0.44, drop(c, 0.06)],
    [0.62, drop(c, 0.34)],
    [0.78, drop(c, 0.14)],
    [0.9, drop(c, 0.42)],
    [1, lift(c, 0.1)],
  ],
  paper: (c) => [
    [0, drop(c, 0.03)],
    [0.3, lift(c, 0.12)],
    [0.6, drop(c, 0.04)],
    [1, drop(c, 0.2)],
  ],
  glass: (c) => [
    [0, drop(c, 0.25), 0.85],
    [0.08, lift(c, 0.3), 0.5],
    [0.3, lift(c, 0.5), 0.28],
    [0.65, c, 0.34],
    [0.92, drop(c, 0.12), 0.6],
    [1, drop(c, 0.3), 0.9],
  ],
}

/** A solid of revolution in one material. top: 'cap' | 'open' | 'none'. inside: extra drawing clipped to the body. */
export function lathe(art, prof, c, { tilt = 0.2, mat = 'matte', top = 'cap', inside = '', grain = 1, shine = true } = {}) {
  const [hi, lo] = Array.isArray(shine) ? shine : [0.1, 0.86]
  const d = outline(prof, tilt),
    [rt, yt] = prof[0],
    yb = prof.at(-1)[1],
    H = yb - yt
  const R = Math.max(...prof.map((p) => p[0]))
  const parts = [fill(d, art.lin(ramps[mat](c)))]
  const glass = mat === 'glass'
  parts.push(inside)
  if (!glass) {
    parts.push(fill(patch(prof, 0.56, 1, yt - 9, yb + 9, tilt), drop(c, 0.34), 'opacity=".26"'))
    parts.push(
      fill(
        d,
        art.lin(
          [
            [0, '#fff', 0.1],
            [0.5, '#fff', 0],
            [0.62, drop(c, 0.6), 0],
            [1, drop(c, 0.6), 0.22],
          ],
          [0, 0, 0, 1],
        ),
      ),
    )
    if (grain) parts.push(spray(art, [-R, yt, R * 2, H + R * tilt], drop(c, 0.5), grain))
    parts.push(fill(patch(prof, 0.93, 1, yt, yb, tilt), lift(c, 0.4), 'opacity=".22"'))
  }
  if (shine && mat !== 'paper') {
    const o = { matte: 0.2, gloss: 0.8, metal: 0.35, glass: 0.75 }[mat]
    const wide = mat === 'gloss' || glass ? [-0.72, -0.58] : [-0.7, -0.42]
    const soft = mat === 'matte' ? art.blur(Math.max(2, R * 0.05)) : ''
    if (H > 14) parts.push(fill(patch(prof, ...wide, yt + H * hi, yt + H * lo, tilt), '#fff', `opacity="${o}" ${soft}`))
    if (glass && H > 30) parts.push(fill(patch(prof, 0.78, 0.84, yt + H * 0.16, yb - H * 0.2, tilt), '#fff', 'opacity=".45"'))
  }
  let s = `<g ${art.clip(d)}>${parts.join('')}</g>`
  if (top === 'cap' && rt * tilt > 1)
    s +=
      fill(
        oval(0, yt, rt, rt * tilt),
        art.lin(
          [
            [0, lift(c, 0.5)],
            [0.6, lift(c, 0.2)],
            [1, c],
          ],
          [0, 0, 1, 0.3],
        ),
      ) +
      stroke(
        `M${n(-rt)} ${n(yt)}A${n(rt)} ${n(rt * tilt)} 0 0 0 ${n(rt * 0.3)} ${n(yt + rt * tilt * 0.95)}`,
        '#fff',
        Math.max(1.2, rt * 0.018),
        'opacity=".55"',
      )
  if (top === 'open' && rt * tilt > 1) s += well(art, rt, yt, c, tilt, glass)
  return s
}

/** The inside of an open vessel: dark on the lit side, light on the far side; a rim that catches light. */
export function well(art, r, y, c, tilt = 0.2, glass = false, wall = 0.07) {
  const rim = fill(
    oval(0, y, r, r * tilt),
    glass
      ? '#fff'
      : art.lin([
          [0, lift(c, 0.6)],
          [0.5, lift(c, 0.35)],
          [1, drop(c, 0.05)],
        ]),
    glass ? 'opacity=".35"' : '',
  )
  const k = r * (1 - wall)
  return (
    rim +
    fill(
      oval(0, y + r * tilt * 0.04, k, k * tilt * 0.96),
      art.lin([
        [0, drop(c, 0.42)],
        [0.55, drop(c, 0.24)],
        [1, drop(c, 0.04)],
      ]),
      glass ? 'opacity=".35"' : '',
    )
  )
}
