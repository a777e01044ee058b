// Tables and counters indoors, seen from the front and a little above.

import { form } from '../form.mjs'
import { counter, curtain, daylight, wash, window, wood } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, persimmon, plant } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect } from '../svg.mjs'
import { glow, hills, rain } from '../weather.mjs'

export const teaRain = {
  size: [900, 1200],
  draw(s, art) {
    const wall = '#C9B39C',
      top = '#8A5A3C'
    s.add(wash(art, [0, 0, 900, 1200], wall))
    const view =
      hills(art, 640, [
        ['#9DB5B0', 260, 0.1],
        ['#7F9E92', 170, -0.1],
        ['#5E8471', 90, 0.12],
      ]) +
      [
        [120, 560, 70],
        [210, 590, 90],
        [600, 570, 100],
        [720, 590, 70],
      ]
        .map(([x, y, r]) => fill(oval(x, y, r, r * 0.9), '#4E7462', `opacity=".8" ${art.blur(8)}`))
        .join('') +
      fill(rrect(0, 0, 900, 820), '#DCE6E6', 'opacity=".25"') +
      rain(art, 60, 40, 780, 760, 110)
    s.add(window(art, 78, 70, 744, 690, { frame: '#6F4A34', sky: ['#AFC3C8', '#DDE5DF'], cols: 3, rows: 2, view }))
    s.add(curtain(art, -40, 0, 170, 830, '#EFE3D0', 4), curtain(art, 786, 0, 150, 830, '#E5D6C0', 4))
    s.add(
      wood(art, 0, 820, 900, 380, top, 4),
      fill(
        rrect(0, 820, 900, 380),
        art.lin(
          [
            [0, '#DCE8E8', 0.45],
            [0.5, '#DCE8E8', 0.06],
            [1, '#1c1210', 0.3],
          ],
          [0, 0, 0.3, 1],
        ),
      ),
      fill(rrect(0, 818, 900, 5), lift(top, 0.5), 'opacity=".7"'),
    )
    s.prop(
      {
        body: form(art, 'M-330 -70L330 -70L386 0L-386 0Z', '#4A3227', { k: [0, -6] }) + fill(rrect(-386, 0, 772, 16, 3), '#2F1F18'),
        w: 772,
        h: 70,
        foot: 380,
      },
      430,
      1070,
      1,
      top,
      { cast: 0.4 },
    )
    s.put('tea-tin', 690, 952, 320, { ground: top, colour: 0 })
    s.put('gaiwan', 400, 1040, 310, { ground: '#4A3227', colour: 1 })
    const cup = (x, y) =>
      s.prop(
        {
          body:
            lathe(
              art,
              profile([
                [62, -74, 3],
                [54, -26, 20],
                [30, 0, 0],
              ]),
              '#F0E6D2',
              { tilt: 0.28, mat: 'gloss', top: 'open' },
            ) +
            fill(oval(0, -66, 48, 13), '#B98A3C') +
            fill(oval(-10, -68, 22, 5), '#E2BE72'),
          w: 124,
          h: 92,
          foot: 34,
        },
        x,
        y,
        1,
        '#4A3227',
      )
    cup(640, 1044)
    cup(180, 1052)
    s.prop({ body: persimmon(art), w: 200, h: 170, foot: 60 }, 132, 958, 0.72, top)
    s.prop({ body: persimmon(art, '#F0803A'), w: 200, h: 170, foot: 60 }, 236, 930, 0.6, top)
    s.add(steam(art, 410, 760, 250, 0.6), steam(art, 640, 968, 120, 0.4))
  },
}

export const deskSetup = {
  size: [900, 1125],
  draw(s, art) {
    const wall = '#C9D2DB',
      top = '#D9B58F'
    s.add(wash(art, [0, 0, 900, 1125], wall, [0, 0, 0.9, 1], 0.3, 0.12))
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
    s.add(glow(art, 210, 600, 340, 0.5), counter(art, 740, top, { y2: 1050, edge: 75 }))
    const screen =
      fill(rrect(290, 390, 420, 270, 16), '#23282F') +
      fill(
        rrect(304, 404, 392, 240, 6),
        art.lin(
          [
            [0, '#F6C9A0'],
            [0.5, '#C98FA0'],
            [1, '#5E6FA0'],
          ],
          [0, 0, 0.4, 1],
        ),
      ) +
      `<g ${art.clip(rrect(304, 404, 392, 240, 6))}>${fill(oval(560, 500, 48), '#FFF1CF')}${at(-20, 0, 1, fill('M300 650L420 520L500 590L600 500L760 660Z', '#5A5F96'))}${fill('M280 660L380 580L470 640L620 560L760 660Z', '#3A4272')}${fill(
        poly([
          [304, 404],
          [430, 404],
          [304, 560],
        ]),
        '#fff',
        'opacity=".14"',
      )}</g>` +
      fill(
        poly([
          [470, 660],
          [530, 660],
          [544, 752],
          [456, 752],
        ]),
        art.lin([
          [0, '#6a737c'],
          [0.4, '#b7c0c7'],
          [1, '#59626b'],
        ]),
      ) +
      form(art, rrect(400, 748, 200, 18, 8), '#9AA4AC', { k: [-2, -5] })
    s.add(fill(oval(540, 768, 200, 22), drop(top, 0.5), `opacity=".4" ${art.blur(10)}`), screen)
    s.put('lamp', 196, 812, 390, { ground: top, colour: 0 })
    s.put('speaker', 800, 850, 230, { ground: top, colour: 0 })
    s.add(form(art, 'M150 900L740 900L790 1030L100 1030Z', '#5A6779', { k: [0, -4] }))
    s.lay('keyboard', 430, 960, 150, { ground: '#5A6779', z: 0.5, colour: 0 })
    s.put('headphones', 770, 1036, 180, { ground: top, colour: 2, lean: 0.4 })
    s.put('mug', 96, 1010, 140, { ground: top, colour: 1 })
    s.add(steam(art, 88, 870, 130, 0.45), daylight(art, { o: 0.16, leaf: true }))
  },
}
