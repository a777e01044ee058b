// The rail and the bench.

import { form } from '../form.mjs'
import { daylight, wash, wood } from '../furniture.mjs'
import { drop, lift } from '../palette.mjs'
import { plant } from '../props.mjs'
import { at, fill, oval, rrect, stroke } from '../svg.mjs'

/** A garment on a hanger, half seen, as on a full rail. */
const garment = (art, c, w, h) =>
  stroke('M0 6L0 -22C0 -40 22 -36 20 -54', '#8b8f8c', 6) +
  form(art, `M${-w * 0.13} 4Q0 18 ${w * 0.13} 4L${w * 0.5} 52L${w * 0.54} ${h}Q0 ${h + 14} ${-w * 0.54} ${h}L${-w * 0.5} 52Z`, c, {
    k: [-10, -6],
    shade: 0.26,
    inside: [-0.28, 0.06, 0.3]
      .map((f) =>
        fill(
          `M${w * f} 60Q${w * (f + 0.1)} ${h * 0.6} ${w * f} ${h + 8}L${w * (f + 0.12)} ${h + 8}Q${w * (f + 0.2)} ${h * 0.6} ${w * f} 60Z`,
          drop(c, 0.5),
          `opacity=".32" ${art.blur(5)}`,
        ),
      )
      .join(''),
  }) +
  form(
    art,
    `M${-w * 0.5} 52C${-w * 0.34} 30 ${-w * 0.12} 40 ${-w * 0.08} 90L${-w * 0.16} ${h * 0.74}L${-w * 0.56} ${h * 0.72}Z`,
    lift(c, 0.06),
    { k: [-7, -4], shade: 0.26 },
  ) +
  fill(
    `M${-w * 0.56} ${h * 0.69}L${-w * 0.165} ${h * 0.71}L${-w * 0.16} ${h * 0.74}L${-w * 0.56} ${h * 0.72}Z`,
    drop(c, 0.3),
    'opacity=".6"',
  )

const rail = (look) => (s, art) => {
  const { wall, floor } = look
  s.add(
    wash(art, [0, 0, 900, 960], wall, [0, 0, 0.9, 1], 0.35, 0.1),
    fill(rrect(0, 920, 900, 40), lift(wall, 0.5)),
    wood(art, 0, 960, 900, 240, floor, 4),
    fill(
      rrect(0, 960, 900, 60),
      art.lin(
        [
          [0, '#3a2418', 0.2],
          [1, '#3a2418', 0],
        ],
        [0, 0, 0, 1],
      ),
    ),
  )
  s.still(daylight(art, { o: 0.36, leaf: false }))
  const post = (x) =>
    fill(
      rrect(x, 150, 18, 900, 9),
      art.lin([
        [0, '#E7B98A'],
        [0.4, '#C28B58'],
        [1, '#8E5E35'],
      ]),
    )
  const rack =
    post(96) +
    post(786) +
    fill(
      rrect(60, 170, 790, 18, 9),
      art.lin(
        [
          [0, '#E7B98A'],
          [0.5, '#C28B58'],
          [1, '#8E5E35'],
        ],
        [0, 0, 0, 1],
      ),
    )
  s.add(`<g ${art.silhouette(drop(wall, 0.4), 10, [0.05, 0.05])} opacity=".3" transform="translate(46 26)">${rack}</g>`)
  const shade = (x, g) =>
    s.add(`<g ${art.silhouette(drop(wall, 0.45), 12, [0.3, 0.1])} opacity=".34">${at(x + 34, 246, 1, g)}</g>`, at(x, 222, 1, g))
  s.add(rack)
  shade(200, garment(art, look.clothes[0], 130, 470))
  shade(300, garment(art, look.clothes[1], 124, 430))
  shade(724, garment(art, look.clothes[2], 132, 520))
  shade(640, garment(art, look.clothes[3], 120, 430))
  s.put('sweater', 460, 704, 520, { ground: wall, contact: 0, cast: 0, colour: look.sweater })
  const bench =
    form(art, 'M120 1000L760 1000L800 1046L90 1046Z', '#D9B083', { k: [0, -4] }) +
    fill(
      rrect(90, 1046, 710, 24, 4),
      art.lin(
        [
          [0, '#B98556'],
          [1, '#8E5E35'],
        ],
        [0, 0, 0, 1],
      ),
    ) +
    [120, 740]
      .map((x) =>
        fill(
          rrect(x, 1070, 26, 96, 3),
          art.lin([
            [0, '#C28B58'],
            [1, '#80532e'],
          ]),
        ),
      )
      .join('')
  s.add(fill(oval(480, 1160, 400, 26), '#3a2418', `opacity=".35" ${art.blur(14)}`), bench)
  s.put('sneakers', 320, 1034, 150, { ground: '#D9B083', colour: look.shoes })
  s.put('tote', 640, 1030, 340, { ground: '#D9B083', colour: look.tote })
  s.prop(plant(art, look.plant, '#F0E6D8', '#4E7F5C'), 46, 1150, 0.78, floor)
}

export const wardrobes = {
  wardrobe: rail({
    wall: '#E4D5C6',
    floor: '#C7A27E',
    clothes: ['#5C7A9A', '#F0E4D0', '#C98F5A', '#8FA27E'],
    sweater: 0,
    shoes: 0,
    tote: 0,
    plant: 'rubber',
  }),
  'wardrobe-autumn': rail({
    wall: '#A9B5A2',
    floor: '#A97C58',
    clothes: ['#7A4A5E', '#B5532B', '#E3B04B', '#3E536B'],
    sweater: 1,
    shoes: 1,
    tote: 1,
    plant: 'olive',
  }),
}
