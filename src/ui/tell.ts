/** What a browser tells about a piece; see `POST /v1/events`. */
export interface Told {
  kind: 'view' | 'share'
  piece: string
  dwellMs?: number
}

const piecePath = /^\/(?:zh|en)\/[pv]\/([0-9a-f-]{36})$/

/** The id of the piece whose page a path is; null for other pages. */
export const pieceOfPath = (path: string): string | null => piecePath.exec(path)?.[1] ?? null

/** Sends it without waiting for an answer, also while the page goes away. Browser only; a failure is nobody's concern. */
export function tell(...events: Told[]): void {
  if (events.length === 0) return
  const body = new Blob([JSON.stringify({ events })], { type: 'application/json' })
  navigator.sendBeacon?.('/v1/events', body)
}

/** Tells that the page at this path was shared. */
export function tellShared(path: string): void {
  const piece = pieceOfPath(path)
  if (piece) tell({ kind: 'share', piece })
}
