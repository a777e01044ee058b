// Sea and market.

import { form } from '../form.mjs'
import { counter, daylight } from '../furniture.mjs'
import { across, bands, cloud, gingham } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { lemon, persimmon, sprig, stone } from '../props.mjs'
import { at, fill, n, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow } from '../weather.mjs'

/** A parasol seen from below its rim, pole to the origin. */
const parasol = (art, a, b) => {
  const ribs = [-300, -180, -60, 60, 180, 300]
  const panels = ribs.slice(0, -1).map((x, i) => {
    const [x1, x2] = [x, ribs[i + 1]]
    const d = `M0 -640Q${x1 * 0.72} -600 ${x1} -440Q${(x1 + x2) / 2} -404 ${x2} -440Q${x2 * 0.72} -600 0 -640Z`
    return form(art, d, i % 2 ? a : b, { k: [-10, -6], shade: 0.2, grain: 0.4 })
  })
  const pole = stroke('M0 -660L0 0', drop('#F4E8D8', 0.3), 16) + stroke('M-3 -660L-3 0', '#FBF3E6', 7)
  const under = fill(
    'M-300 -440Q-240 -404 -180 -440Q-120 -404 -60 -440Q0 -404 60 -440Q120 -404 180 -440Q240 -404 300 -440Q150 -380 0 -384Q-150 -380 -300 -440Z',
    drop(a, 0.4),
    'opacity=".8"',
  )
  return under + pole + panels.join('') + fill(oval(0, -648, 10), '#F4E8D8')
}

function beach(s, art) {
  const sand = '#F0D9B0'
  s.add(bands(art, ['#7FC4D8', '#A9DCE4', '#E3F0E4', '#FBF0D6'], 0, 560))
  s.add(cloud(210, 150, 1), cloud(700, 250, 0.8))
  s.add(across(art, [0, 520, 900, 210], '#3FA3B0', '#5FB8BE'), fill(rrect(0, 520, 900, 5), '#D9F2F0', 'opacity=".7"'))
  for (const [x, y, w] of [
    [120, 570, 90],
    [420, 600, 150],
    [700, 560, 110],
    [250, 640, 130],
    [780, 650, 100],
  ])
    s.add(stroke(`M${x} ${y}q${w / 4} -10 ${w / 2} 0t${w / 2} 0`, '#E6F6F2', 4, 'opacity=".7"'))
  const boat =
    fill('M-60 0L60 0L40 24L-40 24Z', '#D8543B') + fill('M-4 -8L-4 -104L-58 -8Z', '#FFF9EE') + fill('M6 -8L6 -84L44 -8Z', '#F2C53D')
  s.add(at(640, 532, 0.8, boat))
  s.add(
    fill(
      'M0 720Q200 690 430 716T900 700L900 1200L0 1200Z',
      art.lin(
        [
          [0, lift(sand, 0.35)],
          [1, drop(sand, 0.14)],
        ],
        [0, 0, 0.3, 1],
      ),
    ),
  )
  s.add(stroke('M0 720Q200 690 430 716T900 700', '#FFFDF4', 16, 'opacity=".9"'))
  s.add(
    [...Array(140)]
      .map(() => fill(oval(art.rnd.range(0, 900), art.rnd.range(760, 1190), art.rnd.range(1, 2.6)), drop(sand, 0.3), 'opacity=".5"'))
      .join(''),
  )
  s.add(fill(oval(560, 1010, 360, 84), drop(sand, 0.4), `opacity=".4" ${art.blur(16)}`))
  s.add(at(300, 960, 1.1, parasol(art, '#FBF3E4', '#E5674A'), -7))
  const towel = [
    [250, 940],
    [820, 920],
    [880, 1110],
    [190, 1130],
  ]
  s.add(
    fill(poly(towel), '#5FA8A8'),
    `<g ${art.clip(poly(towel))}>${[0, 1, 2, 3, 4]
      .map((i) =>
        fill(
          poly([
            [300 + i * 120, 900],
            [340 + i * 120, 900],
            [310 + i * 150, 1160],
            [250 + i * 150, 1160],
          ]),
          '#FBF3E4',
          'opacity=".85"',
        ),
      )
      .join('')}</g>`,
  )
  s.add(stroke('M190 1130L880 1110', drop('#5FA8A8', 0.3), 5))
  s.put('tote', 680, 1010, 330, { ground: '#8FC0BC', colour: 2 })
  s.put('sunscreen', 440, 1060, 240, { ground: '#8FC0BC', colour: 2 })
  s.put('sunglasses', 320, 1096, 84, { ground: '#8FC0BC', colour: 2 })
  s.prop({ body: stone(art, '#F4E8DA', 90, 50), w: 90, h: 50, foot: 40 }, 90, 1120, 1, sand)
  const star = [0, 72, 144, 216, 288]
    .map(
      (r) =>
        `<g transform="scale(1 .6) rotate(${r})">${form(art, 'M-13 0Q-8 -40 0 -52Q8 -40 13 0Q0 10 -13 0Z', '#E5674A', { k: [-4, -4] })}</g>`,
    )
    .join('')
  s.add(at(822, 1152, 1, star))
  s.add(daylight(art, { o: 0.1, leaf: false }))
}

