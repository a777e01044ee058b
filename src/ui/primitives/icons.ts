/** Shapes of the icons, on a 24 px grid: stroked paths unless `fill` is set. Drawn for this interface. */
export interface IconShape {
  /** Path data, stroked. */
  d?: string
  /** Path data, filled. */
  fill?: string
  circles?: readonly [cx: number, cy: number, r: number][]
  rects?: readonly [x: number, y: number, width: number, height: number, rx: number][]
  /** A heavier stroke for dots and bars. */
  stroke?: number
}

const ring: [number, number, number] = [12, 12, 7.7]
const heart = 'M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7.2a4.3 4.3 0 0 1 7.5 2.6C19.5 15.4 12 20 12 20Z'

/** Icons of public pages, by name: every page's script holds all of them. What one kind of page shows is in `video-icons.ts`, what none shows in `work-icons.ts`. */
export const icons = {
  alert: { d: 'M12 4.5 20.5 19h-17ZM12 10v4M12 16.5h.01' },
  back: { d: 'M14.5 5.5 8 12l6.5 6.5' },
  bag: { d: 'M5.5 8.5h13l-.9 11h-11.2ZM9 8.5V7a3 3 0 0 1 6 0v1.5' },
  ban: { circles: [ring], d: 'm6.8 6.8 10.4 10.4' },
  bell: { d: 'M6.5 16.5V11a5.5 5.5 0 0 1 11 0v5.5l1.5 1.5H5ZM10.3 20.2a2 2 0 0 0 3.4 0' },
  bookmark: { d: 'M6.5 4.5h11v15.2L12 15.8l-5.5 3.9Z' },
  bookmarkFill: { fill: 'M6.5 4.5h11v15.2L12 15.8l-5.5 3.9Z' },
  cart: {
    d: 'M3.5 5h2.2l2 10.2h9.9l1.9-7.4H6.4',
    circles: [
      [9, 19, 1.3],
      [16.5, 19, 1.3],
    ],
  },
  chart: { d: 'M4.5 4.5v15h15M8.5 15.5v-4M12.5 15.5v-8M16.5 15.5v-6' },
  check: { d: 'm5 12.5 4.5 4.5L19 7.5' },
  chevron: { d: 'm9.5 5.5 6.5 6.5-6.5 6.5' },
  chevronDown: { d: 'm5.5 9.5 6.5 6.5 6.5-6.5' },
  chevronUp: { d: 'm5.5 14.5 6.5-6.5 6.5 6.5' },
  clock: { circles: [ring], d: 'M12 7.7V12l3 2' },
  close: { d: 'm6 6 12 12M18 6 6 18' },
  comment: { d: 'M4.5 6.5a2 2 0 0 1 2-2h11a2 2 0 0 1 2 2v7.8a2 2 0 0 1-2 2H11l-4.2 3.4v-3.4h-.3a2 2 0 0 1-2-2Z' },
  compass: { circles: [ring], d: 'm15.3 8.7-2 4.6-4.6 2 2-4.6Z' },
  coupon: { d: 'M4 7h16v3.2a1.9 1.9 0 0 0 0 3.6V17H4v-3.2a1.9 1.9 0 0 0 0-3.6ZM13.5 9.5v5' },
  edit: { d: 'M5 19l.8-3.8L16.2 4.8l3 3L8.8 18.2Z' },
  filter: { d: 'M4 7h16M7 12h10M10 17h4' },
  globe: { circles: [ring], d: 'M4.5 12h15M12 4.3c4.4 4.6 4.4 10.8 0 15.4-4.4-4.6-4.4-10.8 0-15.4Z' },
  heart: { d: heart },
  heartFill: { fill: heart },
  home: { d: 'M4.5 11 12 4.8 19.5 11v8.2h-5v-5h-5v5h-5Z' },
  info: { circles: [ring], d: 'M12 11.2v4.6M12 8.2h.01' },
  link: {
    d: 'M10 14a3.6 3.6 0 0 0 5.1 0l3.2-3.2a3.6 3.6 0 0 0-5.1-5.1L12 6.9M14 10a3.6 3.6 0 0 0-5.1 0l-3.2 3.2a3.6 3.6 0 0 0 5.1 5.1l1.2-1.2',
  },
  lock: { rects: [[5.5, 10.5, 13, 9, 2]], d: 'M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5' },
  minus: { d: 'M5.5 12h13' },
  moon: { d: 'M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5Z' },
  more: { d: 'M5.5 12h.01M12 12h.01M18.5 12h.01', stroke: 2.6 },
  pause: { d: 'M8.5 6v12M15.5 6v12', stroke: 2.6 },
  play: { fill: 'M8 5.5v13l10.5-6.5Z' },
  plus: { d: 'M12 5.5v13M5.5 12h13' },
  refresh: { d: 'M19 12a7 7 0 1 1-2.2-5.1L19 9M19 4.5V9h-4.5' },
  scales: { d: 'M12 4.5v15M7 19.5h10M5 7.5l7-1.5 7 1.5M5 7.5l-2.5 6a3 3 0 0 0 5 0ZM19 7.5l-2.5 6a3 3 0 0 0 5 0Z' },
  search: { circles: [[11, 11, 6.5]], d: 'm20 20-4.2-4.2' },
  share: { d: 'M14 5.5 20 11l-6 5.5v-3.4c-5 0-8 1.7-9.5 4.4.2-5.3 3.4-8.4 9.5-8.8Z' },
  shield: { d: 'M12 3.8 19 6.3v5.4c0 4.3-2.8 7.2-7 8.7-4.2-1.5-7-4.4-7-8.7V6.3Zm-3.2 8.2 2.3 2.3 4.2-4.4' },
  sort: { d: 'M8 5v14m0 0-3-3m3 3 3-3M16 19V5m0 0-3 3m3-3 3 3' },
  sprout: { d: 'M12 20v-8.5M12 12.5C12 8.5 9 6.5 4.5 6.5c0 4.5 3 6.5 7.5 6M12 11.5c0-4.2 3-6.7 7.5-6.7 0 4.7-3 7-7.5 6.7' },
  sun: { circles: [[12, 12, 3.8]], d: 'M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6l1.4 1.4M18 6l-1.4 1.4M7.4 16.6 6 18' },
  truck: {
    d: 'M3.5 6.5h10v10h-10zM13.5 10h4l3 3.2v3.3h-7',
    circles: [
      [7.5, 17, 1.6],
      [16.8, 17, 1.6],
    ],
  },
  undo: { d: 'm8.5 5.5-4 4 4 4M4.5 9.5H15a4.5 4.5 0 0 1 0 9h-4' },
  user: { circles: [[12, 8.5, 3.7]], d: 'M4.8 19.5c.9-3.6 3.7-5.4 7.2-5.4s6.3 1.8 7.2 5.4' },
  wallet: { rects: [[3.8, 6.5, 16.4, 12.5, 2]], d: 'M3.8 10h16.4M16 14.5h.01' },
} as const satisfies Record<string, IconShape>

export type IconName = keyof typeof icons

/** One of the shop's icons by its name, or a shape of another file. */
export type AnyIcon = IconName | IconShape
