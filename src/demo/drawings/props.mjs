// Small companions: branches, leaves, fruit, stones, books, cloth. They carry scale and season.

import { form, spray } from './form.mjs'
import { drop, lift, mix } from './palette.mjs'
import { lathe, profile } from './shade.mjs'
import { at, curve, fill, n, oval, rrect, stroke } from './svg.mjs'

/** One leaf from the origin along +x: two tones along the midrib. */
export function leaf(c, len, wide = 0.34) {
  const h = len * wide,
    top = `M0 0Q${n(len * 0.4)} ${n(-h)} ${n(len)} 0Z`,
    low = `M0 0Q${n(len * 0.4)} ${n(h)} ${n(len)} 0Z`
  return (
    fill(top, lift(c, 0.16)) +
    fill(low, drop(c, 0.14)) +
    stroke(`M${n(len * 0.06)} 0L${n(len * 0.9)} 0`, lift(c, 0.4), Math.max(1, len * 0.014), 'opacity=".5"')
  )
}

/** A sprig with alternating leaves, growing up from the origin. bend leans it right (+) or left (-). */
export function sprig(art, c, len = 260, { bend = 0.3, pairs = 6, size = 0.26, wide = 0.36, round = false } = {}) {
  const p = (t) => [bend * len * t * t, -len * t],
    pts = [0, 0.25, 0.5, 0.75, 1].map(p)
  let s = stroke(curve(pts, false), drop(c, 0.3), Math.max(2.5, len * 0.014))
  for (let i = 1; i <= pairs; i++) {
    const t = 0.14 + (0.84 * i) / pairs,
      [x, y] = p(t),
      lean = Math.atan2(-1, 2 * bend * t) * 57.3,
      l = len * size * (1.1 - t * 0.45)
    for (const side of [-1, 1])
      s += at(
        x,
        y,
        1,
        round
          ? form(art, oval(l * 0.55, 0, l * 0.42, l * 0.36), c, { k: [-l * 0.12, -l * 0.08], grain: 0 })
          : leaf(mix(c, side < 0 ? '#ffffff' : '#17211B', 0.06), l, wide),
        n(lean + side * art.rnd.range(44, 62)),
      )
  }
  const [x, y] = p(1)
  return s + at(x, y, 1, leaf(c, len * size * 0.6, wide), n(Math.atan2(-1, 2 * bend) * 57.3))
}

/** Bare branch with blossom, berries or leaves, for a vase; about 240 high. */
export function branch(art, kind = 'blossom') {
  const wood = '#6A4A3A'
  const arms = [
    'M0 0C-6 -60 -30 -110 -24 -170C-20 -200 -6 -220 4 -240',
    'M-22 -120C-60 -140 -90 -150 -118 -196',
    'M-24 -160C10 -170 50 -176 92 -222',
    'M-8 -60C30 -84 60 -90 104 -112',
    'M60 -186C70 -200 70 -216 66 -232',
    'M-84 -150C-100 -150 -120 -148 -136 -140',
  ]
  let s = arms.map((d, i) => stroke(d, wood, i ? 4.5 : 7)).join('')
  const spots = [
    [4, -240],
    [-10, -196],
    [-118, -196],
    [-70, -142],
    [92, -222],
    [40, -176],
    [104, -112],
    [62, -94],
    [66, -232],
    [-136, -140],
    [-24, -150],
    [-98, -170],
    [20, -70],
  ]
  for (const [x, y] of spots) {
    if (kind === 'blossom')
      s += [
        [0, 0, 1],
        [art.rnd.range(-24, 24), art.rnd.range(6, 34), 0.7],
      ]
        .map(([dx, dy, k]) => at(x + dx, y + dy, art.rnd.range(1.3, 1.9) * k, blossom(art), art.rnd.int(0, 70)))
        .join('')
    if (kind === 'leaf') s += [0, 1].map(() => at(x, y, 1, leaf('#5C8A63', art.rnd.range(40, 64), 0.5), art.rnd.int(-150, 20))).join('')
    if (kind === 'fruit') s += at(x, y + 12, art.rnd.range(0.16, 0.24), persimmon(art))
  }
  return s
}

const blossom = (art) =>
  [0, 72, 144, 216, 288]
    .map(
      (r) =>
        `<g transform="rotate(${r})">${fill(
          oval(0, -9, 7.5, 9),
          art.lin(
            [
              [0, '#FFF3EE'],
              [1, '#F0B7AC'],
            ],
            [0, 0, 0, 1],
          ),
        )}</g>`,
    )
    .join('') + fill(oval(0, 0, 4), '#D8432B', 'opacity=".8"')

/** A persimmon, 200 wide, foot at the origin. */
export function persimmon(art, c = '#E8692F') {
  const d = 'M-104 -78C-104 -140 -58 -160 0 -158C58 -160 104 -140 104 -78C104 -26 60 0 0 0C-60 0 -104 -26 -104 -78Z'
  const calyx = [0, 90, 180, 270]
    .map(
      (r) =>
        `<g transform="translate(0 -150) scale(1 .5) rotate(${r + 40})">${fill('M0 0C14 -20 40 -26 54 -54C22 -60 -22 -60 -40 -40C-20 -26 -10 -14 0 0Z', r % 180 ? '#6F8F4E' : '#567a3f')}</g>`,
    )
    .join('')
  return (
    form(art, d, c, { k: [-26, -16], shade: 0.2 }) +
    fill(oval(-46, -112, 24, 13), '#fff', `opacity=".5" transform="rotate(-28 -46 -112)" ${art.blur(4)}`) +
    calyx +
    stroke('M0 -152L6 -172', '#5b4033', 9)
  )
}

