// Meals seen from above.

import { form } from '../form.mjs'
import { daylight, wash, wood } from '../furniture.mjs'
import { gingham } from '../grounds.mjs'
import { drop } from '../palette.mjs'
import { mugAbove } from '../products/dripper.mjs'
import { piece } from '../products/sweets.mjs'
import { disc, persimmon, slice, sprig } from '../props.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'

const flat = (body) => ({ body, h: 0 })

const napkin = (art, w, h, c, stripe) =>
  flat(
    `<g ${art.clip(rrect(-w / 2, -h / 2, w, h, 6))}>${form(art, rrect(-w / 2, -h / 2, w, h, 6), c, { k: [-4, -4], shade: 0.12 })}${[-0.4, 0.4].map((k) => fill(rrect(-w / 2, h * k - 5, w, 10), stripe, 'opacity=".8"')).join('')}${fill(`M${-w * 0.1} ${-h / 2}Q${w * 0.1} 0 ${-w * 0.05} ${h / 2}L${w * 0.02} ${h / 2}Q${w * 0.18} 0 ${-w * 0.1} ${-h / 2}Z`, drop(c, 0.4), `opacity=".25" ${art.blur(6)}`)}</g>`,
  )

function bentoNoon(s, art) {
  const desk = '#D8E2DC'
  s.add(wash(art, [0, 0, 1000, 1000], desk, [0, 0, 1, 1], 0.3, 0.1))
  s.drop(napkin(art, 640, 520, '#E8EEF2', '#5C7A9A'), 470, 600, 1, desk, { rot: -8, z: 0.4 })
  s.lay('bento', 440, 600, 400, { rot: -8, ground: '#E8EEF2', colour: 0, opts: { above: true } })
  const sticks =
    stroke('M-190 -8L190 -20', '#6B3A22', 13) +
    stroke('M-186 -12L190 -23', '#D39A68', 3) +
    stroke('M-190 14L190 20', '#6B3A22', 13) +
    stroke('M-186 10L190 17', '#D39A68', 3)
  s.drop(flat(sticks), 430, 890, 1, '#E8EEF2', { rot: -8, z: 0.5 })
  s.lay('thermos', 830, 700, 430, { rot: 12, ground: desk, colour: 2 })
  s.lay('e-reader', 700, 230, 360, { rot: 18, ground: desk, colour: 1 })
  const notes = (c, r) =>
    form(art, rrect(-80, -80, 160, 160, 3), c, { k: [-3, -3], shade: 0.12 }) +
    [-40, -10, 20].map((y) => stroke(`M-54 ${y}L${50 - r} ${y}`, drop(c, 0.5), 6, 'opacity=".6"')).join('')
  s.drop(flat(notes('#F7E39A', 0)), 150, 200, 1, desk, { rot: -10, z: 0.4 })
  s.drop(flat(notes('#F3B79A', 40)), 260, 260, 1, desk, { rot: 6, z: 0.5 })
  s.drop(
    flat(stroke('M0 -130L0 110', '#2F6B52', 16) + fill('M-8 110L8 110L0 146Z', '#F2D9B0') + fill(rrect(-8, -150, 16, 26, 5), '#D8756A')),
    400,
    180,
    1,
    desk,
    { rot: 38, z: 0.5 },
  )
  s.drop(flat(sprig(art, '#5E8C63', 260, { bend: 0.3, pairs: 6 })), 60, 960, 1, desk, { rot: 30 })
  s.add(daylight(art, { o: 0.26 }))
}

