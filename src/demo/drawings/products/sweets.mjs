import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { at, curve, fill, oval, rrect, stroke } from '../svg.mjs'

/** One piece of a bar of chocolate, 66×58. */
export const piece = (art, c = '#5A321F') =>
  form(art, rrect(-33, -29, 66, 58, 6), c, { k: [-4, -4], shade: 0.3, grain: 0.4 }) +
  fill(rrect(-22, -19, 44, 38, 4), lift(c, 0.1)) +
  stroke('M-22 -17L20 -17', lift(c, 0.5), 3, 'opacity=".7"')

/** Bar of chocolate, half out of its foil. */
export function chocolate(art, c) {
  const cacao = c === '#D9A23A' ? '#7A4A2C' : c === '#3C4A58' ? '#42251B' : '#5A321F'
  const grid = [0, 1, 2]
    .flatMap((j) => [0, 1, 2].filter((i) => !(j === 0 && i === 2)).map((i) => at(-68 + i * 68, -428 + j * 60, 1, piece(art, cacao))))
    .join('')
  const foil = form(art, 'M-116 -288L-88 -316L-60 -290L-30 -320L2 -292L34 -318L62 -288L92 -314L116 -286L116 -220L-116 -220Z', '#D9DCDA', {
    k: [-5, -5],
    shade: 0.3,
  })
  const hill = `<g ${art.clip(rrect(-120, -264, 240, 264, 6))}>${fill('M-120 -90Q-50 -170 20 -104Q70 -150 120 -100L120 0L-120 0Z', lift(c, 0.5))}${fill('M-120 -52Q0 -120 120 -46L120 0L-120 0Z', drop(c, 0.2))}${fill(oval(54, -146, 24), '#FBF3E0')}</g>`
  return {
    body:
      fill(rrect(-104, -460, 208, 200, 6), drop(cacao, 0.2), 'opacity="0"') +
      grid +
      foil +
      form(art, rrect(-120, -264, 240, 264, 6), c, { k: [-7, -7], shade: 0.24 }) +
      hill +
      fill(rrect(-88, -238, 120, 14, 4), '#FBF6EA') +
      fill(rrect(-88, -214, 76, 9, 3), '#FBF6EA', 'opacity=".75"') +
      stroke('M-116 -260L80 -260', '#fff', 3, 'opacity=".5"'),
    w: 240,
    h: 458,
    foot: 118,
    flatFoot: true,
  }
}

/** One dried slice of mango, about 120 long. */
export const mango = (art, c) =>
  form(
    art,
    curve([
      [-60, 4],
      [-34, -24],
      [20, -28],
      [60, -8],
      [48, 18],
      [-10, 24],
    ]),
    c,
    { k: [-6, -7], shade: 0.2 },
  ) + stroke('M-38 -4Q4 -18 40 -6M-24 8Q4 0 26 8', lift(c, 0.5), 3, 'opacity=".6"')

/** Stand-up pouch of dried mango with a window. */
export function driedMango(art, c) {
  const d =
    'M-146 -400L146 -400C140 -330 158 -200 158 -100C160 -50 150 -10 132 0C60 14 -60 14 -132 0C-150 -10 -160 -50 -158 -100C-158 -200 -140 -330 -146 -400Z'
  const gap = 'M-92 -190C-92 -254 92 -254 92 -190L92 -92C92 -40 -92 -40 -92 -92Z'
  const inside = `<g ${art.clip(gap)}>${fill(gap, '#8A4A1C')}${[
    [-50, -80, 20],
    [40, -76, -24],
    [-20, -116, -50],
    [56, -130, 14],
    [-60, -150, 60],
    [6, -168, -10],
    [58, -200, 40],
    [-36, -206, 10],
  ]
    .map(([x, y, r], i) => at(x, y, 0.86, mango(art, i % 2 ? '#F2A52E' : '#F7BC4A'), r))
    .join('')}${fill('M-92 -250L-30 -250L-80 -40L-92 -40Z', '#fff', 'opacity=".3"')}</g>`
  const leaf = fill('M0 0C20 -30 60 -34 84 -18C64 10 26 16 0 0Z', '#5E9B4B') + stroke('M8 -2Q40 -14 74 -16', '#CFE5A8', 3)
  return {
    body:
      form(art, d, c, {
        k: [-24, -8],
        shade: 0.22,
        inside:
          fill('M-126 -390C-100 -300 -118 -150 -128 -40C-150 -150 -140 -300 -126 -390Z', '#fff', `opacity=".3" ${art.blur(7)}`) +
          fill('M132 -390C112 -260 130 -120 120 0L160 0L160 -390Z', drop(c, 0.4), 'opacity=".3"'),
      }) +
      form(art, 'M-150 -436L150 -436L146 -388L-146 -388Z', lift(c, 0.2), { k: [-4, -8], shade: 0.2 }) +
      [-414, -404].map((y) => stroke(`M-140 ${y}L140 ${y}`, drop(c, 0.3), 3, 'opacity=".5"')).join('') +
      fill(rrect(-92, -340, 130, 17, 4), '#FFFBEF') +
      fill(rrect(-92, -312, 84, 10, 3), '#FFFBEF', 'opacity=".75"') +
      at(40, -300, 0.8, leaf, -20) +
      inside +
      stroke(gap, lift(c, 0.5), 4, 'opacity=".8"'),
    w: 320,
    h: 438,
    foot: 150,
    flatFoot: true,
  }
}