export const stone = (art, c, w = 120, h = 60) =>
  form(
    art,
    curve([
      [-w / 2, -h * 0.36],
      [-w * 0.3, -h * 0.92],
      [w * 0.16, -h],
      [w * 0.48, -h * 0.55],
      [w * 0.42, -h * 0.08],
      [0, 0],
      [-w * 0.4, -h * 0.06],
    ]),
    c,
    { k: [-w * 0.1, -h * 0.16] },
  )

export function lemon(art, c = '#F2C53D') {
  return (
    form(
      art,
      'M-78 -58C-74 -100 -36 -116 4 -114C34 -114 56 -100 70 -78Q92 -74 92 -60Q90 -46 72 -44C54 -14 28 0 -4 0C-44 0 -78 -18 -78 -58Z',
      c,
      { k: [-18, -14], shade: 0.18 },
    ) + fill(oval(-28, -86, 20, 10), '#fff', `opacity=".5" ${art.blur(4)}`)
  )
}

/** A citrus or tomato slice seen from above. */
export function slice(_art, c, r = 60) {
  let s = fill(oval(0, 0, r), c) + fill(oval(0, 0, r * 0.9), lift(c, 0.75))
  for (let i = 0; i < 8; i++)
    s += `<g transform="rotate(${i * 45})">${fill(`M0 ${n(-r * 0.1)}L${n(r * 0.26)} ${n(-r * 0.76)}Q0 ${n(-r * 0.9)} ${n(-r * 0.26)} ${n(-r * 0.76)}Z`, i < 4 ? c : lift(c, 0.18))}</g>`
  return s
}

/** Closed books lying flat, seen from the front; colours from bottom to top. */
export function books(art, colours, w = 260, h = 34) {
  let y = 0,
    s = ''
  colours.forEach((c, i) => {
    const ww = w * (1 - i * 0.09),
      dx = (i % 2 ? 1 : -1) * w * 0.03,
      t = h * (i % 2 ? 0.8 : 1)
    s +=
      fill(
        rrect(dx - ww / 2, y - t, ww, t, 4),
        art.lin([
          [0, lift(c, 0.2)],
          [0.4, c],
          [1, drop(c, 0.24)],
        ]),
      ) +
      fill(rrect(dx - ww / 2, y - t - ww * 0.04, ww, ww * 0.05, 3), lift(c, 0.3)) +
      fill(rrect(dx - ww / 2 + ww * 0.14, y - t, ww * 0.03, t), lift(c, 0.5), 'opacity=".8"') +
      fill(rrect(dx + ww * 0.1, y - t * 0.62, ww * 0.22, t * 0.16), lift(c, 0.6), 'opacity=".7"')
    y -= t + 1
  })
  return { body: s, w, h: -y, foot: w / 2 }
}

/** A potted plant; kind: 'rubber' | 'fern' | 'snake' | 'olive'. Foot at the origin, about 420 high. */
export function plant(art, kind = 'rubber', pot = '#C4683F', green = '#3E7B57') {
  const tub =
    lathe(
      art,
      profile([
        [92, -150, 4],
        [88, -130, 0],
        [64, 0, 0],
      ]),
      pot,
      { top: 'open' },
    ) + fill(oval(0, -148, 80, 15), '#4b3527')
  let s = ''
  if (kind === 'snake')
    for (let i = 0; i < 9; i++) {
      const x = -50 + i * 12.5,
        h = art.rnd.range(170, 330),
        b = (i - 4) * 13
      s += form(
        art,
        `M${n(x - 15)} -140C${n(x - 24)} ${n(-140 - h * 0.5)} ${n(x + b - 6)} ${n(-140 - h * 0.8)} ${n(x + b)} ${n(-140 - h)}C${n(x + b + 12)} ${n(-140 - h * 0.7)} ${n(x + 26)} ${n(-140 - h * 0.4)} ${n(x + 15)} -140Z`,
        mix(green, '#BFD08A', (i % 3) * 0.16),
        { k: [-8, 0], grain: 0.4 },
      )
    }
  else
    for (let i = 0; i < 7; i++)
      s += at(
        -24 + i * 8,
        -142,
        1,
        sprig(art, mix(green, i % 2 ? '#17211B' : '#BFD08A', 0.12), art.rnd.range(180, 290), {
          bend: (i - 3) * 0.26,
          pairs: kind === 'fern' ? 11 : 4,
          size: kind === 'fern' ? 0.2 : 0.42,
          wide: kind === 'fern' ? 0.26 : 0.5,
        }),
      )
  return { body: `<g>${s}</g>${tub}`, w: 300, h: 400, foot: 70 }
}

/** A plate or tray from above. */
export const disc = (art, r, c, rim = 0.93) => ({
  body:
    fill(
      oval(0, 0, r),
      art.lin(
        [
          [0, lift(c, 0.35)],
          [1, drop(c, 0.16)],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    fill(
      oval(0, 0, r * rim),
      art.lin(
        [
          [0, drop(c, 0.08)],
          [1, lift(c, 0.16)],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    spray(art, [-r * 0.66, -r * 0.66, r * 1.33, r * 1.33], drop(c, 0.4), 0.3, 0.2),
  h: 0,
  w: r * 2,
})
