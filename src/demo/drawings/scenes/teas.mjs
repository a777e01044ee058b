// By the window: a tea table and a bowl of noodles, each in two weathers.

import { form } from '../form.mjs'
import { curtain, wash, window, wood } from '../furniture.mjs'
import { flakes } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { persimmon } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'
import { hills, rain } from '../weather.mjs'

const tea = (look) => (s, art) => {
  const { wall, top } = look
  s.add(wash(art, [-200, -200, 1300, 1900], wall))
  const view =
    hills(art, 640, look.hills) +
    [
      [120, 560, 70],
      [210, 590, 90],
      [600, 570, 100],
      [720, 590, 70],
    ]
      .map(([x, y, r]) => fill(oval(x, y, r, r * 0.9), look.bush, `opacity=".8" ${art.blur(8)}`))
      .join('') +
    fill(rrect(0, 0, 900, 820), look.veil, 'opacity=".25"') +
    (s.moving ? '' : look.weather(art))
  s.add(window(art, 78, 70, 744, 690, { frame: look.frame, sky: look.sky, cols: 3, rows: 2, view }))
  s.add(curtain(art, -40, -200, 170, 1030, look.cloth, 4), curtain(art, 786, -200, 150, 1030, drop(look.cloth, 0.05), 4))
  s.cut()
  s.add(
    wood(art, -100, 820, 1100, 760, top, 8),
    fill(
      rrect(-100, 820, 1100, 760),
      art.lin(
        [
          [0, '#DCE8E8', 0.45],
          [0.5, '#DCE8E8', 0.06],
          [1, '#1c1210', 0.3],
        ],
        [0, 0, 0.3, 1],
      ),
    ),
    fill(rrect(-100, 818, 1100, 5), lift(top, 0.5), 'opacity=".7"'),
  )
  s.prop(
    {
      body:
        form(art, 'M-330 -70L330 -70L386 0L-386 0Z', drop(top, 0.42), { k: [0, -6] }) + fill(rrect(-386, 0, 772, 16, 3), drop(top, 0.6)),
      w: 772,
      h: 70,
      foot: 380,
    },
    430,
    1070,
    1,
    top,
    { cast: 0.4 },
  )
  s.put('tea-tin', 690, 952, 320, { ground: top, colour: look.tin })
  s.put('gaiwan', 400, 1040, 310, { ground: drop(top, 0.42), colour: look.bowl })
  const cup = (x, y) =>
    s.prop(
      {
        body:
          lathe(
            art,
            profile([
              [62, -74, 3],
              [54, -26, 20],
              [30, 0, 0],
            ]),
            '#F0E6D2',
            { tilt: 0.28, mat: 'gloss', top: 'open' },
          ) +
          fill(oval(0, -66, 48, 13), '#B98A3C') +
          fill(oval(-10, -68, 22, 5), '#E2BE72'),
        w: 124,
        h: 92,
        foot: 34,
      },
      x,
      y,
      1,
      '#4A3227',
    )
  cup(640, 1044)
  cup(180, 1052)
  s.prop({ body: persimmon(art), w: 200, h: 170, foot: 60 }, 132, 958, 0.72, top)
  s.prop({ body: persimmon(art, '#F0803A'), w: 200, h: 170, foot: 60 }, 236, 930, 0.6, top)
  s.still(steam(art, 410, 760, 250, 0.6), steam(art, 640, 968, 120, 0.4))
}