function breakfast(s, art) {
  const table = '#F3E3C4'
  s.add(wash(art, [0, 0, 1000, 1000], table, [0, 0, 1, 1], 0.3, 0.12))
  s.drop(
    flat(`<g ${art.clip(rrect(-420, -330, 840, 660, 8))}>${at(-420, -330, 1, gingham(art, 840, 660, '#FFFBF0', '#F2B544', 60))}</g>`),
    470,
    560,
    1,
    table,
    { rot: 7, z: 0.4 },
  )
  const cloth = '#FBEFCF'
  s.drop(disc(art, 230, '#8FB0C0'), 400, 580, 1, cloth)
  s.drop(disc(art, 150, '#FBF6EA'), 400, 580, 1.1, '#8FB0C0', { z: 0.3 })
  const toast =
    form(art, 'M-110 100L-110 -20C-150 -60 -120 -120 -60 -112C-30 -124 30 -124 60 -112C120 -120 150 -60 110 -20L110 100Z', '#C98443', {
      k: [-4, -4],
      shade: 0.2,
    }) +
    form(art, 'M-94 86L-94 -26C-126 -56 -102 -102 -54 -96C-28 -106 28 -106 54 -96C102 -102 126 -56 94 -26L94 86Z', '#F3D7A4', {
      k: [-4, -5],
      shade: 0.14,
      grain: 2,
    })
  const honey =
    fill(
      'M-60 -60C-10 -90 60 -70 70 -30C78 10 40 20 46 54C40 76 16 66 20 40C0 30 -20 60 -40 50C-70 36 -40 0 -66 -16C-80 -30 -76 -52 -60 -60Z',
      '#EBA02E',
      'opacity=".92"',
    ) + stroke('M-46 -50C-10 -70 40 -60 52 -34', '#FFE9B0', 7, 'opacity=".8"')
  s.drop(flat(toast), 450, 620, 0.96, '#FBF6EA', { rot: 22 })
  s.drop(flat(toast + honey), 360, 560, 1, '#FBF6EA', { rot: -14 })
  for (const [x, y, k, r] of [
    [250, 760, 0.9, 0],
    [330, 800, 0.76, 30],
  ])
    s.drop(flat(slice(art, '#F2C53D', 62)), x, y, k, '#8FB0C0', { z: 0.4, rot: r })
  s.lay('honey', 780, 410, 300, { rot: 10, ground: cloth })
  const dipper =
    stroke('M0 -150L0 40', '#B98A58', 13) +
    [44, 60, 76, 92, 108].map((y, i) => fill(oval(0, y, [22, 29, 31, 28, 20][i], 7), i % 2 ? '#9C6A40' : '#C79666')).join('')
  s.drop(flat(dipper), 640, 560, 1, cloth, { rot: -34, z: 0.6 })
  s.drop({ body: mugAbove(art, '#C4683F').body, h: 0 }, 180, 210, 1.25, table)
  s.note('mug', 0, 180, 210)
  s.lay('bento', 800, 800, 250, { rot: -12, ground: table, colour: 1, opts: { above: true } })
  s.drop(
    flat([0, 1, 2].map((i) => at(i * 70 - 70, (i % 2) * 50, 0.46, persimmon(art, i ? '#F0803A' : '#E8692F'))).join('')),
    520,
    190,
    1,
    table,
  )
  s.drop(flat(sprig(art, '#8FA27E', 260, { bend: -0.3, pairs: 6, round: true, size: 0.22 })), 950, 220, 1, table, { rot: -30 })
  s.add(daylight(art, { o: 0.28 }))
}

function chocolateBreak(s, art) {
  const table = '#6A4632'
  s.add(
    wood(art, 0, 0, 1000, 1000, table, 6, true),
    fill(
      rrect(0, 0, 1000, 1000),
      art.rad(
        [
          [0, '#F0C99A', 0.4],
          [0.6, '#F0C99A', 0],
          [1, '#140c10', 0.4],
        ],
        [300, 220, 900],
        true,
      ),
    ),
  )
  s.drop(napkin(art, 460, 420, '#E3D5C0', '#B5593A'), 370, 650, 1, table, { rot: 12, z: 0.4 })
  s.lay('chocolate', 350, 640, 520, { rot: 14, ground: '#E3D5C0', colour: 1 })
  for (const [x, y, r] of [
    [560, 470, 20],
    [610, 560, -24],
    [520, 870, 40],
    [200, 900, 10],
  ])
    s.drop(flat(piece(art, '#42251B')), x, y, 1.1, table, { rot: r, z: 0.6 })
  s.drop({ body: mugAbove(art, '#E9DDC8').body, h: 0 }, 650, 730, 1.4, table, { rot: 20 })
  s.lay('coffee', 240, 230, 330, { rot: -16, ground: table, colour: 2 })
  s.lay('e-reader', 720, 270, 400, { rot: 10, ground: table, colour: 2 })
  const beans = [...Array(16)]
    .map(() =>
      at(
        art.rnd.range(380, 560),
        art.rnd.range(120, 330),
        art.rnd.range(0.9, 1.3),
        form(art, oval(0, 0, 15, 10), '#4A2818', { k: [-3, -3], grain: 0 }) + stroke('M-10 2Q0 -4 10 1', '#2a140a', 2),
        art.rnd.int(0, 180),
      ),
    )
    .join('')
  s.drop(flat(beans), 0, 0, 1, table, { z: 0.3 })
  s.drop(
    flat(stroke('M-60 0L130 0', '#D2A95E', 8) + fill(oval(-80, 0, 36, 22), '#E3BE74') + fill(oval(-82, -1, 26, 14), '#C79A4C')),
    800,
    900,
    1.2,
    table,
    { rot: -24, z: 0.4 },
  )
  s.drop(flat(sprig(art, '#7E8F6A', 280, { bend: 0.4, pairs: 6 })), 900, 640, 1, table, { rot: 20, z: 0.6 })
  s.add(daylight(art, { o: 0.24 }))
}

export const tables = { 'bento-noon': bentoNoon, 'honey-breakfast': breakfast, 'chocolate-break': chocolateBreak }
