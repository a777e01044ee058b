// The catalogue: who draws a product, in which colours, on what set. with: companions [name, dx, dy, scale, colour].

import { form } from '../form.mjs'
import { drop, lift } from '../palette.mjs'
import { slice, sprig } from '../props.mjs'
import { fill, oval, rrect, stroke } from '../svg.mjs'
import * as coffee from './coffee.mjs'
import * as digital from './digital.mjs'
import * as food from './food.mjs'
import * as home from './home.mjs'
import * as kitchen from './kitchen.mjs'
import * as outdoor from './outdoor.mjs'
import * as skincare from './skincare.mjs'

/** Things that lie under a product in a flat-lay. */
const board = (art, W, c) => ({
  body:
    form(art, rrect(-W * 0.2, -W * 0.4, W * 0.4, W * 0.72, 26), c, { k: [-7, -9], shade: 0.26 }) +
    form(art, rrect(-W * 0.05, W * 0.3, W * 0.1, W * 0.14, 22), c, { k: [-5, -5], shade: 0.26 }) +
    fill(oval(0, W * 0.4, 13), drop(c, 0.5)) +
    [-0.13, -0.05, 0.04, 0.12]
      .map((k) => stroke(`M${W * k} ${-W * 0.39}Q${W * (k + 0.02)} 0 ${W * k} ${W * 0.31}`, drop(c, 0.25), 2.4, 'opacity=".4"'))
      .join(''),
})
const felt = (art, W, c) => ({
  body:
    form(art, rrect(-W * 0.42, -W * 0.27, W * 0.84, W * 0.54, 30), c, { k: [-4, -4], shade: 0.2 }) +
    stroke(rrect(-W * 0.405, -W * 0.255, W * 0.81, W * 0.51, 24), lift(c, 0.4), 2, 'stroke-dasharray="9 7" opacity=".6"'),
})
const tomato = (art) =>
  fill(
    oval(0, 0, 74),
    art.lin(
      [
        [0, '#F0826C'],
        [0.5, '#D8432B'],
        [1, '#A83222'],
      ],
      [0, 0, 1, 1],
    ),
  ) +
  fill(oval(-24, -26, 18, 12), '#fff', 'opacity=".45"') +
  [0, 72, 144, 216, 288].map((r) => `<g transform="rotate(${r})">${fill('M0 0Q10 -14 0 -36Q-10 -14 0 0Z', '#5C8A4A')}</g>`).join('')
const cutLemon = (art) => slice(art, '#F2C53D', 74)
const twig =
  (c, bend = 0.3, round = false) =>
  (art) =>
    sprig(art, c, 300, { bend, pairs: 6, round, size: round ? 0.22 : 0.26 })
const cup = (art) => coffee.mugAbove(art, '#F4EFE4').body

const entry = (family, draw, colours, set = {}) => ({ family, draw, colours, set })

