import { form } from '../form.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { fill, oval, poly, rrect, stroke } from '../svg.mjs'

/** Small abstract label: a line, a short line, a dot. */
export const label = (art, prof, y0, y1, c, ink, f = [-0.62, 0.62], tilt = 0.2) =>
  fill(
    patch(prof, ...f, y0, y1, tilt),
    art.lin([
      [0, drop(c, 0.02)],
      [0.3, lift(c, 0.3)],
      [1, drop(c, 0.14)],
    ]),
  ) +
  fill(
    patch(prof, f[0] + 0.18, f[0] + 0.18 + (f[1] - f[0]) * 0.52, y0 + (y1 - y0) * 0.24, y0 + (y1 - y0) * 0.31, tilt),
    ink,
    'opacity=".85"',
  ) +
  fill(
    patch(prof, f[0] + 0.18, f[0] + 0.18 + (f[1] - f[0]) * 0.34, y0 + (y1 - y0) * 0.42, y0 + (y1 - y0) * 0.46, tilt),
    ink,
    'opacity=".5"',
  ) +
  fill(patch(prof, f[0] + 0.18, f[0] + 0.18 + (f[1] - f[0]) * 0.1, y0 + (y1 - y0) * 0.74, y0 + (y1 - y0) * 0.84, tilt), ink, 'opacity=".7"')

export function serum(art, c, { tilt = 0.2 } = {}) {
  const body = profile([
    [34, -292, 0],
    [34, -280, 8],
    [104, -258, 34],
    [106, 0, 22],
    [84, 0, 0],
  ])
  const inner = profile([
    [96, -196, 0],
    [97, -8, 20],
    [80, -8, 0],
  ])
  const liquid =
    lathe(art, inner, c, { tilt, mat: 'gloss', top: 'none', grain: 0.4, shine: false }) +
    fill(oval(0, -196, 96, 96 * tilt), lift(c, 0.35), 'opacity=".9"')
  const pipette = fill(rrect(-9, -300, 18, 236, 9), '#fff', 'opacity=".45"') + fill(rrect(-9, -300, 5, 230, 3), '#fff', 'opacity=".6"')
  const collar = lathe(
    art,
    profile([
      [40, -346, 4],
      [40, -284, 0],
    ]),
    '#C9A35B',
    { tilt, mat: 'metal', grain: 0.3 },
  )
  const bulb = lathe(
    art,
    profile([
      [0, -446, 0],
      [28, -442, 22],
      [28, -372, 10],
      [36, -346, 4],
      [36, -342, 0],
    ]),
    '#2B2F2A',
    { tilt, top: 'none' },
  )
  const glass = lathe(art, body, mix(c, '#ffffff', 0.35), {
    tilt,
    mat: 'glass',
    top: 'none',
    inside: liquid + pipette + label(art, body, -168, -52, '#FBF7EF', '#17211B', [-0.66, 0.6], tilt),
  })
  return { body: glass + collar + bulb, w: 212, h: 446, foot: 106 }
}

export function cream(art, c, { tilt = 0.24, above = false } = {}) {
  if (above) {
    const lidC = mix(c, '#8a5a3c', 0.22),
      ring = (r, a, b) =>
        fill(
          oval(0, -150, r),
          art.lin(
            [
              [0, a],
              [1, b],
            ],
            [0, 0, 1, 1],
          ),
        )
    return {
      body:
        ring(150, lift(lidC, 0.3), drop(lidC, 0.3)) +
        ring(138, lift(lidC, 0.4), lidC) +
        ring(96, drop(lidC, 0.1), lift(lidC, 0.2)) +
        ring(92, lift(lidC, 0.22), drop(lidC, 0.04)) +
        stroke('M-124 -190A132 132 0 0 1 -30 -278', '#fff', 5, 'opacity=".6"') +
        fill(oval(0, -150, 15), '#FBF7EF', 'opacity=".8"'),
      w: 300,
      h: 300,
      foot: 150,
    }
  }
  const jar = profile([
    [142, -128, 0],
    [146, -118, 10],
    [146, -14, 26],
    [120, 0, 0],
  ])
  const lid = profile([
    [150, -206, 10],
    [154, -196, 8],
    [154, -132, 6],
    [150, -126, 0],
  ])
  return {
    body:
      lathe(art, jar, lift(c, 0.35), {
        tilt,
        mat: 'gloss',
        top: 'none',
        inside: label(art, jar, -96, -34, c, '#17211B', [-0.5, 0.5], tilt),
      }) +
      lathe(art, lid, mix(c, '#8a5a3c', 0.22), { tilt, mat: 'matte' }) +
      stroke(`M-120 -208A120 28 0 0 0 60 -183`, '#fff', 2, 'opacity=".35"'),
    w: 308,
    h: 236,
    foot: 146,
  }
}

