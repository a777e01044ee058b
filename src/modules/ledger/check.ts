import { groupBy } from '../../lib/group.ts'
import { isMinor } from '../../lib/money.ts'
import { halfEven } from '../../lib/prorate.ts'
import { creatorOf, isAccount } from './accounts.ts'
import { type CommissionPart, splitCommission, type WeighedShare } from './pieces.ts'
import { type Standing, standingsOf } from './standing.ts'
import type { EntryDraft } from './types.ts'

export type FindingCode =
  | 'bad_amount'
  | 'bad_account'
  | 'duplicate_key'
  | 'unbalanced'
  | 'unknown_line'
  | 'double_accrual'
  | 'wrong_accrual'
  | 'early_accrual'
  | 'wrong_currency'
  | 'wrong_reversal'
  | 'share_below_zero'
  | 'wrong_share'
  | 'not_fully_reversed'
  | 'stock_differs'
  | 'stock_below_zero'
  | 'order_stock'
  | 'exchange_differs'
  | 'sequence_gap'
  | 'payment_differs'
  | 'refund_exceeds'
  | 'stats_differ'
  | 'payout_differs'
  | 'unknown_payout'
  | 'grant_differs'
  | 'seal_broken'
  | 'label_missing'

/** Something in the books that cannot be right. `subject` is the key, transaction, line or variant to look at. */
export interface Finding {
  code: FindingCode
  subject: string
  message: string
}

/** What the orders and refunds say about a line; the entries must say the same. Amounts in minor units. */
export interface LineForBooks {
  orderLine: string
  currency: string
  /** Whether the order was paid: only then may the line be credited. */
  paid: boolean
  /** Frozen at placement: what all its creators together earn. */
  commission: number
  base: number
  /** Base of all its refunds that took effect. */
  refundedBase: number
  /** Who gets the commission, and for which piece; absent where an older decision does not say it of every part. */
  shares?: readonly WeighedShare[] | undefined
}

/** ATT-26, ATT-28, ATT-32: everything that must hold of the ledger, checked against the orders. An empty list means that the books balance. */
export function checkBooks(entries: readonly EntryDraft[], lines: readonly LineForBooks[]): Finding[] {
  const known = new Set(lines.map(({ orderLine }) => orderLine))
  const byLine = groupBy(
    entries.filter((entry) => entry.orderLine !== null),
    (entry) => entry.orderLine!,
  )
  const unknown = [...byLine.keys()].filter((orderLine) => !known.has(orderLine))
  return [
    ...entries.flatMap(checkEntry),
    ...checkKeys(entries),
    ...checkSums(entries),
    ...unknown.map((orderLine) => finding('unknown_line', orderLine, 'entries name an order line that does not exist')),
    ...lines.flatMap((line) => checkLine(line, byLine.get(line.orderLine) ?? [])),
  ]
}

function checkEntry(entry: EntryDraft): Finding[] {
  const creator = creatorOf(entry.account)
  return [
    ...(isMinor(entry.amount) && entry.amount !== 0
      ? []
      : [finding('bad_amount', entry.key, `the amount ${entry.amount} is no signed minor unit`)]),
    ...(isAccount(entry.account) && creator === entry.creator
      ? []
      : [finding('bad_account', entry.key, `account ${entry.account} is not ${entry.creator}'s`)]),
  ]
}

function checkKeys(entries: readonly EntryDraft[]): Finding[] {
  const seen = new Set<string>()
  return entries.flatMap(({ key }) => {
    if (seen.has(key)) return [finding('duplicate_key', key, 'the key stands twice')]
    seen.add(key)
    return []
  })
}

function checkSums(entries: readonly EntryDraft[]): Finding[] {
  const sums = new Map<string, bigint>()
  for (const { transaction, currency, amount } of entries) {
    const key = `${transaction} ${currency}`
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(isMinor(amount) ? amount : 0))
  }
  return [...sums].flatMap(([key, sum]) => (sum === 0n ? [] : [finding('unbalanced', key, `the transaction sums to ${sum}, not to 0`)]))
}

