// After dark: a ridge, a round window, a bedside.

import { form } from '../form.mjs'
import { curtain, wash, window, wood } from '../furniture.mjs'
import { bands, stars } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, stone } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, curve, fill, n, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

function ridge(s, art) {
  const rock = '#4E566A'
  s.add(bands(art, ['#0F1A33', '#1C2A50', '#3A4678', '#6A6A9A', '#9A86A6', '#9A86A6'], 0, 1000))
  const milky = [...Array(240)].map(() => {
    const t = art.rnd.next(),
      spread = art.rnd.gauss() * 46
    return fill(
      oval(80 + t * 760 + spread * 0.7, 620 - t * 560 + spread, art.rnd.range(0.8, 2.2)),
      '#E9E4F6',
      `opacity="${n(art.rnd.range(2, 8)) / 10}"`,
    )
  })
  s.add(
    `<g transform="rotate(-38 450 330)">${fill(oval(450, 330, 620, 90), '#B9A9E0', `opacity=".22" ${art.blur(40)}`)}</g>`,
    milky.join(''),
    stars(art, 90, 620),
  )
  s.add(
    glow(art, 700, 180, 200, 0.5, '#F3EAD0'),
    fill('M700 132A48 48 0 1 0 746 196A42 42 0 0 1 700 132Z', '#FBF3DC'),
    fill(oval(716, 170, 40), '#2A3560', 'opacity=".92"'),
  )
  s.add(
    hills(art, 800, [
      ['#5A6690', 300, 0.1],
      ['#46527A', 210, -0.12],
      ['#333F62', 120, 0.1],
    ]),
  )
  const ground = curve([
    [-60, 1260],
    [-60, 900],
    [120, 850],
    [330, 880],
    [560, 850],
    [960, 900],
    [960, 1260],
  ])
  s.add(form(art, ground, rock, { k: [0, -14], shade: 0.3 }))
  for (const [x, y, w, h] of [
    [760, 1180, 260, 120],
    [90, 1190, 200, 90],
    [520, 1190, 120, 50],
  ])
    s.prop({ body: stone(art, '#5A627A', w, h), w, h, foot: w * 0.45 }, x, y, 1, rock)
  const boulder = { body: stone(art, '#6A7288', 420, 190), w: 420, h: 190, foot: 190 }
  s.prop(boulder, 330, 1110, 1, rock)
  // The beam goes to the right, along the ridge.
  const beam = art.lin([
    [0, '#FFF1C4', 0.75],
    [0.5, '#FFF1C4', 0.22],
    [1, '#FFF1C4', 0],
  ])
  s.add(
    `<g ${art.blur(5)}>${fill(
      poly([
        [360, 905],
        [960, 700],
        [960, 1010],
        [360, 945],
      ]),
      beam,
    )}</g>`,
  )
  s.put('backpack', 690, 1100, 360, { ground: rock, colour: 2 })
  s.put('headlamp', 330, 950, 130, { ground: '#6A7288', colour: 0, lean: 0.3, spot: [330, 930] })
  s.add(glow(art, 345, 934, 120, 0.7, '#FFF6D8'))
  s.put('thermos', 170, 1120, 260, { ground: rock, colour: 0 })
}

