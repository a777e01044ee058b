import type { IconShape } from './icons.ts'

/** Icons that only the studio, the desk and the cart show: handed to `Icon` as shapes, so that public pages do not fetch them. */
export const workIcons = {
  eye: { d: 'M3.5 12S6.5 6.5 12 6.5 20.5 12 20.5 12 17.5 17.5 12 17.5 3.5 12 3.5 12Z', circles: [[12, 12, 2.5]] },
  grid: {
    rects: [
      [4.5, 4.5, 6, 6, 1],
      [13.5, 4.5, 6, 6, 1],
      [4.5, 13.5, 6, 6, 1],
      [13.5, 13.5, 6, 6, 1],
    ],
  },
  heading: { d: 'M6.5 5v14M17.5 5v14M6.5 12h11' },
  image: { rects: [[4, 5, 16, 14, 2]], circles: [[9, 10, 1.5]], d: 'm5 17.5 4.5-4 3 2.5 3-3.5 4 4.5' },
  pointer: { d: 'm9.5 9.5 9.5 3.7-4.1 1.7-1.7 4.1ZM8 4.5v1.8M4.5 8h1.8M5.5 5.5l1.3 1.3' },
  redo: { d: 'm15.5 5.5 4 4-4 4M19.5 9.5H9a4.5 4.5 0 0 0 0 9h4' },
  tag: { d: 'M4.5 4.5h7.3l7.7 7.7-7.3 7.3-7.7-7.7ZM8.3 8.3h.01' },
  trash: { d: 'M5 7h14M10 7V4.8h4V7M6.8 7l.8 12.5h8.8l.8-12.5M10.3 10.5v5.5M13.7 10.5v5.5' },
  upload: { d: 'M12 16V5.5M7.5 10 12 5.5l4.5 4.5M5 19.2h14' },
  video: { rects: [[3.5, 6, 12, 12, 2]], d: 'm15.5 10.5 5-3v9l-5-3' },
} as const satisfies Record<string, IconShape>
