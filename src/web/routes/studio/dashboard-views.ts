import type { Faces } from '../../../flows/commerce/read-faces.ts'
import type { EarningsRead } from '../../../flows/earnings/read-earnings.ts'
import type { StudioDays } from '../../../flows/studio/read-days.ts'
import { type Locale, localePath } from '../../../ui/i18n/index.ts'
import { type DailyView, type Metric, metrics, type Span, spans } from '../../../ui/studio/days-view.ts'
import type { LatestView } from '../../../ui/studio/LatestEntries.tsx'
import type { StudioPiece } from '../../../ui/studio/view.ts'

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

/** The newest entries of the ledger, each with its product or piece and its why. */
export function latestView(earnings: EarningsRead, faces: Faces, locale: Locale): LatestView {
  const { currency } = earnings
  return {
    pending: { amount: earnings.pending, currency },
    payable: { amount: earnings.payable, currency },
    rows: earnings.rows.map(({ id, at, amount, productTitle, piece, orderId, lineId }) => ({
      ...{ id, at, amount: { amount, currency }, product: productTitle },
      piece: piece ? (faces.pieces.get(piece.id)?.title ?? null) : null,
      whyHref: orderId && lineId ? `${localePath(locale, `/orders/${orderId}/why`)}?line=${lineId}&as=creator` : null,
    })),
  }
}