function moonTea(s, art) {
  const wall = '#7C6A5E',
    top = '#5A3C2C'
  s.add(wash(art, [0, 0, 900, 1200], wall, [0, 0, 0.9, 1], 0.16, 0.24))
  const [cx, cy, r] = [450, 420, 320],
    disc = oval(cx, cy, r)
  const stalk = (x, lean, c) => {
    const knots = [...Array(8)].map((_, i) =>
      stroke(`M${n(x + lean * i)} ${780 - i * 96}L${n(x + lean * (i + 0.94))} ${780 - (i + 0.94) * 96}`, c, 15),
    )
    const leaves = [2, 3, 5, 6].flatMap((i) =>
      [-1, 1].map((f) =>
        at(
          x + lean * i,
          780 - i * 96,
          1,
          [0, 24, -20]
            .map((d) => `<g transform="rotate(${f < 0 ? 200 + d : -20 + d})">${fill('M0 0Q44 -16 104 4Q44 14 0 0Z', c)}</g>`)
            .join(''),
        ),
      ),
    )
    return knots.join('') + leaves.join('')
  }
  const view =
    fill(
      disc,
      art.lin(
        [
          [0, '#1F2C4E'],
          [1, '#55608A'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    stars(art, 40, 600) +
    glow(art, 540, 320, 260, 0.6, '#F7E7C0') +
    fill(oval(540, 320, 92), '#FBF0D2') +
    [
      [510, 300, 18],
      [566, 346, 24],
      [560, 280, 10],
    ]
      .map(([x, y, q]) => fill(oval(x, y, q), '#E9D9B0', 'opacity=".7"'))
      .join('') +
    hills(art, 700, [
      ['#3E4A74', 120, 0.1],
      ['#2E3A5E', 60, 0],
    ]) +
    stalk(230, 5, '#1C3036') +
    stalk(310, -3, '#244044') +
    stalk(690, -6, '#1C3036')
  s.add(
    fill(oval(cx + 10, cy + 14, r + 30), '#241812', `opacity=".4" ${art.blur(14)}`),
    `<g ${art.clip(disc)}>${view}</g>`,
    stroke(disc, '#4A2F22', 40),
    stroke(oval(cx - 3, cy - 3, r + 12), '#8A5C40', 7, 'opacity=".8"'),
    stroke(oval(cx, cy, r - 18), '#2E1C14', 5, 'opacity=".7"'),
  )
  s.add(glow(art, 690, 840, 420, 0.5))
  s.add(wood(art, 0, 830, 900, 370, top, 4), fill(rrect(0, 828, 900, 5), lift(top, 0.5), 'opacity=".6"'), glow(art, 690, 980, 380, 0.4))
  s.put('tea-tin', 170, 960, 290, { ground: top, colour: 0 })
  s.put('gaiwan', 420, 1090, 320, { ground: top, colour: 2 })
  s.add(glow(art, 710, 880, 200, 0.5))
  s.put('candle', 710, 1010, 220, { ground: top, colour: 1, cast: 0.6 })
  const cup =
    lathe(
      art,
      profile([
        [62, -74, 3],
        [54, -26, 20],
        [30, 0, 0],
      ]),
      '#8FA9B8',
      { tilt: 0.28, mat: 'gloss', top: 'open' },
    ) +
    fill(oval(0, -66, 48, 13), '#B98A3C') +
    fill(oval(-10, -68, 22, 5), '#E2BE72')
  s.prop({ body: cup, w: 124, h: 92, foot: 34 }, 640, 1130, 1, top)
  const cakes = [
    [0, 0],
    [96, 8],
    [48, -52],
  ]
    .map(([x, y]) =>
      at(
        x,
        y,
        1,
        form(art, 'M-52 -20C-52 -44 52 -44 52 -20L46 6C30 16 -30 16 -46 6Z', '#D39A4E', { k: [-6, -6] }) +
          fill(oval(0, -27, 44, 12), lift('#D39A4E', 0.35)) +
          stroke(oval(0, -27, 28, 7), '#A9703A', 3),
      ),
    )
    .join('')
  s.prop({ body: cakes, w: 200, h: 90, foot: 90 }, 130, 1130, 1, top)
  s.still(steam(art, 430, 790, 220, 0.5))
}

function bedside(s, art) {
  const wall = '#55607A',
    wooden = '#A9764C'
  s.add(wash(art, [0, 0, 900, 1200], wall, [0, 0, 0.9, 1], 0.14, 0.26))
  s.add(
    window(art, 470, 80, 340, 420, {
      frame: '#E9DCC8',
      sky: ['#16223F', '#4A5484'],
      cols: 2,
      rows: 2,
      view: stars(art, 40, 460) + fill(oval(700, 190, 38), '#FBF0D2') + at(470, 0, 0.4, hills(art, 1240, [['#26345A', 200, 0.1]])),
    }),
    curtain(art, 400, 40, 90, 700, '#7A86A0', 3),
    curtain(art, 806, 40, 120, 700, '#6C7894', 3),
  )
  s.add(glow(art, 300, 560, 480, 0.8))
  // The bed on the right: pillow and quilt.
  s.add(
    form(art, 'M560 760C580 690 900 690 960 720L960 1260L540 1260Z', '#8FA2BE', { k: [-16, -10], shade: 0.22 }),
    form(art, 'M590 740C580 670 640 640 720 656C800 640 900 640 960 670L960 800C860 820 700 830 610 806Z', '#F4EDE0', {
      k: [-14, -10],
      shade: 0.18,
    }),
    form(art, 'M540 880C660 850 820 850 960 870L960 1260L520 1260Z', '#C9573E', {
      k: [-12, -12],
      shade: 0.24,
      inside: [620, 740, 860]
        .map((x) =>
          fill(
            `M${x} 860Q${x + 40} 1040 ${x - 10} 1260L${x + 30} 1260Q${x + 76} 1040 ${x} 860Z`,
            drop('#C9573E', 0.5),
            `opacity=".3" ${art.blur(8)}`,
          ),
        )
        .join(''),
    }),
  )
  // The cabinet.
  s.add(
    fill(rrect(40, 1160, 520, 40), '#1c1820', `opacity=".5" ${art.blur(14)}`),
    form(art, rrect(40, 850, 500, 350, 6), wooden, { k: [-6, -6], shade: 0.3 }),
    form(
      art,
      poly([
        [70, 800],
        [520, 800],
        [556, 852],
        [24, 852],
      ]),
      lift(wooden, 0.16),
      { k: [0, -6], shade: 0.1 },
    ),
    fill(rrect(24, 850, 532, 20, 3), drop(wooden, 0.2)),
  )
  for (const y of [900, 1050])
    s.add(
      stroke(rrect(66, y, 448, 124, 6), drop(wooden, 0.35), 5),
      fill(oval(290, y + 62, 15), '#D9B25F'),
      fill(oval(286, y + 57, 6), '#fff', 'opacity=".7"'),
    )
  const ground = lift(wooden, 0.16)
  s.put('lamp', 190, 828, 400, { ground, colour: 1, cast: 0.3, lean: 0.3 })
  s.prop(books(art, ['#5C7A9A', '#E9DCC6'], 150, 26), 330, 822, 1, ground, { cast: 0.4, lean: 0.3 })
  s.put('desk-clock', 330, 770, 120, { ground: '#E9DCC6', colour: 0, cast: 0.3, lean: 0.3, opts: { hour: 22, minute: 35 } })
  s.put('e-reader', 450, 846, 190, { ground, colour: 0, cast: 0.4, lean: 0.3 })
  s.put('hand-cream', 90, 846, 150, { ground, colour: 0, cast: 0.4, lean: 0.3 })
}

export const nights = { 'ridge-night': ridge, 'moon-tea': moonTea, bedside }
