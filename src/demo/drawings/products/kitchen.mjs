import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'

/** 茶 as strokes, in a 100×100 box centred on the origin. */
export const teaGlyph = (c, o = 1) =>
  `<g opacity="${o}">${['M-40 -32L40 -32', 'M-16 -46L-16 -20', 'M16 -46L16 -20', 'M0 -24C-10 -6 -28 4 -44 10', 'M0 -24C10 -6 28 4 44 10', 'M-24 14L24 14', 'M0 -2L0 48', 'M-6 24Q-14 34 -24 40', 'M6 24Q14 34 24 40'].map((d) => stroke(d, c, 7)).join('')}</g>`

export function gaiwan(art, c, { tilt = 0.26 } = {}) {
  const saucer = lathe(
    art,
    profile([
      [168, -34, 4],
      [160, -26, 8],
      [92, 0, 0],
    ]),
    c,
    { tilt, mat: 'gloss', shine: false },
  )
  const bowl = profile([
    [148, -204, 4],
    [138, -176, 30],
    [112, -90, 50],
    [66, -30, 10],
    [62, -16, 0],
  ])
  const cup = lathe(art, bowl, c, {
    tilt,
    mat: 'gloss',
    top: 'open',
    inside:
      fill(patch(bowl, -0.2, 0.32, -150, -142, tilt), drop(c, 0.3), 'opacity=".25"') +
      `<g transform="translate(10 -88) scale(.62)">${teaGlyph(drop(c, 0.45), 0.55)}</g>`,
  })
  const lid = lathe(
    art,
    profile([
      [30, -284, 0],
      [44, -278, 8],
      [116, -264, 40],
      [130, -226, 24],
      [136, -204, 0],
    ]),
    c,
    { tilt, mat: 'gloss', top: 'none' },
  )
  const knob = lathe(
    art,
    profile([
      [36, -318, 4],
      [38, -308, 6],
      [26, -280, 0],
    ]),
    drop(c, 0.04),
    { tilt, mat: 'gloss' },
  )
  return {
    body: saucer + cup + fill(oval(0, -202, 128, 30), drop(c, 0.5), `opacity=".3" ${art.blur(5)}`) + lid + knob,
    w: 336,
    h: 312,
    foot: 110,
  }
}

export function teatin(art, c, { tilt = 0.22 } = {}) {
  const can = profile([
    [104, -292, 0],
    [106, -288, 4],
    [106, -6, 8],
    [102, 0, 0],
  ])
  const lid = profile([
    [98, -376, 6],
    [110, -366, 6],
    [110, -286, 3],
    [108, -282, 0],
  ])
  const lab =
    fill(patch(can, -0.58, 0.58, -226, -56, tilt), '#F6EEDF') +
    `<g transform="translate(-4 -118) scale(.86)">${teaGlyph('#17211B', 0.9)}</g>` +
    fill(patch(can, 0.24, 0.42, -210, -168, tilt), '#D8432B')
  return {
    body: lathe(art, can, c, { tilt, inside: lab }) + lathe(art, lid, drop(c, 0.1), { tilt, mat: 'gloss' }),
    w: 220,
    h: 398,
    foot: 106,
  }
}

export function mug(art, c, { tilt = 0.24, fillWith = '#6B3F22' } = {}) {
  const prof = profile([
    [112, -236, 3],
    [112, -30, 40],
    [82, 0, 0],
  ])
  const h =
    stroke('M104 -190C190 -204 196 -70 96 -74', drop(c, 0.2), 30) +
    stroke(
      'M104 -192C182 -204 186 -78 98 -80',
      art.lin(
        [
          [0, c],
          [0.6, lift(c, 0.18)],
          [1, drop(c, 0.14)],
        ],
        [0, 0, 1, 1],
      ),
      20,
    )
  const glaze =
    fill(patch(prof, -1, 1, -252, -150, tilt), lift(c, 0.72), 'opacity=".9"') +
    fill('M-60 -128Q-50 -96 -42 -128ZM30 -124Q40 -84 52 -126Z', lift(c, 0.72))
  const drink = fillWith
    ? fill(
        oval(0, -222, 96, 96 * tilt * 0.84),
        art.lin([
          [0, drop(fillWith, 0.25)],
          [0.7, fillWith],
          [1, lift(fillWith, 0.25)],
        ]),
      ) + stroke('M-70 -214A92 18 0 0 0 30 -205', '#fff', 2.4, 'opacity=".4"')
    : ''
  return { body: h + lathe(art, prof, c, { tilt, mat: 'matte', top: 'open', inside: glaze }) + drink, w: 270, h: 262, foot: 88 }
}

