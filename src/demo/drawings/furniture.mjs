// Large, quiet things that scenes share: windows, shelves, counters, cloths, curtains, light.

import { form } from './form.mjs'
import { drop, lift, mix } from './palette.mjs'
import { lathe, profile } from './shade.mjs'
import { fill, n, poly, rrect, stroke } from './svg.mjs'

export const wash = (art, box, c, [x1, y1, x2, y2] = [0, 0, 0.9, 1], a = 0.16, b = 0.14) =>
  fill(
    rrect(...box),
    art.lin(
      [
        [0, lift(c, a)],
        [0.55, c],
        [1, drop(c, b)],
      ],
      [x1, y1, x2, y2],
    ),
  )

/** A window; view is drawn inside the glass and clipped. */
export function window(art, x, y, w, h, { frame = '#F4ECDF', view = '', sky = ['#CFE0E6', '#F4E6D0'], cols = 2, rows = 2, t = 16 } = {}) {
  const glass = rrect(x, y, w, h, 2)
  let bars = ''
  for (let i = 1; i < cols; i++)
    bars += fill(
      rrect(x + (w * i) / cols - t / 2, y, t, h),
      art.lin([
        [0, lift(frame, 0.3)],
        [1, drop(frame, 0.2)],
      ]),
    )
  for (let i = 1; i < rows; i++)
    bars += fill(
      rrect(x, y + (h * i) / rows - t / 2, w, t),
      art.lin(
        [
          [0, lift(frame, 0.3)],
          [1, drop(frame, 0.2)],
        ],
        [0, 0, 0, 1],
      ),
    )
  const rim = fill(
    `${rrect(x - t, y - t, w + 2 * t, h + 2 * t)}${glass}`,
    art.lin(
      [
        [0, lift(frame, 0.4)],
        [1, drop(frame, 0.14)],
      ],
      [0, 0, 1, 1],
    ),
  )
  const glare = fill(
    poly([
      [x, y + h * 0.5],
      [x + w * 0.5, y],
      [x + w * 0.68, y],
      [x, y + h * 0.68],
    ]),
    '#fff',
    'opacity=".14"',
  )
  return (
    fill(rrect(x - t + 8, y - t + 10, w + 2 * t, h + 2 * t), drop(frame, 0.6), `opacity=".25" ${art.blur(10)}`) +
    `<g ${art.clip(glass)}>${fill(
      glass,
      art.lin(
        [
          [0, sky[0]],
          [1, sky[1]],
        ],
        [0, 0, 0, 1],
      ),
    )}${view}${glare}</g>` +
    bars +
    rim +
    fill(rrect(x, y, w, 10), '#2a2030', 'opacity=".12"')
  )
}

/** The cupboard under a counter, seen only when there is room below. */
const front = (art, x, y, w, c) =>
  wash(art, [x, y, w, 420], c) +
  [0, 1, 2].map((i) => stroke(rrect(x + 24 + (i * w) / 3, y + 50, w / 3 - 48, 330, 8), drop(c, 0.3), 4, 'opacity=".6"')).join('')

/** Table or counter: a top plane from y to y2 and a front edge. */
export function counter(art, y, c, { edge = 30, y2 = null, x = 0, w = art.width } = {}) {
  const low = y2 ?? art.height
  return (
    wash(art, [x, y, w, low - y], c, [0, 0, 1, 0.5], 0.3, 0.16) +
    fill(rrect(x, y, w, 3), lift(c, 0.7), 'opacity=".7"') +
    (low < art.height
      ? fill(
          rrect(x, low, w, edge),
          art.lin(
            [
              [0, lift(c, 0.2)],
              [0.12, drop(c, 0.14)],
              [1, drop(c, 0.28)],
            ],
            [0, 0, 0, 1],
          ),
        ) +
        front(art, x, low + edge, w, drop(c, 0.34)) +
        fill(rrect(x + 10, low + edge, w, 26), drop(c, 0.6), `opacity=".28" ${art.blur(12)}`)
      : '')
  )
}

export function wood(art, x, y, w, h, c, planks = 5, vertical = false) {
  let s = wash(art, [x, y, w, h], c)
  for (let i = 0; i < planks; i++) {
    const t = i / planks,
      px = vertical ? x + w * t : x,
      py = vertical ? y : y + h * t,
      pw = vertical ? w / planks : w,
      ph = vertical ? h : h / planks
    s +=
      fill(rrect(px, py, pw, ph), art.rnd.next() < 0.5 ? '#fff' : drop(c, 0.5), `opacity="${n(art.rnd.range(0.2, 0.7)) / 10}"`) +
      fill(vertical ? rrect(px, py, 2.4, ph) : rrect(px, py, pw, 2.4), drop(c, 0.45), 'opacity=".5"')
    for (let k = 0; k < 3; k++) {
      const o = art.rnd.range(0.15, 0.85)
      s += vertical
        ? stroke(
            `M${n(px + pw * o)} ${n(py)}Q${n(px + pw * (o + 0.08))} ${n(py + ph / 2)} ${n(px + pw * o)} ${n(py + ph)}`,
            drop(c, 0.3),
            1.6,
            'opacity=".3"',
          )
        : stroke(
            `M${n(px)} ${n(py + ph * o)}Q${n(px + pw / 2)} ${n(py + ph * (o + 0.12))} ${n(px + pw)} ${n(py + ph * o)}`,
            drop(c, 0.3),
            1.6,
            'opacity=".3"',
          )
    }
  }
  return s
}

