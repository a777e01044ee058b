// An armchair by the window and a shelf before the mirror, each in two moods.

import { form } from '../form.mjs'
import { armchair, curtain, daylight, sideTable, tiles, wash, window, wood } from '../furniture.mjs'
import { flakes } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, plant, sprig } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

const chair = (look) => (s, art) => {
  const { wall, floor, seat } = look
  s.add(
    wash(art, [-200, -200, 1300, 1100], wall, [0, 0, 0.9, 1], 0.2, 0.22),
    fill(rrect(-100, 866, 1100, 34), lift(wall, 0.4)),
    wood(art, -100, 900, 1100, 680, floor, 8),
  )
  s.add(
    window(art, 80, 90, 300, 440, {
      frame: '#F4ECDF',
      sky: look.sky,
      cols: 2,
      rows: 2,
      view: look.view(art),
    }),
    curtain(art, 20, -200, 110, 1080, look.cloth, 3),
  )
  s.still(glow(art, 700, 440, 420, 0.75))
  s.cut()
  s.add(
    fill(oval(450, 1080, 420, 96), drop('#D8B08C', 0.1)),
    fill(
      oval(450, 1076, 414, 92),
      art.lin([
        [0, '#EBD5B8'],
        [1, '#C99A78'],
      ]),
    ),
    stroke(oval(450, 1076, 372, 80), '#B5593A', 8, 'opacity=".8"'),
    stroke(oval(450, 1076, 330, 68), '#F7EBD8', 4, 'opacity=".8"'),
  )
  s.prop(sideTable(art, '#6F4A34', 120, 250), 740, 1020, 1, floor)
  s.put('lamp', 736, 760, 320, { ground: '#6F4A34', colour: look.lamp, cast: 0.3, lean: 0.3, opts: { on: s.state.lit ?? !s.moving } })
  s.prop(armchair(art, seat, 520), 350, 1090, 1, '#C99A78')
  look.onChair(s, seat)
  look.onTable(s)
  s.prop(books(art, ['#2F5D4A', '#E9DCC6', '#5C7A9A', '#D8432B'], 190, 30), 720, 1150, 1, floor)
  s.put('basket', 90, 1130, 210, { ground: floor, colour: look.basket })
  look.steam?.(s, art)
}

const shelf = (look) => (s, art) => {
  s.add(tiles(art, -110, -222, 1120, 1900, look.tile, 112))
  const arch = 'M210 560L210 330A210 210 0 0 1 630 330L630 560Z',
    mirror = `<g ${art.clip(arch)}>${fill(
      arch,
      art.lin(
        [
          [0, '#DCE7E4'],
          [0.5, '#F8F3EA'],
          [1, '#C3D2CF'],
        ],
        [0, 0, 1, 1],
      ),
    )}${fill(
      poly([
        [180, 480],
        [520, 60],
        [600, 60],
        [190, 570],
      ]),
      '#fff',
      'opacity=".6"',
    )}${at(600, 600, 1, sprig(art, '#9DB8A0', 300, { bend: -0.4 }))}</g>`
  s.add(
    fill(arch, '#7a4a3a', `opacity=".3" transform="translate(16 18)" ${art.blur(12)}`),
    mirror,
    stroke(arch, '#C79A52', 14),
    stroke('M210 560L210 330A210 210 0 0 1 420 120', '#F3DDA8', 4),
  )
  s.cut()
  const shelf = (y, x = 60, w = 780) =>
    fill(rrect(x + 14, y + 26, w, 50), '#7a4a3a', `opacity=".3" ${art.blur(14)}`) +
    fill(
      poly([
        [x + 16, y - 34],
        [x + w - 16, y - 34],
        [x + w, y],
        [x, y],
      ]),
      art.lin([
        [0, '#FBF4EA'],
        [1, '#E4D3C2'],
      ]),
    ) +
    fill(
      rrect(x, y, w, 26, 3),
      art.lin(
        [
          [0, '#F7EDE0'],
          [1, '#CDB7A4'],
        ],
        [0, 0, 0, 1],
      ),
    )
  s.add(shelf(690), shelf(1040))
  const g = '#E9DACA'
  look.goods(s, g)
  s.prop(plant(art, 'fern', '#F4ECDF', '#5F9070'), 756, 682, 0.6, g, { lean: 0.2 })
  s.prop(
    {
      body:
        lathe(
          art,
          profile([
            [44, -150, 3],
            [50, -10, 10],
            [46, 0, 0],
          ]),
          '#A9BE9B',
          { top: 'open' },
        ) +
        [
          ['-14', '#F2B544', -10],
          ['10', '#D8432B', 12],
        ]
          .map(
            ([x, c, r]) =>
              `<g transform="translate(${x} -140) rotate(${r})">${fill(rrect(-5, -110, 10, 130, 5), c)}${fill(rrect(-8, -150, 16, 44, 4), '#FBF6EC')}</g>`,
          )
          .join(''),
      w: 100,
      h: 280,
      foot: 46,
    },
    120,
    684,
    0.8,
    g,
    { lean: 0.34 },
  )
  const roll = (x, y, c, r) =>
    s.prop(
      {
        body:
          form(art, rrect(-150, -r * 2, 300, r * 2, r), c, { k: [-8, -14] }) +
          fill(oval(128, -r, r * 0.5, r * 0.98), drop(c, 0.08)) +
          stroke(
            `M128 ${-r * 1.8}C150 ${-r * 1.7} 150 ${-r * 0.4} 128 ${-r * 0.3}C112 ${-r * 0.6} 112 ${-r * 1.3} 128 ${-r * 1.35}C138 ${-r} 132 ${-r * 0.7} 126 ${-r * 0.8}`,
            drop(c, 0.3),
            4,
          ),
        w: 300,
        h: r * 2,
        foot: 140,
      },
      x,
      y,
      1,
      g,
      { lean: 0.3 },
    )
  roll(260, 1030, '#F6EEE2', 46)
  roll(250, 938, look.towel, 44)
  s.put('candle', 520, 1030, 190, { ground: g, colour: look.candle, lean: 0.34 })
  s.put('perfume', 700, 1030, 200, { ground: g, colour: look.perfume, lean: 0.34 })
  s.still(glow(art, 520, 890, 150, 0.4), daylight(art, { o: 0.24 }))
}

