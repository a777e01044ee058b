// Small things that keep a product company on its set.

import { block, form } from './form.mjs'
import { drop, lift, mix } from './palette.mjs'
import { books, lemon, persimmon, sprig, stone } from './props.mjs'
import { lathe, profile } from './shade.mjs'
import { at, fill, n, oval, rrect, stroke } from './svg.mjs'

/** Standing companions for product sets, by name. Foot at the origin. */
export const companions = {
  bud: (art, c) => ({
    body:
      at(0, -96, 1, sprig(art, '#7FA487', 210, { bend: 0.34, pairs: 5, round: true, size: 0.24 })) +
      lathe(
        art,
        profile([
          [13, -112, 2],
          [15, -96, 10],
          [44, -58, 30],
          [42, -8, 18],
          [30, 0, 0],
        ]),
        c,
        { mat: 'gloss', top: 'open' },
      ),
    w: 90,
    h: 300,
    foot: 40,
  }),
  dry: (art, c) => ({
    body:
      [-0.5, -0.2, 0.1, 0.42]
        .map((b, i) =>
          at(
            0,
            -100,
            1,
            stroke(`M0 0Q${n(b * 40)} -90 ${n(b * 150)} ${-150 - i * 16}`, '#A9834F', 3) +
              at(
                b * 150,
                -150 - i * 16,
                1,
                form(art, 'M0 12C-14 0 -14 -30 0 -52C14 -30 14 0 0 12Z', mix('#E3B878', '#D8432B', i * 0.12), { k: [-4, -4], grain: 0.3 }),
                b * 46,
              ),
          ),
        )
        .join('') +
      lathe(
        art,
        profile([
          [16, -118, 2],
          [15, -96, 10],
          [38, -70, 20],
          [40, -8, 14],
          [32, 0, 0],
        ]),
        c,
        { top: 'open' },
      ),
    w: 90,
    h: 290,
    foot: 38,
  }),
  persimmon: (art, c) => ({ body: persimmon(art, c), w: 200, h: 160, foot: 66 }),
  lemon: (art, c) => ({ body: lemon(art, c), w: 170, h: 114, foot: 54 }),
  ball: (art, c) => ({
    body:
      form(art, oval(0, -60, 60), c, { k: [-20, -16], shade: 0.24 }) + fill(oval(-22, -84, 13, 9), '#fff', `opacity=".45" ${art.blur(4)}`),
    w: 120,
    h: 120,
    foot: 30,
  }),
  stones: (art, c) => ({
    body: stone(art, c, 150, 76) + at(-6, -68, 1, stone(art, lift(c, 0.3), 110, 54)) + at(4, -116, 1, stone(art, drop(c, 0.1), 70, 38)),
    w: 150,
    h: 154,
    foot: 62,
  }),
  cup: (art, c) => ({
    body:
      lathe(
        art,
        profile([
          [62, -74, 3],
          [54, -26, 20],
          [30, 0, 0],
        ]),
        c,
        { tilt: 0.26, mat: 'gloss', top: 'open' },
      ) +
      fill(oval(0, -66, 48, 12), '#B98A3C') +
      fill(oval(-10, -68, 22, 5), '#E2BE72'),
    w: 124,
    h: 90,
    foot: 34,
  }),
  books: (art, c) => ({ ...books(art, [c, lift(c, 0.5)], 250, 36), flatFoot: true }),
  log: (art, c) => ({
    body:
      fill(
        rrect(-90, -62, 150, 62, 8),
        art.lin(
          [
            [0, lift(c, 0.2)],
            [0.5, c],
            [1, drop(c, 0.35)],
          ],
          [0, 0, 0, 1],
        ),
      ) +
      fill(oval(62, -31, 20, 31), lift(c, 0.5)) +
      stroke(oval(62, -31, 12, 20), drop(c, 0.1), 3) +
      stroke(oval(62, -31, 5, 9), drop(c, 0.1), 3) +
      stroke('M-70 -44L10 -46M-50 -22L30 -20', drop(c, 0.4), 3, 'opacity=".5"'),
    w: 170,
    h: 62,
    foot: 84,
    flatFoot: true,
  }),
  cube: (art, c) => ({ body: block(art, 110, 90, c, { depth: 0.5 }), w: 146, h: 110, foot: 62, flatFoot: true }),
}
