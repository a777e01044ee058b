// Seen from above: a vanity in two palettes, a suitcase.

import { form } from '../form.mjs'
import { daylight, wash, wood } from '../furniture.mjs'
import { brand, drop, lift } from '../palette.mjs'
import { disc, sprig } from '../props.mjs'
import { at, curve, fill, n, oval, poly, rrect, stroke } from '../svg.mjs'

const vanity = (look) => (s, art) => {
  const { g, tray } = look
  s.add(wash(art, [0, 0, 900, 1200], g, [0, 0, 1, 1], 0.3, 0.08))
  s.drop(
    {
      body: form(
        art,
        curve([
          [-360, -180],
          [-60, -230],
          [300, -190],
          [370, 60],
          [300, 250],
          [-40, 210],
          [-340, 260],
          [-390, 40],
        ]),
        look.silk,
        {
          k: [-8, -8],
          shade: 0.1,
          inside: [
            [-200, -160, -120, 220],
            [60, -210, 120, 200],
            [230, -150, 190, 200],
          ]
            .map(([a, b, c, d]) =>
              fill(`M${a} ${b}Q${a + 60} 0 ${c} ${d}Q${a + 110} 0 ${a} ${b}Z`, '#B99A86', `opacity=".28" ${art.blur(7)}`),
            )
            .join(''),
        },
      ),
      h: 0,
    },
    560,
    330,
    1.1,
    g,
    { rot: -14 },
  )
  s.drop(disc(art, 290, tray), 390, 660, 1, g)
  const mirror =
    fill(
      rrect(-17, 128, 34, 210, 17),
      art.lin([
        [0, '#EBCB8C'],
        [0.4, '#D2A95E'],
        [1, '#A57C36'],
      ]),
    ) +
    fill(
      oval(0, 0, 146),
      art.lin(
        [
          [0, '#F0D59C'],
          [1, '#B88B41'],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    fill(
      oval(0, 0, 130),
      art.lin(
        [
          [0, '#DDE8EA'],
          [0.5, '#F7F1EA'],
          [1, '#C6D3D6'],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    `<g ${art.clip(oval(0, 0, 130))}>${fill(
      poly([
        [-150, 40],
        [60, -160],
        [110, -160],
        [-150, 100],
      ]),
      '#fff',
      'opacity=".7"',
    )}${at(60, 150, 1, sprig(art, '#8FAF94', 210, { bend: -0.5 }))}</g>`
  s.drop({ body: mirror, h: 0 }, 620, 250, 1.06, g, { rot: 24 })
  look.goods(s)
  s.drop({ body: sprig(art, '#8FAF94', 330, { bend: 0.4, pairs: 7, round: true, size: 0.24 }), h: 0 }, 40, 420, 1, g, { rot: 8 })
  s.drop({ body: sprig(art, '#7FA487', 300, { bend: -0.3, pairs: 6 }), h: 0 }, 850, 1190, 1, g, { rot: -30 })
  for (const [x, y, r] of [
    [560, 960, 20],
    [640, 1050, 80],
    [500, 1080, 150],
    [160, 860, 200],
  ])
    s.drop(
      { body: form(art, 'M0 -30C26 -26 34 8 10 28C-16 34 -34 8 -24 -14Z', look.petal, { k: [-5, -5], grain: 0.4 }), h: 0 },
      x,
      y,
      1,
      g,
      { rot: r, z: 0.4 },
    )
  s.drop({ body: stroke(oval(0, 0, 30), '#C89B4B', 9) + stroke('M-28 -10A30 30 0 0 1 4 -30', '#F7E6BC', 4), h: 0 }, 500, 1010, 0.8, g, {
    z: 0.3,
  })
  s.add(daylight(art, { o: 0.32 }))
}

function packing(s, art) {
  const g = '#D9C3A6'
  s.add(wood(art, 0, 0, 900, 1125, g, 6, true))
  const shell = '#3E6B5A',
    half = (w, h) =>
      form(art, rrect(-w / 2, -h / 2, w, h, 44), shell, { k: [-8, -10], shade: 0.3 }) +
      fill(
        rrect(-w / 2 + 22, -h / 2 + 22, w - 44, h - 44, 30),
        art.lin(
          [
            [0, drop('#EBD9C0', 0.16)],
            [0.3, '#EBD9C0'],
            [1, lift('#EBD9C0', 0.3)],
          ],
          [0, 0, 1, 1],
        ),
      ) +
      stroke(rrect(-w / 2 + 11, -h / 2 + 11, w - 22, h - 22, 36), lift(shell, 0.4), 2, 'stroke-dasharray="10 7" opacity=".7"')
  s.drop({ body: half(720, 560), h: 0 }, 430, 720, 1, g, { z: 1.4 })
  s.drop(
    {
      body:
        form(art, rrect(-340, -120, 680, 260, 40), shell, { k: [-8, -10], shade: 0.3 }) +
        fill(
          rrect(-316, -98, 632, 240, 26),
          art.lin(
            [
              [0, '#D9C2A2'],
              [1, '#EFE0C8'],
            ],
            [0, 0, 0, 1],
          ),
        ) +
        form(art, rrect(-270, -60, 540, 150, 14), '#E2CFB2', { k: [-6, -5] }) +
        stroke('M-260 -44L260 -44', '#B9955E', 5, 'stroke-dasharray="3 5"'),
      h: 0,
    },
    430,
    250,
    1,
    g,
    { z: 1.2 },
  )
  const folded = (c, w, h) => ({
    body:
      form(art, rrect(-w / 2, -h / 2, w, h, 22), c, { k: [-10, -10], shade: 0.22 }) +
      form(art, `M${-w * 0.2} ${-h / 2}C${-w * 0.16} ${-h * 0.3} ${w * 0.16} ${-h * 0.3} ${w * 0.2} ${-h / 2}Z`, drop(c, 0.14), {
        k: [-5, -5],
      }) +
      [...Array(Math.floor(w / 20))]
        .map((_, i) =>
          stroke(`M${n(-w / 2 + 14 + i * 20)} ${n(h * 0.34)}L${n(-w / 2 + 14 + i * 20)} ${n(h * 0.47)}`, drop(c, 0.3), 3, 'opacity=".4"'),
        )
        .join(''),
    h: 0,
  })
  const i = '#EBD9C0'
  s.drop(folded('#7A4A5E', 250, 210), 240, 590, 1, i, { rot: -3 })
  s.note('sweater', 0, 240, 590)
  s.drop(folded('#E9DCC6', 230, 190), 250, 840, 1, i, { rot: 2 })
  s.lay('scarf', 490, 590, 210, { ground: i, rot: 8 })
  s.lay('headphones', 520, 830, 200, { ground: i, rot: -10 })
  s.lay('sunscreen', 706, 640, 240, { ground: i, rot: 6 })
  s.lay('sunglasses', 640, 240, 104, { rot: -12, ground: '#E2CFB2' })
  s.lay('perfume', 700, 875, 150, { ground: i, rot: -14 })
  const passport =
    form(art, rrect(-58, -80, 116, 160, 8), '#8B2F2A', { k: [-4, -4] }) +
    stroke(oval(0, -14, 24), '#E3BE74', 3) +
    fill(rrect(-30, 28, 60, 6, 2), '#E3BE74') +
    fill(rrect(-20, 42, 40, 5, 2), '#E3BE74')
  s.drop({ body: passport, h: 0 }, 270, 240, 1, '#E2CFB2', { rot: -10 })
  s.drop(
    {
      body:
        form(art, rrect(-84, -24, 168, 48, 4), '#FBF3E4', { k: [-2, -2], shade: 0.1 }) +
        fill(rrect(-70, -12, 60, 7, 2), brand.ink) +
        fill(rrect(-70, 2, 40, 5, 2), brand.ink, 'opacity=".5"') +
        fill(rrect(44, -24, 4, 48), brand.persimmon),
      h: 0,
    },
    356,
    290,
    1,
    '#E2CFB2',
    { rot: 12, z: 0.4 },
  )
  s.drop({ body: sprig(art, '#6E8F6A', 300, { bend: 0.3, pairs: 6 }), h: 0 }, 830, 1110, 1, g, { rot: -24 })
  s.add(daylight(art, { o: 0.26 }))
}

const rosy = vanity({
  g: '#F1DCCB',
  tray: '#D98E73',
  silk: '#FBF3E8',
  petal: '#E8A79C',
  goods: (s) => {
    s.lay('serum', 300, 610, 330, { rot: -16, ground: '#D98E73' })
    s.lay('cream', 500, 730, 176, { ground: '#D98E73', opts: { above: true } })
    s.lay('perfume', 730, 660, 300, { rot: 14, ground: '#F1DCCB', colour: 2 })
    s.lay('lipstick', 300, 1010, 250, { rot: 62, ground: '#F1DCCB' })
  },
})
const plum = vanity({
  g: '#CBB4C4',
  tray: '#7E5A78',
  silk: '#E9DCE6',
  petal: '#F3E3DC',
  goods: (s) => {
    s.lay('serum', 300, 610, 330, { rot: -16, ground: '#7E5A78', colour: 2 })
    s.lay('cream', 500, 730, 176, { ground: '#7E5A78', colour: 2, opts: { above: true } })
    s.lay('hand-cream', 745, 640, 340, { rot: 14, ground: '#CBB4C4', colour: 2 })
    s.lay('lipstick', 300, 1010, 250, { rot: 62, ground: '#CBB4C4', colour: 1 })
  },
})

export const flat = { vanity: rosy, 'vanity-plum': plum, packing }
