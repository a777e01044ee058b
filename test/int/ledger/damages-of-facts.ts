import { newId } from '../../../src/lib/ids.ts'
import { commissionExpense, payableTo, payoutsBank } from '../../../src/modules/ledger/index.ts'
import type { StoredEntry } from '../../../src/modules/ledger/store.ts'
import type { Kind } from './books.ts'
import { everySide, more, moreOnBoth } from './damages-of-sums.ts'

/** Changes after which every sum still fits. */
export const balanced: Kind[] = [
  ['an accrual of one more on both sides', 'wrong_accrual', (books) => moreOnBoth(books, books.owed('accrue', 'earned:'))],
  ['a refund that took one less on both sides', 'wrong_reversal', (books) => moreOnBoth(books, books.owed('reverse', 'reversed:'))],
  ['a withdrawal that took one less on both sides', 'wrong_reversal', (books) => moreOnBoth(books, books.owed('reverse', 'withdrawn:'))],
  ['one more given back on both sides', 'wrong_reversal', (books) => moreOnBoth(books, books.owed('adjust', 'restored:'))],
  ['a clawback that took one less on both sides', 'wrong_reversal', (books) => moreOnBoth(books, books.owed('clawback', 'reversed:'))],
  ['a bonus of one more on both sides', 'grant_differs', (books) => moreOnBoth(books, books.owed('adjust', 'granted:'))],
  [
    'a payout of one more on both sides',
    'payout_differs',
    (books) => {
      const line = books.owed('payout', 'payout:')
      const transit = books.one(
        ({ transaction, kind, creator }) => transaction === line.transaction && kind === 'payout' && creator === null,
      )
      return { set: [[line, { amount: line.amount - 1 }], more(transit)] }
    },
  ],
  [
    'a failure that brought one more back on both sides',
    'payout_differs',
    (books) => {
      const line = books.owed('payout_fail', 'payout:')
      const back = books.one(
        ({ transaction, kind, creator }) => transaction === line.transaction && kind === 'payout_fail' && creator === null,
      )
      return { set: [more(line), [back, { amount: back.amount - 1 }]] }
    },
  ],
  [
    'one more of tax on both sides',
    'payout_differs',
    (books) => {
      const [tax, transit] = books.of(books.shops('tax_withheld', 'payout:').transaction).filter(({ kind }) => kind === 'tax_withheld')
      return { set: [more(tax!), [transit!, { amount: transit!.amount - 1 }]] }
    },
  ],
  [
    'a confirmation that was never sent from the bank',
    'payout_differs',
    (books) => ({ set: [[books.shops('payout', 'payout:', payoutsBank), { account: 'payouts:in_transit' }]] }),
  ],
  [
    'a credit on the shop’s account',
    'bad_account',
    (books) => ({ set: [[books.owed('accrue', 'earned:'), { account: commissionExpense }]] }),
  ],
  [
    'a cost on the bank’s account',
    'bad_entry',
    (books) => ({ set: [[books.cost(books.owed('accrue', 'earned:')), { account: payoutsBank }]] }),
  ],
  [
    'a creator who is not the account’s',
    'bad_account',
    (books) => ({ set: [[books.owed('accrue', 'earned:'), { creator: books.life.kols[3].creatorId }]] }),
  ],
  [
    'what another creator should have',
    'wrong_share',
    (books) => {
      const own = books.one(
        ({ kind, orderLine, creator }) => kind === 'accrue' && creator !== null && orderLine === books.life.won.lineIds[0],
      )
      const creator = books.life.kols[2].creatorId
      const key = (entry: StoredEntry) => entry.key.replace(own.creator!, creator)
      const cost = books.cost(own)
      return {
        set: [
          [own, { creator, account: payableTo(creator), key: key(own) }],
          [cost, { key: key(cost) }],
        ],
      }
    },
  ],
  [
    'a bonus of another creator',
    'grant_differs',
    (books) => {
      const own = books.owed('adjust', 'granted:')
      const creator = books.life.kols[2].creatorId
      const cost = books.cost(own)
      return {
        set: [
          [own, { creator, account: payableTo(creator), key: own.key.replace(own.creator!, creator) }],
          [cost, { key: cost.key.replace(own.creator!, creator) }],
        ],
      }
    },
  ],
  ['a line in another currency', 'wrong_currency', (books) => everySide(books, books.owed('accrue', 'earned:'), { currency: 'JPY' })],
  ['a payout in another currency', 'payout_differs', (books) => everySide(books, books.owed('payout', 'payout:'), { currency: 'JPY' })],
  ['a bonus in another currency', 'grant_differs', (books) => everySide(books, books.owed('adjust', 'granted:'), { currency: 'JPY' })],
  ['a sale that is marked as a test', 'wrong_test', (books) => everySide(books, books.owed('accrue', 'earned:'), { test: true })],
  [
    'a payout that is marked as a test',
    'wrong_test',
    (books) => everySide(books, books.shops('payout', 'payout:', payoutsBank), { test: true }),
  ],
  ['a bonus that is marked as a test', 'grant_differs', (books) => everySide(books, books.owed('adjust', 'granted:'), { test: true })],
  [
    'a line of another order',
    'wrong_order',
    (books) => everySide(books, books.owed('reverse', 'reversed:'), { order: books.life.waiting.orderId }),
  ],
  [
    'another piece on both sides',
    'wrong_share',
    (books) =>
      everySide(
        books,
        books.one(({ orderLine, kind }) => kind === 'accrue' && orderLine === books.life.won.lineIds[0]),
        { piece: newId() },
      ),
  ],
  [
    'another piece on one side',
    'unpaired',
    (books) => ({ set: [[books.cost(books.owed('reverse', 'reversed:')), { piece: newId(), pieceKind: 'posts' }]] }),
  ],
  [
    'a sign turned round on both sides',
    'bad_entry',
    (books) => {
      const own = books.owed('clawback', 'reversed:')
      const cost = books.cost(own)
      return {
        set: [
          [own, { amount: -own.amount }],
          [cost, { amount: -cost.amount }],
        ],
      }
    },
  ],
  [
    'a clawback that is called a correction',
    'bad_entry',
    (books) => everySide(books, books.owed('clawback', 'reversed:'), { kind: 'adjust' }),
  ],
  [
    'a transaction of another name',
    'bad_entry',
    (books) => everySide(books, books.owed('adjust', 'granted:'), { transaction: 'granted:another' }),
  ],
]
