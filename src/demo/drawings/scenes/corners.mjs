// Corners of a home: wardrobe, armchair, bathroom shelf, a person with a mug.

import { form } from '../form.mjs'
import { armchair, curtain, daylight, sideTable, tiles, wash, window, wood } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, plant, sprig } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

/** A garment on a hanger, half seen, as on a full rail. */
const _garment = (art, c, w, h) =>
  stroke('M0 6L0 -22C0 -40 22 -36 20 -54', '#8b8f8c', 6) +
  form(art, `M${-w * 0.13} 4Q0 18 ${w * 0.13} 4L${w * 0.5} 52L${w * 0.54} ${h}Q0 ${h + 14} ${-w * 0.54} ${h}L${-w * 0.5} 52Z`, c, {
    k: [-10, -6],
    shade: 0.26,
    inside: [-0.28, 0.06, 0.3]
      .map((f) =>
        fill(
          `M${w * f} 60Q${w * (f + 0.1)} ${h * 0.6} ${w * f} ${h + 8}L${w * (f + 0.12)} ${h + 8}Q${w * (f + 0.2)} ${h * 0.6} ${w * f} 60Z`,
          drop(c, 0.5),
          `opacity=".32" ${art.blur(5)}`,
        ),
      )
      .join(''),
  }) +
  form(
    art,
    `M${-w * 0.5} 52C${-w * 0.34} 30 ${-w * 0.12} 40 ${-w * 0.08} 90L${-w * 0.16} ${h * 0.74}L${-w * 0.56} ${h * 0.72}Z`,
    lift(c, 0.06),
    { k: [-7, -4], shade: 0.26 },
  ) +
  fill(
    `M${-w * 0.56} ${h * 0.69}L${-w * 0.165} ${h * 0.71}L${-w * 0.16} ${h * 0.74}L${-w * 0.56} ${h * 0.72}Z`,
    drop(c, 0.3),
    'opacity=".6"',
  )

export const readingCorner = {
  size: [900, 1200],
  draw(s, art) {
    const wall = '#8FA3A0',
      floor = '#B98B62'
    s.add(
      wash(art, [0, 0, 900, 900], wall, [0, 0, 0.9, 1], 0.2, 0.22),
      fill(rrect(0, 866, 900, 34), lift(wall, 0.4)),
      wood(art, 0, 900, 900, 300, floor, 5),
    )
    s.add(
      window(art, 80, 90, 300, 440, {
        frame: '#F4ECDF',
        sky: ['#5E6F95', '#F2B98A'],
        cols: 2,
        rows: 2,
        view: hills(art, 500, [
          ['#6D7594', 130, 0.1],
          ['#4F5A78', 70, 0],
        ]),
      }),
      curtain(art, 20, 50, 110, 830, '#E9DCC8', 3),
    )
    s.add(glow(art, 700, 440, 420, 0.75))
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
    s.put('lamp', 736, 760, 320, { ground: '#6F4A34', colour: 2, cast: 0.3, lean: 0.3 })
    s.prop(armchair(art, '#B5593A', 520), 350, 1090, 1, '#C99A78')
    s.put('cushion', 352, 884, 210, { ground: drop('#B5593A', 0.2), colour: 1, rot: -7, lean: 0.2, contact: 0.4, cast: 0.5 })
    s.put('mug', 800, 774, 84, { ground: '#6F4A34', colour: 0, cast: 0.4, lean: 0.3 })
    s.prop(books(art, ['#2F5D4A', '#E9DCC6', '#5C7A9A', '#D8432B'], 190, 30), 720, 1150, 1, floor)
    s.put('basket', 90, 1130, 210, { ground: floor, colour: 0 })
    s.add(steam(art, 794, 690, 110, 0.4))
  },
}

export const bathShelf = {
  size: [900, 1125],
  draw(s, art) {
    s.add(tiles(art, 0, 0, 900, 1125, '#E7C7B4', 112))
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
    s.put('serum', 250, 682, 250, { ground: g, lean: 0.34 })
    s.put('cream', 430, 684, 120, { ground: g, colour: 1, lean: 0.34 })
    s.put('sunscreen', 590, 682, 240, { ground: g, colour: 1, lean: 0.34 })
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
    roll(250, 938, '#D98E73', 44)
    s.put('candle', 520, 1030, 190, { ground: g, lean: 0.34 })
    s.put('perfume', 700, 1030, 200, { ground: g, colour: 0, lean: 0.34 })
    s.add(glow(art, 520, 890, 150, 0.4), daylight(art, { o: 0.24 }))
  },
}