export function tiles(art, x, y, w, h, c, size = 90) {
  let s = wash(art, [x, y, w, h], drop(c, 0.1))
  for (let j = 0; j * size < h; j++)
    for (let i = 0; i * size < w; i++) {
      const k = mix(c, art.rnd.next() < 0.5 ? '#ffffff' : drop(c, 0.2), art.rnd.range(0, 0.22))
      const [tw, th] = [Math.min(size, w - i * size) - 4, Math.min(size, h - j * size) - 4]
      if (tw > 4 && th > 4)
        s += fill(
          rrect(x + i * size + 2, y + j * size + 2, tw, th, 4),
          art.lin(
            [
              [0, lift(k, 0.3)],
              [1, k],
            ],
            [0, 0, 0.8, 1],
          ),
        )
    }
  return s
}

/** Hanging cloth with vertical folds. */
export function curtain(art, x, y, w, h, c, folds = 6) {
  let s = fill(rrect(x, y, w, h), c)
  for (let i = 0; i < folds; i++) {
    const fx = x + (w * i) / folds,
      fw = w / folds
    s += fill(
      `M${n(fx)} ${y}L${n(fx + fw)} ${y}C${n(fx + fw * 1.1)} ${y + h * 0.4} ${n(fx + fw * 0.8)} ${y + h * 0.7} ${n(fx + fw)} ${y + h}L${n(fx)} ${y + h}C${n(fx - fw * 0.2)} ${y + h * 0.7} ${n(fx + fw * 0.1)} ${y + h * 0.4} ${n(fx)} ${y}Z`,
      art.lin([
        [0, drop(c, 0.16)],
        [0.35, lift(c, 0.45)],
        [0.7, c],
        [1, drop(c, 0.24)],
      ]),
    )
  }
  return fill(rrect(x + 8, y, w, h), drop(c, 0.6), `opacity=".22" ${art.blur(14)}`) + s
}

/** Diagonal window light over everything; mode 'leaf' adds the shadow of a branch. */
export function daylight(art, { panes = true, leaf = true, o = 0.3, c = '#FFF1CF' } = {}) {
  const { width: W, height: H } = art
  let s = ''
  if (panes)
    for (const k of [0, 1, 2])
      s += fill(
        poly([
          [W * (-0.3 + k * 0.42), 0],
          [W * (0.02 + k * 0.42), 0],
          [W * (0.62 + k * 0.42), H],
          [W * (0.3 + k * 0.42), H],
        ]),
        c,
      )
  let l = ''
  if (leaf)
    for (let k = 0; k < 2; k++)
      for (let i = 1; i < 9; i++) {
        const a = 2.2 + k * 0.35,
          px = W * (0.98 - k * 0.3) + Math.cos(a) * i * W * 0.07,
          py = -W * 0.05 + Math.sin(a) * i * W * 0.08
        for (const q of [-1, 1])
          l += `<g transform="translate(${n(px)} ${n(py)}) rotate(${n((a + q * 0.8) * 57.3)})">${fill(`M0 0Q${n(W * 0.05)} ${n(-W * 0.03)} ${n(W * 0.13)} 0Q${n(W * 0.05)} ${n(W * 0.03)} 0 0Z`, '#3a2a2a')}</g>`
      }
  const edge = `<g opacity="${n(o * 20) / 10}" style="mix-blend-mode:soft-light"><g ${art.blur(5)}>${s}</g></g>`
  return edge + (l ? `<g opacity=".16" style="mix-blend-mode:multiply"><g ${art.blur(7)}>${l}</g></g>` : '')
}

export function armchair(art, c, w = 460) {
  const k = w / 460,
    legs = [-170, 150]
      .map((x) =>
        fill(
          poly([
            [x, -60],
            [x + 26, -60],
            [x + 18, 0],
            [x + 6, 0],
          ]),
          '#7A5236',
        ),
      )
      .join('')
  const backD = 'M-170 -150C-190 -420 -150 -500 0 -500C150 -500 190 -420 170 -150Z',
    arm = (f) => `M${230 * f} -60C${246 * f} -180 ${244 * f} -280 ${206 * f} -286C${166 * f} -288 ${158 * f} -240 ${158 * f} -60Z`
  return {
    body: `<g transform="scale(${k})">${legs}${form(art, backD, c, { k: [-24, -14], shade: 0.24 })}${stroke('M-60 -480C-70 -380 -66 -280 -56 -200M66 -478C74 -380 70 -280 60 -200', drop(c, 0.3), 4, 'opacity=".35"')}${fill('M-150 -190C-60 -220 60 -220 150 -190L150 -150L-150 -150Z', drop(c, 0.5), `opacity=".4" ${art.blur(10)}`)}${form(art, 'M-160 -196C-60 -214 60 -214 160 -196C172 -180 172 -140 162 -128L-162 -128C-172 -140 -172 -180 -160 -196Z', lift(c, 0.1), { k: [-14, -10], shade: 0.24 })}${form(art, 'M-190 -130L190 -130L186 -52L-186 -52Z', drop(c, 0.06), { k: [-14, -10], shade: 0.24 })}${form(art, arm(-1), lift(c, 0.04), { k: [-14, -10], shade: 0.26 })}${form(art, arm(1), drop(c, 0.08), { k: [-16, -10], shade: 0.26 })}</g>`,
    w,
    h: 500 * k,
    foot: 200 * k,
  }
}

/** Round side table with a single leg. */
export function sideTable(art, c, r = 130, h = 260) {
  return {
    body:
      lathe(
        art,
        profile([
          [14, -h, 0],
          [14, -20, 10],
          [r * 0.56, -6, 4],
          [r * 0.56, 0, 0],
        ]),
        drop(c, 0.1),
        { top: 'none' },
      ) +
      lathe(
        art,
        profile([
          [r, -h - 16, 4],
          [r, -h, 0],
        ]),
        c,
        { shine: false, grain: 0.4 },
      ),
    w: r * 2,
    h: h + 16,
    foot: r * 0.56,
  }
}
