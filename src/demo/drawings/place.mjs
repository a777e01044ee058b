// Putting things into a picture: standing on a table, lying flat, and what rises from them.
import { drop, mix } from './palette.mjs'
import { fill, n, oval, stroke } from './svg.mjs'

/** Put a drawing (origin at its foot) on a table: cast shadow to the lower right, contact shadow, body. */
export function stand(art, item, x, y, s, ground, { cast = 1, sd = 5, contact = 1, flip = false, lean = 0.62 } = {}) {
  const dark = drop(mix(ground, '#6b4a4a', 0.18), 0.42),
    g = (inner) =>
      `<g transform="translate(${n(x)} ${n(y)}) scale(${Math.round(s * 1000 * (flip ? -1 : 1)) / 1000} ${Math.round(s * 1000) / 1000})">${inner}</g>`
  const foot = (item.foot ?? item.w / 2) * s,
    h = item.h * s,
    reach = h * lean + foot
  const fade = art.mask(
    fill(
      `M-3000 -3000L3000 -3000L3000 3000L-3000 3000Z`,
      art.lin(
        [
          [0, '#fff', 0.85],
          [0.45, '#fff', 0.45],
          [1, '#fff', 0.04],
        ],
        [n(x), 0, n(x + reach), 0],
        true,
      ),
    ),
  )
  const shadow = cast
    ? `<g ${fade} opacity="${0.8 * cast}"><g ${art.silhouette(dark, sd, [0.12, 0.5])}><g transform="translate(${n(x)} ${n(y)}) matrix(1 0 ${-lean} -0.17 0 0)"><g transform="scale(${flip ? -s : s} ${s})">${item.body}</g></g></g></g>`
    : ''
  const deep = item.flatFoot ? Math.max(4, foot * 0.045) : Math.max(5, foot * 0.24)
  const touch = (dx, r) =>
    fill(
      oval(x + dx * s + r * 0.06, y + (item.flatFoot ? deep * 0.4 : foot * 0.03), r * 1.03, deep),
      drop(ground, 0.6),
      `opacity="${0.55 * contact}" ${art.blur(n(Math.max(2.5, item.flatFoot ? deep * 0.7 : foot * 0.05)))}`,
    )
  const touches = contact ? (item.feet ?? [[0, foot / s]]).map(([dx, r]) => touch(dx, r * s)).join('') : ''
  return shadow + touches + g(item.body)
}

/** Lay a drawing flat (top view): one tight and one wide shadow, both to the lower right. z: how far it rises. */
export function lay(art, item, x, y, s, ground, { rot = 0, z = 1, dy = null } = {}) {
  const dark = drop(mix(ground, '#6b4a4a', 0.18), 0.45),
    cy = dy ?? item.h / 2
  const side = Math.min(item.w || 160, item.h || item.w || 160) * s,
    m = Math.min(0.9, (64 * z) / side)
  const body = `<g transform="translate(${n(x)} ${n(y)}) rotate(${rot}) scale(${Math.round(s * 1000) / 1000}) translate(0 ${n(cy)})">${item.body}</g>`
  return `<g ${art.shadow(
    dark,
    [
      [13 * z, 20 * z, 24 * z, 0.34],
      [4 * z, 7 * z, 8 * z, 0.5],
    ],
    [m, m],
  )}>${body}</g>${body}`
}

/** Steam: a few soft ribbons rising from a point. */
export function steam(art, x, y, h, o = 0.5) {
  return [-0.16, 0.04, 0.2]
    .map((k, i) => {
      const X = x + k * h * 0.7,
        H = h * [0.8, 1, 0.66][i],
        a = h * 0.12
      return stroke(
        `M${n(X)} ${n(y)}C${n(X - a)} ${n(y - H * 0.3)} ${n(X + a * 1.3)} ${n(y - H * 0.5)} ${n(X)} ${n(y - H)}`,
        art.lin(
          [
            [0, '#fff', 0],
            [0.35, '#fff', o],
            [1, '#fff', 0],
          ],
          [0, n(y), 0, n(y - H)],
          true,
        ),
        n(h * 0.07),
        art.blur(n(h * 0.02)),
      )
    })
    .join('')
}
