import { type Failure, fail, ok, type Result } from '../../lib/result.ts'

/** An item in the editors' queue. `lockVersion` grows with every change of it. */
export interface QueueItem {
  id: string
  state: string
  /** Account that wrote the piece. */
  authorUserId: string | null
  submittedAt: Date
  dueAt: Date
  claimedBy: string | null
  claimedUntil: Date | null
  lockVersion: number
}

/** MOD-17: a submitted piece is looked at within a day. */
export const reviewSeconds = 24 * 3_600

/** MOD-05: how long a claim lasts; claiming again renews it. */
export const claimSeconds = 10 * 60

/** When an item submitted now is due. */
export const dueAt = (submittedAt: Date): Date => new Date(submittedAt.getTime() + reviewSeconds * 1_000)

/** Whether an item is past its time: the due second itself still is not. */
export const isOverdue = (item: Pick<QueueItem, 'dueAt'>, now: Date): boolean => now > item.dueAt

/**
 * The queue's order: overdue before the rest, then the oldest first, then by id, so that it is the same for everybody.
 * Weighing by severity, reach and reporter (MOD-04) comes with reports.
 */
export function byUrgency(
  now: Date,
): (a: Pick<QueueItem, 'id' | 'submittedAt' | 'dueAt'>, b: Pick<QueueItem, 'id' | 'submittedAt' | 'dueAt'>) => number {
  return (a, b) =>
    Number(isOverdue(b, now)) - Number(isOverdue(a, now)) ||
    a.submittedAt.getTime() - b.submittedAt.getTime() ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

/** Who holds an item now; null when nobody does. A claim ends with its last second. */
export const holderOf = (item: Pick<QueueItem, 'claimedBy' | 'claimedUntil'>, now: Date): string | null =>
  item.claimedBy !== null && item.claimedUntil !== null && now <= item.claimedUntil ? item.claimedBy : null

/**
 * MOD-05: claims an item for ten minutes, or renews one's own claim. Fails with `state` when it is closed, `conflict` when
 * somebody else holds it, `forbidden` on one's own piece.
 */
export function claim(item: QueueItem, editor: string, now: Date): Result<Pick<QueueItem, 'claimedBy' | 'claimedUntil' | 'lockVersion'>> {
  const refusal = refuse(item, editor, now)
  if (refusal) return { ok: false, failure: refusal }
  return ok({ claimedBy: editor, claimedUntil: new Date(now.getTime() + claimSeconds * 1_000), lockVersion: item.lockVersion + 1 })
}

/**
 * MOD-05: whether an editor may decide an item that he saw at `seenVersion`. Fails with `stale` when it has changed since,
 * `conflict` when somebody else holds it, `forbidden` on one's own piece, `state` when it is closed. The write must be
 * conditional on the same version, so that of two editors one succeeds.
 */
export function mayDecide(item: QueueItem, seenVersion: number, editor: string, now: Date): Result<{ lockVersion: number }> {
  const refusal = refuse(item, editor, now)
  if (refusal) return { ok: false, failure: refusal }
  if (seenVersion !== item.lockVersion) {
    return fail('stale', `Expected version ${item.lockVersion}, got ${seenVersion}: it has changed since`, {
      details: { lockVersion: item.lockVersion },
    })
  }
  return ok({ lockVersion: item.lockVersion + 1 })
}

function refuse(item: QueueItem, editor: string, now: Date): Failure | null {
  if (item.state !== 'open') return fail('state', `Expected an open item, got one that is ${item.state}`).failure
  if (item.authorUserId === editor) return fail('forbidden', 'Expected somebody other than the author').failure
  const holder = holderOf(item, now)
  if (holder === null || holder === editor) return null
  const until = item.claimedUntil!.toISOString()
  return fail('conflict', `Expected an item that nobody else holds, got one that is held until ${until}`, {
    details: { claimedUntil: until },
  }).failure
}
