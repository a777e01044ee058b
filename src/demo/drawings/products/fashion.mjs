import { form } from '../form.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'

/** One shoe in profile, toe to the right. */
export function shoe(art, c, accent = '#FBF6EC') {
  const upper =
    'M-234 -56C-242 -110 -240 -170 -228 -214C-222 -236 -206 -238 -192 -226C-170 -206 -146 -198 -118 -204C-96 -208 -84 -222 -70 -238C-58 -250 -44 -250 -32 -236C2 -192 52 -152 112 -134C176 -118 236 -108 242 -56Z'
  const tongue = form(art, 'M-92 -210C-104 -262 -86 -292 -54 -284C-28 -276 -18 -254 -24 -222Z', lift(accent, 0.1), { k: [-8, -4] })
  const lining = fill('M-226 -216C-200 -246 -110 -258 -66 -236C-84 -206 -110 -194 -140 -196C-176 -200 -204 -204 -226 -216Z', drop(c, 0.5))
  const heel = form(art, 'M-236 -56C-246 -120 -240 -180 -228 -214C-214 -200 -198 -196 -184 -206C-196 -150 -184 -100 -164 -56Z', accent, {
    k: [-6, -4],
  })
  const toe = form(art, 'M244 -56C238 -106 196 -116 146 -124C120 -110 112 -82 124 -56Z', lift(accent, 0.05), { k: [-8, -8] })
  const eye = form(
    art,
    'M-74 -236C-58 -252 -44 -250 -32 -236C2 -192 52 -152 112 -134C100 -112 74 -106 52 -112C-4 -130 -52 -166 -96 -206Z',
    lift(accent, 0.02),
    { k: [-6, -8] },
  )
  const mark = fill(
    'M-120 -70C-116 -120 -80 -142 -40 -138C-46 -98 -78 -72 -120 -70ZM-112 -74C-62 -66 -20 -76 4 -112C-40 -126 -80 -112 -112 -74Z',
    accent,
    'opacity=".95"',
  )
  const laces = [
    [-62, -222, -26, -212],
    [-38, -198, 6, -186],
    [-6, -172, 38, -162],
    [32, -150, 74, -144],
  ]
    .map(
      ([a, b, e, f]) =>
        stroke(`M${a} ${b}Q${(a + e) / 2} ${b - 14} ${e} ${f}`, '#FFFDF7', 11) +
        stroke(`M${a} ${b + 5}Q${(a + e) / 2} ${b - 8} ${e} ${f + 5}`, drop('#F3E8DA', 0.3), 2.4, 'opacity=".5"'),
    )
    .join('')
  const stitch = stroke(
    'M-186 -66C-176 -110 -186 -150 -176 -196M132 -66C124 -86 130 -104 146 -116',
    drop(c, 0.4),
    2.2,
    'stroke-dasharray="6 5" opacity=".6"',
  )
  const sole =
    form(art, 'M-240 -60C-250 -30 -246 0 -214 0L198 0C236 0 256 -22 248 -50C246 -62 238 -66 226 -66L-232 -66Z', '#FBF5EA', {
      k: [-4, -14],
      shade: 0.2,
    }) +
    stroke('M-244 -34C-120 -28 120 -28 250 -38', mix(c, '#c98', 0.3), 5, 'opacity=".75"') +
    [...Array(18)].map((_, i) => fill(rrect(-216 + i * 24, -12, 12, 12, 2), drop('#EDE2D2', 0.25), 'opacity=".45"')).join('')
  return (
    lining +
    tongue +
    form(art, upper, c, { k: [-12, -16], shade: 0.22 }) +
    fill(
      'M-220 -190C-150 -150 -60 -150 0 -170C-30 -196 -60 -226 -70 -238C-100 -200 -190 -190 -228 -214Z',
      '#fff',
      `opacity=".13" ${art.blur(10)}`,
    ) +
    heel +
    toe +
    eye +
    mark +
    stitch +
    laces +
    sole
  )
}

export function sneakers(art, c) {
  return {
    body:
      at(70, -46, 0.93, `<g opacity="1">${shoe(art, drop(c, 0.1), '#F0E6D8')}</g>`) +
      fill(oval(-10, -12, 250, 26), drop(c, 0.7), `opacity=".3" ${art.blur(9)}`) +
      at(-30, 0, 1, shoe(art, c)),
    w: 590,
    h: 330,
    foot: 250,
    flatFoot: true,
  }
}

export function sunglasses(art, c) {
  const lens = (x, k) => {
    const d = `M${x - 108} -150C${x - 60} -166 ${x + 60} -166 ${x + 104} -148C${x + 118} -90 ${x + 90} -10 ${x + 4} -6C${x - 84} -6 ${x - 116} -80 ${x - 108} -150Z`
    return (
      stroke(d, drop(c, 0.1), 30) +
      fill(
        d,
        art.lin(
          [
            [0, drop(k, 0.55)],
            [0.55, drop(k, 0.2)],
            [1, lift(k, 0.3)],
          ],
          [0, 0, 0.2, 1],
        ),
        'opacity=".93"',
      ) +
      `<g ${art.clip(d)}>${fill(
        poly([
          [x - 90, -170],
          [x - 30, -170],
          [x - 110, 10],
          [x - 170, 10],
        ]),
        '#fff',
        'opacity=".28"',
      )}${fill(
        poly([
          [x - 10, -170],
          [x + 8, -170],
          [x - 72, 10],
          [x - 90, 10],
        ]),
        '#fff',
        'opacity=".2"',
      )}</g>` +
      stroke(`M${x - 118} -146C${x - 60} -172 ${x + 20} -172 ${x + 70} -160`, lift(c, 0.5), 5, 'opacity=".7"') +
      [...Array(9)]
        .map(() =>
          fill(oval(x + art.rnd.range(-112, 108), -157 + art.rnd.range(-8, 6), art.rnd.range(4, 9), 4), drop(c, 0.45), 'opacity=".45"'),
        )
        .join('')
    )
  }
  const arm = (f) =>
    stroke(`M${240 * f} -142C${241 * f} -176 ${236 * f} -198 ${222 * f} -220`, drop(c, f < 0 ? 0.3 : 0.42), 16) +
    stroke(`M${245 * f} -150C${245 * f} -178 ${240 * f} -200 ${227 * f} -222`, lift(c, 0.35), 3.4, 'opacity=".6"')
  return {
    body:
      arm(-1) +
      arm(1) +
      lens(-124, '#4b5a3c') +
      lens(124, '#4b5a3c') +
      stroke('M-22 -124C-10 -146 10 -146 22 -124', drop(c, 0.1), 24) +
      stroke('M-18 -134C-8 -148 8 -148 16 -138', lift(c, 0.5), 4, 'opacity=".7"') +
      [-244, 244].map((x) => fill(oval(x, -140, 7, 5), '#D9B25F')).join(''),
    w: 510,
    h: 240,
    foot: 200,
    flatFoot: true,
    feet: [
      [-124, 74],
      [124, 74],
    ],
  }
}
