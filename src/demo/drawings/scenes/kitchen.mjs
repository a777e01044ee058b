// Kitchen counters.

import { form } from '../form.mjs'
import { counter, daylight, tiles, wash, window } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { steam } from '../place.mjs'
import { lemon, persimmon, plant } from '../props.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'
import { hills } from '../weather.mjs'

export const kitchenSteam = {
  size: [900, 1200],
  draw(s, art) {
    const top = '#D9B48A'
    s.add(tiles(art, 0, 0, 900, 780, '#C9D8CB', 100))
    s.add(
      window(art, 500, 60, 340, 400, {
        frame: '#FBF5EA',
        sky: ['#BFDDE6', '#FBEBCB'],
        cols: 2,
        rows: 1,
        view: hills(art, 420, [
          ['#A9C59A', 110, 0.2],
          ['#86AE7A', 60, 0],
        ]),
      }),
    )
    const shelf = (x, y, w) =>
      fill(rrect(x + 10, y + 18, w, 34), drop('#C9D8CB', 0.5), `opacity=".3" ${art.blur(10)}`) +
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
    s.put('tea-tin', 92, 300, 190, { ground: '#9C6A40', colour: 1, cast: 0.5, lean: 0.3 })
    s.put('honey', 236, 300, 150, { ground: '#9C6A40', cast: 0.5, lean: 0.3 })
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
          [-18, 0, 18].map((x) => fill(rrect(x - 4, 104, 8, 66, 4), '#C9D8CB')).join(''),
      ),
    )
    s.add(counter(art, 780, top, { y2: 1120, edge: 80 }))
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
    s.put('cast-pot', 610, 942, 330, { ground: top })
    s.lay('knife', 300, 1014, 360, { rot: 82, ground: '#B87F4C', z: 0.5 })
    const tomato = (x, y, k) => s.prop({ body: persimmon(art, '#D8432B'), w: 200, h: 170, foot: 60 }, x, y, k, '#B87F4C')
    tomato(130, 970, 0.5)
    tomato(226, 950, 0.44)
    s.prop({ body: lemon(art), w: 170, h: 114, foot: 50 }, 690, 1080, 0.8, top)
    s.prop({ body: lemon(art, '#E9D04A'), w: 170, h: 114, foot: 50 }, 800, 1066, 0.72, top)
    s.add(steam(art, 610, 640, 330, 0.7), daylight(art, { leaf: false, o: 0.2 }))
  },
}

export const coffeePour = {
  size: [900, 1200],
  draw(s, art) {
    const wall = '#D9A58A',
      top = '#F1E6D4'
    s.add(wash(art, [0, 0, 900, 1200], wall, [0, 0, 0.8, 1], 0.3, 0.12))
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
    s.add(counter(art, 830, top, { y2: 1130, edge: 70 }))
    s.put('coffee', 706, 940, 400, { ground: top, colour: 0 })
    s.put('dripper', 330, 1040, 500, { ground: top })
    s.put('mug', 640, 1090, 178, { ground: top, colour: 1 })
    // A gooseneck kettle leaning in from the upper right, pouring.
    const c = '#2F3B3A',
      kettle =
        stroke('M150 -60C290 -110 300 150 168 150', drop(c, 0.2), 26) +
        stroke('M154 -64C278 -104 290 130 172 142', lift(c, 0.3), 6, 'opacity=".7"') +
        stroke('M-130 130C-250 130 -190 -40 -300 -50', drop(c, 0.15), 26) +
        stroke('M-134 124C-238 122 -184 -48 -296 -57', lift(c, 0.3), 6, 'opacity=".6"') +
        lathe(
          art,
          profile([
            [86, -110, 6],
            [104, -60, 20],
            [150, 150, 24],
            [130, 170, 0],
          ]),
          c,
          { tilt: 0.2, mat: 'gloss' },
        ) +
        lathe(
          art,
          profile([
            [14, -152, 8],
            [20, -136, 6],
            [12, -112, 0],
          ]),
          '#D2A95E',
          { mat: 'metal', grain: 0 },
        )
    const ground = drop(wall, 0.5)
    s.add(
      `<g ${art.silhouette(ground, 12, [0.1, 0.1])} opacity=".28">${at(690, 300, 0.94, kettle, -24)}</g>`,
      at(650, 260, 0.94, kettle, -24),
    )
    s.add(
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
    s.add(steam(art, 340, 570, 260, 0.55), steam(art, 630, 920, 140, 0.4))
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
    s.add(beans, daylight(art, { o: 0.22, leaf: true }))
  },
}
