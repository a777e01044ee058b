import type { SceneEntry } from './scene-entry.ts'
import { homeScenes } from './scene-list-home.ts'
import { outsideScenes } from './scene-list-outside.ts'
import { wearScenes } from './scene-list-wear.ts'

/** Every scene of the demo world. */
export const scenes: readonly SceneEntry[] = [...outsideScenes, ...homeScenes, ...wearScenes]

export type { SceneEntry }
