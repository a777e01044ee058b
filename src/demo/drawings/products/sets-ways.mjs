// Sets of what goes out of the door, and of what hums. See sets-rooms.mjs for the fields.

import * as digital from './digital.mjs'
import { mugAbove } from './dripper.mjs'
import * as fashion from './fashion.mjs'
import { campChair, headlamp } from './gear.mjs'
import * as outdoor from './outdoor.mjs'
import { deskClock, eReader } from './screens.mjs'
import * as textiles from './textiles.mjs'
import { felt, twig } from './under.mjs'

const on = (draw, set) => ({ draw, set })
const cup = (art) => mugAbove(art, '#F4EFE4').body

export const sets = {
  tent: on(outdoor.tent, { wall: '#F0C9A0', table: '#8FA27E', accent: '#5D8A7A', shape: 'hill', horizon: 0.62, base: 0.78, size: 0.62 }),
  lantern: on(outdoor.lantern, {
    wall: '#4F6F7A',
    table: '#A98F5E',
    accent: '#2F4F55',
    shape: 'hill',
    with: [
      ['log', -0.26, 0.0, 1.2, '#7A5236'],
      ['stones', 0.27, -0.03, 0.8, '#8A8590'],
    ],
  }),
  thermos: on(outdoor.thermos, {
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
  backpack: on(outdoor.backpack, { wall: 3, table: 0, accent: 2, shape: 'sun' }),
  'camp-chair': on(campChair, {
    wall: '#CFE0D6',
    table: '#A9B98A',
    accent: '#7FA68C',
    shape: 'hill',
    size: 0.58,
    base: 0.84,
    with: [['log', 0.33, 0.02, 1.1, '#8A5F3E']],
  }),
  headlamp: on(headlamp, {
    wall: '#6F93A0',
    table: '#B5AC8A',
    accent: '#44707A',
    shape: 'hill',
    size: 0.5,
    base: 0.78,
    with: [['stones', -0.3, -0.05, 1.0, '#8A8590']],
  }),
  sneakers: on(fashion.sneakers, {
    wall: '#DCC7A6',
    table: 1,
    accent: '#F5EEE4',
    shape: 'sun',
    light: 'slats',
    size: 0.56,
    plinth: '#E7DACB',
  }),
  tote: on(textiles.tote, { wall: 2, table: 0, accent: 3, shape: 'arch', size: 0.58, with: [['books', 0.3, 0.02, 0.9, '#D8432B']] }),
  sweater: on(textiles.sweater, { wall: 0, table: 0, accent: '#D3BDA6', shape: 'none', light: 'window', size: 0.62, view: 'wall' }),
  scarf: on(textiles.scarf, {
    wall: '#D7C3CC',
    table: '#F2E9DE',
    accent: '#E6D5C3',
    shape: 'none',
    view: 'top',
    size: 0.58,
    rot: -14,
    scatter: [
      [twig('#8FA27E', 0.3, true), 0.36, 0.4, 1, 10],
      [twig('#8FA27E', -0.3), -0.4, -0.1, 0.9, -10],
    ],
  }),
  sunglasses: on(fashion.sunglasses, {
    wall: 2,
    table: 0,
    accent: 3,
    shape: 'sun',
    size: 0.46,
    plinth: '#EADCC8',
    with: [['ball', 0.3, 0.02, 0.8, '#5C7A9A']],
  }),
  headphones: on(digital.headphones, { wall: 1, table: 0, accent: 2, shape: 'arch', with: [['cube', 0.32, -0.06, 1.0, '#8E86B5']] }),
  speaker: on(digital.speaker, {
    wall: 0,
    table: 1,
    accent: 2,
    shape: 'panel',
    light: 'leaves',
    size: 0.48,
    with: [['bud', 0.28, -0.02, 1.1, '#F4F3F0']],
  }),
  keyboard: on(digital.keyboard, {
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
  'e-reader': on(eReader, {
    wall: 2,
    table: 1,
    accent: 2,
    shape: 'arch',
    light: 'leaves',
    size: 0.58,
    with: [
      ['cup', 0.28, 0.03, 1.1, '#F4F3F0'],
      ['cube', -0.28, -0.04, 0.8, '#8E86B5'],
    ],
  }),
  'desk-clock': on(deskClock, {
    wall: 3,
    table: 0,
    accent: 2,
    shape: 'panel',
    light: 'window',
    size: 0.46,
    with: [
      ['bud', 0.3, -0.03, 1.1, '#7FB59B'],
      ['books', -0.28, 0.02, 0.8, '#8E86B5'],
    ],
  }),
}
