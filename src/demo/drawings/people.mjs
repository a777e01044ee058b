// Portraits. Few features, real light: shade on the right of face and hair, blush, a calm mouth. Origin: middle of the face.

import { people } from './cast.mjs'
import { body, extras, tops } from './clothes.mjs'
import { form, spray } from './form.mjs'
import { back, front } from './hair.mjs'
import { drop, lift, mix } from './palette.mjs'
import { Art, at, fill, oval, poly, rrect, stroke } from './svg.mjs'

const FACE = 'M-68 -36C-70 -112 70 -112 68 -36C67 22 54 60 24 84C10 94 -10 94 -24 84C-54 60 -67 22 -68 -36Z'
const INK = '#2A211E'
/** Skin in shade goes warm, not grey. */
const warm = (skin, t = 0.3) => mix(skin, '#C4583C', t)

function features(art, { skin, age = 30, smile = 1, eyes = 'open', beard, glasses, lip, brow = INK }) {
  const line = drop(skin, 0.42),
    dx = -7,
    e = 29
  const eye = (x) =>
    eyes === 'closed'
      ? stroke(`M${x - 10} 3Q${x} 12 ${x + 10} 3`, INK, 3.6)
      : fill(oval(x, 3, 5.4, 6.8), INK) +
        fill(oval(x - 1.8, 0.6, 1.7), '#fff', 'opacity=".9"') +
        stroke(`M${x - 10} -3Q${x} -10 ${x + 10} -3`, INK, 2.6, 'opacity=".8"')
  const brows = [-e, e].map((x) => stroke(`M${x + dx - 13} -20Q${x + dx} -29 ${x + dx + 13} -21`, brow, 4.4, 'opacity=".85"')).join('')
  const nose =
    stroke(`M${dx - 3} 2C${dx - 10} 18 ${dx - 13} 26 ${dx - 8} 30Q${dx} 34 ${dx + 7} 30`, line, 3, 'opacity=".65"') +
    fill(`M${dx + 1} -6C${dx + 12} 14 ${dx + 16} 26 ${dx + 8} 31C${dx + 2} 22 ${dx} 8 ${dx + 1} -6Z`, drop(skin, 0.28), 'opacity=".35"')
  const mouth =
    smile > 1
      ? fill(`M${dx - 19} 50Q${dx} 57 ${dx + 19} 50Q${dx + 12} 68 ${dx} 68Q${dx - 12} 68 ${dx - 19} 50Z`, '#8E3B36') +
        fill(
          `M${dx - 15} 51.500Q${dx} 57 ${dx + 15} 51.500Q${dx + 10} 58 ${dx} 58Q${dx - 10} 58 ${dx - 15} 51.500Z`.replaceAll(
            '51.500',
            '51.5',
          ),
          '#FFF9F2',
        )
      : stroke(`M${dx - 15} 53Q${dx} ${53 + 10 * smile} ${dx + 15} 52`, lip ?? drop(mix(skin, '#B5443A', 0.55), 0.12), 4.4) +
        stroke(`M${dx - 7} 66Q${dx} 69 ${dx + 7} 66`, drop(skin, 0.25), 3, 'opacity=".5"')
  const blush = [-44, 40].map((x) => fill(oval(x + dx, 32, 19, 14), '#D8432B', `opacity=".3" ${art.blur(6)}`)).join('')
  const lines =
    age > 55
      ? stroke(
          `M${dx - 27} 40Q${dx - 34} 50 ${dx - 31} 60M${dx + 27} 40Q${dx + 34} 50 ${dx + 31} 60M-56 8L-62 14M42 8L48 14M-30 -56Q-6 -62 20 -56`,
          line,
          2.2,
          'opacity=".4"',
        )
      : ''
  const hairOnFace = !beard
    ? ''
    : beard.style === 'stubble'
      ? fill(
          'M-66 10C-60 60 -40 96 0 98C40 96 60 60 66 10C54 40 34 40 18 40Q-6 34 -28 40C-44 42 -56 38 -66 10Z',
          beard.c,
          `opacity=".2" ${art.blur(3)}`,
        )
      : form(
          art,
          'M-70 -10C-72 60 -46 116 -4 118C44 116 72 60 70 -10C62 20 54 36 36 38C20 36 6 34 -7 38C-22 34 -36 36 -48 38C-60 34 -66 16 -70 -10ZM-30 54Q-7 46 18 54Q8 68 -7 68Q-22 68 -30 54Z',
          beard.c,
          { k: [-14, -8], grain: 0.8 },
        ) + fill('M-26 54Q-7 48 13 54Q4 64 -7 64Q-18 64 -26 54Z', '#A5544A')
  const frame = glasses
    ? [-e - 1, e + 1]
        .map(
          (x) =>
            fill(oval(x + dx, 4, 25, 23), '#fff', 'opacity=".2"') +
            stroke(oval(x + dx, 4, 25, 23), glasses, 4.4) +
            fill(
              poly([
                [x + dx - 16, -10],
                [x + dx - 4, -14],
                [x + dx - 14, 14],
                [x + dx - 20, 10],
              ]),
              '#fff',
              'opacity=".35"',
            ),
        )
        .join('') + stroke(`M${dx - 5} 0Q${dx} -6 ${dx + 5} 0M${-e + dx - 26} 0L-68 -8M${e + dx + 26} 0L68 -8`, glasses, 4.4)
    : ''
  return blush + lines + hairOnFace + eye(-e + dx) + eye(e + dx) + brows + nose + (beard?.style === 'full' ? '' : mouth) + frame
}

