import { readFaces } from '../../../flows/commerce/read-faces.ts'
import { readFinanceWaits } from '../../../flows/operations/finance-waits.ts'
import { listStaffOrders } from '../../../flows/orders/list-orders.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { StaffOrders } from '../../../ui/commerce/index.ts'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { order as messages } from '../../../ui/i18n/messages/order.ts'
import { Shell } from '../../../ui/shell/index.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/desk-orders'
import { openDoor } from './door.ts'
import { staffOrdersView, storedStateOf } from './order-rows.ts'
import { privateHeaders, privately } from './private.ts'

export const links = () => [{ rel: 'stylesheet', href: styles }]
export const headers = privateHeaders

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'staffOrders'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { ctx } = openDoor(args)
  const { searchParams } = new URL(args.request.url)
  const state = storedStateOf(searchParams.get('state'))
  const find = searchParams.get('find')?.trim().slice(0, 64) ?? ''
  const asked = searchParams.get('asked') === '1'
  const ask = { state, asked, find: find || undefined, cursor: searchParams.get('after') ?? undefined }
  const page = valueOr404(await listStaffOrders(ctx, actor, ask))
  const { overdueHolds, bonuses, troubles } = valueOr404(await readFinanceWaits(ctx, actor))
  const waits = { overdueHolds, bonuses, troubles }
  const faces = await readFaces(ctx, { locale, pictures: page.orders.flatMap(({ pictures }) => pictures) })
  return privately({ view: staffOrdersView({ page, faces, locale, state: state ?? null, asked, find, waits }) })
}

export default function DeskOrders({ loaderData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <StaffOrders view={loaderData.view} />
    </Shell>
  )
}