function checkLine(line: LineForBooks, entries: readonly EntryDraft[]): Finding[] {
  const { orderLine } = line
  const accruals = entries.filter(({ kind, creator }) => kind === 'accrue' && creator !== null)
  const earned = sum(accruals.map(({ amount }) => amount))
  const decided = line.shares ? splitCommission(line.commission, line.shares) : null
  // ATT-32: one for each creator; more only where the decision gives her parts by several pieces.
  const due = (creator: string | null) => Math.max(1, decided?.filter((part) => part.creator === creator).length ?? 1)
  const twice = [...groupBy(accruals, ({ account }) => account)].filter(([, list]) => list.length > due(list[0]!.creator))
  const standings = standingsOf(entries, orderLine)
  return [
    ...twice.map(([account]) => finding('double_accrual', orderLine, `${account} is credited more than once`)),
    ...(!line.paid && earned !== 0 ? [finding('early_accrual', orderLine, `credited ${earned} though the order was not paid`)] : []),
    ...(line.paid && earned !== line.commission
      ? [finding('wrong_accrual', orderLine, `credited ${earned}, decided ${line.commission}`)]
      : []),
    ...(entries.every(({ currency }) => currency === line.currency)
      ? []
      : [finding('wrong_currency', orderLine, `entries are not all in ${line.currency}`)]),
    ...checkReversals(
      line,
      earned,
      standings,
      entries.some(({ sourceKind }) => sourceKind === 'adjustment'),
    ),
    ...(accruals.length > 0 && decided ? checkShares(orderLine, decided, accruals) : []),
    ...standings.flatMap(({ creator, net, pieces }) =>
      [{ net, piece: null }, ...pieces]
        .filter((one) => one.net < 0)
        .map((one) => finding('share_below_zero', orderLine, `${creator} stands at ${one.net}${one.piece ? ` for ${one.piece}` : ''}`)),
    ),
  ]
}

/** Every creator and every piece got what the decision gives it (ATT-12), and nobody else anything. */
function checkShares(orderLine: string, decided: readonly CommissionPart[], accruals: readonly EntryDraft[]): Finding[] {
  const said = decided.map(({ creator, piece, amount }) => `${creator} ${piece?.id ?? '-'} ${amount}`).sort()
  const stands = accruals.map(({ creator, piece, amount }) => `${creator} ${piece ?? '-'} ${amount}`).sort()
  return said.join() === stands.join()
    ? []
    : [finding('wrong_share', orderLine, `credited ${stands.join(', ')}; decided ${said.join(', ')}`)]
}

/**
 * ATT-28: what refunds took back is exactly what they make unearned. Where a dispute or a ban took some, or an exchange changed
 * what was earned, the order of things decides, so that only bounds hold; after a full refund nothing is left in any case.
 */
function checkReversals(line: LineForBooks, earned: number, standings: readonly Standing[], adjusted: boolean): Finding[] {
  const { orderLine, paid, commission, base, refundedBase } = line
  const back = sum(standings.map(({ reversed, withdrawn }) => reversed + withdrawn))
  const exchanged = sum(standings.map((one) => one.earned)) !== earned
  const due = base === 0 || !paid ? 0 : halfEven(BigInt(commission) * BigInt(refundedBase), BigInt(base))
  const fits = adjusted ? exchanged || back >= due - standings.length : back === due
  const full = paid && base > 0 && refundedBase === base
  return [
    ...(fits ? [] : [finding('wrong_reversal', orderLine, `taken back ${back}, refunds make it ${due}`)]),
    ...standings.flatMap(({ creator, net }) =>
      full && net > 0 ? [finding('not_fully_reversed', orderLine, `${creator} keeps ${net} of a line refunded in full`)] : [],
    ),
  ]
}

const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0)

interface Stock {
  variant: string
  available: number
  reserved: number
}

/** Stock never below zero, and explained by its movements to the piece (DESIGN.md, "Data"). */
export function checkStock(levels: readonly Stock[], movements: readonly Stock[]): Finding[] {
  const explained = new Map<string, { available: number; reserved: number }>()
  for (const { variant, available, reserved } of movements) {
    const before = explained.get(variant) ?? { available: 0, reserved: 0 }
    explained.set(variant, { available: before.available + available, reserved: before.reserved + reserved })
  }
  const levelled = new Set(levels.map(({ variant }) => variant))
  const without = [...explained.keys()].filter((variant) => !levelled.has(variant))
  return [
    ...levels.flatMap(({ variant, available, reserved }) => {
      const by = explained.get(variant) ?? { available: 0, reserved: 0 }
      return [
        ...(available < 0 || reserved < 0 ? [finding('stock_below_zero', variant, `available ${available}, reserved ${reserved}`)] : []),
        ...(available === by.available && reserved === by.reserved
          ? []
          : [finding('stock_differs', variant, `level ${available}/${reserved}, movements say ${by.available}/${by.reserved}`)]),
      ]
    }),
    ...without.map((variant) => finding('stock_differs', variant, 'movements without a level')),
  ]
}

const finding = (code: FindingCode, subject: string, message: string): Finding => ({ code, subject, message })
