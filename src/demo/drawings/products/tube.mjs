import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { lathe, profile } from '../shade.mjs'
import { at, fill, rrect, stroke } from '../svg.mjs'

/** Aluminium tube of hand cream, standing on its cap, the fold on top. */
export function handCream(art, c, { tilt = 0.2 } = {}) {
  const d = 'M-92 -376L92 -376C88 -260 74 -150 62 -72L-62 -72C-74 -150 -88 -260 -92 -376Z'
  const leaf = (r, k) =>
    `<g transform="rotate(${r}) scale(${k})">${fill('M0 0C16 -26 16 -56 0 -84C-16 -56 -16 -26 0 0Z', '#FBF6EA')}${stroke('M0 -6L0 -70', c, 3)}</g>`
  return {
    body:
      lathe(
        art,
        profile([
          [52, -78, 6],
          [60, -64, 6],
          [58, -10, 8],
          [50, 0, 0],
        ]),
        '#FBF3E6',
        { tilt, mat: 'gloss', top: 'none' },
      ) +
      [-38, -18, 2, 22, 40].map((x) => stroke(`M${x} -58L${x} -4`, '#C9B79C', 3, 'opacity=".5"')).join('') +
      form(art, d, c, {
        k: [-20, -2],
        shade: 0.26,
        inside:
          fill('M-76 -372C-66 -260 -60 -150 -52 -74L-40 -74C-44 -160 -44 -260 -50 -372Z', '#fff', 'opacity=".5"') +
          fill('M70 -372C62 -250 52 -150 44 -74L58 -74C68 -150 80 -260 84 -372Z', drop(c, 0.4), 'opacity=".35"'),
      }) +
      form(art, rrect(-98, -412, 196, 42, 4), '#C9CFCF', { k: [-3, -8], shade: 0.28 }) +
      [-402, -390, -380].map((y) => stroke(`M-94 ${y}L92 ${y}`, '#8B979B', 2.4, 'opacity=".7"')).join('') +
      at(0, -230, 1, leaf(0, 1) + leaf(-44, 0.8) + leaf(44, 0.8)) +
      fill(rrect(-40, -206, 80, 9, 3), '#FBF6EA') +
      fill(rrect(-26, -188, 52, 7, 3), '#FBF6EA', 'opacity=".75"') +
      stroke('M-94 -408L60 -408', '#fff', 3, 'opacity=".8"') +
      fill(rrect(-62, -76, 124, 7), lift('#C9CFCF', 0.1)),
    w: 200,
    h: 412,
    foot: 54,
  }
}