const awning = (art, x, w, y, h, a, b) => {
  const k = 10,
    step = w / k
  return [...Array(k)]
    .map((_, i) => {
      const [l, r] = [x + i * step, x + (i + 1) * step]
      const d = `M${n(x + 40 + (i * (w - 80)) / k)} ${y}L${n(x + 40 + ((i + 1) * (w - 80)) / k)} ${y}L${n(r)} ${y + h}Q${n((l + r) / 2)} ${y + h + 46} ${n(l)} ${y + h}Z`
      return form(art, d, i % 2 ? a : b, { k: [-4, -6], shade: 0.16, grain: 0.3 })
    })
    .join('')
}

function market(s, art) {
  const board = '#C28B58'
  s.add(bands(art, ['#BFDDE6', '#E9E4CC', '#F7E2BC'], 0, 760))
  let row = ''
  for (const [x, w, h, c] of [
    [-20, 210, 470, '#E3BFA0'],
    [190, 170, 380, '#D9CBB4'],
    [360, 200, 440, '#C9B7A0'],
    [560, 180, 360, '#E3CDB0'],
    [740, 200, 450, '#D4AE92'],
  ]) {
    row += across(art, [x, 760 - h, w, h], lift(c, 0.3), c)
    for (let j = 0; j < 3; j += 1)
      for (let i = 0; i < 2; i += 1)
        row += fill(rrect(x + w * (0.16 + i * 0.42), 760 - h + 60 + j * 110, w * 0.24, 66, 30), drop(c, 0.3), 'opacity=".55"')
  }
  s.add(`<g opacity=".8">${row}</g>`, fill(rrect(0, 740, 900, 460), '#B89A80'))
  for (const x of [70, 818])
    s.add(stroke(`M${x} 240L${x} 1000`, drop(board, 0.3), 22), stroke(`M${x - 4} 240L${x - 4} 1000`, lift(board, 0.2), 9))
  const fairy = [...Array(13)]
    .map((_, i) => {
      const x = 80 + i * 61,
        y = 420 + Math.sin((i / 12) * Math.PI) * 60
      return glow(art, x, y + 14, 34, 0.8) + fill(oval(x, y + 12, 8, 11), '#FFE9B0')
    })
    .join('')
  s.add(stroke('M70 412Q450 540 820 412', '#5b4033', 4), fairy)
  s.add(fill(rrect(20, 340, 880, 60), '#3a2a22', `opacity=".25" ${art.blur(18)}`), awning(art, 10, 880, 110, 230, '#FBF3E4', '#D8543B'))
  s.add(counter(art, 790, board, { y2: 950, edge: 44, x: 30, w: 840 }))
  const cloth = rrect(60, 990, 780, 230, 4)
  s.add(
    `<g ${art.clip(cloth)}>${at(60, 990, 1, gingham(art, 780, 240, '#FBF3E4', '#5C8A63', 52))}${fill(rrect(60, 990, 780, 70), '#2a2030', `opacity=".25" ${art.blur(14)}`)}</g>`,
  )
  const crate = (x, y, fruit, count) => {
    s.prop(
      {
        body:
          form(art, 'M-130 -60L130 -60L112 40L-112 40Z', '#A9744A', { k: [-6, -6] }) +
          [-30, 6].map((yy) => stroke(`M-122 ${yy}L120 ${yy}`, '#7A5236', 4, 'opacity=".6"')).join(''),
        w: 240,
        h: 100,
        foot: 112,
        flatFoot: true,
      },
      x,
      y - 40,
      1,
      board,
    )
    for (let i = 0; i < count; i += 1) s.add(at(x - 92 + (i % 4) * 60, y - 84 - Math.floor(i / 4) * 34, 0.44, fruit(art)))
  }
  s.put('tea-tin', 120, 880, 200, { ground: board, colour: 1, mark: false, cast: 0 })
  s.put('honey', 270, 860, 190, { ground: board, colour: 2 })
  s.put('dried-mango', 430, 868, 240, { ground: board, colour: 0 })
  s.note('tea-tin', 1, 120, 780)
  crate(700, 900, (a) => persimmon(a), 7)
  s.put('basket', 650, 1170, 250, { ground: '#8A6A50', colour: 0, opts: { full: false }, spot: [650, 1070] })
  for (const [x, y, k] of [
    [590, 1010, 0.5],
    [660, 996, 0.54],
    [720, 1012, 0.48],
  ])
    s.add(at(x, y, k, lemon(art)))
  s.add(at(560, 1000, 0.7, sprig(art, '#6E9B6A', 240, { bend: -0.4 })))
  s.prop(
    {
      body:
        form(art, rrect(-70, -120, 140, 120, 8), '#2F3B34', { k: [-4, -4] }) +
        stroke('M-44 -86Q0 -96 40 -84M-44 -58L30 -60M-44 -34L10 -34', '#FBF3E4', 7, 'opacity=".85"') +
        stroke('M-50 0L-60 30M50 0L60 30', '#7A5236', 8),
      w: 140,
      h: 120,
      foot: 60,
    },
    220,
    1140,
    1.5,
    '#8A6A50',
  )
  s.add(daylight(art, { o: 0.16, leaf: false }))
}

export const openAir = { 'beach-day': beach, 'market-stall': market }
