// Rooms by day: a move, a sill, a cabinet with records.

import { block, form } from '../form.mjs'
import { curtain, daylight, wash, window, wood } from '../furniture.mjs'
import { cloud } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { books, plant } from '../props.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { hills } from '../weather.mjs'

const carton = (art, w, h, c = '#C99B66') => ({
  body: block(art, w, h, c, {
    depth: 0.42,
    front:
      fill(rrect(-24, -h, 48, h * 0.42), lift(c, 0.5), 'opacity=".7"') +
      stroke(
        `M${-w * 0.32} ${-h * 0.26}l18 -26l18 26M${-w * 0.32 + 18} ${-h * 0.5}v44M${-w * 0.12} ${-h * 0.26}l18 -26l18 26`,
        drop(c, 0.5),
        5,
        'opacity=".5"',
      ) +
      fill(rrect(w * 0.16, -h * 0.36, w * 0.2, h * 0.2, 3), '#FBF6EA') +
      fill(rrect(w * 0.19, -h * 0.32, w * 0.12, 7, 2), '#23282B', 'opacity=".7"'),
  }),
  w: w * 1.26,
  h: h * 1.2,
  foot: w * 0.58,
  flatFoot: true,
})

function moving(s, art) {
  const wall = '#EADFCB',
    floor = '#C99B6E'
  s.add(
    wash(art, [0, 0, 900, 900], wall, [0, 0, 0.9, 1], 0.5, 0.12),
    fill(rrect(0, 846, 900, 44), lift(wall, 0.6)),
    wood(art, 0, 890, 900, 310, floor, 5),
  )
  s.add(
    window(art, 360, 90, 430, 560, {
      frame: '#FFFDF6',
      sky: ['#9FD0E6', '#EAF0DA'],
      cols: 2,
      rows: 2,
      view:
        cloud(560, 220, 0.9) +
        hills(art, 640, [
          ['#B4CBA0', 140, 0.1],
          ['#86AE7A', 70, 0],
        ]),
    }),
  )
  s.add(
    fill(
      poly([
        [420, 900],
        [760, 900],
        [880, 1200],
        [300, 1200],
      ]),
      '#FFF1CF',
      `opacity=".4" ${art.blur(6)}`,
    ),
  )
  const ladder = [0, 1, 2, 3, 4]
    .map((i) => stroke(`M${84 + i * 7} ${840 - i * 120}L${184 - i * 4} ${840 - i * 120}`, '#D9B25F', 12))
    .join('')
  s.add(stroke('M60 960L118 250M210 960L160 250', '#B98A45', 16), stroke('M56 960L114 250M206 960L156 250', '#EBCB8C', 6), ladder)
  s.prop(carton(art, 270, 210), 690, 1010, 1, floor)
  s.prop(carton(art, 190, 150, '#D2A873'), 660, 772, 1, '#C99B66', { cast: 0.4, lean: 0.3 })
  s.prop(plant(art, 'rubber', '#C4683F', '#3E7B57'), 672, 600, 0.62, '#D2A873', { cast: 0.2, lean: 0.2 })
  s.prop(carton(art, 330, 230, '#BE8F5C'), 300, 1120, 1, floor)
  s.put('lamp', 310, 858, 350, { ground: '#DDBB8C', colour: 0, cast: 0.5, lean: 0.3, opts: { on: false } })
  s.put('basket', 590, 1170, 230, { ground: floor, colour: 1 })
  s.put('vase', 790, 1170, 290, { ground: floor, colour: 2 })
  const roll =
    fill(oval(0, -30, 46, 34), '#C99B4E') +
    fill(
      oval(0, -34, 46, 34),
      art.lin([
        [0, '#F0D9A0'],
        [1, '#C99B4E'],
      ]),
    ) +
    fill(oval(0, -34, 24, 17), drop(floor, 0.3))
  s.prop({ body: roll, w: 92, h: 64, foot: 44 }, 130, 1160, 1, floor)
  s.still(daylight(art, { o: 0.26, leaf: false }))
}

