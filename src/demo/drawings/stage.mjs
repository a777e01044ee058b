// One product on its set: standing, hanging or lying, with a companion or two.

import { backdrop, lights, room, shapes } from './backdrop.mjs'
import { companions } from './companions.mjs'
import { drop, lift } from './palette.mjs'
import { lay, stand } from './place.mjs'
import { lathe, profile } from './shade.mjs'
import { fill, n, oval, poly, rrect } from './svg.mjs'

/** A low round plinth; returns a drawing to stand on the table and how high its top is. */
export function plinth(art, r, h, c) {
  return {
    body: lathe(
      art,
      profile([
        [r, -h, 0],
        [r, 0, 0],
      ]),
      c,
      { tilt: 0.2, grain: 0.5, shine: false },
    ),
    w: r * 2,
    h,
  }
}

/** Companions as [name, dx, dy, scale, colour]; dx, dy in widths from the product's foot; dy < 0 stands behind. */
const friends = (art, set, x, base, behind) =>
  (set.with ?? [])
    .filter(([, , dy]) => dy < 0 === behind)
    .map(([name, dx, dy, k, c]) => stand(art, companions[name](art, c), x + dx * art.width, base + dy * art.width, k, set.table))
    .join('')

/** One product on its own set: standing on a table, hanging on the wall, or lying, seen from above. */
export function portrait(art, item, set) {
  if (set.view === 'top') return fromAbove(art, item, set)
  if (set.view === 'wall') return onWall(art, item, set)
  const { width: W, height: H } = art,
    horizon = set.horizon ?? (H > W ? 0.66 : 0.63)
  const s = (Math.min(W, H) * (set.size ?? 0.54) * (H > W ? 1.16 : 1.07)) / Math.max(item.h, item.w * 0.86),
    base = H * (set.base ?? (H > W ? 0.8 : 0.83))
  const x = W * (set.x ?? 0.47),
    up = set.plinth ? W * 0.05 : 0
  let out = backdrop(art, { ...set, horizon }) + friends(art, set, x, base, true)
  if (set.plinth)
    out += stand(art, plinth(art, Math.max((item.foot ?? item.w / 2) * s * 1.25, W * 0.2), up, set.plinth), x, base, 1, set.table)
  out += stand(art, item, x, base - up, s, set.plinth ? lift(set.plinth, 0.25) : set.table, { lean: set.plinth ? 0.4 : 0.62 })
  return out + friends(art, set, x, base, false)
}

/** Flat-lay: two blocks of colour, a mat or board under the product, a shadow of leaves. */
function fromAbove(art, item, set) {
  const { width: W, height: H } = art,
    cy = H * 0.5,
    s = (W * (set.size ?? 0.6)) / Math.max(item.h, item.w)
  const ground =
    fill(
      rrect(0, 0, W, H),
      art.lin(
        [
          [0, lift(set.table, 0.35)],
          [1, drop(set.table, 0.1)],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    fill(
      poly([
        [W * 0.62, 0],
        [W, 0],
        [W, H],
        [W * 0.3, H],
      ]),
      art.lin(
        [
          [0, lift(set.wall, 0.2)],
          [1, drop(set.wall, 0.08)],
        ],
        [0, 0, 1, 1],
      ),
    )
  const mat = set.mat ? lay(art, set.mat(art, W, set.accent), W / 2, cy, 1, set.table, { rot: set.matRot ?? 0, dy: 0 }) : ''
  const extra = (set.scatter ?? [])
    .map(([make, dx, dy, k, rot]) =>
      lay(art, { body: make(art), h: 0 }, W * (0.5 + dx), cy + W * dy, (k * W) / 1000, set.table, { rot, z: 0.6 }),
    )
    .join('')
  return (
    ground +
    mat +
    extra +
    lay(art, item, W / 2, cy, s, set.mat ? set.accent : set.table, { rot: set.rot ?? 0 }) +
    lights.leaves(art, H, set.table)
  )
}

/** Hanging from a peg rail; the shadow falls on the wall. */
function onWall(art, item, set) {
  const { width: W, height: H } = art,
    s = (W * (set.size ?? 0.6)) / Math.max(item.h, item.w),
    y = H * 0.2,
    c = '#C28B58'
  const rail = fill(
      rrect(W * 0.08, y - 16, W * 0.84, 34, 5),
      art.lin(
        [
          [0, lift(c, 0.35)],
          [1, drop(c, 0.14)],
        ],
        [0, 0, 0, 1],
      ),
    ),
    peg = (px) => fill(oval(px, y, 15), drop(c, 0.25)) + fill(oval(px - 3, y - 4, 12), lift(c, 0.3))
  const hung = `<g transform="translate(${n(W * 0.5)} ${n(y + item.h * s - 20 * s)}) scale(${Math.round(s * 1000) / 1000})">${item.body}</g>`,
    dark = drop(set.wall, 0.45)
  return (
    room(art, set.wall, set.table, 0.9) +
    shapes[set.shape ?? 'none'](art, set.accent, H * 0.9) +
    lights[set.light ?? 'none'](art, H * 0.9, set.wall) +
    fill(rrect(W * 0.08 + 10, y + 6, W * 0.84, 34, 5), dark, `opacity=".35" ${art.blur(7)}`) +
    rail +
    [0.2, 0.5, 0.8].map((k) => peg(W * k)).join('') +
    `<g transform="translate(${n(W * 0.035)} ${n(W * 0.03)})" opacity=".42"><g ${art.silhouette(dark, 11, [0.1, 0.1])}>${hung}</g></g>` +
    hung
  )
}
