// Every scene by the name of its file (without `scene-`).

import { Scene } from './scene.mjs'
import { scenes as listed } from './scene-list.ts'
import { camps } from './scenes/camps.mjs'
import { cloth } from './scenes/cloth.mjs'
import { corners } from './scenes/corners.mjs'
import { desks } from './scenes/desks.mjs'
import { flat } from './scenes/flat.mjs'
import { kitchens } from './scenes/kitchens.mjs'
import { nights } from './scenes/nights.mjs'
import { openAir } from './scenes/open-air.mjs'
import { withPeople } from './scenes/people.mjs'
import { rooms } from './scenes/rooms.mjs'
import { sofas } from './scenes/sofa.mjs'
import { tables } from './scenes/tables.mjs'
import { teas } from './scenes/teas.mjs'
import { terraces } from './scenes/terraces.mjs'
import { tops } from './scenes/tops.mjs'
import { transit } from './scenes/transit.mjs'
import { wardrobes } from './scenes/wardrobes.mjs'

const draws = {
  ...camps,
  ...cloth,
  ...corners,
  ...desks,
  ...flat,
  ...kitchens,
  ...nights,
  ...openAir,
  ...withPeople,
  ...rooms,
  ...sofas,
  ...tables,
  ...teas,
  ...terraces,
  ...tops,
  ...transit,
  ...wardrobes,
}

/** Draw a scene; options as in `Scene`. */
export function scene(file, options = {}) {
  const entry = listed.find((one) => one.file === file)
  const draw = draws[file.replace('scene-', '')]
  if (!entry || !draw) throw new Error(`No scene is called ${file}`)
  const s = new Scene(entry.width, entry.height, file, options)
  draw(s, s.art)
  return s
}
