import { listAllProgrammes } from '../../../flows/programmes/read-programmes.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { programmes as messages } from '../../../ui/i18n/messages/programmes.ts'
import payoutStyles from '../../../ui/payouts/payouts.css?url'
import { DeskProgrammes } from '../../../ui/programmes/index.ts'
import ownStyles from '../../../ui/programmes/programmes.css?url'
import { Shell } from '../../../ui/shell/index.ts'
import { valueOr404 } from '../../lib/answers.ts'
import { rolesOnly } from '../../lib/gates.ts'
import { pageMeta } from '../../lib/meta.ts'
import { privateHeaders, privately } from '../commerce/private.ts'
import type { Route } from './+types/desk-programmes'
import { cardView } from './views.ts'

export const links = () => [styles, payoutStyles, ownStyles].map((href) => ({ rel: 'stylesheet', href }))
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await rolesOnly(args, 'finance', 'admin')
  const { programmes } = valueOr404(await listAllProgrammes(ctx, actor))
  return privately({
    rows: programmes.map((row) => cardView(row, locale)),
    backHref: localePath(locale, '/desk/orders'),
    addHref: localePath(locale, '/desk/programmes/new'),
  })
}

export default function DeskProgrammesPage({ loaderData }: Route.ComponentProps) {
  return (
    <Shell section="sales">
      <DeskProgrammes {...loaderData} />
    </Shell>
  )
}
