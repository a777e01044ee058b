import type { FinanceWaits } from '../../../flows/operations/finance-waits.ts'
import type { PreviewRead, RunRead, RunView as RunSummary } from '../../../flows/payouts/read-runs.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import type { DeskPayoutsView, RunView } from '../../../ui/payouts/index.ts'

interface DeskParts {
  preview: PreviewRead
  runs: readonly RunSummary[]
  waits: FinanceWaits
  mayLock: boolean
  locale: Locale
  idempotencyKey: string
}

const runRow = ({ id, number, state, total, currency, count, lockedBy, lockedAt }: RunSummary, locale: Locale) => ({
  ...{ id, number, state, count, lockedBy, lockedAt, total: { amount: total, currency } },
  href: localePath(locale, `/desk/payouts/${id}`),
})

/** The finance role's page from what the flows say. */
export function deskPayoutsView({ preview, runs, waits, mayLock, locale, idempotencyKey }: DeskParts): DeskPayoutsView {
  const money = (amount: number) => ({ amount, currency: preview.currency })
  return {
    ...{ mayLock, idempotencyKey, backHref: localePath(locale, '/desk/orders') },
    preview: {
      total: money(preview.total),
      minPayout: money(preview.minPayout),
      nextRun: preview.nextRun,
      payouts: preview.payouts.map(({ creator, net, gross, tax, ...rest }) => ({
        ...{ id: creator.id, name: creator.name, net: money(net), gross: money(gross), tax: money(tax) },
        ...rest,
      })),
      left: preview.left.map(({ creator, amount, why }) => ({ id: creator.id, name: creator.name, amount: money(amount), why })),
    },
    runs: runs.map((run) => runRow(run, locale)),
    waits: { holds: waits.holds, overdueHolds: waits.overdueHolds, bonuses: waits.bonuses },
  }
}

/** One run as its page shows it. */
export function runView(
  run: RunRead,
  { mayEnd, locale, idempotencyKey }: { mayEnd: boolean; locale: Locale; idempotencyKey: string },
): RunView {
  const { approvedBy, sentAt, needsSecond, waitsForSecond, may } = run
  return {
    ...runRow(run, locale),
    ...{ approvedBy, sentAt, needsSecond, waitsForSecond, may, mayEnd, idempotencyKey },
    payouts: run.payouts.map(({ id, creator, state, amount, taxAmount, currency, masked, failure, stop, mayTakeOut }) => ({
      ...{
        id,
        name: creator.name,
        state,
        masked,
        failure,
        stop,
        mayTakeOut,
        amount: { amount, currency },
        tax: { amount: taxAmount, currency },
      },
    })),
    backHref: localePath(locale, '/desk/payouts'),
  }
}
