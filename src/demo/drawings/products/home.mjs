import { form } from '../form.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { branch } from '../props.mjs'
import { lathe, patch, profile, well } from '../shade.mjs'
import { at, fill, oval, stroke } from '../svg.mjs'
import { label } from './skincare.mjs'

export function lamp(art, c, { tilt = 0.18, on = true } = {}) {
  const shade = profile([
    [0, -452, 0],
    [70, -446, 40],
    [176, -388, 90],
    [196, -286, 6],
    [194, -280, 0],
  ])
  const glow = on
    ? fill(
        oval(0, -262, 300, 250),
        art.rad([
          [0, '#FFE7AE', 0.75],
          [0.5, '#FFE0A0', 0.25],
          [1, '#FFE0A0', 0],
        ]),
      )
    : ''
  const bulb = fill(
    oval(0, -282, 192, 36),
    on
      ? art.rad([
          [0, '#FFF8E4'],
          [0.6, '#FFE3A3'],
          [1, '#F2BE62'],
        ])
      : drop(c, 0.4),
  )
  const stem = lathe(
    art,
    profile([
      [24, -290, 0],
      [22, -60, 20],
      [34, -26, 0],
    ]),
    c,
    { tilt, mat: 'gloss', top: 'none' },
  )
  const base = lathe(
    art,
    profile([
      [96, -40, 10],
      [128, -18, 14],
      [128, 0, 0],
    ]),
    c,
    { tilt, mat: 'gloss' },
  )
  const wash = on ? fill(oval(0, -30, 110, 22), '#FFE7AE', `opacity=".5" ${art.blur(8)}`) : ''
  return {
    body:
      glow +
      base +
      wash +
      stem +
      (on
        ? fill(
            patch(
              profile([
                [24, -290],
                [30, -40],
              ]),
              -1,
              1,
              -290,
              -120,
            ),
            art.lin(
              [
                [0, '#FFE3A3', 0.8],
                [1, '#FFE3A3', 0],
              ],
              [0, 0, 0, 1],
            ),
          )
        : '') +
      lathe(art, shade, c, { tilt, mat: 'gloss', top: 'none' }) +
      bulb,
    w: 392,
    h: 452,
    foot: 128,
  }
}

export function cushion(art, c) {
  const d =
    'M-196 -392C-100 -366 100 -366 196 -392C212 -398 220 -388 214 -372C188 -280 188 -110 214 -22C220 -4 208 4 192 0C96 -22 -96 -22 -192 0C-208 4 -220 -4 -214 -22C-188 -110 -188 -280 -214 -372C-220 -388 -212 -398 -196 -392Z'
  let weave = ''
  for (let i = -9; i <= 9; i++)
    weave += stroke(
      `M${i * 21} -400C${i * 19 + 4} -260 ${i * 19 + 4} -130 ${i * 21} 6`,
      i % 3 ? lift(c, 0.35) : '#FBF4E8',
      i % 3 ? 2 : 9,
      `opacity="${i % 3 ? 0.3 : 0.72}"`,
    )
  const fold = (p, o = 0.22) => fill(p, drop(c, 0.4), `opacity="${o}" ${art.blur(5)}`)
  const folds =
    fold('M-200 -384C-150 -340 -130 -300 -128 -250C-150 -300 -180 -340 -206 -372Z') +
    fold('M200 -384C150 -350 128 -310 120 -262C140 -300 176 -350 210 -366Z', 0.3) +
    fold('M204 -8C150 -50 120 -96 116 -140C140 -90 176 -50 212 -24Z', 0.34) +
    fold('M-204 -8C-160 -40 -134 -70 -122 -110C-146 -70 -176 -40 -210 -20Z') +
    fill(
      'M-130 -330C-80 -350 -10 -352 30 -340C0 -250 -70 -200 -150 -190C-158 -250 -150 -300 -130 -330Z',
      '#fff',
      `opacity=".22" ${art.blur(22)}`,
    )
  return {
    body: form(art, d, c, { k: [-22, -14], shade: 0.22, inside: weave + folds }) + stroke(d, lift(c, 0.3), 4, 'opacity=".6"'),
    w: 432,
    h: 396,
    foot: 200,
    flatFoot: true,
  }
}

export function vase(art, c, { tilt = 0.2, kind = 'blossom' } = {}) {
  const p = profile([
    [44, -330, 4],
    [38, -318, 8],
    [36, -270, 26],
    [122, -190, 90],
    [124, -70, 70],
    [70, -6, 10],
    [66, 0, 0],
  ])
  const speck = [...Array(26)]
    .map(() => fill(oval(art.rnd.range(-110, 110), art.rnd.range(-220, -10), art.rnd.range(1.2, 3)), drop(c, 0.5), 'opacity=".4"'))
    .join('')
  const dip = fill(patch(p, -1, 1, -120, 20, tilt), mix(c, '#6b3a24', 0.5), 'opacity=".5"')
  return {
    body:
      at(-2, -322, 1, branch(art, kind)) +
      lathe(art, p, c, { tilt, top: 'none', inside: dip + speck }) +
      well(art, 44, -330, c, tilt, false, 0.14) +
      at(-2, -326, 1, stroke('M0 0L-4 -20', '#5b4033', 7)),
    w: 300,
    h: 560,
    foot: 92,
  }
}

