// The desk by day and by night.

import { form } from '../form.mjs'
import { counter, daylight, wash } from '../furniture.mjs'
import { stars } from '../grounds.mjs'
import { drop } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, plant } from '../props.mjs'
import { at, fill, oval, poly, rrect } from '../svg.mjs'
import { glow } from '../weather.mjs'

/** A screen on a metal foot; view fills 392×240 from 304, 404. */
function monitor(art, view) {
  const glass = rrect(304, 404, 392, 240, 6)
  const foot = [
    [470, 660],
    [530, 660],
    [544, 752],
    [456, 752],
  ]
  const glare = [
    [304, 404],
    [430, 404],
    [304, 560],
  ]
  const metal = [
    [0, '#6a737c'],
    [0.4, '#b7c0c7'],
    [1, '#59626b'],
  ]
  return (
    fill(rrect(290, 390, 420, 270, 16), '#23282F') +
    `<g ${art.clip(glass)}>${view}${fill(poly(glare), '#fff', 'opacity=".14"')}</g>` +
    fill(poly(foot), art.lin(metal)) +
    form(art, rrect(400, 748, 200, 18, 8), '#9AA4AC', { k: [-2, -5] })
  )
}

const sunset = (art) => {
  const sky = [
    [0, '#F6C9A0'],
    [0.5, '#C98FA0'],
    [1, '#5E6FA0'],
  ]
  return (
    fill(rrect(304, 404, 392, 240), art.lin(sky, [0, 0, 0.4, 1])) +
    fill(oval(560, 500, 48), '#FFF1CF') +
    at(-20, 0, 1, fill('M300 650L420 520L500 590L600 500L760 660Z', '#5A5F96')) +
    fill('M280 660L380 580L470 640L620 560L760 660Z', '#3A4272')
  )
}

const space = (art, moving) => {
  const sky = [
    [0, '#141B33'],
    [1, '#3A3466'],
  ]
  return (
    fill(rrect(304, 404, 392, 240), art.lin(sky, [0, 0, 0.4, 1])) +
    (moving ? '' : at(304, 404, 1, stars(art, 60, 240, 392))) +
    fill(
      oval(590, 470, 44),
      art.lin(
        [
          [0, '#F2B27A'],
          [1, '#A9566A'],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    `<g transform="rotate(-18 590 470)">${fill(oval(590, 470, 78, 12), '#F7DDB0', 'opacity=".55"')}</g>` +
    fill('M280 660L400 600L520 640L640 590L760 660Z', '#1C2444')
  )
}

const desk = (look) => (s, art) => {
  const { wall, top } = look
  s.add(wash(art, [-200, -200, 1300, 1900], wall, [0, 0, 0.9, 1], 0.3, 0.12))
  const frame = (x, y, w, h, c, inner) =>
    fill(rrect(x + 8, y + 12, w, h, 3), drop(wall, 0.5), `opacity=".35" ${art.blur(8)}`) +
    fill(rrect(x, y, w, h, 3), '#FBF6EC') +
    `<g ${art.clip(rrect(x + 14, y + 14, w - 28, h - 28))}>${fill(rrect(x, y, w, h), c)}${inner}</g>`
  s.add(
    frame(70, 70, 200, 260, '#F3D7B8', fill(oval(170, 190, 56), '#D8432B') + fill('M60 260Q170 190 300 270L300 340L60 340Z', '#1E7F4F')),
    frame(
      300,
      120,
      150,
      190,
      '#8E86B5',
      fill('M300 310Q340 160 460 180L460 320L300 320Z', '#CDE2D6') + fill(oval(350, 180, 26), '#F2B544'),
    ),
  )
  s.add(
    fill(
      rrect(520, 250, 420, 18, 3),
      art.lin(
        [
          [0, '#B98A5C'],
          [1, '#8E6038'],
        ],
        [0, 0, 0, 1],
      ),
    ),
    fill(rrect(530, 270, 420, 24), drop(wall, 0.5), `opacity=".3" ${art.blur(8)}`),
  )
  s.prop(plant(art, 'snake', '#8E86B5', '#4F8A66'), 800, 250, 0.5, '#8E6038', { cast: 0.3, lean: 0.2 })
  s.prop(books(art, ['#5A6779', '#D8432B', '#F2E6D0'], 170, 28), 620, 250, 1, '#8E6038', { cast: 0.3, lean: 0.2 })
  s.add(glow(art, 210, 600, 340, look.glow))
    .cut()
    .add(counter(art, 740, top, { y2: 1050, edge: 75 }))
  const screen = monitor(art, look.view(art, s.moving))
  s.add(fill(oval(540, 768, 200, 22), drop(top, 0.5), `opacity=".4" ${art.blur(10)}`), screen)
  s.put('lamp', 196, 812, 390, { ground: top, colour: look.lamp })
  look.right(s, top)
  s.add(form(art, 'M150 900L740 900L790 1030L100 1030Z', '#5A6779', { k: [0, -4] }))
  s.lay('keyboard', 430, 960, 150, { ground: '#5A6779', z: 0.5, colour: look.keys })
  s.put('headphones', 770, 1036, 180, { ground: top, colour: look.phones, lean: 0.4 })
  s.put('mug', 96, 1010, 140, { ground: top, colour: look.mug })
  look.light(s, art)
  s.still(steam(art, 88, 870, 130, 0.45))
}

const day = desk({
  wall: '#C9D2DB',
  top: '#D9B58F',
  glow: 0.5,
  lamp: 0,
  keys: 0,
  phones: 2,
  mug: 1,
  view: sunset,
  right: (s, top) => s.put('speaker', 800, 850, 230, { ground: top, colour: 0 }),
  light: (s, art) => s.still(daylight(art, { o: 0.16, leaf: true })),
})

const night = desk({
  wall: '#3A4560',
  top: '#8A6248',
  glow: 0.85,
  lamp: 1,
  keys: 2,
  phones: 0,
  mug: 2,
  view: space,
  right: (s, top) => s.put('desk-clock', 800, 838, 190, { ground: top, colour: 1, opts: { hour: 23, minute: 40, second: !s.moving } }),
  light: (s, art) => s.add(glow(art, 200, 700, 420, 0.3), glow(art, 500, 640, 380, 0.22, '#9FA8E8')),
})

export const desks = { 'desk-setup': day, 'desk-night': night }
