import { drop, lift } from '../palette.mjs'
import { lathe, patch, profile, well } from '../shade.mjs'
import { fill, oval, stroke } from '../svg.mjs'

/** `level`: how full the server is, 0–1. */
export function dripper(art, c, { tilt = 0.24, level = 1 } = {}) {
  const brim = -26 - 62 * level
  const server = profile([
    [52, -208, 6],
    [64, -188, 30],
    [124, -92, 60],
    [128, -20, 30],
    [108, 0, 0],
  ])
  const coffee = profile([
    [128, brim, 0],
    [128, Math.max(brim + 4, -22), 30],
    [106, -4, 0],
  ])
  const brew =
    lathe(art, coffee, '#5A2F19', { tilt, mat: 'gloss', top: 'none', grain: 0, shine: false }) +
    fill(
      oval(0, brim, 124, 27),
      art.lin([
        [0, '#6d3d20'],
        [1, '#9a6239'],
      ]),
    )
  const handle =
    stroke('M112 -158C206 -160 200 -36 122 -38', '#C59A6A', 16) + stroke('M114 -161C198 -163 194 -42 124 -43', '#E4C39B', 5, 'opacity=".7"')
  const glass = lathe(art, server, '#cfe0dc', { tilt, mat: 'glass', top: 'none', inside: brew })
  const cone = profile([
    [132, -376, 4],
    [48, -232, 8],
    [46, -214, 0],
  ])
  const ribs = [-0.5, -0.18, 0.16, 0.48]
    .map((f) => fill(patch(cone, f, f + 0.035, -366, -246, tilt), drop(c, 0.28), 'opacity=".4"'))
    .join('')
  const plate = lathe(
    art,
    profile([
      [92, -222, 3],
      [92, -208, 3],
      [88, -206, 0],
    ]),
    c,
    { tilt, mat: 'gloss', shine: false },
  )
  const grip =
    stroke('M96 -318C168 -322 166 -262 74 -262', drop(c, 0.14), 18) +
    stroke('M98 -322C158 -326 158 -268 78 -267', lift(c, 0.3), 6, 'opacity=".8"')
  const paper =
    lathe(
      art,
      profile([
        [128, -394, 0],
        [118, -372, 0],
      ]),
      '#F3E6CF',
      { tilt, mat: 'paper', top: 'none', grain: 0.2 },
    ) +
    well(art, 128, -394, '#EBD9BC', tilt, false, 0.03) +
    fill(oval(0, -384, 104, 21), '#4a2a18') +
    fill(oval(-8, -386, 70, 13), '#75482a')
  return {
    body: handle + glass + plate + grip + lathe(art, cone, c, { tilt, mat: 'gloss', top: 'none', inside: ribs }) + paper,
    w: 330,
    h: 426,
    foot: 122,
  }
}

/** A full mug from above. */
export function mugAbove(art, c, drink = '#6B3F22') {
  return {
    body:
      stroke('M70 -30C150 -60 160 30 84 30', drop(c, 0.2), 26) +
      stroke('M70 -34C144 -58 150 20 84 24', lift(c, 0.1), 16) +
      fill(
        oval(0, 0, 100),
        art.lin(
          [
            [0, lift(c, 0.4)],
            [1, drop(c, 0.25)],
          ],
          [0, 0, 1, 1],
        ),
      ) +
      fill(
        oval(0, 0, 88),
        art.lin(
          [
            [0, drop(c, 0.4)],
            [1, drop(c, 0.05)],
          ],
          [0, 0, 1, 1],
        ),
      ) +
      fill(
        oval(2, 3, 80),
        art.rad([
          [0, lift(drink, 0.3)],
          [0.7, drink],
          [1, drop(drink, 0.3)],
        ]),
      ) +
      stroke('M-56 -40A72 72 0 0 1 10 -68', '#fff', 5, 'opacity=".4"'),
    h: 0,
    w: 200,
  }
}
