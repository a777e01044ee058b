// The catalogue: who draws a product, in which colours, on what set.

import { productFamilies } from '../product-list.ts'
import { sets as rooms } from './sets-rooms.mjs'
import { sets as ways } from './sets-ways.mjs'

const sets = { ...rooms, ...ways }

/** By slug: its family, `draw(art, colour, options)`, its colours and its set. */
export const products = Object.fromEntries(
  Object.entries(productFamilies).flatMap(([family, goods]) =>
    Object.entries(goods).map(([slug, colours]) => [slug, { family, colours: colours.map(([hex]) => hex), ...sets[slug] }]),
  ),
)