/** `part`: only the `pot` or only the `lid`, for a lid that moves. */
export function castpot(art, c, { tilt = 0.22, part = '' } = {}) {
  const pot = profile([
    [206, -178, 4],
    [206, -40, 54],
    [160, 0, 0],
  ])
  const lid = profile([
    [30, -262, 0],
    [60, -258, 30],
    [196, -214, 40],
    [214, -186, 4],
    [212, -174, 0],
  ])
  const ear = (x, f) =>
    at(
      x,
      -150,
      1,
      form(art, `M0 -22L${54 * f} -22Q${72 * f} -20 ${70 * f} 0Q${68 * f} 18 ${46 * f} 18L0 20Z`, f < 0 ? c : drop(c, 0.16), {
        k: [-4, -6],
      }) + stroke(`M${10 * f} -6L${46 * f} -6`, drop(c, 0.5), 8, 'opacity=".5"'),
    )
  const knob = lathe(
    art,
    profile([
      [36, -316, 8],
      [38, -300, 12],
      [20, -276, 4],
      [22, -262, 0],
    ]),
    '#CFA861',
    { tilt, mat: 'metal', grain: 0 },
  )
  const below =
    ear(-198, -1) +
    ear(198, 1) +
    lathe(art, pot, c, { tilt, mat: 'gloss', top: 'none' }) +
    fill(patch(pot, -1, 1, -178, -164, tilt), drop(c, 0.6), 'opacity=".35"')
  const above = lathe(art, lid, c, { tilt, mat: 'gloss', top: 'none' }) + knob
  return {
    body: (part === 'lid' ? '' : below) + (part === 'pot' ? '' : above),
    w: 540,
    h: 326,
    foot: 190,
  }
}

export function knife(art, c) {
  const blade = 'M-52 -176L-52 -520C-50 -566 -20 -600 0 -612Q34 -560 44 -430L50 -190Q50 -178 40 -176Z'
  const steel = fill(
    blade,
    art.lin([
      [0, '#8d97a0'],
      [0.16, '#eef2f3'],
      [0.4, '#c7d0d6'],
      [0.62, '#9aa6af'],
      [0.8, '#e6ebed'],
      [1, '#b4bec5'],
    ]),
  )
  const edge = fill('M-52 -176L-52 -520C-50 -566 -20 -600 0 -612Q-26 -560 -28 -500L-28 -176Z', '#fff', 'opacity=".38"')
  const waves = stroke('M-28 -190C-20 -250 -34 -300 -24 -350C-18 -400 -32 -450 -24 -500', '#7c8993', 1.6, 'opacity=".55"')
  const handle =
    form(art, 'M-22 -176L36 -176L40 -40Q40 0 10 0Q-22 0 -24 -34Z', c, { k: [-14, -4], shade: 0.3 }) +
    fill(rrect(-24, -186, 62, 26, 3), '#CFA861') +
    fill(rrect(-24, -186, 20, 26, 3), '#fff', 'opacity=".45"')
  const pins = [-130, -74]
    .map((y) => fill(oval(9, y, 6.5, 6.5), '#CFA861') + fill(oval(7, y - 2, 2.4, 2.4), '#fff', 'opacity=".7"'))
    .join('')
  return { body: steel + edge + waves + handle + pins, w: 104, h: 612, foot: 30, flat: true }
}