const noodles = (look) => (s, art) => {
  const { wall, top } = look
  s.add(wash(art, [-200, -200, 1300, 1900], wall, [0, 0, 0.9, 1], 0.1, 0.2))
  s.add(window(art, 110, 80, 680, 540, { frame: '#8A5A3C', sky: look.sky, cols: 3, rows: 1, view: look.view(art, s.moving) }))
  s.add(
    stroke('M470 -200L470 130', '#1b1f22', 5),
    at(
      470,
      250,
      1,
      fill(
        oval(0, 60, 420, 420),
        art.rad([
          [0, '#FFD98A', 0.55],
          [0.5, '#FFD98A', 0.14],
          [1, '#FFD98A', 0],
        ]),
      ) +
        lathe(
          art,
          profile([
            [16, -130, 6],
            [60, -100, 40],
            [150, 0, 0],
          ]),
          look.shade,
          { mat: 'gloss', tilt: 0.16, top: 'none' },
        ) +
        fill(oval(0, 4, 146, 23), '#FFF0C4'),
    ),
  )
  s.cut()
  s.add(
    wood(art, -100, 720, 1100, 860, top, 8),
    fill(
      rrect(-100, 720, 1100, 860),
      art.rad(
        [
          [0, '#FFE3A0', 0.5],
          [0.6, '#FFE3A0', 0],
          [1, '#140c18', 0.45],
        ],
        [440, 880, 560],
        true,
      ),
    ),
    fill(rrect(-100, 718, 1100, 4), lift(top, 0.5)),
  )
  look.goods(s, top)
  s.prop(
    {
      body:
        lathe(
          art,
          profile([
            [56, -110, 3],
            [56, -10, 12],
            [44, 0, 0],
          ]),
          '#F0E6D2',
          { tilt: 0.26, mat: 'gloss', top: 'open' },
        ) + fill(oval(0, -102, 46, 11), '#7DA05A'),
      w: 112,
      h: 120,
      foot: 50,
    },
    740,
    1040,
    1,
    top,
  )
  s.still(steam(art, 400, 800, 380, 0.6))
}

const valley = (_art) => [
  ['#B4CBA0', 260, 0.1],
  ['#8FB57F', 170, -0.1],
  ['#6E9E68', 90, 0.12],
]

const city = (art, moving) => {
  const blocks = [...Array(9)].map((_, i) => fill(rrect(90 + i * 84, 250 + art.rnd.int(0, 190), 84, 500), i % 2 ? '#24354A' : '#2B3F57'))
  const lit = [...Array(90)].map((_, i) =>
    fill(
      rrect(100 + (i % 9) * 84 + art.rnd.int(0, 5) * 12, 300 + art.rnd.int(0, 14) * 24, 8, 12, 1),
      art.rnd.pick(['#FFD98A', '#F7B34D', '#FFE9BE', '#E98F5A']),
      'opacity=".85"',
    ),
  )
  return blocks.join('') + (moving ? lit.filter((_, i) => i % 3) : lit).join('') + fill(oval(660, 170, 42), '#F7E7C0')
}

const rainy = tea({
  wall: '#C9B39C',
  top: '#8A5A3C',
  bush: '#4E7462',
  veil: '#DCE6E6',
  frame: '#6F4A34',
  cloth: '#EFE3D0',
  tin: 0,
  bowl: 1,
  sky: ['#AFC3C8', '#DDE5DF'],
  hills: [
    ['#9DB5B0', 260, 0.1],
    ['#7F9E92', 170, -0.1],
    ['#5E8471', 90, 0.12],
  ],
  weather: (art) => rain(art, 60, 40, 780, 760, 110),
})
const snowy = tea({
  wall: '#A9B4B8',
  top: '#A9744A',
  bush: '#8FA8B4',
  veil: '#F4F8FB',
  frame: '#F4ECDF',
  cloth: '#B5593A',
  tin: 1,
  bowl: 0,
  sky: ['#B9C7D4', '#E9EEF2'],
  hills: [
    ['#CBD7E2', 260, 0.1],
    ['#B4C4D4', 170, -0.1],
    ['#DCE6EE', 90, 0.12],
  ],
  weather: (art) => `<g transform="translate(60 40)">${flakes(art, 130, 780, 700)}</g>`,
})
const night = noodles({
  wall: '#34424F',
  top: '#A9693C',
  shade: '#D8432B',
  sky: ['#1F2F47', '#5A5578'],
  view: city,
  goods: (s, top) => s.put('tea-tin', 140, 850, 240, { ground: top, colour: 2 }).put('noodles', 430, 1050, 400, { ground: top, colour: 0 }),
})
const noon = noodles({
  wall: '#E9D3A8',
  top: '#D9A873',
  shade: '#2F6B52',
  sky: ['#BFDDE6', '#FBEBCB'],
  view: (art) => hills(art, 560, valley(art)),
  goods: (s, top) =>
    s.put('dried-mango', 170, 860, 250, { ground: top, colour: 1 }).put('noodles', 430, 1050, 400, { ground: top, colour: 1 }),
})

export const teas = { 'tea-rain': rainy, 'tea-snow': snowy, 'noodle-night': night, 'noodle-noon': noon }
