// Balcony and steps.

import { form } from '../form.mjs'
import { daylight, sideTable, wash, wood } from '../furniture.mjs'
import { bands, stars } from '../grounds.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, leaf, plant, sprig } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, poly, rrect, stroke } from '../svg.mjs'
import { glow } from '../weather.mjs'

const balcony = (look) => (s, art) => {
  s.add(bands(art, look.sky, 0, 1200))
  if (look.night) s.add(stars(art, 40, 380))
  s.add(
    [
      [180, 190, 1],
      [660, 120, 1.2],
      [520, 330, 0.7],
    ]
      .map(
        ([x, y, k]) =>
          `<g opacity=".8" transform="translate(${x} ${y}) scale(${k})">${fill('M-130 20C-140 -10 -90 -26 -70 -14C-60 -56 20 -60 34 -22C60 -44 120 -20 110 20Z', look.cloud)}</g>`,
      )
      .join(''),
  )
  let city = ''
  for (let i = 0; i < 12; i++) {
    const x = i * 80 - 20,
      h = art.rnd.int(120, 330),
      c = art.rnd.pick(look.houses)
    city += fill(
      rrect(x, 740 - h, 82, h + 100),
      art.lin([
        [0, lift(c, 0.3)],
        [0.7, c],
        [1, drop(c, 0.12)],
      ]),
    )
    for (let j = 0; j < h / 34 - 1; j++)
      for (let k = 0; k < 3; k++)
        city += fill(
          rrect(x + 12 + k * 22, 754 - h + j * 34, 11, 17, 1),
          look.night && art.rnd.next() < 0.45 ? art.rnd.pick(['#FFD98A', '#F7B34D', '#FFE9BE']) : drop(c, 0.24),
          `opacity="${look.night ? 0.9 : 0.6}"`,
        )
  }
  s.add(`<g opacity=".75">${city}</g>`)
  const { floor } = look
  s.add(wood(art, 0, 960, 900, 240, floor, 4))
  const bars =
    [...Array(19)]
      .map((_, i) =>
        fill(
          rrect(i * 50 - 6, 620, 9, 350),
          art.lin([
            [0, '#5A6A66'],
            [1, '#2F3B39'],
          ]),
        ),
      )
      .join('') +
    fill(
      rrect(-10, 600, 920, 26, 8),
      art.lin(
        [
          [0, '#8FA09A'],
          [0.3, '#4A5A56'],
          [1, '#2F3B39'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    fill(rrect(-10, 946, 920, 14), '#3A4845')
  s.add(bars)
  for (const [x, c] of [
    [150, '#C4683F'],
    [420, '#E9DCC6'],
    [700, '#C4683F'],
  ]) {
    s.add(
      at(
        x,
        606,
        1,
        [...Array(9)]
          .map((_, i) =>
            at(
              -70 + i * 18,
              -46,
              1,
              sprig(art, art.rnd.pick(['#5F9A5E', '#7DB06A', '#4B8256']), art.rnd.range(80, 150), {
                bend: (i - 4) * 0.14,
                pairs: 4,
                size: 0.36,
              }),
            ),
          )
          .join('') +
          [...Array(9)]
            .map(() =>
              at(
                art.rnd.range(-90, 90),
                art.rnd.range(-170, -80),
                art.rnd.range(1.1, 1.8),
                [0, 72, 144, 216, 288]
                  .map((r) => `<g transform="rotate(${r})">${fill(oval(0, -8, 6, 8), x === 420 ? '#F2B544' : '#D8432B')}</g>`)
                  .join('') + fill(oval(0, 0, 4), '#FFF3D6'),
              ),
            )
            .join('') +
          form(art, 'M-110 -56L110 -56L98 26L-98 26Z', c, { k: [-10, -8] }),
      ),
    )
  }
  s.prop(plant(art, 'olive', '#F0E6D8', '#6E9068'), 110, 1130, 1.2, floor)
  s.prop(sideTable(art, '#FBF3E4', 170, 230), 560, 1140, 1, floor)
  look.goods(s, floor, art)
  const can =
    stroke('M70 -120C150 -130 150 -20 76 -20', '#1E7F4F', 14) +
    stroke('M-60 -40L-150 -130', '#2B8F5C', 18) +
    form(art, 'M-176 -140L-138 -156L-128 -118Z', '#37A56A', { k: [-4, -4] }) +
    lathe(
      art,
      profile([
        [62, -140, 4],
        [76, 0, 0],
      ]),
      '#37A56A',
      { top: 'open', mat: 'gloss' },
    )
  s.prop({ body: can, w: 220, h: 150, foot: 76 }, 330, 1150, 1, floor)
  look.light(s, art)
}

function steps(s, art) {
  const wall = '#DDA888',
    stoneC = '#E9DCC8'
  s.add(wash(art, [0, 0, 900, 1200], wall, [0, 0, 0.9, 1], 0.32, 0.14))
  const door = 'M90 640L90 300A150 150 0 0 1 390 300L390 640Z'
  s.add(
    `<g ${art.clip(door)}>${fill(
      door,
      art.lin([
        [0, '#1C4F48'],
        [1, '#2F7A6C'],
      ]),
    )}${fill(rrect(238, 150, 5, 500), '#123a35')}${[
      [120, 330],
      [262, 330],
      [120, 490],
      [262, 490],
    ]
      .map(([x, y]) => fill(rrect(x, y, 100, 120, 4), drop('#2F7A6C', 0.3)) + fill(rrect(x + 5, y + 6, 95, 114, 4), '#2A6E62'))
      .join('')}</g>`,
    stroke(door, '#F4E8D8', 18),
    fill(oval(226, 480, 8), '#E0B55E'),
  )
  const step = (y, h) =>
    fill(
      poly([
        [0, y - 90],
        [900, y - 90],
        [900, y],
        [0, y],
      ]),
      art.lin([
        [0, lift(stoneC, 0.5)],
        [1, drop(stoneC, 0.06)],
      ]),
    ) +
    fill(
      rrect(0, y, 900, h),
      art.lin(
        [
          [0, drop(stoneC, 0.12)],
          [0.6, drop(stoneC, 0.2)],
          [1, drop(stoneC, 0.28)],
        ],
        [0, 0, 0.4, 1],
      ),
    ) +
    fill(rrect(0, y - 2, 900, 5), lift(stoneC, 0.8))
  s.add(fill(rrect(0, 630, 900, 570), drop(stoneC, 0.04)), step(720, 110), step(920, 130), step(1140, 100))
  s.add(daylight(art, { o: 0.3, panes: true, leaf: true }))
  s.prop(plant(art, 'rubber', '#C4683F', '#3E7B57'), 590, 690, 0.95, stoneC)
  s.prop(plant(art, 'snake', '#5C7A9A', '#5F8F63'), 790, 712, 0.72, stoneC)
  s.put('tote', 690, 900, 400, { ground: stoneC, colour: 2, rot: 4 })
  s.put('sneakers', 370, 1112, 250, { ground: stoneC, colour: 2 })
  s.put('sunglasses', 190, 896, 92, { ground: stoneC, colour: 0 })
  for (const [x, y, r] of [
    [100, 1130, 20],
    [780, 1120, -40],
    [520, 905, 70],
    [840, 1180, 10],
  ])
    s.add(at(x, y, 1, fill(oval(30, 6, 32, 6), '#7a5a44', 'opacity=".3"') + leaf('#D98A3A', 60, 0.4), r))
}

const linen = '#E4D6C2'
const afternoon = balcony({
  sky: ['#A9CFDD', '#D9DCCB', '#FBE9CB', '#F6D3AE', '#F6D3AE'],
  cloud: '#FFF9EE',
  floor: '#C98F70',
  houses: ['#D9A88C', '#C7B7A6', '#B5C3C0', '#E3C4A2'],
  goods: (s, floor, art) => {
    s.put('thermos', 470, 896, 190, { ground: linen, colour: 1, cast: 0.5, lean: 0.3 })
    s.put('mug', 600, 908, 104, { ground: linen, colour: 1, lean: 0.4 })
    s.prop(books(art, ['#5C7A9A', '#F2B544'], 120, 22), 676, 894, 1, linen, { lean: 0.3 })
    s.put('basket', 800, 1150, 190, { ground: floor, colour: 1 })
  },
  light: (s, art) => s.still(steam(art, 594, 806, 130, 0.5), daylight(art, { o: 0.12, leaf: false })),
})
const evening = balcony({
  night: true,
  sky: ['#2A3560', '#5A5A8C', '#A97A92', '#E9A27E', '#E9A27E'],
  cloud: '#8E7FA6',
  floor: '#7A5448',
  houses: ['#4A4A6C', '#3F4566', '#57506E', '#4E4A70'],
  goods: (s, floor, art) => {
    s.put('speaker', 480, 900, 160, { ground: linen, colour: 0, cast: 0.5, lean: 0.3 })
    s.add(glow(art, 624, 840, 180, 0.6))
    s.put('candle', 622, 906, 120, { ground: linen, colour: 0, cast: 0.4, lean: 0.3 })
    s.put('basket', 800, 1150, 190, { ground: floor, colour: 2 })
  },
  light: (s, art) => s.add(glow(art, 600, 900, 420, 0.25)),
})

export const terraces = { balcony: afternoon, 'balcony-evening': evening, 'sneaker-steps': steps }
