// The stove, the coffee corner.

import { form } from '../form.mjs'
import { counter, curtain, daylight, tiles, wash, window } from '../furniture.mjs'
import { drop } from '../palette.mjs'
import { steam } from '../place.mjs'
import { products } from '../products/sets.mjs'
import { lemon, persimmon, plant } from '../props.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'
import { glow, hills } from '../weather.mjs'

const stove = (look) => (s, art) => {
  const { top } = look
  s.add(tiles(art, -100, -200, 1100, 980, look.tile, 100))
  s.add(
    window(art, 500, 60, 340, 400, {
      frame: '#FBF5EA',
      sky: look.sky,
      cols: 2,
      rows: 1,
      view: hills(art, 420, look.hills),
    }),
  )
  const shelf = (x, y, w) =>
    fill(rrect(x + 10, y + 18, w, 34), drop(look.tile, 0.5), `opacity=".3" ${art.blur(10)}`) +
    fill(
      rrect(x, y, w, 20, 3),
      art.lin(
        [
          [0, '#C79666'],
          [1, '#9C6A40'],
        ],
        [0, 0, 0, 1],
      ),
    )
  s.add(shelf(-20, 300, 430))
  s.put('tea-tin', 92, 300, 190, { ground: '#9C6A40', colour: look.tin, cast: 0.5, lean: 0.3 })
  s.put('honey', 236, 300, 150, { ground: '#9C6A40', colour: look.honey, cast: 0.5, lean: 0.3 })
  s.prop(plant(art, 'fern', '#F0E6D2', '#5C8A5A'), 350, 300, 0.42, '#9C6A40', { cast: 0.4, lean: 0.2 })
  const rail = stroke('M40 420L410 420', '#B98B45', 9) + stroke('M40 417L410 417', '#EBCB8C', 3)
  const hang = (x, d) => stroke(`M${x} 420q10 8 4 22`, '#B98B45', 5) + at(x, 440, 1, d)
  s.add(
    rail,
    hang(
      110,
      stroke('M0 0L0 120', '#A9764A', 12) + form(art, 'M-26 116C-34 160 -20 214 0 216C22 214 36 160 26 116Z', '#B9824F', { k: [-6, -4] }),
    ),
    hang(
      210,
      stroke('M0 0L0 130', '#8b979e', 9) +
        form(art, oval(0, 168, 44, 42), '#9FB0B5', { k: [-8, -6] }) +
        [...Array(12)].map((_, i) => fill(oval(-22 + (i % 4) * 15, 152 + Math.floor(i / 4) * 15, 3), '#52636a')).join(''),
    ),
    hang(
      312,
      stroke('M0 0L0 90', '#23282B', 14) +
        form(art, 'M-34 88L34 88L38 190Q0 202 -38 190Z', '#2B3236', { k: [-8, -4] }) +
        [-18, 0, 18].map((x) => fill(rrect(x - 4, 104, 8, 66, 4), look.tile)).join(''),
    ),
  )
  look.lamp?.(s, art)
  s.cut().add(counter(art, 780, top, { y2: 1120, edge: 80 }))
  s.prop(
    {
      body:
        form(art, 'M-230 -150L190 -150L250 0L-290 0Z', '#B87F4C', { k: [-4, -6] }) +
        fill(rrect(-290, 0, 540, 22, 4), '#8A5A32') +
        [-120, -60, 30, 110].map((x) => stroke(`M${x} -148L${x * 1.25} -4`, '#9A6A3C', 2.4, 'opacity=".5"')).join(''),
      w: 540,
      h: 150,
      foot: 260,
    },
    270,
    1060,
    1,
    top,
    { cast: 0.4 },
  )
  s.put('cast-pot', 610, 942, 330, { ground: top, colour: look.pot, opts: s.moving ? { part: 'pot' } : undefined })
  s.lay('knife', 300, 1014, 360, { rot: 82, ground: '#B87F4C', z: 0.5, colour: look.knife })
  const tomato = (x, y, k) => s.prop({ body: persimmon(art, '#D8432B'), w: 200, h: 170, foot: 60 }, x, y, k, '#B87F4C')
  tomato(130, 970, 0.5)
  tomato(226, 950, 0.44)
  s.prop({ body: lemon(art), w: 170, h: 114, foot: 50 }, 690, 1080, 0.8, top)
  s.prop({ body: lemon(art, '#E9D04A'), w: 170, h: 114, foot: 50 }, 800, 1066, 0.72, top)
  look.light(s, art)
  if (s.moving) s.cut().put('cast-pot', 610, 942, 330, { colour: look.pot, opts: { part: 'lid' }, mark: false, cast: 0, contact: 0 })
  s.still(steam(art, 610, 640, 330, 0.7))
}

