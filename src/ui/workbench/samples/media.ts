import type { MediaView } from '../../view/media.ts'

/** A picture whose bytes are small and always there: the workbench must not depend on a demo world. */
export const media = (id: string, width: number, height: number, alt: string): MediaView => ({
  id,
  kind: 'image',
  width,
  height,
  alt,
  thumbhash: '3OcRJYB4d3h/iIeHeEh3eIhw+j3A',
  sources: [{ width, url: '/logo.svg', type: 'image/svg+xml' }],
})
