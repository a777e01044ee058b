// One clearing at four hours of the year.

import { block, form } from '../form.mjs'
import { bands, flakes, litter, mist, stars, tufts } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { stone } from '../props.mjs'
import { fill, n, oval, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

const pine = (art, h, c, snow) => ({
  body:
    fill(rrect(-h * 0.025, -h * 0.14, h * 0.05, h * 0.14), '#4b3527') +
    [0, 1, 2, 3]
      .map((i) => {
        const y = -h * (0.1 + i * 0.21),
          w = h * (0.26 - i * 0.05)
        const d = `M${n(-w)} ${n(y)}Q${n(-w * 0.3)} ${n(y - h * 0.1)} 0 ${n(y - h * 0.33)}Q${n(w * 0.3)} ${n(y - h * 0.1)} ${n(w)} ${n(y)}Q0 ${n(y + h * 0.04)} ${n(-w)} ${n(y)}Z`
        const cap = `M${n(-w * 0.62)} ${n(y - h * 0.06)}Q${n(-w * 0.24)} ${n(y - h * 0.14)} 0 ${n(y - h * 0.33)}Q${n(w * 0.14)} ${n(y - h * 0.2)} ${n(w * 0.3)} ${n(y - h * 0.12)}Q${n(-w * 0.1)} ${n(y - h * 0.14)} ${n(-w * 0.62)} ${n(y - h * 0.06)}Z`
        return (
          form(art, d, lift(c, i * 0.03), { k: [-h * 0.04, -h * 0.01], shade: 0.3, grain: 0.3 }) +
          (snow ? fill(cap, '#E8F0F6', 'opacity=".9"') : '')
        )
      })
      .join(''),
  w: h * 0.5,
  h,
  foot: h * 0.1,
})

/** A round tree in autumn. */
const maple = (art, h, c) => ({
  body:
    stroke(
      `M0 0C-6 ${n(-h * 0.2)} 4 ${n(-h * 0.3)} 0 ${n(-h * 0.5)}M0 ${n(-h * 0.28)}L${n(h * 0.1)} ${n(-h * 0.42)}`,
      '#5b4033',
      h * 0.045,
    ) +
    [
      [-0.17, 0.5, 0.17],
      [0.17, 0.52, 0.17],
      [-0.08, 0.68, 0.2],
      [0.1, 0.74, 0.17],
      [0, 0.54, 0.18],
    ]
      .map(([x, y, r], i) =>
        form(art, oval(x * h, -y * h, r * h, r * h * 0.86), lift(c, i * 0.04), { k: [-h * 0.04, -h * 0.03], shade: 0.22, grain: 1 }),
      )
      .join(''),
  w: h * 0.6,
  h,
  foot: h * 0.06,
})

const crate = (art, c = '#A9744A') => ({
  body: block(art, 240, 96, c, {
    depth: 0.5,
    front: [-72, -44, -16].map((y) => fill(rrect(-120, y - 8, 240, 3), drop(c, 0.4), 'opacity=".6"')).join(''),
  }),
  w: 300,
  h: 136,
  foot: 140,
})

function land(s, art, look) {
  s.add(bands(art, look.sky, -200, 1000))
  if (look.stars) s.add(stars(art, look.stars, 320))
  const [sx, sy, r, c] = look.sun
  s.add(glow(art, sx, sy, r * 4.2, look.shine ?? 0.8, c), fill(oval(sx, sy, r), lift(c, 0.4)))
  s.add(hills(art, 690, look.hills))
  if (look.mist) s.still(mist(art, 250, 640, 420, 60, look.mist), mist(art, 720, 610, 300, 44, look.mist * 0.8))
  s.cut()
  s.add(
    fill(
      'M-200 690C200 660 700 660 1100 700L1100 1700L-200 1700Z',
      art.lin(
        look.ground.map((g, i) => [i / 2.4, g]),
        [0, 0, 0, 1],
      ),
    ),
  )
  s.add(fill('M0 700C120 690 300 700 430 716C300 740 120 740 0 730Z', look.water, 'opacity=".6"'))
  const tree = look.maple ? maple : pine
  for (const [x, y, h, k] of [
    [60, 740, 420, 0],
    [160, 724, 300, 1],
    [840, 740, 460, 2],
    [760, 720, 280, 1],
  ])
    s.prop(tree(art, h, look.trees[k % look.trees.length], look.snow), x, y, 1, look.ground[1], { cast: 0.3 })
  if (look.grass) s.add(tufts(art, 130, [0, 800, 900, 1480], look.grass))
  if (look.leaves) s.add(litter(art, 46, [0, 760, 880, 1180], look.leaves))
}

const stones = (s, art, ground, c = '#8A8590') => {
  for (const [x, y, w] of [
    [560, 1120, 90],
    [640, 1150, 70],
    [500, 1160, 60],
  ])
    s.prop({ body: stone(art, c, w, w * 0.56), w, h: w * 0.5, foot: w * 0.4 }, x, y, 1, ground)
}

function dusk(s, art) {
  const ground = '#5E6B4F'
  land(s, art, {
    sky: ['#26355C', '#4A4F80', '#9A7A9A', '#E39C88', '#F6C48E', '#F6C48E'],
    stars: 46,
    sun: [640, 560, 58, '#FFE0A0'],
    hills: [
      ['#A97F98', 240, 0.12],
      ['#7A6588', 160, -0.12],
      ['#4D5676', 90, 0.1],
    ],
    ground: ['#7A7A5A', ground, '#2F3F3A'],
    water: '#9FB4C4',
    trees: ['#2C4A4A'],
    grass: ['#8C946A', '#46583F', '#6F8058'],
  })
  s.still(glow(art, 420, 860, 360, 0.5))
  s.put('tent', 430, 930, 370, { ground, colour: 0, cast: 0.7 })
  s.put('backpack', 800, 1010, 240, { ground, colour: 1 })
  s.cut().prop(crate(art), 240, 1130, 1, ground)
  s.still(glow(art, 190, 960, 260, 0.7))
  s.put('lantern', 200, 1014, 210, { ground: '#A9744A', colour: 1, cast: 0.3, lean: 0.3 })
  s.put('thermos', 318, 1010, 170, { ground: '#A9744A', colour: 0, lean: 0.3 })
  stones(s, art, ground)
}

function dawn(s, art) {
  const ground = '#8FA078'
  land(s, art, {
    sky: ['#A9C4CC', '#CFDAD4', '#F3E3C4', '#F9D9AC', '#F6CFA0', '#F6CFA0'],
    sun: [250, 520, 50, '#FFEFC4'],
    shine: 0.9,
    hills: [
      ['#B7C4C2', 250, 0.12],
      ['#98B0A8', 170, -0.12],
      ['#7E9C8C', 100, 0.1],
    ],
    mist: 0.75,
    ground: ['#A9B48C', ground, '#5F7A5C'],
    water: '#E6EFEC',
    trees: ['#5F8672', '#6E937C', '#557C6A'],
    grass: ['#B4C08A', '#7C9468', '#93A878'],
  })
  s.put('tent', 610, 880, 300, { ground, colour: 1, opts: { on: false } })
  s.add(mist(art, 560, 790, 380, 24, 0.35))
  s.cut().put('camp-chair', 640, 1120, 330, { ground, colour: 0, spot: [640, 862] })
  s.prop(crate(art, '#B08455'), 250, 1130, 1, ground)
  s.put('kettle', 232, 1012, 160, { ground: '#B08455', colour: 2, cast: 0.4, lean: 0.3 })
  s.put('thermos', 352, 1014, 170, { ground: '#B08455', colour: 1, cast: 0.4, lean: 0.3 })
  s.still(steam(art, 152, 900, 130, 0.7))
}

function snow(s, art) {
  const ground = '#C3D2E2'
  land(s, art, {
    sky: ['#16223F', '#26385E', '#4A5C86', '#7E8CB0', '#B4B4CC', '#B4B4CC'],
    stars: 30,
    sun: [680, 210, 40, '#F3EAD0'],
    shine: 0.35,
    hills: [
      ['#7C8CB0', 240, 0.12],
      ['#93A3C2', 160, -0.12],
      ['#A9B8D2', 90, 0.1],
    ],
    ground: ['#B4C4DA', ground, '#8FA2C2'],
    water: '#7C94B4',
    trees: ['#2F4F5A'],
    snow: true,
  })
  s.add(glow(art, 400, 900, 420, 0.55))
  s.put('tent', 450, 920, 370, { ground, colour: 2, cast: 0.7 })
  s.cut().prop(crate(art, '#9A6C48'), 250, 1120, 1, ground)
  s.add(fill('M120 1008C170 990 330 990 400 1004L392 1018L124 1020Z', '#F4F8FB', 'opacity=".85"'))
  s.add(glow(art, 200, 950, 280, 0.75))
  s.put('lantern', 204, 1008, 214, { ground: '#C9D4E0', colour: 0, cast: 0.3, lean: 0.3 })
  s.put('thermos', 326, 1006, 176, { ground: '#C9D4E0', colour: 2, lean: 0.3 })
  stones(s, art, ground, '#8F9AAE')
  s.still(flakes(art, 150, 900, 1200))
}

function autumn(s, art) {
  const ground = '#B58A4E'
  land(s, art, {
    sky: ['#BFD3D2', '#E3DDBE', '#F6DDA6', '#F4C57E', '#EFB468', '#EFB468'],
    sun: [190, 330, 54, '#FFF0C4'],
    hills: [
      ['#C9B489', 240, 0.12],
      ['#C4915A', 160, -0.12],
      ['#A96F42', 90, 0.1],
    ],
    ground: ['#C9A466', ground, '#7A5634'],
    water: '#DCE3D6',
    trees: ['#D8742B', '#E3A23A', '#C2492B'],
    maple: true,
    leaves: ['#D8742B', '#E3A23A', '#C2492B', '#B5532B', '#EFC25A'],
  })
  s.put('camp-chair', 470, 1080, 430, { ground, colour: 1, spot: [375, 716] })
  s.put('blanket', 480, 988, 300, { ground: '#3E6B5A', colour: 0, opts: { drape: true }, contact: 0, cast: 0.4, lean: 0.2 })
  s.cut().put('backpack', 780, 1110, 290, { ground, colour: 0 })
  s.add(glow(art, 160, 1010, 220, 0.4))
  s.put('lantern', 156, 1130, 250, { ground, colour: 2 })
  s.still(litter(art, 12, [60, 60, 840, 620], ['#D8742B', '#E3A23A', '#C2492B']))
  s.add(litter(art, 7, [60, 1130, 880, 1180], ['#D8742B', '#EFC25A', '#C2492B']))
}

export const camps = { 'camp-dusk': dusk, 'camp-dawn': dawn, 'camp-snow': snow, 'camp-autumn': autumn }