/** Head and shoulders at the origin. */
export function bust(art, p) {
  const shadow = drop(warm(p.skin), 0.2),
    neckD = 'M-34 56C-34 96 -38 118 -62 140C-40 196 40 196 62 140C38 118 34 96 34 56Z'
  const neck = `<g ${art.clip(neckD)}>${fill(
    neckD,
    art.lin([
      [0, p.skin],
      [1, drop(warm(p.skin, 0.15), 0.08)],
    ]),
  )}<g transform="translate(12 24)">${fill(FACE, shadow)}</g></g>`
  const ears = [-69, 69]
    .map((x) =>
      form(art, oval(x, 6, 12, 19), x < 0 ? p.skin : drop(warm(p.skin, 0.2), 0.08), { k: [-4, -3], grain: 0, tone: warm(p.skin) }),
    )
    .join('')
  const chest = p.top[0] === 'dress' ? form(art, body, p.skin, { k: [-20, -10], shade: 0.12, tone: warm(p.skin, 0.24), grain: 0.4 }) : ''
  const face = form(art, FACE, p.skin, { k: [-20, -5], shade: 0.1, tone: warm(p.skin, 0.24), light: 0.18, grain: 0.5 })
  const late = ['headphones'].includes(p.extra)
  const cap =
    p.hair[0] !== 'none'
      ? `<g ${art.clip(FACE)}><g transform="translate(7 12)" opacity=".3">${front(art, [p.hair[0], drop(warm(p.skin, 0.4), 0.5)])}</g></g>`
      : ''
  return (
    back(art, p.hair) +
    chest +
    neck +
    tops[p.top[0]](art, p.top[1]) +
    (p.extra && !late ? extras[p.extra](art) : '') +
    ears +
    face +
    cap +
    features(art, p) +
    front(art, p.hair) +
    (late ? extras[p.extra](art) : '')
  )
}

/** A square portrait on a two-colour ground. */
export function avatarSvg(slug, size = 512) {
  const p = people[slug],
    art = new Art(512, 512, slug),
    [a, b] = p.bg
  const ground =
    fill(
      rrect(0, 0, 512, 512),
      art.lin(
        [
          [0, lift(a, 0.4)],
          [1, drop(a, 0.06)],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    fill(
      oval(276, 262, 196),
      art.lin(
        [
          [0, lift(b, 0.2)],
          [1, drop(b, 0.1)],
        ],
        [0, 0, 1, 1],
      ),
    ) +
    spray(art, [80, 66, 392, 392], drop(b, 0.4), 0.2, 0.16)
  const who = bust(art, p)
  const shade = `<g ${art.silhouette(drop(b, 0.5), 10, [0.08, 0.08])} opacity=".35">${at(286, 238, 1.12, who)}</g>`
  return art.svg(ground + shade + at(252, 222, 1.12, who)).replace('width="512" height="512"', `width="${size}" height="${size}"`)
}
