// Waiting for the bus, riding the train.

import { form } from '../form.mjs'
import { across, bands, cloud, mist, rings } from '../grounds.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow, hills, rain } from '../weather.mjs'

function busStop(s, art) {
  const wet = '#56627A'
  s.add(bands(art, ['#3E4A68', '#5E6A88', '#8C8CA0', '#B59A9A', '#B59A9A'], -200, 1100))
  let city = ''
  for (let i = 0; i < 9; i += 1) {
    const x = -60 + i * 118,
      h = art.rnd.int(220, 470)
    city += fill(rrect(x, 760 - h, 122, h), i % 2 ? '#4A5470' : '#525C78')
    for (let j = 0; j < h / 44 - 1; j += 1)
      for (let k = 0; k < 3; k += 1)
        if (art.rnd.next() < 0.4)
          city += fill(rrect(x + 18 + k * 34, 780 - h + j * 44, 16, 22, 2), art.rnd.pick(['#FFD98A', '#F7C77A', '#FFE9BE']), 'opacity=".8"')
  }
  s.add(city)
  for (const [x, y, c] of [
    [120, 700, '#FFD98A'],
    [690, 690, '#F08A6A'],
    [790, 720, '#FFE9BE'],
    [420, 705, '#9FC4E0'],
  ])
    s.add(glow(art, x, y, 90, 0.6, c))
  s.add(across(art, [-200, 760, 1300, 940], '#6C7890', wet))
  for (const [x, c] of [
    [120, '#FFD98A'],
    [690, '#F08A6A'],
    [430, '#9FC4E0'],
    [800, '#FFE9BE'],
  ])
    s.add(fill(oval(x, 900, 34, 150), c, `opacity=".3" ${art.blur(12)}`))
  s.cut()
  // The shelter: roof, glass, post with its sign, bench.
  const steel = '#2F4A4A'
  s.add(
    fill(
      poly([
        [60, 260],
        [860, 230],
        [900, 280],
        [40, 312],
      ]),
      art.lin([
        [0, lift(steel, 0.2)],
        [1, steel],
      ]),
    ),
    fill(
      poly([
        [40, 312],
        [900, 280],
        [900, 300],
        [40, 334],
      ]),
      drop(steel, 0.4),
    ),
  )
  s.add(
    fill(rrect(130, 330, 620, 560), '#DCE8EE', 'opacity=".16"'),
    fill(
      poly([
        [130, 700],
        [480, 330],
        [600, 330],
        [130, 830],
      ]),
      '#fff',
      'opacity=".1"',
    ),
  )
  for (const x of [120, 440, 750]) s.add(across(art, [x, 312, 18, 720], lift(steel, 0.3), drop(steel, 0.2)))
  s.add(
    across(art, [836, 180, 16, 900], '#C9D2D4', '#5A666A'),
    form(art, rrect(776, 110, 136, 136, 68), '#D8543B', { k: [-8, -8] }),
    fill(rrect(806, 150, 76, 44, 10), '#FBF3E4'),
    fill(rrect(814, 158, 60, 20, 4), '#5C7A9A'),
    fill(oval(824, 200, 9), '#FBF3E4'),
    fill(oval(864, 200, 9), '#FBF3E4'),
  )
  s.add(fill(rrect(150, 880, 600, 24), drop(wet, 0.5), `opacity=".4" ${art.blur(10)}`))
  for (const y of [820, 852]) s.add(form(art, rrect(150, y, 590, 26, 6), '#B07E50', { k: [-4, -6] }))
  for (const x of [200, 660]) s.add(across(art, [x, 876, 20, 160], lift(steel, 0.2), drop(steel, 0.2)))
  s.put('tote', 330, 838, 330, { ground: '#B07E50', colour: 1, cast: 0.3, lean: 0.3 })
  s.put('sneakers', 460, 1050, 170, { ground: wet, colour: 0 })
  s.put('headphones', 590, 840, 190, { ground: '#B07E50', colour: 0, cast: 0.4, lean: 0.3 })
  s.cut()
  s.add(
    fill(oval(240, 1130, 210, 34), mix('#8FA3B5', '#FFD98A', 0.2), 'opacity=".5"'),
    fill(oval(690, 1150, 190, 28), '#8FA3B5', 'opacity=".5"'),
  )
  s.still(rings(art, 9, [90, 1110, 860, 1170]), rain(art, 0, 0, 900, 1190, 190))
  const umbrella =
    lathe(
      art,
      profile([
        [5, -230, 2],
        [5, -60, 0],
      ]),
      '#6A4A32',
      { top: 'none', shine: false },
    ) +
    form(art, 'M-34 -60C-40 60 -22 190 0 250C22 190 40 60 34 -60C14 -44 -14 -44 -34 -60Z', '#D8A23A', { k: [-8, -4], shade: 0.3 }) +
    stroke('M-12 -50C-14 60 -6 160 0 240M14 -50C16 60 8 160 0 240', drop('#D8A23A', 0.4), 3, 'opacity=".5"') +
    stroke('M0 -226C0 -262 40 -262 38 -232', '#6A4A32', 12)
  s.add(at(704, 800, 1, umbrella, 9))
}

/** Grooves and a heater below the window. */
const panelling = (c) =>
  [...Array(12)].map((_, i) => fill(rrect(i * 90 - 20, 1120, 5, 500), c, 'opacity=".5"')).join('') +
  [...Array(26)].map((_, i) => fill(rrect(60 + i * 30, 1236, 16, 190, 8), drop(c, 0.2), 'opacity=".6"')).join('')

