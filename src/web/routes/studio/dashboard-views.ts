import type { EarningsRead } from '../../../flows/earnings/read-earnings.ts'
import type { StudioDays } from '../../../flows/studio/read-days.ts'
import { type DailyView, type Metric, metrics, type Span, spans } from '../../../ui/studio/days-view.ts'
import type { StudioPiece } from '../../../ui/studio/view.ts'
import type { WhenPayableView } from '../../../ui/studio/WhenPayable.tsx'

/** What the dashboard's address asks for. */
export interface DashboardAsk {
  span: Span
  metric: Metric
  piece: string | null
}

/** Reads the address; anything unknown is the usual: thirty days, commission, all pieces. */
export function dashboardAsk(query: URLSearchParams): DashboardAsk {
  const piece = query.get('piece') ?? ''
  return {
    span: spans.find((span) => String(span) === query.get('days')) ?? 30,
    metric: metrics.find((metric) => metric === query.get('metric')) ?? 'commission',
    piece: /^[0-9a-f-]{36}$/.test(piece) ? piece : null,
  }
}

/** The days as the chart shows them; only pieces that have been public can be looked at alone. */
export function dailyView({ days, ...read }: StudioDays, { span, metric, piece }: DashboardAsk, pieces: readonly StudioPiece[]): DailyView {
  const { currency, total, before, opening, closing } = read
  const counted = pieces.filter(({ stats }) => stats !== null).map(({ id, title }) => ({ id, title }))
  return { days, currency, total, before, opening, closing, span, metric, piece, pieces: counted }
}

/** What of the ledger can be had now, and on which days the rest. */
export function whenView({ currency, pending, payable, onHold, dates }: EarningsRead): WhenPayableView {
  const money = (amount: number) => ({ amount, currency })
  return {
    ...{ pending: money(pending), payable: money(payable), onHold: money(onHold) },
    dates: dates.map((day) => ({ ...day, amount: money(day.amount) })),
  }
}