export function lipstick(art, c, { tilt = 0.2 } = {}) {
  const base = lathe(
    art,
    profile([
      [66, -190, 0],
      [66, -6, 8],
      [62, 0, 0],
    ]),
    '#20262B',
    { tilt, mat: 'gloss' },
  )
  const gold = lathe(
    art,
    profile([
      [56, -268, 4],
      [56, -186, 0],
    ]),
    '#D2A95E',
    { tilt, mat: 'metal', grain: 0.2 },
  )
  const ring = lathe(
    art,
    profile([
      [68, -204, 3],
      [68, -190, 3],
      [67, -188, 0],
    ]),
    '#D2A95E',
    { tilt, mat: 'metal', grain: 0 },
  )
  const d = 'M-42 -262L-42 -352C-40 -392 -6 -438 30 -446Q42 -446 42 -428L42 -262A42 8 0 0 1 -42 -262Z'
  const bullet =
    form(art, d, c, { k: [-16, 0], shade: 0.24 }) +
    fill('M-34 -352C-30 -388 0 -428 30 -440Q38 -440 36 -426C20 -372 -8 -352 -34 -346Z', lift(c, 0.3), 'opacity=".75"') +
    fill(rrect(-32, -330, 8, 58, 4), '#fff', 'opacity=".45"')
  return { body: bullet + gold + base + ring, w: 140, h: 446, foot: 66 }
}

export function sunscreen(art, c, { tilt = 0.2 } = {}) {
  const d =
    'M-104 -452L104 -452Q108 -452 108 -446L108 -430C108 -300 92 -160 74 -84L-74 -84C-92 -160 -108 -300 -108 -430L-108 -446Q-108 -452 -104 -452Z'
  const wave =
    fill('M-120 -252C-60 -300 30 -214 120 -268L120 -60L-120 -60Z', mix(c, '#ffffff', 0.1)) +
    fill('M-120 -212C-50 -256 40 -178 120 -226L120 -60L-120 -60Z', drop(c, 0.12))
  const sun =
    fill(oval(-8, -334, 34, 34), '#F2B544') +
    fill(rrect(-40, -282, 62, 7, 3), '#17211B', 'opacity=".75"') +
    fill(rrect(-40, -266, 40, 5, 2), '#17211B', 'opacity=".45"')
  const tone = fill(
    d,
    art.lin([
      [0, '#3a2a2a', 0.22],
      [0.12, '#fff', 0.1],
      [0.3, '#fff', 0.45],
      [0.5, '#fff', 0],
      [0.8, '#3a2a3a', 0.2],
      [1, '#3a2a3a', 0.3],
    ]),
  )
  const crimp =
    fill(rrect(-108, -456, 216, 28, 4), lift(c, 0.5)) +
    [...Array(17)].map((_, i) => fill(rrect(-100 + i * 12, -452, 4, 20, 2), drop(c, 0.3), 'opacity=".25"')).join('')
  return {
    body:
      form(art, d, '#FBF3E6', { k: [-26, 0], shade: 0.12, inside: wave + sun + tone }) +
      crimp +
      lathe(
        art,
        profile([
          [72, -88, 4],
          [76, -8, 10],
          [70, 0, 0],
        ]),
        c,
        { tilt, mat: 'gloss', top: 'none' },
      ),
    w: 216,
    h: 456,
    foot: 74,
  }
}

export function perfume(art, c, { tilt = 0.2 } = {}) {
  const d = rrect(-130, -270, 260, 270, 34),
    inner = rrect(-108, -206, 216, 184, 22)
  const liquid =
    form(art, inner, c, { k: [-24, -8], shade: 0.16, grain: 0.5 }) +
    fill(
      poly([
        [-108, -120],
        [-20, -206],
        [40, -206],
        [-108, -60],
      ]),
      '#fff',
      `opacity=".22" ${art.clip(inner)}`,
    )
  const glass = fill(
    d,
    art.lin(
      [
        [0, drop(c, 0.1), 0.55],
        [0.1, '#fff', 0.75],
        [0.5, lift(c, 0.6), 0.4],
        [0.9, lift(c, 0.3), 0.55],
        [1, drop(c, 0.25), 0.8],
      ],
      [0, 0, 1, 0.3],
    ),
  )
  const lines =
    stroke('M-116 -236Q-116 -256 -96 -256L70 -256', '#fff', 5, 'opacity=".85"') +
    stroke('M117 -220L117 -40', '#fff', 4, 'opacity=".5"') +
    fill(rrect(-46, -142, 92, 62, 2), '#FBF7EF') +
    fill(rrect(-30, -124, 48, 6, 2), '#17211B', 'opacity=".8"') +
    fill(rrect(-30, -108, 30, 4, 2), '#17211B', 'opacity=".5"')
  const neck = lathe(
    art,
    profile([
      [44, -300, 2],
      [44, -266, 0],
    ]),
    '#D2A95E',
    { tilt, mat: 'metal', grain: 0 },
  )
  const cap = lathe(
    art,
    profile([
      [62, -414, 8],
      [62, -296, 4],
      [58, -294, 0],
    ]),
    mix(c, '#4a2d22', 0.72),
    { tilt, mat: 'gloss' },
  )
  return {
    body: glass + liquid + stroke(d, lift(c, 0.5), 2, 'opacity=".5"') + lines + neck + cap,
    w: 260,
    h: 424,
    foot: 122,
    flatFoot: true,
  }
}
