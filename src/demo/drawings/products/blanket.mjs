import { form } from '../form.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { fill, n, rrect, stroke } from '../svg.mjs'

/** Checks of a wool throw in a box. */
const checks = (c, x, y, w, h, step = 46) => {
  let s = ''
  for (let i = 0; i * step < w; i += 1)
    s += fill(rrect(x + i * step, y, i % 2 ? 6 : 18, h), i % 2 ? '#F7EBD8' : drop(c, 0.3), `opacity="${i % 2 ? 0.7 : 0.4}"`)
  for (let j = 0; j * step < h; j += 1)
    s += fill(rrect(x, y + j * step, w, j % 2 ? 5 : 14), j % 2 ? '#F7EBD8' : drop(c, 0.3), `opacity="${j % 2 ? 0.6 : 0.34}"`)
  return s
}
const fringe = (art, c, x, y, w, len = 26) =>
  [...Array(Math.floor(w / 9))]
    .map((_, i) =>
      stroke(
        `M${n(x + i * 9)} ${y}q${n(art.rnd.range(-3, 3))} ${len / 2} ${n(art.rnd.range(-4, 4))} ${n(len * art.rnd.range(0.8, 1.1))}`,
        mix(c, '#F7EBD8', i % 2 ? 0.5 : 0.15),
        4,
      ),
    )
    .join('')

/** Wool throw: folded in a pile, or `drape`d over something (top edge at -h). */
export function blanket(art, c, { drape = false } = {}) {
  if (drape) {
    const d = 'M-120 -330C-70 -352 70 -352 126 -326C136 -220 120 -110 132 -26C60 -10 -50 -14 -134 -30C-120 -120 -132 -220 -120 -330Z'
    const folds = [-74, -10, 66]
      .map((x) =>
        fill(`M${x} -340Q${x + 26} -180 ${x + 6} -18L${x + 34} -18Q${x + 48} -180 ${x} -340Z`, drop(c, 0.5), `opacity=".3" ${art.blur(7)}`),
      )
      .join('')
    return {
      body:
        fringe(art, c, -128, -32, 262) + form(art, d, c, { k: [-16, -8], shade: 0.24, inside: checks(c, -150, -356, 300, 350) + folds }),
      w: 270,
      h: 350,
      foot: 120,
      flatFoot: true,
    }
  }
  const layer = (y, w, h, k, light) =>
    form(
      art,
      `M${-w / 2} ${y}C${-w / 2 - 22} ${y - h * 0.2} ${-w / 2 - 22} ${y - h * 0.8} ${-w / 2} ${y - h}L${w / 2} ${y - h}C${w / 2 + 22} ${y - h * 0.8} ${w / 2 + 22} ${y - h * 0.2} ${w / 2} ${y}Z`,
      light ? lift(c, light) : c,
      {
        k: [-8, -12],
        shade: 0.26,
        inside: checks(c, -w / 2 - 24 + k, y - h, w + 48, h, 52),
      },
    )
  const top = form(art, 'M-178 -168L-130 -226L212 -226L190 -168Z', lift(c, 0.14), {
    k: [-4, -4],
    shade: 0.14,
    inside: checks(c, -190, -230, 410, 70, 52),
  })
  return {
    body:
      layer(0, 380, 62, 0) +
      layer(-58, 372, 58, 20) +
      layer(-112, 366, 58, 6, 0.05) +
      top +
      fringe(art, c, -170, -112, 340, 34) +
      stroke('M-176 -168L188 -168', lift(c, 0.5), 3, 'opacity=".5"'),
    w: 430,
    h: 228,
    foot: 200,
    flatFoot: true,
  }
}
