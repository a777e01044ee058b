import type { PayloadRequest } from 'payload'
import { appendHistory } from '../../modules/moderation/store.ts'
import type { PieceState } from '../../payload-types.ts'

export interface ChangeNote {
  event: string
  to: string
  actor: string | null
  at: Date
  version?: string | null
  /** Of the restriction when it is that which changed, else the state. */
  from?: string
  rule?: string | null
  reason?: string | null
}

/** Leaves the history row of a change beside it, in the same transaction. */
export async function noteChange(req: PayloadRequest, before: PieceState, note: ChangeNote): Promise<void> {
  await appendHistory(req, {
    pieceKind: before.kind,
    piece: before.id,
    version: note.version ?? before.workingVersion ?? null,
    event: note.event,
    from: note.from ?? before.state,
    to: note.to,
    actor: note.actor,
    rule: note.rule ?? null,
    reason: note.reason ?? null,
    at: note.at,
  })
}
