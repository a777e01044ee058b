import { drop, lift } from '../palette.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, stroke } from '../svg.mjs'

/** Gooseneck kettle for pouring; steel if the colour is the steel of the list. */
export function kettle(art, c) {
  const metal = c === '#B9C0C2'
  const neck = metal ? drop(c, 0.25) : drop(c, 0.15)
  const grip = metal ? '#2B2F2D' : drop(c, 0.2)
  const body =
    stroke('M150 -60C290 -110 300 150 168 150', grip, 26) +
    stroke('M154 -64C278 -104 290 130 172 142', lift(grip, 0.3), 6, 'opacity=".7"') +
    stroke('M-130 130C-250 130 -190 -40 -300 -50', neck, 26) +
    stroke('M-134 124C-238 122 -184 -48 -296 -57', lift(c, metal ? 0.7 : 0.3), 6, 'opacity=".6"') +
    lathe(
      art,
      profile([
        [86, -110, 6],
        [104, -60, 20],
        [150, 150, 24],
        [130, 170, 0],
      ]),
      c,
      { tilt: 0.2, mat: metal ? 'metal' : 'gloss', grain: metal ? 0 : 1 },
    ) +
    lathe(
      art,
      profile([
        [14, -152, 8],
        [20, -136, 6],
        [12, -112, 0],
      ]),
      metal ? '#2B2F2D' : '#D2A95E',
      { mat: metal ? 'gloss' : 'metal', grain: 0 },
    )
  return { body: at(0, -170, 1, body), w: 590, h: 326, foot: 136 }
}
