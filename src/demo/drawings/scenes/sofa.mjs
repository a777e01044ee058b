// A cat on a sofa.

import { block, form } from '../form.mjs'
import { daylight, wash, window, wood } from '../furniture.mjs'
import { cloud } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { hills } from '../weather.mjs'

/** A cat asleep in a ring, about 300 wide. */
const cat = (art, c = '#E08A3C') => {
  const body = 'M-150 -6C-170 -90 -110 -150 -10 -150C90 -150 160 -100 156 -30C154 -6 130 0 90 0L-110 0C-136 0 -148 2 -150 -6Z'
  const bands = [
    [-20, -150],
    [30, -148],
    [78, -134],
    [118, -108],
  ]
    .map(([x, y]) => stroke(`M${x} ${y}Q${x + 6} ${y + 40} ${x - 16} ${y + 66}`, drop(c, 0.2), 13, 'opacity=".7"'))
    .join('')
  const tail =
    stroke('M130 -20C150 10 60 22 -30 6', drop(c, 0.16), 38) +
    stroke('M128 -24C146 2 60 14 -26 0', c, 28) +
    stroke('M-20 2L-34 4', '#FBF3E6', 26)
  const head = form(
    art,
    'M-196 -34C-204 -72 -190 -98 -186 -124C-172 -120 -158 -110 -150 -104C-136 -108 -118 -108 -104 -104C-96 -112 -82 -120 -68 -122C-66 -98 -52 -74 -60 -38C-68 -6 -180 -2 -196 -34Z',
    lift(c, 0.08),
    { k: [-8, -8], shade: 0.2 },
  )
  const face =
    fill('M-150 -30C-146 -48 -114 -48 -108 -30C-116 -14 -142 -14 -150 -30Z', '#FBF3E6', 'opacity=".9"') +
    stroke('M-172 -54Q-160 -46 -148 -54M-110 -54Q-98 -46 -86 -54', '#3A2418', 4.5) +
    fill('M-134 -40L-122 -40L-128 -33Z', '#D8756A') +
    stroke('M-128 -33Q-134 -26 -140 -28M-128 -33Q-122 -26 -116 -28', '#3A2418', 3) +
    stroke('M-160 -30L-206 -36M-160 -24L-202 -18M-98 -30L-54 -36M-98 -24L-56 -18', '#FBF3E6', 2.4, 'opacity=".8"') +
    stroke('M-128 -98L-128 -78M-142 -96L-140 -80M-114 -96L-116 -80', drop(c, 0.2), 7, 'opacity=".7"')
  return { body: form(art, body, c, { k: [-16, -12], shade: 0.22, inside: bands }) + tail + head + face, w: 360, h: 160, foot: 150 }
}

function sofaCat(s, art) {
  const wall = '#DCC9AE',
    seat = '#5C7A86',
    floor = '#B98B62'
  s.add(
    wash(art, [0, 0, 900, 960], wall, [0, 0, 0.9, 1], 0.4, 0.12),
    fill(rrect(0, 900, 900, 40), lift(wall, 0.5)),
    wood(art, 0, 940, 900, 260, floor, 4),
  )
  s.add(
    window(art, 90, 70, 330, 400, {
      frame: '#FBF5EA',
      sky: ['#BFDDE6', '#FBEBCB'],
      view:
        cloud(240, 180, 0.7) +
        hills(art, 460, [
          ['#B9CFA9', 130, 0.1],
          ['#8FB58A', 70, 0],
        ]),
    }),
  )
  const frame = (x, y, w, h, c, inner) =>
    `${fill(rrect(x + 8, y + 12, w, h, 3), drop(wall, 0.5), `opacity=".35" ${art.blur(8)}`) + fill(rrect(x, y, w, h, 3), '#8A5C40')}<g ${art.clip(rrect(x + 14, y + 14, w - 28, h - 28))}>${fill(rrect(x, y, w, h), c)}${inner}</g>`
  s.add(
    frame(
      520,
      130,
      260,
      320,
      '#F4E6D0',
      fill(oval(650, 270, 64), '#D8543B') +
        fill('M520 380Q650 270 800 390L800 470L520 470Z', '#3E6B5A') +
        fill('M520 420Q620 360 800 440L800 470L520 470Z', '#E3B04B'),
    ),
  )
  const leg = (x) =>
    fill(
      poly([
        [x, 1040],
        [x + 34, 1040],
        [x + 24, 1130],
        [x + 8, 1130],
      ]),
      '#7A5236',
    )
  s.add(fill(oval(460, 1130, 430, 30), '#3a2418', `opacity=".4" ${art.blur(14)}`), leg(80), leg(760))
  s.add(
    form(art, 'M30 1000C10 700 40 590 110 580L790 580C860 590 890 700 870 1000Z', seat, { k: [-20, -14], shade: 0.24 }),
    stroke('M450 590C444 680 446 760 450 820', drop(seat, 0.35), 5, 'opacity=".5"'),
    fill(rrect(90, 770, 720, 60, 20), drop(seat, 0.5), `opacity=".5" ${art.blur(14)}`),
  )
  s.put('cushion', 700, 850, 240, { ground: drop(seat, 0.2), colour: 0, rot: 8, lean: 0.2, contact: 0.4, cast: 0.5 })
  s.add(
    form(art, 'M90 826C260 806 640 806 810 826C826 840 826 910 812 930L88 930C74 910 74 840 90 826Z', lift(seat, 0.12), {
      k: [-12, -12],
      shade: 0.2,
    }),
    stroke('M450 818L450 928', drop(seat, 0.35), 4, 'opacity=".5"'),
    form(art, 'M84 926L816 926L812 1050L88 1050Z', drop(seat, 0.06), { k: [-10, -10], shade: 0.24 }),
  )
  s.put('blanket', 230, 1040, 290, { ground: seat, colour: 2, opts: { drape: true }, contact: 0, cast: 0.5, lean: 0.2, spot: [230, 940] })
  s.prop(cat(art), 520, 872, 0.94, lift(seat, 0.1), { lean: 0.3 })
  for (const f of [-1, 1])
    s.add(
      form(
        art,
        `M${450 + f * 420} 1056C${450 + f * 452} 940 ${450 + f * 444} 750 ${450 + f * 396} 742C${450 + f * 344} 740 ${450 + f * 336} 800 ${450 + f * 340} 1056Z`,
        f < 0 ? lift(seat, 0.06) : drop(seat, 0.1),
        { k: [-14, -10], shade: 0.26 },
      ),
    )
  s.prop(stool(art), 120, 1180, 1, floor)
  s.put('vase', 120, 1076, 260, { ground: '#A9764C', colour: 1, opts: { kind: 'leaf' }, cast: 0.4, lean: 0.3, spot: [120, 1010] })
  s.still(daylight(art, { o: 0.22, leaf: true }))
}

const stool = (art) => ({ body: block(art, 170, 110, '#A9764C', { depth: 0.5 }), w: 220, h: 140, foot: 100, flatFoot: true })

export const sofas = { 'sofa-cat': sofaCat }
