import type { PayloadRequest } from 'payload'
import { type EntryTouch, isAnothers, joinWindowMs } from '../index.ts'
import type { OwnedTouch } from '../store.ts'
import { accountsSeen, joinsOfVisitor, seenBy } from './joins.ts'

interface Buyer {
  visitor: string | null
  /** Null for a guest. */
  account: string | null
  /** When he orders. */
  at: Date
}

/** ATT-18: marks the touches that were made in the buyer's browser while somebody else was logged in there. */
export async function markAnothers(
  req: PayloadRequest,
  touches: readonly OwnedTouch[],
  { visitor, account, at }: Buyer,
): Promise<EntryTouch[]> {
  const isAsked = account === null && visitor !== null && touches.some((touch) => touch.account !== null)
  const seen = isAsked ? await seenOn(req, visitor, at) : []
  return touches.map(({ account: made, ...touch }) => (isAnothers(made, { account, at, seen }) ? { ...touch, anothers: true } : touch))
}

/** Which accounts a device had in the day before: by touches and by log-ins that joined or undid a join. */
async function seenOn(req: PayloadRequest, visitor: string, at: Date): Promise<{ account: string; at: Date }[]> {
  const rows = await joinsOfVisitor(req, visitor)
  return [...(await accountsSeen(req, visitor, new Date(at.getTime() - joinWindowMs))), ...rows.flatMap((row) => seenBy(row, row.account))]
}
