import { readMonth } from '../../../flows/statements/read-month.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { causeWords } from '../../../ui/i18n/cause-words.ts'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { earnings } from '../../../ui/i18n/messages/earnings.ts'
import { payouts as messages } from '../../../ui/i18n/messages/payouts.ts'
import { Statement } from '../../../ui/payouts/index.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import studioStyles from '../../../ui/studio/studio.css?url'
import { valueOr404 } from '../../lib/answers.ts'
import { earnersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/statement'

export const links = () => [studioStyles, styles, payoutStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, {
    title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'statementOf', { month: args.params.month }),
    noindex: true,
  })

const kinds = {
  earned: 'kind_earned',
  reversed: 'kind_reversed',
  adjusted: 'kind_adjusted',
  'clawed-back': 'kind_clawed_back',
  'paid-out': 'kind_paid_out',
  'payout-returned': 'kind_payout_returned',
} as const

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await earnersOnly(args)
  const read = valueOr404(await readMonth(ctx, actor, args.params.month))
  const money = (amount: number) => ({ amount, currency: read.currency })
  const { opening, earned, reversed, adjusted, paidOut, closing } = read.sums
  return privately({
    view: {
      ...{ month: read.month, frozen: read.frozen, name: read.name },
      sums: {
        ...{ opening: money(opening), earned: money(earned), reversed: money(-reversed || 0) },
        ...{ adjusted: money(adjusted), paidOut: money(-paidOut || 0), closing: money(closing) },
      },
      rows: read.rows.map(({ id, at, kind, orderId, lineId, orderNumber, productTitle, cause, amount, balance }) => ({
        ...{ id, at, kind, orderNumber, amount: money(amount), balance: money(balance) },
        whyHref: orderId && lineId && orderNumber ? `${localePath(locale, `/orders/${orderId}/why`)}?line=${lineId}&as=creator` : null,
        what: [translate(earnings, locale, kinds[kind]), causeWords(cause, locale), productTitle].filter(Boolean).join(' · '),
      })),
      terms: { payoutDay: read.terms.payoutDay, minPayout: money(read.terms.minPayout) },
      csvHref: `/v1/me/statement.csv?month=${read.month}`,
      backHref: localePath(locale, '/studio/payouts'),
    },
  })
}

export default function StatementPage({ loaderData }: Route.ComponentProps) {
  return (
    <StudioShell part="earnings" ownMain>
      <Statement view={loaderData.view} />
    </StudioShell>
  )
}
