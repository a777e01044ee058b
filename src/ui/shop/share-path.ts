/** A page of the shop that may be shared, as the QR door takes it: `/zh/p/…` and the like, without what is personal. */
const page = /^\/(?:zh|en)(?:\/[\w.~%-]+)*\/?$/

/** The path to share from what an address says, or null: never another site, a form's door, nor a page of an account. */
export function sharePath(given: string | null | undefined): string | null {
  if (!given || given.length > 300 || !page.test(given) || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(given)) return null
  const [, , area = ''] = given.split('/')
  return ['', 'p', 'v', 'product', 'creator', 'topic', 'boards'].includes(area) ? given : null
}

/** Address of the picture of a path's QR code. */
export const qrPath = (path: string): string => `/v1/qr.svg?path=${encodeURIComponent(path)}`