export const products = {
  serum: entry('skincare', skincare.serum, ['#D98A4B', '#8FB08A', '#C9796B'], {
    wall: 0,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    plinth: '#F4E3D2',
    size: 0.58,
    with: [['ball', 0.25, 0.02, 0.8, '#D98E73']],
  }),
  cream: entry('skincare', skincare.cream, ['#E9C3A6', '#B9CBAE', '#E5B7B0'], {
    wall: 1,
    table: 0,
    accent: 1,
    shape: 'sun',
    light: 'none',
    plinth: '#E7EBDD',
    size: 0.4,
    with: [['bud', -0.25, -0.06, 1.25, '#8FB08A']],
  }),
  sunscreen: entry('skincare', skincare.sunscreen, ['#E98F5A', '#6FAFA6', '#E9B949'], {
    wall: 2,
    accent: 0,
    shape: 'sun',
    light: 'slats',
    size: 0.58,
    with: [
      ['lemon', 0.25, -0.03, 1.0, '#F2C53D'],
      ['stones', -0.25, -0.05, 0.9, '#D9C6B0'],
    ],
  }),
  perfume: entry('skincare', skincare.perfume, ['#E3A06F', '#A7BE8F', '#CE8C97'], {
    wall: 0,
    table: 1,
    accent: 2,
    shape: 'none',
    light: 'window',
    plinth: '#D98E73',
    size: 0.52,
    with: [['dry', -0.28, -0.05, 1.25, '#F4E3D2']],
  }),
  gaiwan: entry('kitchen', kitchen.gaiwan, ['#A9C7B2', '#F0E6D2', '#8FA9B8'], {
    wall: 0,
    table: 1,
    accent: 2,
    shape: 'sun',
    light: 'none',
    size: 0.5,
    with: [
      ['cup', 0.29, 0.02, 1.15, '#F0E6D2'],
      ['dry', -0.3, -0.1, 1.2, '#6F8F7E'],
    ],
  }),
  'tea-tin': entry('kitchen', kitchen.teatin, ['#2F6B52', '#B4532F', '#3C4A58'], {
    wall: 1,
    table: 1,
    accent: 0,
    shape: 'arch',
    light: 'leaves',
    size: 0.56,
    with: [
      ['cup', 0.24, 0.03, 1.2, '#F0E6D2'],
      ['persimmon', -0.24, -0.04, 0.75, '#E8692F'],
    ],
  }),
  mug: entry('kitchen', kitchen.mug, ['#C4683F', '#6F9C86', '#5D7189'], {
    wall: 3,
    table: 0,
    accent: 2,
    shape: 'none',
    light: 'window',
    size: 0.46,
    with: [['books', -0.2, -0.09, 1.3, '#B4532F']],
  }),
  'cast-pot': entry('kitchen', kitchen.castpot, ['#C9472F', '#2F6F5E', '#E0A53C'], {
    wall: 1,
    table: 2,
    accent: 3,
    shape: 'split',
    light: 'none',
    size: 0.56,
    with: [['lemon', 0.3, 0.05, 0.9, '#F2C53D']],
  }),
  knife: entry('kitchen', kitchen.knife, ['#6B4327', '#23282B', '#A4683B'], {
    wall: '#CFDCCB',
    table: '#F1E6D4',
    accent: '#C08A57',
    shape: 'arch',
    view: 'top',
    mat: board,
    matRot: 28,
    rot: 28,
    size: 0.62,
    scatter: [
      [tomato, -0.3, -0.22, 1, 0],
      [tomato, -0.2, -0.34, 0.8, 40],
      [cutLemon, 0.34, 0.2, 0.9, 10],
      [twig('#6E9B6A'), 0.38, 0.0, 1, 20],
    ],
  }),
  dripper: entry('kitchen', coffee.dripper, ['#F2EADB', '#C4683F', '#2B2F2D'], {
    wall: 2,
    table: 1,
    accent: 2,
    shape: 'panel',
    light: 'none',
    size: 0.58,
  }),
  lamp: entry('home', home.lamp, ['#C8552F', '#3E6B5A', '#E3B04B'], {
    wall: 1,
    table: 1,
    accent: 2,
    shape: 'sun',
    with: [['books', 0.24, 0.0, 1.0, '#3E6B5A']],
  }),
  cushion: entry('home', home.cushion, ['#C58A6A', '#8FA6B5', '#A9AE8C'], {
    wall: 0,
    table: 2,
    accent: 0,
    shape: 'arch',
    light: 'slats',
    size: 0.5,
  }),
  candle: entry('home', home.candle, ['#D9B08C', '#9DB0A0', '#C99A9A'], {
    wall: 3,
    table: 1,
    accent: 1,
    shape: 'niche',
    size: 0.42,
    plinth: '#E7D8C6',
    with: [['stones', 0.28, 0.0, 0.8, '#B9A28E']],
  }),
  basket: entry('home', home.basket, ['#C99A5E', '#A9805A', '#D9BE8E'], {
    wall: 0,
    table: 0,
    accent: 0,
    shape: 'none',
    light: 'window',
    size: 0.5,
    with: [['bud', -0.32, -0.08, 1.2, '#C8825F']],
  }),
  lantern: entry('outdoor', outdoor.lantern, ['#2F5D4A', '#B5482B', '#34424F'], {
    wall: '#4F6F7A',
    table: '#A98F5E',
    accent: '#2F4F55',
    shape: 'hill',
    light: 'none',
    with: [
      ['log', -0.26, 0.0, 1.2, '#7A5236'],
      ['stones', 0.27, -0.03, 0.8, '#8A8590'],
    ],
  }),
  thermos: entry('outdoor', outdoor.thermos, ['#2F6B52', '#D79A3A', '#5E7F99'], {
    wall: 0,
    table: 1,
    accent: '#7FA68C',
    shape: 'hill',
    size: 0.58,
    with: [
      ['stones', -0.24, 0.0, 0.95, '#A9A39A'],
      ['log', 0.28, -0.06, 1.1, '#8A5F3E'],
    ],
  }),
  tent: entry('outdoor', outdoor.tent, ['#E0A53C', '#5E8F78', '#C96A45'], {
    wall: '#F0C9A0',
    table: '#8FA27E',
    accent: '#5D8A7A',
    shape: 'hill',
    horizon: 0.62,
    base: 0.78,
    size: 0.62,
  }),
  backpack: entry('outdoor', outdoor.backpack, ['#3E6B5A', '#C4683F', '#3E536B'], { wall: 3, table: 0, accent: 0, shape: 'sun' }),
  headphones: entry('digital', digital.headphones, ['#E6E0D4', '#7FB59B', '#8E86B5'], {
    wall: 1,
    table: 0,
    accent: 0,
    shape: 'arch',
    light: 'none',
    with: [['cube', 0.32, -0.06, 1.0, '#8E86B5']],
  }),
  speaker: entry('digital', digital.speaker, ['#7FA894', '#5A6779', '#B98FB0'], {
    wall: 0,
    table: 1,
    accent: 2,
    shape: 'panel',
    light: 'leaves',
    size: 0.48,
    with: [['bud', 0.28, -0.02, 1.1, '#F4F3F0']],
  }),
  keyboard: entry('digital', digital.keyboard, ['#7C86A8', '#7FB59B', '#3A4250'], {
    wall: '#CDE2D6',
    table: '#E4DCEB',
    accent: '#5A6779',
    shape: 'none',
    view: 'top',
    mat: felt,
    matRot: -8,
    rot: -8,
    size: 0.72,
    scatter: [
      [cup, -0.3, -0.36, 0.95, 20],
      [twig('#7FB59B', 0.3), 0.4, 0.46, 1, -20],
    ],
  }),
  honey: entry('food', food.honey, ['#EBA02E', '#C9741F', '#F2C04E'], {
    wall: 2,
    table: 0,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    size: 0.5,
    with: [['lemon', 0.28, 0.02, 1.05, '#F2C53D']],
  }),
  coffee: entry('food', food.coffee, ['#2F5D4A', '#8A4A2F', '#2B2F3A'], {
    wall: 1,
    table: 1,
    accent: 3,
    shape: 'none',
    light: 'window',
    size: 0.56,
    with: [
      ['cup', 0.28, 0.03, 1.3, '#FBF4E6'],
      ['ball', -0.26, -0.03, 0.7, '#8A4A2F'],
    ],
  }),
}
