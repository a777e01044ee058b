import { newId } from '../../../src/lib/ids.ts'
import { accrualEntries, confirmEntries, grantEntries, lockEntries, withdrawalEntries } from '../../../src/modules/ledger/index.ts'
import type { Kind } from './books.ts'

const rate = { rateBps: 1_000, rateSource: 'programme', programme: null, model: 'last_touch', base: 1_000, commission: 100 }

/** Whole transactions, or rows beside the entries, that nobody had a reason for. */
export const madeUp: Kind[] = [
  [
    'a line that is credited twice',
    'double_accrual',
    (books) => {
      const own = books.owed('accrue', 'earned:')
      return {
        add: books
          .of(own.transaction)
          .filter(({ key }) => key === own.key || key === books.cost(own).key)
          .map((entry) => ({ ...entry, key: `${entry.key}:-` })),
      }
    },
  ],
  [
    'a bonus that is credited twice',
    'grant_differs',
    (books) => ({ add: books.of(`granted:${books.life.bonus}`).map((entry) => ({ ...entry, key: `${entry.key}:-` })) }),
  ],
  [
    'a refund that took twice',
    'wrong_reversal',
    (books) => {
      const again = newId()
      return {
        add: books.of(books.owed('reverse', 'reversed:').transaction).map((entry) => ({
          ...{ ...entry, sourceId: again, transaction: `reversed:${again}`, key: entry.key.replace(entry.sourceId, again) },
        })),
      }
    },
  ],
  [
    'a line of an order that was not paid',
    'early_accrual',
    ({ life: { waiting, kols } }) => {
      const shares = [{ creatorId: kols[0].creatorId, weight: 1 }]
      return { add: accrualEntries({ order: waiting.orderId, orderLine: waiting.lineIds[0]!, currency: 'CNY', shares, rate }) }
    },
  ],
  [
    'a line that there is not',
    'unknown_line',
    ({ life: { paidOut, kols } }) => ({
      add: accrualEntries({
        order: paidOut.orderId,
        orderLine: newId(),
        currency: 'CNY',
        shares: [{ creatorId: kols[0].creatorId, weight: 1 }],
        rate,
      }),
    }),
  ],
  [
    'a withdrawal for a decision that nobody made',
    'unknown_cause',
    ({ entries, life: { won } }) => ({
      add: withdrawalEntries({ cause: newId(), orderLine: won.lineIds[0]!, reason: 'dispute' }, entries),
    }),
  ],
  [
    'a withdrawal for a decision about somebody else',
    'unknown_cause',
    (books) => {
      const cause = books.one(
        ({ transaction, orderLine }) => transaction.startsWith('withdrawn:') && orderLine === books.life.banned.lineIds[0],
      ).sourceId
      return { add: withdrawalEntries({ cause, orderLine: books.life.won.lineIds[0]!, reason: 'fraud' }, books.entries) }
    },
  ],
  [
    'what nobody took, given back',
    'wrong_reversal',
    (books) => {
      const own = books.owed('adjust', 'restored:')
      return { add: books.of(own.transaction).map((entry) => ({ ...entry, key: `${entry.key}:-` })) }
    },
  ],
  [
    'a bonus that was refused',
    'grant_differs',
    ({ life: { refused, kols } }) => ({
      add: grantEntries({ adjustment: refused, creator: kols[0].creatorId, amount: 900, currency: 'CNY', reason: 'bonus_flat' }),
    }),
  ],
  [
    'a bonus that nobody granted',
    'unknown_line',
    ({ life: { kols } }) => ({
      add: grantEntries({ adjustment: newId(), creator: kols[0].creatorId, amount: 900, currency: 'CNY', reason: 'bonus_flat' }),
    }),
  ],
  [
    'a payout that there is not',
    'unknown_payout',
    ({ life: { kols, paidOut } }) => ({
      add: lockEntries({
        payout: newId(),
        creator: kols[0].creatorId,
        currency: 'CNY',
        tax: 0,
        lines: [{ orderLine: paidOut.lineIds[0]!, order: paidOut.orderId, amount: 5 }],
      }),
    }),
  ],
  [
    'a payout that arrived, and still waits',
    'payout_differs',
    (books) => {
      const { id, creator } = books.payouts.find(({ state }) => state === 'locked')!
      const lines = books.payoutLines
        .filter(({ payout }) => payout === id)
        .map(({ orderLine, order, amount }) => ({ orderLine: String(orderLine), order: order as string | null, amount: Number(amount) }))
      return { add: confirmEntries({ payout: id, creator, currency: 'CNY', tax: 0, lines }) }
    },
  ],
  [
    'a payout whose state its entries do not tell',
    'payout_differs',
    ({ payouts }) => ({ changes: [['payouts', payouts.find(({ state }) => state === 'confirmed')!, { state: 'failed' }]] }),
  ],
  [
    'a payout line that nothing was taken for',
    'payout_differs',
    ({ payoutLines: [line] }) => ({ rows: [['payout-lines', { ...line!, id: newId(), key: newId(), orderLine: newId(), amount: 1 }]] }),
  ],
  [
    'a payout line of another creator',
    'payout_differs',
    ({ payoutLines: [line], life }) => ({ changes: [['payout-lines', line!, { creator: life.kols[3].creatorId }]] }),
  ],
  [
    'a payout for what credits her nothing',
    'payout_differs',
    (books) => {
      const { id: _, ...like } = books.payouts.find(({ state }) => state === 'locked')!
      const [id, creator] = [newId(), books.life.kols[3].creatorId]
      const lines = [{ orderLine: books.life.won.lineIds[0]!, order: books.life.won.orderId, amount: 700 }]
      const line = {
        id: newId(),
        key: newId(),
        payout: id,
        creator,
        ...lines[0]!,
        currency: 'CNY',
        at: books.life.world.clock.now().toISOString(),
      }
      return {
        rows: [
          ['payouts', { ...like, id, key: newId(), creator, amount: 700, taxAmount: 0 }],
          ['payout-lines', line],
        ],
        add: lockEntries({ payout: id, creator, currency: 'CNY', lines, tax: 0 }),
      }
    },
  ],
  [
    'a release of a hold that there is not',
    'hold_differs',
    ({ holds }) => ({ rows: [['holds', { ...holds.find(({ kind }) => kind === 'release')!, id: newId(), key: newId(), hold: newId() }]] }),
  ],
  [
    'a release of what another creator is held for',
    'hold_differs',
    ({ holds, life }) => ({ changes: [['holds', holds.find(({ kind }) => kind === 'release')!, { creator: life.kols[3].creatorId }]] }),
  ],
  ['an entry in between that is gone', 'sequence_gap', ({ entries }) => ({ drop: [entries[4]!] })],
  [
    'the last transaction that is gone as if it had never been',
    'sequence_gap',
    (books) => ({ drop: books.of(books.entries.at(-1)!.transaction) }),
  ],
]
