import type { PayloadRequest } from 'payload'
import type { EntryDraft, PieceRef } from '../../modules/ledger/index.ts'
import { discloseCommission } from '../../modules/publishing/store/pieces.ts'
import { purgePiece } from '../pages/purge-piece.ts'
import { queueIndex } from '../search/queue-index.ts'

/**
 * DIS-3, DIS-6: a piece that was paid for is an advertisement from then on, whatever its links give by now: its readers see the label
 * within the second. Pieces that say more of themselves stay as they are. In the transaction that credits them.
 */
export async function raiseLabels(req: PayloadRequest, pieces: readonly PieceRef[]): Promise<void> {
  for (const kind of ['posts', 'video-notes'] as const) {
    const ids = new Set(pieces.flatMap((piece) => (piece.kind === kind ? [piece.id] : [])))
    for (const { id, author } of await discloseCommission(req, kind, [...ids])) {
      await purgePiece(req, { id, kind, author })
      await queueIndex(req, 'piece', id)
    }
  }
}

/** The pieces that these entries credit. */
export const piecesCredited = (entries: readonly EntryDraft[]): PieceRef[] =>
  entries.flatMap(({ creator, kind, pieceKind, piece }) =>
    creator && kind === 'accrue' && pieceKind && piece ? [{ kind: pieceKind, id: piece }] : [],
  )