const evening = chair({
  wall: '#8FA3A0',
  floor: '#B98B62',
  seat: '#B5593A',
  cloth: '#E9DCC8',
  lamp: 2,
  basket: 0,
  sky: ['#5E6F95', '#F2B98A'],
  view: (art) =>
    hills(art, 500, [
      ['#6D7594', 130, 0.1],
      ['#4F5A78', 70, 0],
    ]),
  onChair: (s, seat) =>
    s.put('cushion', 352, 884, 210, { ground: drop(seat, 0.2), colour: 1, rot: -7, lean: 0.2, contact: 0.4, cast: 0.5 }),
  onTable: (s) => s.put('mug', 800, 774, 84, { ground: '#6F4A34', colour: 0, cast: 0.4, lean: 0.3 }),
  steam: (s, art) => s.still(steam(art, 794, 690, 110, 0.4)),
})
const winter = chair({
  wall: '#B7A79A',
  floor: '#8E6A4C',
  seat: '#3E6B5A',
  cloth: '#C98F70',
  lamp: 0,
  basket: 1,
  sky: ['#3E4F74', '#A9B8CE'],
  view: (art) =>
    `${hills(art, 500, [
      ['#C3D0E0', 130, 0.1],
      ['#E2EAF2', 70, 0],
    ])}<g transform="translate(80 90)">${flakes(art, 70, 300, 420)}</g>`,
  onChair: (s, seat) =>
    s.put('blanket', 396, 968, 330, { ground: seat, colour: 1, opts: { drape: true }, contact: 0, cast: 0.5, lean: 0.2 }),
  onTable: (s) => s.put('e-reader', 812, 792, 132, { ground: '#6F4A34', colour: 0, cast: 0.4, lean: 0.3 }),
})

const pink = shelf({
  tile: '#E7C7B4',
  towel: '#D98E73',
  candle: 0,
  perfume: 0,
  goods: (s, g) =>
    s
      .put('serum', 250, 682, 250, { ground: g, lean: 0.34 })
      .put('cream', 430, 684, 120, { ground: g, colour: 1, lean: 0.34 })
      .put('sunscreen', 590, 682, 240, { ground: g, colour: 0, lean: 0.34 }),
})
const green = shelf({
  tile: '#9FB9A2',
  towel: '#E9C38F',
  candle: 1,
  perfume: 1,
  goods: (s, g) =>
    s
      .put('serum', 250, 682, 250, { ground: g, colour: 1, lean: 0.34 })
      .put('hand-cream', 420, 682, 220, { ground: g, colour: 1, lean: 0.34 })
      .put('sunscreen', 590, 682, 240, { ground: g, colour: 0, lean: 0.34 }),
})

export const corners = { 'reading-corner': evening, 'reading-winter': winter, 'bath-shelf': pink, 'bath-green': green }
