import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { lastProof } from '../../../flows/earnings/last-proof.ts'
import { readEarnings } from '../../../flows/earnings/read-earnings.ts'
import { readEarningsBy } from '../../../flows/earnings/read-earnings-by.ts'
import { readPayoutAccount } from '../../../flows/payouts/set-payout-account.ts'
import { readShopFrame } from '../../../flows/shop/read-shop-frame.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { Earnings } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { earnings as messages } from '../../../ui/i18n/messages/earnings.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import studioStyles from '../../../ui/studio/studio.css?url'
import { valueOr404 } from '../../lib/answers.ts'
import { earnersOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/earnings'
import { earningsView, filterOf, lookOf, monthOf } from './earnings-page-view.ts'
import { privateHeaders, privately } from './private.ts'

export const links = () => [studioStyles, styles, payoutStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await earnersOnly(args)
  const { searchParams } = new URL(args.request.url)
  const filter = filterOf(searchParams.get('kind'))
  const before = /^\d{1,15}$/.exec(searchParams.get('before') ?? '')?.[0]
  const earnings = valueOr404(await readEarnings(ctx, actor, { filter, before: before === undefined ? undefined : Number(before) }))
  const by = lookOf(searchParams.get('by'))
  const groups = by === 'entry' ? null : { by, read: valueOr404(await readEarningsBy(ctx, actor, by)) }
  const keys = groups?.read.groups.map(({ key }) => key) ?? []
  const faces = await readFaces(ctx, {
    locale,
    pieces: by === 'piece' ? keys : earnings.rows.map(({ piece }) => piece?.id),
    products: by === 'product' ? keys : [],
  })
  const { timeZone } = await readShopFrame(ctx)
  const { account } = valueOr404(await readPayoutAccount(ctx, actor))
  const month = monthOf(ctx.clock.now(), timeZone)
  return privately({ view: earningsView({ earnings, faces, locale, filter, groups, month, account, checkedAt: await lastProof(ctx) }) })
}

export default function EarningsPage({ loaderData }: Route.ComponentProps) {
  return (
    <StudioShell part="earnings" ownMain>
      <Earnings view={loaderData.view} />
    </StudioShell>
  )
}