function pour(s, art) {
  const wall = '#D9A58A',
    top = '#F1E6D4'
  s.add(wash(art, [-200, -200, 1300, 1900], wall, [0, 0, 0.8, 1], 0.3, 0.12))
  const arch = 'M90 830L90 440A270 270 0 0 1 630 440L630 830Z'
  s.add(
    `<g ${art.clip(arch)}>${fill(
      arch,
      art.lin(
        [
          [0, '#8A3F28'],
          [1, '#C4683F'],
        ],
        [0, 0, 1, 1],
      ),
    )}<g transform="translate(36 30)">${fill(arch, '#C9714A')}</g></g>`,
  )
  s.cut().add(counter(art, 830, top, { y2: 1130, edge: 70 }))
  s.put('coffee', 706, 940, 400, { ground: top, colour: 0 })
  s.put('dripper', 330, 1040, 500, { ground: top, opts: { level: s.state.level } })
  s.put('mug', 640, 1090, 178, { ground: top, colour: 1 })
  // The kettle leans in from the upper right.
  const can = at(0, 170, 1, products.kettle.draw(art, products.kettle.colours[0]).body)
  const ground = drop(wall, 0.5)
  s.add(`<g ${art.silhouette(ground, 12, [0.1, 0.1])} opacity=".28">${at(690, 300, 0.94, can, -24)}</g>`, at(650, 260, 0.94, can, -24))
  s.still(
    stroke(
      'M372 334C344 350 336 420 334 560',
      art.lin(
        [
          [0, '#fff', 0.9],
          [1, '#E8F1F0', 0.5],
        ],
        [0, 334, 0, 560],
        true,
      ),
      10,
    ),
    stroke('M374 334C348 352 340 420 337 560', '#fff', 3, 'opacity=".9"'),
  )
  s.note('kettle', 0, 650, 270)
  s.still(steam(art, 340, 570, 260, 0.55), steam(art, 630, 920, 140, 0.4))
  const beans = [...Array(13)]
    .map(() =>
      at(
        art.rnd.range(60, 560),
        art.rnd.range(1064, 1120),
        art.rnd.range(0.8, 1.2),
        fill(oval(3, 5, 15, 8), '#a98', 'opacity=".6"') +
          form(art, oval(0, 0, 14, 9), '#5A331E', { k: [-3, -3], grain: 0 }) +
          stroke('M-10 2Q0 -4 10 1', '#341b0f', 2),
        art.rnd.int(-50, 50),
      ),
    )
    .join('')
  s.add(beans).still(daylight(art, { o: 0.22, leaf: true }))
}

function coffeeWindow(s, art) {
  const top = '#E3CBAA'
  s.add(wash(art, [0, 0, 900, 1200], '#AFC1C4', [0, 0, 0.9, 1], 0.3, 0.16))
  s.add(
    window(art, 250, 80, 560, 560, {
      frame: '#FBF5EA',
      sky: ['#BFD6DF', '#FCE3C0'],
      cols: 2,
      rows: 2,
      view: hills(art, 620, [
        ['#B9C9BC', 190, 0.1],
        ['#93AF9C', 110, -0.1],
        ['#7A9A84', 60, 0.1],
      ]),
    }),
    curtain(art, -30, 30, 190, 800, '#F3E8D8', 4),
    counter(art, 800, top, { y2: 1130, edge: 70 }),
  )
  s.prop(plant(art, 'olive', '#C4683F', '#6E9068'), 790, 840, 0.72, top)
  s.put('coffee', 190, 960, 370, { ground: top, colour: 1 })
  s.put('dripper', 430, 1060, 480, { ground: top, colour: 1 })
  s.put('mug', 190, 1096, 150, { ground: top, colour: 2 })
  s.put('kettle', 690, 1080, 240, { ground: top, colour: 1 })
  s.still(steam(art, 430, 580, 240, 0.55), daylight(art, { o: 0.24, leaf: true }))
}

const noon = stove({
  top: '#D9B48A',
  tile: '#C9D8CB',
  tin: 1,
  honey: 0,
  pot: 0,
  knife: 0,
  sky: ['#BFDDE6', '#FBEBCB'],
  hills: [
    ['#A9C59A', 110, 0.2],
    ['#86AE7A', 60, 0],
  ],
  light: (s, art) => s.still(daylight(art, { leaf: false, o: 0.2 })),
})

const night = stove({
  top: '#8E6242',
  tile: '#3F5560',
  tin: 2,
  honey: 1,
  pot: 1,
  knife: 1,
  sky: ['#1B2A44', '#4A4F78'],
  hills: [
    ['#33466A', 110, 0.2],
    ['#26374F', 60, 0],
  ],
  lamp: (s, art) => s.add(glow(art, 600, 640, 560, 0.5), glow(art, 240, 240, 300, 0.25)),
  light: () => undefined,
})

export const kitchens = { 'kitchen-steam': noon, 'kitchen-night': night, 'coffee-pour': pour, 'coffee-window': coffeeWindow }
