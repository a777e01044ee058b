// Floors and desks seen from above: what goes into the pack, what is worn, what is worked with.

import { form } from '../form.mjs'
import { daylight, wash, wood } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { mugAbove } from '../products/dripper.mjs'
import { sprig } from '../props.mjs'
import { at, curve, fill, oval, rrect, stroke } from '../svg.mjs'

const flat = (body) => ({ body, h: 0 })

/** A folded map with a route. */
const map = (art) => {
  const sheet = [0, 1, 2]
    .map((i) => form(art, rrect(-210 + i * 140, -150, 140, 300), i % 2 ? '#E3E6CC' : '#EEF0DA', { k: [-3, -3], shade: 0.08 }))
    .join('')
  const lines = [1, 0.72, 0.44, 0.2]
    .map((k) =>
      stroke(
        curve([
          [-110 * k - 40, 6 * k],
          [-60 * k - 30, -80 * k],
          [40 * k - 20, -64 * k],
          [110 * k - 30, -10 * k],
          [50 * k - 30, 74 * k],
          [-60 * k - 40, 60 * k],
        ]),
        '#A9B98A',
        4,
        'opacity=".8"',
      ),
    )
    .join('')
  return `<g ${art.clip(rrect(-210, -150, 420, 300))}>${sheet}${lines}${fill('M-210 90Q-60 60 20 110T210 80L210 150L-210 150Z', '#A9CBD4')}${stroke('M-170 -100C-120 -40 -60 -90 -20 -30C30 30 90 -20 150 40', '#D8432B', 6, 'stroke-dasharray="16 12"')}${fill(oval(150, 40, 12), '#D8432B')}</g>`
}

const socks = (art, c) =>
  [-1, 1]
    .map((f) =>
      at(
        f * 40,
        0,
        1,
        form(art, 'M-30 -90L30 -90L30 20C34 60 70 64 74 92C76 116 20 118 -14 100C-34 86 -30 40 -30 20Z', c, { k: [-6, -6], shade: 0.22 }) +
          [-82, -70].map((y) => stroke(`M-28 ${y}L28 ${y}`, '#FBF3E4', 6, 'opacity=".9"')).join(''),
        f * 6,
      ),
    )
    .join('')

const rope = () =>
  [0, 1, 2, 3].map((i) => stroke(oval(i * 5, i * 4, 92 - i * 6, 70 - i * 5), i % 2 ? '#E3B04B' : '#C98F3E', 13)).join('') +
  [0, 1, 2, 3].map((i) => stroke(oval(i * 5, i * 4, 92 - i * 6, 70 - i * 5), '#D8543B', 4, 'stroke-dasharray="7 18"')).join('') +
  stroke('M92 40C150 60 140 110 190 110', '#E3B04B', 13)

function trailPack(s, art) {
  const floor = '#B98F66'
  s.add(wood(art, 0, 0, 900, 1125, floor, 7, true))
  s.drop(flat(map(art)), 250, 220, 1, floor, { rot: -8, z: 0.4 })
  s.lay('backpack', 620, 400, 560, { rot: 6, ground: floor, colour: 0 })
  s.lay('headlamp', 210, 520, 230, { rot: -8, ground: floor, colour: 1, opts: { above: true }, spot: [210, 590] })
  s.lay('thermos', 130, 860, 390, { rot: -10, ground: floor, colour: 2 })
  s.lay('sunglasses', 560, 762, 104, { rot: 6, ground: floor, colour: 1, spot: [502, 762] })
  s.lay('chocolate', 340, 900, 300, { rot: 12, ground: floor, colour: 0 })
  s.lay('dried-mango', 570, 980, 260, { rot: -8, ground: floor, colour: 0 })
  s.drop(flat(rope()), 790, 820, 0.8, floor, { z: 0.6 })
  s.drop(flat(socks(art, '#7A4A5E')), 770, 1010, 0.9, floor, { rot: 14, z: 0.5 })
  s.add(daylight(art, { o: 0.3, leaf: true }))
}

/** A pair of trousers, laid out, 560 long. */
const trousers = (art, c) =>
  form(art, 'M-110 -280L110 -280L140 270L34 276L0 -60L-34 276L-140 270Z', c, { k: [-10, -8], shade: 0.22 }) +
  form(art, rrect(-112, -290, 224, 34, 6), lift(c, 0.06), { k: [-3, -3] }) +
  [-70, 0, 70].map((x) => fill(rrect(x - 5, -294, 10, 42, 3), drop(c, 0.2))).join('') +
  stroke('M0 -256L0 -60M-108 -240C-80 -210 -70 -190 -70 -170M108 -240C80 -210 70 -190 70 -170', drop(c, 0.4), 4, 'opacity=".6"') +
  fill(oval(0, -272, 8), '#D9B25F')

