// Seen from above: a picnic, a table for wrapping gifts.

import { form } from '../form.mjs'
import { daylight, wash } from '../furniture.mjs'
import { gingham } from '../grounds.mjs'
import { drop, lift, mix } from '../palette.mjs'
import { disc, persimmon, slice, sprig } from '../props.mjs'
import { at, fill, n, oval, rrect, stroke } from '../svg.mjs'

function picnic(s, art) {
  const grass = '#86A867'
  s.add(
    wash(art, [0, 0, 1000, 1000], grass),
    [...Array(260)]
      .map(() => {
        const x = art.rnd.range(0, 1000),
          y = art.rnd.range(0, 1000),
          l = art.rnd.range(10, 26)
        return stroke(
          `M${n(x)} ${n(y)}q${n(art.rnd.range(-6, 6))} ${n(-l / 2)} ${n(art.rnd.range(-8, 8))} ${n(-l)}`,
          art.rnd.pick(['#A5C57E', '#6A8F52', '#5C8148']),
          3,
          'opacity=".7"',
        )
      })
      .join(''),
  )
  const cloth = rrect(-430, -420, 860, 840, 10)
  s.drop(
    {
      body: `<g ${art.clip(cloth)}>${at(-430, -420, 1, gingham(art, 860, 840, '#FBF3E4', '#D8543B', 62))}${[
        [-180, 40],
        [160, -60],
        [300, 30],
      ]
        .map(([x, k]) => fill(`M${x} -420Q${x + k} 0 ${x + 20} 420Q${x + k + 60} 0 ${x} -420Z`, '#7a3a2a', `opacity=".18" ${art.blur(12)}`))
        .join('')}</g>`,
      h: 0,
    },
    520,
    510,
    1,
    grass,
    { rot: -9 },
  )
  const g = '#E9B7A0'
  s.drop(disc(art, 190, '#F6EEE0'), 380, 400, 1, g)
  const bread =
    form(art, 'M-150 10C-160 -40 -90 -66 0 -66C90 -66 160 -40 150 10C140 50 70 64 0 64C-70 64 -140 50 -150 10Z', '#C98443', {
      k: [-10, -14],
      shade: 0.26,
    }) + [-80, -30, 20, 70].map((x) => stroke(`M${x} -40Q${x + 30} 0 ${x + 20} 44`, '#F3D7A4', 12, 'opacity=".9"')).join('')
  s.drop({ body: bread, h: 0 }, 360, 420, 0.92, '#F6EEE0', { rot: -28 })
  s.drop({ body: slice(art, '#F0B23A', 62), h: 0 }, 440, 300, 0.9, '#F6EEE0', { z: 0.4 })
  s.drop({ body: slice(art, '#F0B23A', 62), h: 0 }, 300, 270, 0.8, '#F6EEE0', { z: 0.4, rot: 20 })
  s.lay('thermos', 170, 690, 390, { rot: -24, colour: 0, ground: g })
  s.lay('honey', 690, 290, 250, { rot: 12, ground: g })
  s.lay('sunglasses', 450, 720, 130, { rot: 14, ground: g, colour: 1 })
  s.drop(disc(art, 132, '#8FB0C0'), 720, 600, 1, g)
  for (const [x, y, k] of [
    [680, 580, 0.5],
    [760, 570, 0.46],
    [722, 650, 0.48],
  ])
    s.drop({ body: at(0, 80, 1, persimmon(art)), h: 0 }, x, y, k, '#8FB0C0', { z: 0.6 })
  s.lay('dried-mango', 690, 850, 230, { rot: -10, ground: g, colour: 1 })
  s.drop({ body: sprig(art, '#6E9B6A', 260, { bend: 0.3 }), h: 0 }, 60, 330, 1, grass, { rot: 14 })
  for (let i = 0; i < 11; i++)
    s.add(
      at(
        art.rnd.range(20, 980),
        art.rnd.pick([30, 60, 950, 975]),
        art.rnd.range(0.7, 1.2),
        [0, 72, 144, 216, 288].map((r) => `<g transform="rotate(${r})">${fill(oval(0, -10, 6, 9), '#FFF8EC')}</g>`).join('') +
          fill(oval(0, 0, 5), '#F2B544'),
      ),
    )
  s.add(daylight(art, { o: 0.2 }))
}

