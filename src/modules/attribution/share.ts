/** A part in the credit of a line. */
export interface CreditShare {
  touchId: string
  creatorId: string
  weight: number
  /** By what this part came. Absent on orders of before parts knew it, where the line's own stands for the credited creator's. */
  origin?: ShareOrigin
}

/** Link, piece and placement behind a part: all null for a code or a bind without a touch. A piece is named by kind and id, or not at all. */
export interface ShareOrigin {
  linkId: string | null
  pieceKind: 'posts' | 'video-notes' | null
  pieceId: string | null
  placementId: string | null
}