function train(s, art) {
  const wall = '#C9D0C4',
    table = '#D9BC94'
  const glass = rrect(110, 130, 680, 560, 60)
  s.add(bands(art, ['#9FC7D8', '#D6E2D4', '#FBE3B4', '#F8CF98'], 60, 640))
  s.add(glow(art, 640, 470, 260, 0.8, '#FFF0C4'), fill(oval(640, 470, 46), '#FFF6D8'), cloud(240, 260, 0.9), cloud(610, 220, 0.6))
  if (!s.moving) {
    s.add(
      hills(art, 600, [
        ['#A9BFC0', 190, 0.1],
        ['#8FB59A', 110, -0.1],
      ]),
    )
    s.add(fields(art), poles(art))
  }
  s.cut()
  const frame = `${rrect(-200, -200, 1300, 1900)}${glass}`
  s.add(
    fill(
      frame,
      art.lin(
        [
          [0, lift(wall, 0.4)],
          [0.6, wall],
          [1, drop(wall, 0.12)],
        ],
        [0, 0, 0.8, 1],
      ),
    ),
  )
  s.add(
    stroke(glass, drop(wall, 0.34), 20),
    stroke(glass, lift(wall, 0.6), 8),
    `<g ${art.clip(glass)}>${fill(
      poly([
        [110, 520],
        [420, 130],
        [520, 130],
        [110, 640],
      ]),
      '#fff',
      'opacity=".16"',
    )}${stroke(glass, '#2a3030', 30, 'opacity=".18"')}</g>`,
  )
  const curtain = (x, f) =>
    form(art, `M${x} 60C${x + f * 60} 200 ${x + f * 20} 420 ${x + f * 70} 720L${x - f * 110} 720L${x - f * 110} 60Z`, '#B5593A', {
      k: [-10, 0],
      shade: 0.3,
    })
  s.add(curtain(96, 1), curtain(812, -1), fill(rrect(-200, 40, 1300, 22), drop(wall, 0.3)))
  // The seat on the right, the folding table.
  s.add(
    form(art, 'M700 1260C690 1000 700 760 760 720C830 690 960 700 1000 740L1000 1700L690 1700Z', '#3E6B5A', { k: [-20, -10], shade: 0.26 }),
    stroke('M770 760C740 900 736 1080 744 1240', drop('#3E6B5A', 0.4), 5, 'opacity=".5"'),
    form(art, 'M770 716C780 640 960 630 1000 700L1000 780C920 760 840 760 776 780Z', '#F4E8D8', { k: [-12, -8], shade: 0.18 }),
  )
  s.add(
    fill(rrect(-200, 980, 1300, 720), drop(wall, 0.2)),
    panelling(drop(wall, 0.3)),
    fill(rrect(-200, 980, 1300, 60), '#2a2a30', `opacity=".3" ${art.blur(20)}`),
  )
  s.add(
    form(art, 'M60 850L660 850C690 850 700 866 706 890L740 1040C744 1066 730 1076 700 1076L-60 1076L-60 850Z', table, {
      k: [-4, -10],
      shade: 0.2,
    }),
    stroke('M-60 1076L704 1076C728 1076 742 1062 738 1040', drop(table, 0.3), 14),
  )
  s.put('thermos', 200, 930, 300, { ground: table, colour: 1, mark: false, cast: 0.8 })
  s.put('e-reader', 400, 980, 250, { ground: table, colour: 0, rot: -3 })
  s.put('headphones', 590, 1040, 190, { ground: table, colour: 1 })
  s.note('thermos', 1, 200, 790)
  s.prop(
    {
      body:
        form(art, rrect(-84, -18, 168, 18, 3), '#FBF3E4', { k: [-2, -2] }) +
        fill(rrect(-70, -13, 50, 6, 2), '#23282B') +
        fill(rrect(50, -18, 5, 18), '#D8432B'),
      w: 168,
      h: 18,
      foot: 84,
      flatFoot: true,
    },
    250,
    1040,
    1,
    table,
    { cast: 0.3 },
  )
}

/** Fields that lead to the rails, 1800 wide so that they can pass by. */
export const fields = (art) =>
  fill('M-60 560C300 530 600 545 1100 556L1100 900L-60 900Z', '#A9C07A') +
  [...Array(14)]
    .map((_, i) =>
      fill(
        poly([
          [i * 130 - 200, 572],
          [i * 130 - 120, 572],
          [i * 190 - 560, 720],
          [i * 190 - 700, 720],
        ]),
        i % 2 ? '#C9B95E' : '#8FAE66',
        'opacity=".75"',
      ),
    )
    .join('') +
  [...Array(9)]
    .map(() => {
      const x = art.rnd.range(0, 900),
        r = art.rnd.range(14, 30)
      return form(art, oval(x, 560, r, r * 0.8), '#5F8A5A', { k: [-5, -5], grain: 0.4 })
    })
    .join('') +
  mist(art, 450, 560, 500, 14, 0.3)

/** Two masts and their wires. */
export const poles = () =>
  [230, 700].map((x) => fill(rrect(x, 300, 9, 420), '#4A4A48') + fill(rrect(x - 34, 330, 78, 7), '#4A4A48')).join('') +
  stroke('M-60 340Q0 360 234 336Q460 372 704 336Q860 362 1000 344', '#4A4A48', 3)

export const transit = { 'bus-stop': busStop, 'train-window': train }
