import { groupBy } from '../../lib/group.ts'
import { halfEven } from '../../lib/prorate.ts'
import { checkEntry } from './chart.ts'
import { type Finding, finding } from './findings.ts'
import { type CommissionPart, splitCommission, type WeighedShare } from './pieces.ts'
import { replayLine } from './replay.ts'
import { type Standing, standingsOf } from './standing.ts'
import { checkTransactions } from './transactions.ts'
import { type EntryDraft, isPayoutKind } from './types.ts'

/** What the orders and refunds say about a line; the entries must say the same. Amounts in minor units. */
export interface LineForBooks {
  orderLine: string
  /** The order, or the sale of another shop, that its entries name. */
  order: string
  currency: string
  /** Whether it was bought with money of tests. */
  test: boolean
  /** Whether the order was paid: only then may the line be credited. */
  paid: boolean
  /** Frozen at placement: what all its creators together earn. */
  commission: number
  base: number
  /** Its refunds that took effect, in any order: the id that entries have as their source, and the base. */
  refunds: readonly { id: string; base: number }[]
  /** Who gets the commission, and for which piece; absent where nobody decided that. */
  shares?: readonly WeighedShare[] | undefined
  /** False where an older decision does not say of every part which piece brought it. */
  knowsPieces?: boolean
}

/** An entry of a line; `test` is there where it comes from the store. */
type LineEntry = EntryDraft & { test?: boolean }

/** ATT-26, ATT-28, ATT-32: everything that must hold of these entries, checked against the orders. An empty list means that the books balance. */
export function checkBooks(entries: readonly LineEntry[], lines: readonly LineForBooks[]): Finding[] {
  const known = new Set(lines.map(({ orderLine }) => orderLine))
  const unknown = new Set(entries.flatMap(({ orderLine }) => (orderLine !== null && !known.has(orderLine) ? [orderLine] : [])))
  return [
    ...entries.flatMap(checkEntry),
    ...checkTransactions(entries),
    ...[...unknown].map((orderLine) => finding('unknown_line', orderLine, 'entries name an order line that does not exist')),
    ...checkLines(entries, lines),
  ]
}

/** The lines alone: what each of them was credited and what went back. `entries` are all of theirs, in the order of their sequence. */
export function checkLines(entries: readonly LineEntry[], lines: readonly LineForBooks[]): Finding[] {
  const byLine = groupBy(entries, ({ orderLine }) => orderLine)
  return lines.flatMap((line) => checkLine(line, byLine.get(line.orderLine) ?? []))
}

function checkLine(line: LineForBooks, entries: readonly LineEntry[]): Finding[] {
  const { orderLine } = line
  const accruals = entries.filter(({ kind, creator }) => kind === 'accrue' && creator !== null)
  const earned = sum(accruals.map(({ amount }) => amount))
  const decided = line.shares && line.commission >= 0 ? splitCommission(line.commission, line.shares) : null
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
    ...checkBelonging(line, entries),
    ...checkReversals(
      line,
      standings,
      entries.some(({ sourceKind }) => sourceKind === 'adjustment'),
    ),
    ...replayLine(line, entries),
    ...(accruals.length > 0 && decided ? checkShares(line, decided, accruals) : []),
    ...standings
      .filter((one) => one.earned === 0 && one.paid !== 0)
      .map(({ creator, paid }) => finding('payout_differs', orderLine, `${creator} was paid ${paid} for what credits her nothing`)),
    ...standings.flatMap(({ creator, net, pieces }) =>
      [{ net, piece: null }, ...pieces]
        .filter((one) => one.net < 0)
        .map((one) => finding('share_below_zero', orderLine, `${creator} stands at ${one.net}${one.piece ? ` for ${one.piece}` : ''}`)),
    ),
  ]
}

/** Every entry names the order that the line is of, and is a test where that is one. What was paid out is never one. */
function checkBelonging({ orderLine, order, test }: LineForBooks, entries: readonly LineEntry[]): Finding[] {
  const astray = entries.filter((entry) => entry.order !== order)
  const marked = entries.filter((entry) => entry.test !== undefined && entry.test !== (test && !isPayoutKind(entry.kind)))
  return [
    ...astray.map(({ key, order: said }) => finding('wrong_order', key, `line ${orderLine} is of ${order}, the entry says ${said}`)),
    ...marked.map(({ key }) => finding('wrong_test', key, `the entry says of line ${orderLine} ${test ? 'not ' : ''}that it is a test`)),
  ]
}

/** Every creator and every piece got what the decision gives it (ATT-12), and nobody else anything. */
function checkShares(
  { orderLine, knowsPieces }: LineForBooks,
  decided: readonly CommissionPart[],
  accruals: readonly EntryDraft[],
): Finding[] {
  const said = told(
    decided.map(({ creator, piece, amount }) => ({ creator, piece: piece?.id ?? '-', amount })),
    knowsPieces,
  )
  const stands = told(
    accruals.map(({ creator, piece, amount }) => ({ creator, piece: piece ?? '-', amount })),
    knowsPieces,
  )
  return said.join() === stands.join()
    ? []
    : [finding('wrong_share', orderLine, `credited ${stands.join(', ')}; decided ${said.join(', ')}`)]
}

/** Parts as sorted texts; without pieces summed by creator. */
function told(parts: readonly { creator: string | null; piece: string; amount: number }[], knowsPieces = true): string[] {
  const sums = new Map<string, number>()
  for (const { creator, piece, amount } of parts) {
    const whose = knowsPieces ? `${creator} ${piece}` : `${creator}`
    sums.set(whose, (sums.get(whose) ?? 0) + amount)
  }
  return [...sums].map(([whose, amount]) => `${whose} ${amount}`).sort()
}

/**
 * ATT-28: what refunds took back is exactly what they make unearned; also after a dispute or a ban that took all and gave it back. While
 * one stands it holds more; and where several creators share a line of which one took a part, each part was rounded by itself. These
 * are compared one by one, and altogether within what rounding makes. After a full refund nothing is left in any case.
 */
function checkReversals(line: LineForBooks, standings: readonly Standing[], adjusted: boolean): Finding[] {
  const { orderLine, paid, commission, base } = line
  const refundedBase = sum(line.refunds.map((refund) => refund.base))
  const back = sum(standings.map(({ reversed, withdrawn }) => reversed + withdrawn))
  const due = base === 0 || !paid ? 0 : halfEven(BigInt(commission) * BigInt(refundedBase), BigInt(base))
  const rounding = adjusted && standings.length > 1 ? standings.length : 0
  const taken = standings.some(({ withdrawn }) => withdrawn !== 0)
  const fits = back >= due - rounding && (taken || back <= due + rounding)
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