function outfit(s, art) {
  const floor = '#E4D6C2'
  s.add(wash(art, [0, 0, 900, 1125], floor, [0, 0, 1, 1], 0.3, 0.1))
  s.drop(
    flat(
      form(art, rrect(-380, -470, 760, 940, 30), '#C9B9A0', {
        k: [-5, -5],
        shade: 0.1,
        inside: [...Array(12)].map((_, i) => stroke(`M-380 ${-430 + i * 78}L380 ${-430 + i * 78}`, '#B5A488', 3, 'opacity=".5"')).join(''),
      }),
    ),
    470,
    560,
    1,
    floor,
    { rot: 3, z: 0.4 },
  )
  const g = '#C9B9A0'
  s.drop(flat(trousers(art, '#4A5A6E')), 300, 800, 0.95, g, { rot: -7 })
  s.lay('sweater', 380, 360, 520, { rot: -5, ground: g, colour: 1, opts: { hanger: false } })
  s.lay('scarf', 700, 300, 260, { rot: 16, ground: g, colour: 1 })
  s.lay('sneakers', 650, 900, 190, { rot: -12, ground: g, colour: 1, opts: undefined })
  s.lay('sunglasses', 660, 620, 110, { rot: 12, ground: g, colour: 2, spot: [600, 612] })
  const watch =
    fill(rrect(-16, -120, 32, 240, 10), '#8A5A36') +
    fill(oval(0, 0, 44), '#D9B25F') +
    fill(oval(0, 0, 36), '#FFFDF6') +
    stroke('M0 0L0 -22M0 0L16 8', '#23282B', 5)
  s.drop(flat(watch), 780, 690, 0.9, g, { rot: 24, z: 0.5 })
  s.drop(flat(sprig(art, '#8FA27E', 300, { bend: 0.3, round: true, size: 0.22 })), 60, 1080, 1, floor, { rot: 16 })
  s.add(daylight(art, { o: 0.3 }))
}

function deskFlat(s, art) {
  const top = '#CFD6DD'
  s.add(wash(art, [0, 0, 1000, 1000], top, [0, 0, 1, 1], 0.34, 0.12))
  s.drop(
    flat(
      form(art, rrect(-390, -230, 780, 460, 30), '#5A6779', { k: [-4, -4] }) +
        stroke(rrect(-374, -214, 748, 428, 22), lift('#5A6779', 0.4), 2, 'stroke-dasharray="9 7" opacity=".6"'),
    ),
    470,
    560,
    1,
    top,
    { rot: -5, z: 0.5 },
  )
  s.lay('keyboard', 450, 600, 270, { rot: -5, ground: '#5A6779', colour: 1 })
  s.lay('headphones', 770, 250, 330, { rot: 16, ground: top, colour: 1, spot: [660, 290] })
  s.lay('e-reader', 330, 230, 330, { rot: -12, ground: top, colour: 1 })
  s.lay('sunglasses', 760, 850, 120, { rot: -10, ground: top, colour: 1, spot: [700, 856] })
  s.drop({ body: mugAbove(art, '#E9DDC8').body, h: 0 }, 96, 410, 1.15, top, { rot: -30 })
  const book =
    form(art, rrect(-130, -170, 260, 340, 8), '#8E86B5', { k: [-5, -5], shade: 0.2 }) +
    fill(rrect(-130, -170, 26, 340, 6), drop('#8E86B5', 0.2)) +
    stroke(rrect(-70, -120, 150, 70, 4), '#F4E6D0', 5) +
    stroke('M60 -170L60 60', '#D8543B', 9)
  s.drop(flat(book), 260, 890, 0.94, top, { rot: 12 })
  s.drop(
    flat(stroke('M0 -120L0 100', '#23282B', 15) + fill('M-7 100L7 100L0 130Z', '#D9B25F') + fill(rrect(-4, -118, 8, 60, 3), '#D9B25F')),
    480,
    890,
    1,
    top,
    { rot: 40, z: 0.5 },
  )
  s.drop(flat(sprig(art, '#7FB59B', 280, { bend: 0.3, pairs: 6 })), 920, 760, 1, top, { rot: -14 })
  s.add(daylight(art, { o: 0.26 }))
}

export const tops = { 'trail-pack': trailPack, 'outfit-flat': outfit, 'desk-flat': deskFlat }
