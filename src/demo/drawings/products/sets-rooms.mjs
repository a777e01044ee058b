// Sets of what lives indoors. with: companions [name, dx, dy, scale, colour]; scatter: [make, dx, dy, scale, turn].

import { blanket } from './blanket.mjs'
import { dripper, mugAbove } from './dripper.mjs'
import * as food from './food.mjs'
import * as home from './home.mjs'
import { kettle } from './kettle.mjs'
import * as kitchen from './kitchen.mjs'
import { bento, bowl } from './lunch.mjs'
import * as skincare from './skincare.mjs'
import { chocolate, driedMango, mango, piece } from './sweets.mjs'
import { handCream } from './tube.mjs'
import { board, cutLemon, tomato, twig } from './under.mjs'

const on = (draw, set) => ({ draw, set })
const cupAbove = (art) => mugAbove(art, '#F4EFE4').body

export const sets = {
  serum: on(skincare.serum, {
    wall: 0,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    plinth: '#F4E3D2',
    size: 0.58,
    with: [['ball', 0.25, 0.02, 0.8, '#D98E73']],
  }),
  cream: on(skincare.cream, {
    wall: 1,
    table: 0,
    accent: 1,
    shape: 'sun',
    plinth: '#E7EBDD',
    size: 0.4,
    with: [['bud', -0.25, -0.06, 1.25, '#8FB08A']],
  }),
  lipstick: on(skincare.lipstick, {
    wall: 3,
    table: 2,
    accent: 0,
    shape: 'niche',
    size: 0.56,
    with: [
      ['ball', 0.2, -0.04, 0.9, '#F0C9B5'],
      ['ball', -0.2, 0.03, 0.55, '#C23B32'],
    ],
  }),
  sunscreen: on(skincare.sunscreen, {
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
  perfume: on(skincare.perfume, {
    wall: 0,
    table: 1,
    accent: 2,
    shape: 'none',
    light: 'window',
    plinth: '#D98E73',
    size: 0.52,
    with: [['dry', -0.28, -0.05, 1.25, '#F4E3D2']],
  }),
  'hand-cream': on(handCream, {
    wall: 1,
    table: 1,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    size: 0.6,
    with: [
      ['stones', 0.24, -0.01, 0.85, '#C9B7A4'],
      ['ball', -0.22, 0.03, 0.7, '#E9A98C'],
    ],
  }),
  gaiwan: on(kitchen.gaiwan, {
    wall: 0,
    table: 1,
    accent: 2,
    shape: 'sun',
    size: 0.5,
    with: [
      ['cup', 0.29, 0.02, 1.15, '#F0E6D2'],
      ['dry', -0.3, -0.1, 1.2, '#6F8F7E'],
    ],
  }),
  'tea-tin': on(kitchen.teatin, {
    wall: '#E8D9C3',
    table: '#DCC3A6',
    accent: '#F6EEDF',
    shape: 'arch',
    light: 'leaves',
    size: 0.56,
    with: [
      ['cup', 0.24, 0.03, 1.2, '#F0E6D2'],
      ['persimmon', -0.24, -0.04, 0.75, '#E8692F'],
    ],
  }),
  mug: on(kitchen.mug, {
    wall: 3,
    table: 0,
    accent: 2,
    shape: 'none',
    light: 'window',
    size: 0.46,
    with: [['books', -0.2, -0.09, 1.3, '#B4532F']],
  }),
  'cast-pot': on(kitchen.castpot, {
    wall: 1,
    table: 2,
    accent: '#A9573C',
    shape: 'split',
    size: 0.56,
    with: [['lemon', 0.3, 0.05, 0.9, '#F2C53D']],
  }),
  knife: on(kitchen.knife, {
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
  dripper: on(dripper, { wall: 2, table: 1, accent: 2, shape: 'panel', size: 0.58 }),
  kettle: on(kettle, {
    wall: 3,
    table: 1,
    accent: 2,
    shape: 'sun',
    light: 'window',
    size: 0.62,
    x: 0.5,
    with: [['cup', -0.3, 0.05, 1.1, '#F0E6D2']],
  }),
  bowl: on(bowl, {
    wall: '#8FB09A',
    table: 1,
    accent: '#E8D9C3',
    shape: 'arch',
    light: 'window',
    size: 0.47,
    with: [['cup', 0.31, 0.02, 1.25, '#C4683F']],
  }),
  bento: on(bento, {
    wall: 1,
    table: 0,
    accent: 1,
    shape: 'sun',
    light: 'slats',
    size: 0.46,
    with: [
      ['persimmon', 0.3, 0.02, 0.7, '#E8692F'],
      ['cup', -0.3, 0.03, 1.0, '#F0E6D2'],
    ],
  }),
  lamp: on(home.lamp, { wall: 1, table: 1, accent: 2, shape: 'sun', with: [['books', 0.24, 0.0, 1.0, '#3E6B5A']] }),
  cushion: on(home.cushion, { wall: 0, table: 2, accent: 2, shape: 'arch', light: 'slats', size: 0.5 }),
  vase: on(home.vase, {
    wall: 2,
    table: 0,
    accent: 2,
    shape: 'sun',
    size: 0.62,
    with: [
      ['persimmon', 0.2, 0.02, 0.7, '#E8692F'],
      ['persimmon', 0.32, -0.02, 0.56, '#F0803A'],
    ],
  }),
  candle: on(home.candle, {
    wall: 3,
    table: 1,
    accent: 1,
    shape: 'niche',
    size: 0.42,
    plinth: '#E7D8C6',
    with: [['stones', 0.28, 0.0, 0.8, '#B9A28E']],
  }),
  basket: on(home.basket, {
    wall: 0,
    table: 0,
    accent: 0,
    shape: 'none',
    light: 'window',
    size: 0.5,
    with: [['bud', -0.32, -0.08, 1.2, '#C8825F']],
  }),
  blanket: on(blanket, {
    wall: 3,
    table: 1,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    size: 0.46,
    with: [['bud', 0.32, -0.05, 1.2, '#C8825F']],
  }),
  honey: on(food.honey, {
    wall: 2,
    table: 0,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    size: 0.5,
    with: [['lemon', 0.28, 0.02, 1.05, '#F2C53D']],
  }),
  coffee: on(food.coffee, {
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
  noodles: on(food.noodles, { wall: 3, table: 1, accent: 2, shape: 'split', size: 0.58 }),
  chocolate: on(chocolate, {
    wall: '#D9A58A',
    table: '#F3E3CC',
    view: 'top',
    rot: -16,
    size: 0.6,
    scatter: [
      [piece, 0.28, -0.3, 1.2, 20],
      [piece, 0.36, -0.2, 1.1, -30],
      [(art) => piece(art, '#42251B'), -0.32, 0.3, 1.1, 12],
      [cupAbove, 0.3, 0.3, 0.9, 20],
      [twig('#8FA27E', 0.3, true), -0.36, -0.1, 0.9, -20],
    ],
  }),
  'dried-mango': on(driedMango, {
    wall: 0,
    table: 0,
    accent: 2,
    shape: 'sun',
    light: 'slats',
    size: 0.58,
    with: [['lemon', 0.3, -0.02, 0.9, '#F2C53D']],
  }),
}

/** Loose slices for tables that show the pouch. */
export const looseMango = (art) => mango(art, '#F2A52E')
