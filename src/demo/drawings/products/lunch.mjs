import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { slice } from '../props.mjs'
import { lathe, patch, profile } from '../shade.mjs'
import { at, curve, fill, oval, rrect, stroke } from '../svg.mjs'

const lacquer = (art, c, y, h, r) =>
  lathe(
    art,
    profile([
      [r, y - h, 6],
      [r + 6, y - h + 14, 8],
      [r + 6, y - 10, 10],
      [r - 4, y, 0],
    ]),
    c,
    { tilt: 0.24, mat: 'gloss' },
  )

/** Two-tier lunch box with a band; `above` is the lower tier, open and filled. */
export function bento(art, c, { above = false } = {}) {
  if (above) return open(art, c)
  const lid = profile([
    [150, -236, 10],
    [182, -218, 14],
    [184, -196, 0],
  ])
  const band = fill(patch(lid, -0.5, -0.28, -240, -190, 0.24), '#2B2F33') + fill(patch(lid, 0.28, 0.5, -240, -190, 0.24), '#2B2F33')
  const strap = (f) =>
    stroke(`M${f * 72} -196L${f * 74} 34`, '#2B2F33', 34) + stroke(`M${f * 72 - 10} -190L${f * 74 - 10} 30`, '#5A6066', 5, 'opacity=".8"')
  const sticks =
    stroke('M-150 -250L170 -272', '#6B3A22', 11) +
    stroke('M-146 -254L170 -275', '#D39A68', 3) +
    stroke('M-140 -236L180 -256', '#6B3A22', 11)
  return {
    body:
      lacquer(art, c, 0, 98, 174) +
      lacquer(art, lift(c, 0.2), -98, 96, 174) +
      lathe(art, lid, '#D2A271', { tilt: 0.24, inside: band }) +
      stroke('M-110 -258C-60 -266 30 -264 90 -256M-128 -240C-60 -252 60 -250 120 -238', '#9C6A40', 3, 'opacity=".45"') +
      strap(-1) +
      strap(1) +
      sticks,
    w: 370,
    h: 284,
    foot: 172,
  }
}

function open(art, c) {
  const rice =
    form(art, rrect(-190, -274, 180, 248, 18), '#FBF6EA', { k: [-4, -4], shade: 0.1 }) +
    [...Array(90)]
      .map(() => {
        const [x, y] = [art.rnd.range(-182, -22), art.rnd.range(-266, -36)]
        return fill(
          oval(x, y, 7, 3.4),
          art.rnd.pick(['#FFFFFF', '#EFE7D6', '#F7F0E2']),
          `transform="rotate(${art.rnd.int(0, 180)} ${Math.round(x)} ${Math.round(y)})"`,
        )
      })
      .join('') +
    [...Array(26)].map(() => fill(oval(art.rnd.range(-150, -54), art.rnd.range(-236, -70), 3.6, 2.4), '#23282B')).join('') +
    form(art, oval(-100, -152, 27), '#B5382B', { k: [-6, -6] })
  const egg = [0, 1, 2]
    .map((i) =>
      at(
        40 + i * 44,
        -226,
        1,
        form(art, rrect(-24, -40, 46, 80, 12), '#F2C53D', { k: [-4, -5] }) +
          stroke('M-10 -24C12 -20 12 18 -8 22C-14 8 -2 -2 4 4', '#D79A2A', 4),
        8,
      ),
    )
    .join('')
  const fish = at(
    104,
    -122,
    1,
    form(
      art,
      curve([
        [-92, 6],
        [-70, -34],
        [40, -40],
        [92, -14],
        [74, 30],
        [-50, 36],
      ]),
      '#E8845C',
      { k: [-8, -8] },
    ) + [-50, -14, 22, 56].map((x) => stroke(`M${x} -32Q${x + 16} 0 ${x + 4} 30`, '#FBD3B4', 6, 'opacity=".85"')).join(''),
  )
  const broccoli = [
    [36, -60],
    [76, -54],
    [58, -78],
  ]
    .map(([x, y]) =>
      at(
        x,
        y,
        1,
        [
          [-12, 0],
          [10, -8],
          [0, 10],
          [14, 10],
        ]
          .map(([dx, dy]) => form(art, oval(dx, dy, 17), '#4F8A4A', { k: [-4, -4], grain: 1 }))
          .join(''),
      ),
    )
    .join('')
  const tomato = [
    [132, -62],
    [168, -84],
    [166, -44],
  ]
    .map(([x, y]) => form(art, oval(x, y, 21), '#D8432B', { k: [-6, -6] }) + fill(oval(x - 7, y - 8, 5, 4), '#fff', 'opacity=".7"'))
    .join('')
  return {
    body:
      form(art, rrect(-216, -300, 432, 300, 46), c, { k: [-8, -9], shade: 0.3 }) +
      fill(
        rrect(-200, -284, 400, 268, 34),
        art.lin(
          [
            [0, drop('#6B3A22', 0.2)],
            [1, '#7E4A2C'],
          ],
          [0, 0, 1, 1],
        ),
      ) +
      rice +
      fill(rrect(-10, -280, 10, 258, 4), drop('#8A5A36', 0.1)) +
      fill(rrect(2, -178, 190, 9, 4), drop('#8A5A36', 0.1)) +
      egg +
      fish +
      broccoli +
      tomato +
      at(176, -182, 0.5, slice(art, '#F2C53D', 46)) +
      stroke('M-180 -294L120 -294', '#fff', 4, 'opacity=".5"'),
    w: 432,
    h: 300,
    foot: 200,
  }
}

