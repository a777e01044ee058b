import type { IconShape } from './icons.ts'

/** Icons of the player of videos: handed to `Icon` as shapes, so that other pages do not fetch them. */
export const videoIcons = {
  captions: { rects: [[3.5, 6, 17, 12, 2]], d: 'M10.5 10.8a2 2 0 1 0 0 2.4M17 10.8a2 2 0 1 0 0 2.4' },
  mute: { d: 'M4.5 9.5h3.3L12 6v12l-4.2-3.5H4.5ZM15.5 9.8l4.4 4.4M19.9 9.8l-4.4 4.4' },
  sound: { d: 'M4.5 9.5h3.3L12 6v12l-4.2-3.5H4.5ZM15.5 9.3a4 4 0 0 1 0 5.4M17.8 7a7 7 0 0 1 0 10' },
} as const satisfies Record<string, IconShape>
