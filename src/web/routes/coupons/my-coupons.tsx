import { listOwnCoupons } from '../../../flows/coupons/list-coupons.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { CouponList } from '../../../ui/coupons/index.ts'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { coupons as messages } from '../../../ui/i18n/messages/coupons.ts'
import { StudioShell } from '../../../ui/studio/StudioShell.tsx'
import studioStyles from '../../../ui/studio/studio.css?url'
import { valueOr404 } from '../../lib/answers.ts'
import { creatorsOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/my-coupons'
import { couponRows } from './coupon-rows.ts'

export const links = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'stylesheet', href: studioStyles },
]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'mine'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await creatorsOnly(args)
  const { coupons } = valueOr404(await listOwnCoupons(ctx, actor))
  return privately({ rows: couponRows(coupons, locale, ctx.clock.now(), false), backHref: localePath(locale, '/studio'), addHref: null })
}

export default function MyCoupons({ loaderData }: Route.ComponentProps) {
  return (
    <StudioShell part="earnings" ownMain>
      <CouponList {...loaderData} />
    </StudioShell>
  )
}