function sill(s, art) {
  const wall = '#E3C9BA'
  s.add(wash(art, [0, 0, 900, 1125], wall, [0, 0, 0.9, 1], 0.36, 0.12))
  s.add(
    window(art, 150, 60, 600, 700, {
      frame: '#FBF5EA',
      sky: ['#B4DCE8', '#F4F0DC'],
      cols: 2,
      rows: 2,
      view:
        cloud(330, 230, 1) +
        cloud(620, 160, 0.7) +
        hills(art, 740, [
          ['#BFD6AE', 190, 0.1],
          ['#94BC8C', 110, -0.1],
        ]),
    }),
  )
  s.add(curtain(art, 20, 20, 150, 860, '#FBF3E6', 4), curtain(art, 740, 20, 150, 860, '#F4E8DA', 4))
  s.add(
    form(
      art,
      poly([
        [60, 820],
        [840, 820],
        [900, 930],
        [0, 930],
      ]),
      '#F4E9DA',
      { k: [0, -8], shade: 0.1 },
    ),
    fill(
      rrect(-10, 930, 920, 44, 4),
      art.lin(
        [
          [0, '#FBF6EC'],
          [1, '#CDB9A6'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    fill(rrect(0, 974, 900, 50), '#7a4a3a', `opacity=".22" ${art.blur(16)}`),
  )
  s.put('vase', 400, 900, 470, { ground: '#EADBC8', colour: 0, spot: [400, 820] })
  s.put('candle', 600, 912, 150, { ground: '#EADBC8', colour: 0 })
  s.put('basket', 210, 912, 190, { ground: '#EADBC8', colour: 2 })
  s.prop(books(art, ['#B5593A', '#5C7A9A', '#E9DCC6'], 170, 26), 748, 914, 1, '#EADBC8')
  for (const [x, y, r] of [
    [470, 910, 10],
    [520, 890, 60],
    [330, 904, -30],
  ])
    s.add(at(x, y, 1, form(art, oval(0, 0, 11, 7), '#F0B7AC', { k: [-2, -2], grain: 0 }), r))
  s.still(daylight(art, { o: 0.34, leaf: true }))
}

function listening(s, art) {
  const wall = '#C9A08A',
    oak = '#B07E50'
  s.add(
    wash(art, [0, 0, 900, 1000], wall, [0, 0, 0.9, 1], 0.34, 0.16),
    wood(art, 0, 1060, 900, 140, '#8E6648', 2),
    fill(rrect(0, 1030, 900, 34), lift(wall, 0.4)),
  )
  const arch = 'M330 700L330 330A240 240 0 0 1 810 330L810 700Z'
  s.add(
    fill(
      arch,
      art.lin(
        [
          [0, lift('#E3B04B', 0.16)],
          [1, '#C98F3E'],
        ],
        [0, 0, 0.6, 1],
      ),
    ),
  )
  const sleeve = (x, y, w, c, inner, r) =>
    at(
      x,
      y,
      1,
      `${fill(rrect(10, 12, w, w, 3), '#3a2018', `opacity=".4" ${art.blur(8)}`)}<g ${art.clip(rrect(0, 0, w, w, 3))}>${form(art, rrect(0, 0, w, w, 3), c, { k: [-4, -4], shade: 0.16 })}${inner}</g>`,
      r,
    )
  const disc = (r) =>
    fill(oval(0, 0, r), '#23282B') +
    [0.9, 0.78, 0.66, 0.54].map((k) => stroke(oval(0, 0, r * k), '#4A5258', 2, 'opacity=".8"')).join('') +
    fill(oval(0, 0, r * 0.36), '#D8543B') +
    fill(oval(0, 0, r * 0.05), '#FBF3E4') +
    fill('M0 0L-60 -140L-20 -152Z', '#fff', 'opacity=".1"')
  s.add(at(320, 560, 1, disc(140)))
  s.add(sleeve(90, 430, 250, '#3E6B5A', fill(oval(125, 150, 70), '#F2B544') + fill('M0 190Q120 120 250 200L250 250L0 250Z', '#1E3F36'), -3))
  s.add(
    sleeve(
      560,
      470,
      220,
      '#8E86B5',
      [40, 80, 120].map((x, i) => fill(oval(x + 20, 110, 60 - i * 14), ['#F4E6D0', '#D8543B', '#2B2F3A'][i], 'opacity=".9"')).join(''),
      4,
    ),
  )
  s.add(
    form(
      art,
      poly([
        [40, 690],
        [860, 690],
        [900, 760],
        [0, 760],
      ]),
      lift(oak, 0.2),
      { k: [0, -6], shade: 0.1 },
    ),
    form(art, rrect(0, 760, 900, 290, 4), oak, { k: [-6, -6], shade: 0.26 }),
    fill(rrect(0, 758, 900, 14), drop(oak, 0.2)),
  )
  for (const x of [20, 316, 612])
    s.add(fill(rrect(x, 790, 270, 240, 6), drop(oak, 0.5)), fill(rrect(x, 790, 270, 60, 6), '#1c1418', 'opacity=".3"'))
  const spines = ['#D8543B', '#F2E6D0', '#5C7A9A', '#E3B04B', '#3E6B5A', '#7A4A5E', '#C9B79C']
  for (const x of [28, 324])
    for (let i = 0; i < 15; i += 1) {
      const h = art.rnd.range(170, 200),
        c = art.rnd.pick(spines)
      s.add(
        fill(
          rrect(x + i * 17, 1028 - h, 15, h, 1),
          art.lin([
            [0, lift(c, 0.2)],
            [1, drop(c, 0.2)],
          ]),
        ),
        fill(rrect(x + i * 17 + 4, 1040 - h, 7, 30), '#FBF3E4', 'opacity=".5"'),
      )
    }
  s.prop(books(art, ['#5C7A9A', '#E9DCC6', '#B5593A'], 180, 30), 746, 1028, 1, drop(oak, 0.5), { cast: 0.3 })
  s.put('vase', 180, 748, 330, { ground: lift(oak, 0.2), colour: 0, spot: [180, 660], mark: false })
  s.put('speaker', 460, 752, 280, { ground: lift(oak, 0.2), colour: 2 })
  s.put('headphones', 720, 756, 210, { ground: lift(oak, 0.2), colour: 2 })
  s.note('vase', 0, 180, 668)
  s.still(daylight(art, { o: 0.24, leaf: true }))
}

export const rooms = { 'moving-boxes': moving, 'vase-sill': sill, 'listening-corner': listening }