function giftWrap(s, art) {
  s.add(wash(art, [0, 0, 1000, 1000], '#D7E2BC', [0, 0, 1, 1], 0.25, 0.1))
  s.drop(
    {
      body:
        form(art, 'M-420 -300L340 -330C380 -320 400 -280 380 -260L420 300L-380 340Z', '#D3A873', { k: [-4, -4], shade: 0.16 }) +
        [
          [-300, -200],
          [-40, 60],
          [200, -120],
        ]
          .map(([x, y]) => stroke(`M${x} ${y}l120 80l60 -30`, '#A97F4C', 3, 'opacity=".3"'))
          .join('') +
        form(art, 'M340 -330C300 -320 296 -286 330 -270C360 -262 392 -256 380 -260C400 -280 380 -320 340 -330Z', '#EBCB9E', {
          k: [-4, -4],
        }),
      h: 0,
    },
    500,
    520,
    1.05,
    '#C9D6AC',
    { rot: -5 },
  )
  const box = (w, h, c, r) => ({
    body:
      form(art, rrect(-w / 2, -h / 2, w, h, 6), c, { k: [-10, -10], shade: 0.16 }) +
      fill(
        rrect(-w / 2 + w * 0.34, -h / 2, w * 0.1, h),
        art.lin([
          [0, lift(r, 0.3)],
          [0.5, r],
          [1, drop(r, 0.2)],
        ]),
      ) +
      fill(
        rrect(-w / 2, -h * 0.06, w, w * 0.1),
        art.lin(
          [
            [0, lift(r, 0.3)],
            [0.5, r],
            [1, drop(r, 0.2)],
          ],
          [0, 0, 0, 1],
        ),
      ) +
      at(
        -w * 0.11,
        -h * 0.06 + w * 0.05,
        w / 330,
        [-1, 1]
          .map((f) =>
            form(
              art,
              `M0 0C${30 * f} -76 ${110 * f} -96 ${124 * f} -52C${130 * f} -8 ${50 * f} 14 0 0Z`,
              mix(r, '#fff0f0', f < 0 ? 0.16 : 0),
              { k: [-8, -8], shade: 0.36 },
            ),
          )
          .join('') +
          form(art, 'M0 0C-40 30 -60 70 -78 108L-44 100L-34 124C-20 80 -4 40 4 6Z', r, { k: [-6, -4], shade: 0.3 }) +
          form(art, 'M0 0C40 24 66 60 92 92L58 96L56 122C36 84 12 44 0 6Z', drop(r, 0.1), { k: [-6, -4], shade: 0.3 }) +
          form(art, oval(0, 0, 19, 17), r, { k: [-5, -5], shade: 0.4 }),
      ),
    h: 0,
  })
  s.drop(box(330, 330, '#FBF3E4', '#D8432B'), 400, 560, 1, '#D3A873', { rot: -12, z: 1.4 })
  s.drop(box(190, 150, '#2F6B52', '#F2B544'), 680, 330, 1, '#D3A873', { rot: 14, z: 1.2 })
  s.lay('tea-tin', 720, 620, 280, { rot: 16, ground: '#D3A873', colour: 1 })
  s.lay('candle', 200, 270, 190, { rot: -14, ground: '#D3A873', colour: 2, opts: { above: true } })
  s.lay('chocolate', 872, 850, 270, { rot: 16, ground: '#C9D6AC' })
  const shears =
    [
      [-1, 20],
      [1, -20],
    ]
      .map(
        ([f, r]) =>
          `<g transform="rotate(${r})">${fill(
            'M-7 0L0 -190L9 0Z',
            art.lin([
              [0, '#f4f6f6'],
              [0.5, '#b9c2c6'],
              [1, '#8b979e'],
            ]),
          )}${stroke(oval(6 * f, 74, 30, 44), '#23282B', 17)}${stroke(`M${6 * f - 26} 60A30 44 0 0 1 ${6 * f - 4} 32`, '#fff', 4, 'opacity=".4"')}${fill(rrect(-9, -6, 18, 44, 6), '#23282B')}</g>`,
      )
      .join('') + fill(oval(0, -4, 8), '#D2A95E')
  s.drop({ body: shears, h: 0 }, 610, 900, 0.9, '#C9D6AC', { rot: -68 })
  s.drop(
    {
      body:
        stroke('M-200 40C-120 -60 -60 80 20 0C80 -60 140 40 220 -40', '#D8432B', 15) +
        stroke('M-200 36C-120 -64 -60 76 20 -4C80 -64 140 36 220 -44', '#F0826C', 4, 'opacity=".8"'),
      h: 0,
    },
    230,
    900,
    0.8,
    '#C9D6AC',
    { z: 0.4, rot: -16 },
  )
  s.drop(
    {
      body: form(art, oval(0, 0, 62), '#D8432B', { k: [-10, -8] }) + fill(oval(0, 0, 40), '#F4E3C8') + fill(oval(0, 0, 26), '#C9A877'),
      h: 0,
    },
    118,
    760,
    1,
    '#C9D6AC',
  )
  s.drop({ body: sprig(art, '#5E8C63', 280, { bend: 0.4, pairs: 7, wide: 0.28 }), h: 0 }, 410, 330, 1, '#D3A873', { rot: 40, z: 0.6 })
  s.drop({ body: at(0, 80, 1, persimmon(art)), h: 0 }, 900, 150, 0.6, '#C9D6AC')
  s.drop({ body: at(0, 80, 1, persimmon(art, '#F08A3C')), h: 0 }, 800, 90, 0.5, '#C9D6AC')
  s.add(daylight(art, { o: 0.26 }))
}

export const cloth = { picnic, 'gift-wrap': giftWrap }
