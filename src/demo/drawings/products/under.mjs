// Things that lie under or beside a product that is seen from above.
import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { slice, sprig } from '../props.mjs'
import { fill, oval, rrect, stroke } from '../svg.mjs'

/** A cutting board, W wide in the picture's widths. */
export const board = (art, W, c) => ({
  body:
    form(art, rrect(-W * 0.2, -W * 0.4, W * 0.4, W * 0.72, 26), c, { k: [-7, -9], shade: 0.26 }) +
    form(art, rrect(-W * 0.05, W * 0.3, W * 0.1, W * 0.14, 22), c, { k: [-5, -5], shade: 0.26 }) +
    fill(oval(0, W * 0.4, 13), drop(c, 0.5)) +
    [-0.13, -0.05, 0.04, 0.12]
      .map((k) => stroke(`M${W * k} ${-W * 0.39}Q${W * (k + 0.02)} 0 ${W * k} ${W * 0.31}`, drop(c, 0.25), 2.4, 'opacity=".4"'))
      .join(''),
})

/** A felt desk pad with a seam. */
export const felt = (art, W, c) => ({
  body:
    form(art, rrect(-W * 0.42, -W * 0.27, W * 0.84, W * 0.54, 30), c, { k: [-4, -4], shade: 0.2 }) +
    stroke(rrect(-W * 0.405, -W * 0.255, W * 0.81, W * 0.51, 24), lift(c, 0.4), 2, 'stroke-dasharray="9 7" opacity=".6"'),
})

export const tomato = (art) => {
  const skin = art.lin(
    [
      [0, '#F0826C'],
      [0.5, '#D8432B'],
      [1, '#A83222'],
    ],
    [0, 0, 1, 1],
  )
  const crown = [0, 72, 144, 216, 288].map((r) => `<g transform="rotate(${r})">${fill('M0 0Q10 -14 0 -36Q-10 -14 0 0Z', '#5C8A4A')}</g>`)
  return fill(oval(0, 0, 74), skin) + fill(oval(-24, -26, 18, 12), '#fff', 'opacity=".45"') + crown.join('')
}

export const cutLemon = (art) => slice(art, '#F2C53D', 74)

export const twig =
  (c, bend = 0.3, round = false) =>
  (art) =>
    sprig(art, c, 300, { bend, pairs: 6, round, size: round ? 0.22 : 0.26 })
