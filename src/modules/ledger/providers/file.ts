import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import { csvFile, figure } from '../../../lib/csv.ts'
import { toMajor } from '../../../lib/money.ts'
import type { PayoutDetails } from '../payout-account.ts'
import type { OutgoingRun, PayoutAdapter } from '../payout-adapter.ts'

const header = ['reference', 'method', 'holder', 'bank', 'account', 'amount', 'currency', 'creator']

/**
 * A CSV file for the bank's own door: one file a run, named by its number, readable by its owner only because it holds whole
 * account numbers. Writing it again writes the same file in its place, whole or not at all.
 */
export function fileAdapter(folder: string): PayoutAdapter {
  return {
    name: 'file',
    methods: ['bank', 'paypal', 'stripe'],
    async send(run) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(path.join(folder, `${run.number}.csv`), csvOf(run))
      return run.payouts.map(({ id }) => ({ id, reference: id }))
    },
  }
}

const csvOf = ({ payouts }: OutgoingRun): string =>
  csvFile([
    header,
    ...[...payouts]
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, creator, amount, currency, details }) => [
        ...[id, details.method, ...placeOf(details)],
        figure(toMajor({ amount, currency })),
        ...[currency, creator],
      ]),
  ])

function placeOf(details: PayoutDetails): [string, string, string] {
  if (details.method === 'bank') return [details.holder, details.bank, details.account]
  return ['', '', details.method === 'paypal' ? details.email : details.account]
}

/** Through a file beside it, synced before it takes the name. */
async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.part`
  const handle = await open(draft, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(draft, file)
}
