// Outside: dusk camp, balcony, stone steps.

import { block, form } from '../form.mjs'
import { daylight, sideTable, wood } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { books, plant, sprig, stone } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, n, oval, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

const pine = (art, h, c) => ({
  body:
    fill(rrect(-h * 0.025, -h * 0.14, h * 0.05, h * 0.14), '#4b3527') +
    [0, 1, 2, 3]
      .map((i) => {
        const y = -h * (0.1 + i * 0.21),
          w = h * (0.26 - i * 0.05)
        return form(
          art,
          `M${n(-w)} ${n(y)}Q${n(-w * 0.3)} ${n(y - h * 0.1)} 0 ${n(y - h * 0.33)}Q${n(w * 0.3)} ${n(y - h * 0.1)} ${n(w)} ${n(y)}Q0 ${n(y + h * 0.04)} ${n(-w)} ${n(y)}Z`,
          lift(c, i * 0.03),
          { k: [-h * 0.04, -h * 0.01], shade: 0.3, grain: 0.3 },
        )
      })
      .join(''),
  w: h * 0.5,
  h,
  foot: h * 0.1,
})

export const campDusk = {
  size: [900, 1200],
  draw(s, art) {
    s.add(
      fill(
        rrect(0, 0, 900, 1200),
        art.lin(
          [
            [0, '#2F3F66'],
            [0.25, '#7A6A94'],
            [0.42, '#D98F86'],
            [0.56, '#F6C48E'],
          ],
          [0, 0, 0, 1],
        ),
      ),
    )
    s.add(
      [...Array(46)]
        .map(() =>
          fill(
            oval(art.rnd.range(0, 900), art.rnd.range(0, 300), art.rnd.range(1, 2.6)),
            '#FFF3D6',
            `opacity="${n(art.rnd.range(3, 9)) / 10}"`,
          ),
        )
        .join(''),
      fill(
        oval(640, 560, 240, 240),
        art.rad([
          [0, '#FFE0A0', 0.8],
          [1, '#FFE0A0', 0],
        ]),
      ),
      fill(oval(640, 560, 58), '#FFEBC0'),
    )
    s.add(
      hills(art, 690, [
        ['#A97F98', 240, 0.12],
        ['#7A6588', 160, -0.12],
        ['#4D5676', 90, 0.1],
      ]),
    )
    const ground = '#5E6B4F'
    s.add(
      fill(
        'M0 690C200 660 700 660 900 700L900 1200L0 1200Z',
        art.lin(
          [
            [0, '#7A7A5A'],
            [0.4, ground],
            [1, '#2F3F3A'],
          ],
          [0, 0, 0, 1],
        ),
      ),
      fill('M0 700C120 690 300 700 430 716C300 740 120 740 0 730Z', '#9FB4C4', 'opacity=".6"'),
    )
    for (const [x, y, h] of [
      [60, 740, 420],
      [160, 724, 300],
      [840, 740, 460],
      [760, 720, 280],
    ])
      s.prop(pine(art, h, '#2C4A4A'), x, y, 1, ground, { cast: 0.3 })
    s.add(
      [...Array(120)]
        .map(() => {
          const x = art.rnd.range(0, 900),
            y = art.rnd.range(800, 1190),
            l = art.rnd.range(8, 24)
          return stroke(
            `M${n(x)} ${n(y)}q${n(art.rnd.range(-5, 5))} ${n(-l / 2)} ${n(art.rnd.range(-8, 8))} ${n(-l)}`,
            art.rnd.pick(['#8C946A', '#46583F', '#6F8058']),
            3,
            'opacity=".7"',
          )
        })
        .join(''),
    )
    s.add(glow(art, 420, 860, 360, 0.5))
    s.put('tent', 430, 930, 370, { ground, colour: 0, cast: 0.7 })
    s.put('backpack', 800, 1010, 240, { ground, colour: 1 })
    s.prop(
      {
        body: block(art, 240, 96, '#A9744A', {
          depth: 0.5,
          front: [-72, -44, -16].map((y) => fill(rrect(-120, y - 8, 240, 3), '#6f4526', 'opacity=".6"')).join(''),
        }),
        w: 300,
        h: 136,
        foot: 140,
      },
      240,
      1130,
      1,
      ground,
    )
    s.add(glow(art, 190, 960, 260, 0.7))
    s.put('lantern', 200, 1014, 210, { ground: '#A9744A', colour: 1, cast: 0.3, lean: 0.3 })
    s.put('thermos', 318, 1010, 170, { ground: '#A9744A', colour: 0, lean: 0.3 })
    for (const [x, y, w] of [
      [560, 1120, 90],
      [640, 1150, 70],
      [500, 1160, 60],
    ])
      s.prop({ body: stone(art, '#8A8590', w, w * 0.56), w, h: w * 0.5, foot: w * 0.4 }, x, y, 1, ground)
  },
}

export const balcony = {
  size: [900, 1200],
  draw(s, art) {
    s.add(
      fill(
        rrect(0, 0, 900, 1200),
        art.lin(
          [
            [0, '#A9CFDD'],
            [0.5, '#FBE9CB'],
            [0.8, '#F6D3AE'],
          ],
          [0, 0, 0, 1],
        ),
      ),
    )
    s.add(
      [
        [180, 190, 1],
        [660, 120, 1.2],
        [520, 330, 0.7],
      ]
        .map(
          ([x, y, k]) =>
            `<g opacity=".8" transform="translate(${x} ${y}) scale(${k})">${fill('M-130 20C-140 -10 -90 -26 -70 -14C-60 -56 20 -60 34 -22C60 -44 120 -20 110 20Z', '#FFF9EE')}</g>`,
        )
        .join(''),
    )
    let city = ''
    for (let i = 0; i < 12; i++) {
      const x = i * 80 - 20,
        h = art.rnd.int(120, 330),
        c = art.rnd.pick(['#D9A88C', '#C7B7A6', '#B5C3C0', '#E3C4A2'])
      city += fill(
        rrect(x, 740 - h, 82, h + 100),
        art.lin([
          [0, lift(c, 0.3)],
          [0.7, c],
          [1, drop(c, 0.12)],
        ]),
      )
      for (let j = 0; j < h / 34 - 1; j++)
        for (let k = 0; k < 3; k++) city += fill(rrect(x + 12 + k * 22, 754 - h + j * 34, 11, 17, 1), drop(c, 0.24), 'opacity=".6"')
    }
    s.add(`<g opacity=".75">${city}</g>`)
    const floor = '#C98F70'
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
    s.put('thermos', 470, 896, 190, { ground: '#E4D6C2', colour: 1, cast: 0.5, lean: 0.3 })
    s.put('mug', 600, 908, 104, { ground: '#E4D6C2', colour: 1, lean: 0.4 })
    s.prop(books(art, ['#5C7A9A', '#F2B544'], 120, 22), 676, 894, 1, '#E4D6C2', { lean: 0.3 })
    s.put('basket', 800, 1150, 190, { ground: floor, colour: 1 })
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
    s.add(steam(art, 594, 806, 130, 0.5), daylight(art, { o: 0.12, leaf: false }))
  },
}
