import { listCoupons } from '../../../flows/coupons/list-coupons.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { CouponList } from '../../../ui/coupons/index.ts'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { coupons as messages } from '../../../ui/i18n/messages/coupons.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-coupons'
import { couponRows } from './coupon-rows.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { coupons } = valueOr404(await listCoupons(ctx, actor))
  return privately({
    rows: couponRows(coupons, locale, ctx.clock.now(), true),
    backHref: localePath(locale, '/desk/orders'),
    addHref: localePath(locale, '/desk/coupons/new'),
  })
}

export default function DeskCoupons({ loaderData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <CouponList {...loaderData} />
    </Shell>
  )
}
