import { newId } from '../../../src/lib/ids.ts'
import { commissionExpense, type EntryDraft, grantEntries, payableTo, payoutsBank } from '../../../src/modules/ledger/index.ts'
import type { StoredEntry } from '../../../src/modules/ledger/store.ts'
import type { Books, Kind } from './books.ts'
import type { Damage } from './damage.ts'

/** One minor unit more on one entry. */
export const more = (entry: StoredEntry): [StoredEntry, Partial<StoredEntry>] => [entry, { amount: entry.amount + 1 }]

/** One minor unit more for the creator, and the shop's cost with it: every sum fits. */
export const moreOnBoth = (books: Books, entry: StoredEntry): Damage => {
  const cost = books.cost(entry)
  return { set: [more(entry), [cost, { amount: cost.amount - 1 }]] }
}

/** An entry of nothing, to be made into something. */
const blank = (): EntryDraft => ({
  ...{ key: `payable:${newId()}`, transaction: `granted:${newId()}`, account: payoutsBank, creator: null, kind: 'adjust', amount: 500 },
  ...{ currency: 'CNY', sourceKind: 'adjustment', sourceId: newId(), order: null, orderLine: null },
  ...{ pieceKind: null, piece: null, rate: null, reason: null },
})

/** All sides of a transaction in another currency, under another name … */
export const everySide = (books: Books, { transaction }: StoredEntry, to: Partial<StoredEntry>): Damage => ({
  set: books.of(transaction).map((entry) => [entry, to]),
})

/** Sums that do not fit, and entries that are none. */
export const withoutBalance: Kind[] = [
  ['a lone amount on what was sent', 'unbalanced', () => ({ add: [blank()] })],
  [
    'a lone cost on a bonus',
    'unbalanced',
    ({ life: { bonus } }) => ({ add: [{ ...blank(), account: commissionExpense, amount: 99_999, sourceId: bonus, orderLine: bonus }] }),
  ],
  ['an account that there is not', 'bad_account', () => ({ add: [{ ...blank(), account: 'no:such:account' }] })],
  [
    'an amount owed to a creator for no line',
    'bad_entry',
    ({ life }) => {
      const creator = life.kols[1].creatorId
      return { add: [{ ...blank(), account: payableTo(creator), creator, amount: 77_777 }] }
    },
  ],
  [
    'more on the line of a bonus, as if it were sold',
    'grant_differs',
    ({ life: { bonus, kols } }) => {
      const { creatorId: creator } = kols[0]
      return { add: [{ ...blank(), kind: 'accrue', account: payableTo(creator), creator, amount: 5_000, orderLine: bonus }] }
    },
  ],
  ['an accrual of one more', 'unbalanced', (books) => ({ set: [more(books.owed('accrue', 'earned:'))] })],
  ['a reversal of one less', 'unbalanced', (books) => ({ set: [more(books.owed('reverse', 'reversed:'))] })],
  ['a withdrawal of one less', 'unbalanced', (books) => ({ set: [more(books.owed('reverse', 'withdrawn:'))] })],
  ['one more given back', 'unbalanced', (books) => ({ set: [more(books.owed('adjust', 'restored:'))] })],
  ['a bonus of one more', 'unbalanced', (books) => ({ set: [more(books.owed('adjust', 'granted:'))] })],
  ['a clawback of one less', 'unbalanced', (books) => ({ set: [more(books.owed('clawback', 'reversed:'))] })],
  ['a payout of one less', 'unbalanced', (books) => ({ set: [more(books.owed('payout', 'payout:'))] })],
  ['one more sent', 'unbalanced', (books) => ({ set: [more(books.shops('payout', 'payout:', payoutsBank))] })],
  ['a failure of one more', 'unbalanced', (books) => ({ set: [more(books.owed('payout_fail', 'payout:'))] })],
  ['one more of tax', 'unbalanced', (books) => ({ set: [more(books.shops('tax_withheld', 'payout:'))] })],
  ['a cost of one more', 'unbalanced', (books) => ({ set: [more(books.cost(books.owed('accrue', 'earned:')))] })],
  ['a side in another currency', 'unbalanced', (books) => ({ set: [[books.owed('accrue', 'earned:'), { currency: 'JPY' }]] })],
  ['a cost that is missing', 'unbalanced', (books) => ({ drop: [books.cost(books.owed('reverse', 'withdrawn:'))] })],
  ['a credit that is missing', 'unbalanced', (books) => ({ drop: [books.owed('adjust', 'granted:')] })],
  ['an amount of nothing', 'bad_amount', (books) => ({ set: [[books.owed('accrue', 'earned:'), { amount: 0 }]] })],
  [
    'two halves of a transaction far from each other',
    'unbalanced',
    (books) => {
      const made = [newId(), newId()].map((adjustment) =>
        grantEntries({ adjustment, creator: books.life.kols[0].creatorId, amount: 5, currency: 'CNY', reason: 'x' }),
      )
      return { add: [made[0]![0]!, ...made[1]!, made[0]![1]!] }
    },
  ],
]
