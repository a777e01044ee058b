import { redirect } from 'react-router'
import { listMyPayouts } from '../../../flows/payouts/read-runs.ts'
import { readPayoutAccount, setPayoutAccount } from '../../../flows/payouts/set-payout-account.ts'
import { listStatements } from '../../../flows/statements/list-statements.ts'
import { type Failure, failureStatus } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { payouts as messages } from '../../../ui/i18n/messages/payouts.ts'
import { type AccountErrors, MyPayouts } from '../../../ui/payouts/index.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import studioStyles from '../../../ui/studio/studio.css?url'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { earnersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/my-payouts'

export const links = () => [studioStyles, styles, payoutStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await earnersOnly(args)
  const { account } = valueOr404(await readPayoutAccount(ctx, actor))
  const { payouts } = valueOr404(await listMyPayouts(ctx, actor))
  const { statements } = valueOr404(await listStatements(ctx, actor))
  return privately({
    saved: new URL(args.request.url).searchParams.has('saved'),
    view: {
      account,
      payouts: payouts.map(({ amount, taxAmount, currency, ...row }) => ({
        ...row,
        amount: { amount, currency },
        tax: { amount: taxAmount, currency },
      })),
      statements: statements.map(({ month, closing, currency }) => ({
        month,
        closing: { amount: closing, currency },
        href: localePath(locale, `/studio/statements/${month}`),
        csvHref: `/v1/me/statement.csv?month=${month}`,
      })),
      earningsHref: localePath(locale, '/studio/earnings'),
    },
  })
}

const methods = ['bank', 'paypal', 'stripe'] as const

/** The one form here: `method`, the fields of each method, `password`. */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await earnersOnly(args)
  const { password = '', account: number, stripe, ...fields } = textFields(await args.request.formData())
  const method = methods.find((one) => one === fields.method) ?? 'bank'
  const account = method === 'stripe' ? stripe : number
  const { holder, bank, email } = fields
  const set = await setPayoutAccount(ctx, actor, { method, holder, bank, email, account, password })
  if (set.ok) return redirect(`${localePath(locale, '/studio/payouts')}?saved`, { headers: privateHeaders() })
  return privately({ values: { ...fields }, errors: errorsOf(set.failure) }, failureStatus[set.failure.code])
}

const known = ['holder', 'bank', 'account', 'email', 'password'] as const

function errorsOf({ code, field }: Failure): AccountErrors {
  if (code === 'too_many') return { too_many: true }
  const name = known.find((one) => one === field)
  return name ? { [name]: true } : { failed: true }
}

export default function MyPayoutsPage({ loaderData, actionData }: Route.ComponentProps) {
  return (
    <StudioShell part="earnings" ownMain>
      <MyPayouts
        {...loaderData}
        saved={loaderData.saved && !actionData}
        values={actionData?.values ?? {}}
        errors={actionData?.errors ?? {}}
      />
    </StudioShell>
  )
}
