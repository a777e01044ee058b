import { isMinor } from '../../lib/money.ts'
import { commissionExpense, creatorOf, isAccount, payoutsBank, payoutsInTransit, taxWithheld } from './accounts.ts'
import { type Finding, finding } from './findings.ts'
import { type EntryDraft, type EntryKind, isPayoutKind } from './types.ts'

/** Sides of the books, as keys name them: what an entry on an account of this kind is about. */
type Side = 'payable' | 'expense' | 'transit' | 'bank' | 'tax'

const shopSides: ReadonlyMap<string, Side> = new Map([
  [commissionExpense, 'expense'],
  [payoutsInTransit, 'transit'],
  [payoutsBank, 'bank'],
  [taxWithheld, 'tax'],
])

const sideOf = (account: string): Side | null => (creatorOf(account) === null ? (shopSides.get(account) ?? null) : 'payable')

/** Which accounts entries of a kind may stand on. */
const sides: Record<EntryKind, readonly Side[]> = {
  accrue: ['payable', 'expense'],
  reverse: ['payable', 'expense'],
  adjust: ['payable', 'expense'],
  clawback: ['payable', 'expense'],
  payout: ['payable', 'transit', 'bank'],
  payout_fail: ['payable', 'transit', 'bank'],
  tax_withheld: ['tax', 'transit', 'bank'],
}

const stepsOf: Partial<Record<EntryKind, readonly string[]>> = {
  payout: ['locked', 'confirmed'],
  payout_fail: ['failed', 'cancelled', 'returned'],
  tax_withheld: ['locked', 'failed', 'cancelled', 'returned'],
}

/** What a transaction may be called that has an entry of this kind and source; none when a source of this sort makes no such entry. */
function transactionsOf({ kind, sourceKind, sourceId, order, orderLine }: EntryDraft): string[] {
  if (isPayoutKind(kind)) return sourceKind === 'payout' ? stepsOf[kind]!.map((step) => `payout:${sourceId}:${step}`) : []
  if (kind === 'accrue') return sourceKind === 'order_line' && sourceId === orderLine && order !== null ? [`earned:${sourceId}`] : []
  if (kind === 'adjust') {
    if (sourceKind !== 'adjustment') return []
    return sourceId === orderLine && order === null ? [grantOf(sourceId)] : [`restored:${sourceId}:${orderLine}`]
  }
  if (sourceKind === 'refund_line') return order === null ? [] : [`reversed:${sourceId}`]
  return sourceKind === 'adjustment' ? ['withdrawn', 'corrected'].map((name) => `${name}:${sourceId}:${orderLine}`) : []
}

/** The transaction that credits a bonus or a correction. */
export const grantOf = (adjustment: string): string => `granted:${adjustment}`

/** Whether a transaction takes back for a dispute, a decision or by hand, or gives back what one took. */
export const isOfCause = (transaction: string): boolean => /^(?:withdrawn|corrected|restored):/.test(transaction)

/**
 * An entry by itself against the chart of accounts (ATT-26): a known account that is the creator's whose entry it is, an amount, and
 * what its kind may be: its source, the name of its transaction, its key, its sign, and whether it is about a line.
 */
export function checkEntry(entry: EntryDraft): Finding[] {
  const { key, amount, account, creator } = entry
  if (!isAccount(account) || creatorOf(account) !== creator)
    return [finding('bad_account', key, `account ${account} is not ${creator === null ? 'one of the shop' : `${creator}'s`}`)]
  const faults = shapeFaults(entry)
  return [
    ...(isMinor(amount) && amount !== 0 ? [] : [finding('bad_amount', key, `the amount ${amount} is no signed minor unit`)]),
    ...(faults.length === 0 ? [] : [finding('bad_entry', key, faults.join('; '))]),
  ]
}

function shapeFaults(entry: EntryDraft): string[] {
  const { key, kind, account, transaction, order, orderLine, pieceKind, piece } = entry
  const side = sideOf(account)!
  const names = transactionsOf(entry)
  const onLine = side === 'payable' || side === 'expense'
  return [
    ...(sides[kind]?.includes(side) ? [] : [`no ${kind} stands on ${account}`]),
    ...(names.includes(transaction) ? [] : [`a ${kind} of ${entry.sourceKind} ${entry.sourceId} is no transaction ${transaction}`]),
    ...(keysOf(entry, side).some((allowed) => key.startsWith(allowed)) ? [] : ['its key is that of another entry']),
    ...(onLine === (orderLine !== null) && (onLine || order === null) ? [] : [`it is about line ${orderLine} of order ${order}`]),
    ...((pieceKind === null) === (piece === null) && (piece === null || !isPayoutKind(kind)) ? [] : [`it names piece ${piece}`]),
    ...(signFits(entry, side) ? [] : [`a ${kind} of ${entry.amount} on ${account}`]),
  ]
}

/** What a key may begin with. The rest of it is compared where all entries of a transaction are known. */
function keysOf({ transaction, creator, orderLine, kind }: EntryDraft, side: Side): string[] {
  if (side === 'payable') return [`payable:${transaction}:${isPayoutKind(kind) ? orderLine : creator}`]
  if (side === 'expense') return [`expense:${transaction}:`]
  // What a bank sends back leaves its account under the name of what was on its way.
  return ['transit', 'bank', 'tax', 'tax-transit'].map((name) => `${name}:${transaction}`)
}

/** What is earned is the creator's and the shop's cost, what is taken back the reverse. Adjustments and payouts go both ways. */
function signFits({ kind, amount }: EntryDraft, side: Side): boolean {
  const up = kind === 'accrue' ? 1 : kind === 'reverse' || kind === 'clawback' ? -1 : 0
  return up === 0 || Math.sign(amount) === (side === 'payable' ? up : -up) || amount === 0
}