/** A rice bowl in ash glaze, filled; the glaze ends above an unglazed foot. */
export function bowl(art, c) {
  const tilt = 0.3
  const clay = '#8A5A3C'
  const foot = lathe(
    art,
    profile([
      [74, -34, 0],
      [70, -4, 6],
      [66, 0, 0],
    ]),
    clay,
    { tilt, shine: false },
  )
  const wall = profile([
    [172, -176, 5],
    [166, -150, 24],
    [138, -78, 46],
    [78, -26, 0],
  ])
  const glaze =
    fill(patch(wall, -1, 1, -46, -20, tilt), drop(clay, 0.06), 'opacity=".9"') +
    fill('M-96 -20Q-84 18 -70 -16ZM-20 4Q-4 44 14 6ZM70 -14Q84 14 98 -22Z', drop(c, 0.08), 'opacity=".9"') +
    fill(patch(wall, -1, 1, -176, -158, tilt), drop(c, 0.32), 'opacity=".35"')
  return {
    body: foot + lathe(art, wall, c, { tilt, mat: 'gloss', top: 'open', inside: glaze }) + heap(art, tilt),
    w: 350,
    h: 262,
    foot: 72,
  }
}

/** Rice that stands above the rim, with half a soft egg and cut spring onion on it. */
function heap(art, tilt) {
  const mound = form(art, `M-146 -174C-140 -226 -70 -262 -4 -262C70 -262 138 -228 146 -174A146 ${146 * tilt} 0 0 1 -146 -174Z`, '#FBF6EA', {
    k: [-10, -8],
    shade: 0.12,
  })
  const grains = [...Array(120)].map(() => {
    const [x, y] = [art.rnd.range(-128, 128), art.rnd.range(-244, -142)]
    if ((x / 140) ** 2 + ((y + 190) / 60) ** 2 > 1) return ''
    return fill(
      oval(x, y, 7, 3.4),
      art.rnd.pick(['#FFFFFF', '#EDE4D2', '#F7F0E2']),
      `transform="rotate(${art.rnd.int(0, 180)} ${Math.round(x)} ${Math.round(y)})"`,
    )
  })
  const egg =
    at(-32, -228, 1, form(art, oval(0, 0, 52, 34), '#FFFDF7', { k: [-6, -5], shade: 0.12 }), -14) +
    at(-32, -230, 1, form(art, oval(0, 0, 28, 19), '#EE9A2E', { k: [-5, -4], shade: 0.2 }), -14) +
    fill(oval(-42, -238, 8, 4), '#fff', 'opacity=".6"')
  const onions = [...Array(16)].map(() => {
    const [x, y] = [art.rnd.range(24, 108), art.rnd.range(-232, -186)]
    return stroke(
      `M${Math.round(x - 7)} ${Math.round(y)}q7 -6 14 ${art.rnd.int(-3, 4)}`,
      art.rnd.pick(['#5E8F4E', '#7FB06A', '#A9C98A']),
      6,
    )
  })
  return mound + grains.join('') + egg + onions.join('')
}
