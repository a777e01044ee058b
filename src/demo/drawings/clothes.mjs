// What portraits wear, in the coordinates of people.mjs: the neck ends near y = 130, the picture at 330.

import { form } from './form.mjs'
import { drop, lift } from './palette.mjs'
import { fill, oval, rrect, stroke } from './svg.mjs'

export const body = 'M-206 330C-208 222 -172 176 -96 150C-60 138 -40 132 -34 122L34 122C40 132 60 138 96 150C172 176 208 222 206 330Z'
export const tops = {
  crew: (art, c) =>
    form(
      art,
      'M-206 330C-208 222 -172 176 -96 150C-76 143 -62 140 -52 134C-30 166 30 166 52 134C62 140 76 143 96 150C172 176 208 222 206 330Z',
      c,
      { k: [-26, -12], shade: 0.22 },
    ) +
    stroke('M-54 138C-30 172 30 172 54 138', lift(c, 0.25), 9) +
    stroke('M-120 330C-124 280 -116 250 -104 230M124 330C126 280 120 250 110 226', drop(c, 0.4), 4, 'opacity=".45"'),
  none: () => '',
  turtle: (art, c) => tops.crew(art, c) + tops.collar(art, c),
  collar: (art, c) =>
    form(art, 'M-46 96C-20 108 20 108 46 96L54 150C26 172 -26 172 -54 150Z', c, { k: [-12, -4], shade: 0.24 }) +
    [-32, -16, 0, 16, 32].map((x) => stroke(`M${x} 108L${x * 1.15} 158`, drop(c, 0.3), 3, 'opacity=".4"')).join(''),
  shirt: (art, c) =>
    form(art, body, c, { k: [-26, -12], shade: 0.2 }) +
    fill('M-34 122L0 196L34 122L30 110L-30 110Z', '#00000000') +
    form(art, 'M-36 116C-60 126 -76 140 -80 150L-44 204L2 186Z', lift(c, 0.2), { k: [-6, -4] }) +
    form(art, 'M36 116C60 126 76 140 80 150L46 204L2 186Z', lift(c, 0.08), { k: [-8, -4] }) +
    stroke('M2 188L4 330', drop(c, 0.35), 3, 'opacity=".5"') +
    [226, 270, 314].map((y) => fill(oval(12, y, 5), lift(c, 0.6))).join(''),
  blazer: (art, c) =>
    fill('M-60 134L0 330L60 134Z', '#FBF6EC') +
    form(art, 'M-206 330C-208 222 -172 176 -96 150C-76 143 -62 140 -46 128L-8 330Z', c, { k: [-22, -8], shade: 0.22 }) +
    form(art, 'M206 330C208 222 172 176 96 150C76 143 62 140 46 128L-4 330Z', drop(c, 0.08), { k: [-26, -10], shade: 0.24 }) +
    form(art, 'M-50 130L-84 156L-92 208L-66 214L-6 330L-10 286Z', lift(c, 0.14), { k: [-5, -4] }) +
    form(art, 'M50 130L84 156L92 208L68 214L-2 330L6 280Z', lift(c, 0.03), { k: [-7, -4] }),
  hoodie: (art, c) =>
    form(art, 'M-100 152C-96 90 -50 80 0 96C50 80 96 90 100 152C60 190 -60 190 -100 152Z', drop(c, 0.16), { k: [-14, -6] }) +
    tops.crew(art, c) +
    stroke('M-24 162L-28 238M26 162L30 226', lift(c, 0.6), 6) +
    form(art, 'M-104 150C-90 116 -60 110 -44 122C-30 164 30 164 44 122C60 110 90 116 104 150C66 200 -66 200 -104 150Z', lift(c, 0.05), {
      k: [-10, -6],
      shade: 0.24,
    }),
  dress: (art, c) =>
    form(art, 'M-206 330C-208 240 -180 186 -116 158C-96 190 -50 226 0 228C50 226 96 190 116 158C180 186 208 240 206 330Z', c, {
      k: [-24, -12],
      shade: 0.22,
    }),
}

export const extras = {
  hoops: () => [-72, 70].map((x) => stroke(oval(x, 36, 9, 11), '#D9B25F', 4)).join(''),
  studs: () => [-70, 69].map((x) => fill(oval(x, 24, 5), '#FBF3DF') + fill(oval(x - 1.5, 22, 1.8), '#fff')).join(''),
  necklace: () => stroke('M-46 140C-26 186 26 186 46 140', '#D9B25F', 3.4) + fill(oval(0, 178, 7, 8), '#D9B25F'),
  scarf: (art) =>
    form(art, 'M-74 104C-40 132 40 132 74 104C92 120 94 146 80 160C40 190 -40 190 -84 158C-94 140 -92 118 -74 104Z', '#D8432B', {
      k: [-16, -10],
      shade: 0.26,
    }) +
    form(art, 'M34 164L86 152L104 300L54 310Z', '#C43A25', { k: [-12, -4], shade: 0.24 }) +
    stroke('M-70 128C-30 152 30 152 76 128M50 196L92 190', '#F2B544', 5, 'opacity=".8"'),
  headphones: (art) =>
    stroke('M-78 0C-96 -150 96 -150 78 0', '#23282B', 15) +
    stroke('M-82 -30C-84 -120 0 -128 20 -122', '#fff', 4, 'opacity=".5"') +
    [-1, 1].map((f) => form(art, rrect(f * 80 - 19, -30, 38, 70, 18), f < 0 ? '#37B26C' : '#1E7F4F', { k: [-6, -6] })).join(''),
}
