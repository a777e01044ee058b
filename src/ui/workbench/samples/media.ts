import type { MediaView } from '../../view/media.ts'

/** A picture whose bytes are small and always there: the workbench must not depend on a demo world. */
export const media = (id: string, width: number, height: number, alt: string): MediaView => ({
  id,
  kind: 'image',
  width,
  height,
  alt,
  colours: '#c8b7a0,#b79c84,#8f7a6b',
  sources: [{ url: '/logo.svg', type: 'image/svg+xml', widths: [width] }],
})
