import { form } from '../form.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, fill, n, oval, rrect, stroke } from '../svg.mjs'

export function headphones(art, c) {
  const band = 'M-166 -210C-186 -470 186 -470 166 -210'
  const arch =
    stroke(band, drop(c, 0.34), 46) +
    stroke(
      band,
      art.lin([
        [0, lift(c, 0.26)],
        [0.4, c],
        [1, drop(c, 0.22)],
      ]),
      40,
    ) +
    stroke('M-176 -262C-168 -360 -96 -412 4 -414', lift(c, 0.75), 6, 'opacity=".75"') +
    stroke('M-122 -320C-84 -396 84 -396 122 -320', '#2E3238', 13, 'opacity=".75"')
  const rod = (f) =>
    stroke(`M${166 * f} -226L${170 * f} -170`, '#B9C0C4', 20) +
    stroke(`M${166 * f - 4} -226L${170 * f - 4} -170`, '#fff', 4, 'opacity=".8"')
  const cup = (f) => {
    const x = 172 * f,
      pad = form(art, rrect(f < 0 ? x + 8 : x - 62, -206, 54, 196, 27), '#2E3238', { k: [-6, -8], shade: 0.4 })
    const shell = form(
      art,
      `M${x - 34 * f} -214C${x + 34 * f} -226 ${x + 62 * f} -170 ${x + 62 * f} -106C${x + 62 * f} -40 ${x + 34 * f} 8 ${x - 34 * f} -2Z`,
      f < 0 ? c : drop(c, 0.12),
      { k: [-12, -8], shade: 0.28 },
    )
    return (
      pad +
      shell +
      stroke(
        `M${x + 20 * f} -176Q${x + 40 * f} -106 ${x + 20 * f} -40`,
        f < 0 ? '#fff' : lift(c, 0.3),
        7,
        `opacity="${f < 0 ? 0.6 : 0.3}"`,
      ) +
      fill(oval(x + 30 * f, -106, 7, 10), '#D2A95E')
    )
  }
  return {
    body: arch + rod(-1) + rod(1) + cup(-1) + cup(1),
    w: 470,
    h: 436,
    foot: 210,
    flatFoot: true,
    feet: [
      [-184, 46],
      [172, 52],
    ],
  }
}

export function speaker(art, c, { tilt = 0.22 } = {}) {
  const p = profile([
    [128, -330, 10],
    [140, -306, 26],
    [140, -24, 26],
    [124, 0, 0],
  ])
  let mesh = ''
  for (let r = 0; r < 23; r++)
    for (let k = 0; k < 26; k++) {
      const f = Math.sin((-1 + (k * 2 + (r % 2)) / 26) * 1.45),
        y = -282 + r * 11
      mesh += `M${n(f * 140)} ${n(y + 30 * Math.sqrt(1 - f * f))}h4v4h-4z`
    }
  const grill =
    fill(patch(p, -1, 1, -292, -36, tilt), drop(c, 0.16)) +
    fill(mesh, drop(c, 0.55), 'opacity=".6"') +
    fill(patch(p, -0.2, 0.14, -120, -94, tilt), '#FBF7EF', 'opacity=".9"') +
    fill(patch(p, -0.14, 0.02, -110, -104, tilt), '#17211B', 'opacity=".7"')
  const loop =
    stroke('M122 -290C188 -296 196 -196 132 -176', '#8A5A36', 13) +
    stroke('M126 -294C180 -298 188 -206 138 -184', lift('#8A5A36', 0.4), 4, 'opacity=".7"')
  const dial =
    fill(oval(0, -330, 86, 19), drop(c, 0.3)) +
    fill(
      oval(0, -336, 80, 17),
      art.lin([
        [0, lift(c, 0.6)],
        [1, c],
      ]),
    ) +
    fill(oval(-44, -336, 5, 3), '#37B26C') +
    fill(oval(-44, -336, 12, 7), '#7FE3A8', `opacity=".5" ${art.blur(3)}`)
  return { body: loop + lathe(art, p, c, { tilt, inside: grill }) + dial, w: 300, h: 356, foot: 134 }
}

const rows = [
  [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2],
  [1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.5],
  [1.75, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.25],
  [2.25, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2.75],
  [1.25, 1.25, 1.25, 6.25, 1.25, 1.25, 1.5],
]
/** Seen from above; the origin is the middle of the near edge. */
export function keyboard(art, c, { keys = '#F6F2EA', accent = '#D8432B' } = {}) {
  const u = 38,
    W = 14 * u + 44,
    H = 5 * u + 48,
    x0 = -W / 2 + 22
  let caps = ''
  rows.forEach((row, r) => {
    let x = x0
    row.forEach((w, k) => {
      const y = -H + 26 + r * u,
        edge = k === 0 || k === row.length - 1,
        kc = (r === 0 && k === 0) || (r === 2 && k === row.length - 1) ? accent : edge && w > 1 ? mix(c, '#ffffff', 0.25) : keys
      caps +=
        fill(rrect(x + 2, y + 2, w * u - 3, u - 2, 6), drop(kc, 0.34)) +
        fill(rrect(x + 2, y + 1, w * u - 4, u - 5, 6), drop(kc, 0.1)) +
        fill(
          rrect(x + 6, y + 2, w * u - 13, u - 13, 5),
          art.lin(
            [
              [0, lift(kc, 0.35)],
              [1, kc],
            ],
            [0, 0, 0.5, 1],
          ),
        ) +
        (w === 1 ? fill(rrect(x + 11, y + 9, art.rnd.pick([6, 8, 5]), 3, 1), drop(kc, 0.5), 'opacity=".55"') : '')
      x += w * u
    })
  })
  const body =
    form(art, rrect(-W / 2, -H, W, H, 20), c, { k: [-5, -7], shade: 0.32 }) +
    fill(rrect(x0 - 6, -H + 20, 14 * u + 12, 5 * u + 12, 9), drop(c, 0.5)) +
    caps +
    stroke(`M${-W / 2 + 20} ${-H + 3}L${W / 2 - 60} ${-H + 3}`, '#fff', 3, 'opacity=".5"') +
    at(W / 2 - 40, -H + 13, 1, fill(oval(0, 0, 12), '#D2A95E') + fill(oval(-3, -3, 4), '#fff', 'opacity=".7"'))
  return { body, w: W, h: H, foot: W / 2, flat: true }
}