export function candle(art, c, { tilt = 0.24, above = false } = {}) {
  if (above)
    return {
      body:
        fill(
          oval(0, -128, 128),
          art.lin(
            [
              [0, '#fff', 0.8],
              [1, drop(c, 0.3), 0.8],
            ],
            [0, 0, 1, 1],
          ),
        ) +
        fill(
          oval(0, -128, 116),
          art.rad([
            [0, '#FFF6DC'],
            [0.35, lift(c, 0.72)],
            [1, lift(c, 0.2)],
          ]),
        ) +
        fill(oval(0, -128, 66), '#FFE7AE', `opacity=".5" ${art.blur(14)}`) +
        stroke('M0 -128L5 -138', '#3b2b22', 6) +
        fill('M4 -160C16 -148 16 -138 8 -132C-2 -132 -6 -144 4 -160Z', '#FFD978') +
        stroke('M-98 -176A110 110 0 0 1 -20 -236', '#fff', 5, 'opacity=".8"'),
      w: 256,
      h: 256,
      foot: 128,
    }
  const jar = profile([
      [126, -236, 3],
      [128, -230, 4],
      [128, -18, 22],
      [112, 0, 0],
    ]),
    wax = profile([
      [117, -176, 0],
      [117, -16, 18],
      [100, -6, 0],
    ])
  const inner =
    lathe(art, wax, lift(c, 0.45), { tilt, top: 'none', grain: 0.5, shine: false }) +
    fill(
      oval(0, -176, 117, 28),
      art.rad([
        [0, '#FFF6DC'],
        [0.45, lift(c, 0.7)],
        [1, lift(c, 0.35)],
      ]),
    )
  const flame =
    stroke('M0 -178L0 -206', '#3b2b22', 4) +
    fill(
      oval(0, -236, 120, 120),
      art.rad([
        [0, '#FFE7AE', 0.7],
        [1, '#FFE7AE', 0],
      ]),
    ) +
    fill(
      'M0 -288C16 -258 22 -240 16 -222Q0 -204 -16 -222C-22 -240 -10 -262 0 -288Z',
      art.lin(
        [
          [0, '#FFD978'],
          [0.7, '#FFF6DC'],
          [1, '#F7B34D'],
        ],
        [0, 0, 0, 1],
      ),
    )
  return {
    body:
      lathe(art, jar, mix(c, '#ffffff', 0.3), {
        tilt,
        mat: 'glass',
        top: 'open',
        inside: inner + label(art, jar, -138, -46, '#FBF7EF', '#17211B', [-0.5, 0.5], tilt),
      }) + flame,
    w: 256,
    h: 290,
    foot: 124,
  }
}

export function basket(art, c, { tilt = 0.22, full = true } = {}) {
  const p = profile([
    [178, -230, 4],
    [170, -120, 40],
    [134, 0, 0],
  ])
  let weave = ''
  for (let r = 0; r < 10; r++)
    for (let k = 0; k < 17; k++) {
      const a = -1 + (k * 2) / 17 + (r % 2 ? 0.06 : 0),
        f0 = Math.sin(a * 1.5),
        f1 = Math.sin((a + 0.1) * 1.5),
        y = -226 + r * 23
      weave += fill(
        patch(p, Math.max(-1, f0), Math.min(1, f1), y, y + 19, tilt),
        (r + k) % 2 ? lift(c, 0.2) : drop(c, 0.14),
        'opacity=".75"',
      )
    }
  const rim =
    stroke('M-178 -230A178 39 0 0 0 178 -230', drop(c, 0.08), 18) +
    stroke('M-176 -234A178 39 0 0 0 60 -196', lift(c, 0.4), 5, 'opacity=".7"')
  const throwC = '#8FA6B5',
    shape = 'M-152 -224C-166 -280 -128 -316 -74 -300C-40 -330 44 -334 66 -304C120 -318 170 -280 150 -222C100 -196 -96 -196 -152 -224Z'
  const folds =
    [-96, -40, 20, 84]
      .map((x) =>
        fill(
          `M${x} -330C${x + 26} -280 ${x + 10} -240 ${x + 20} -190L${x + 40} -190C${x + 36} -240 ${x + 46} -290 ${x + 16} -330Z`,
          drop(throwC, 0.5),
          `opacity=".3" ${art.blur(4)}`,
        ),
      )
      .join('') +
    ['M-170 -262C-100 -300 60 -296 170 -256', 'M-170 -244C-100 -282 60 -278 170 -238']
      .map((d) => stroke(d, '#F8F0E2', 7, 'opacity=".85"'))
      .join('')
  const cloth = full ? form(art, shape, throwC, { k: [-14, -12], shade: 0.2, inside: folds }) : ''
  const ear = (x) =>
    stroke(`M${x - 34} -236C${x - 40} -300 ${x + 40} -300 ${x + 34} -236`, drop(c, 0.16), 15) +
    stroke(`M${x - 36} -240C${x - 38} -296 ${x + 20} -300 ${x + 30} -262`, lift(c, 0.3), 4, 'opacity=".7"')
  return {
    body: ear(-116) + ear(120) + lathe(art, p, c, { tilt, top: 'open', inside: weave, shine: false }) + cloth + rim,
    w: 356,
    h: full ? 330 : 290,
    foot: 138,
  }
}
