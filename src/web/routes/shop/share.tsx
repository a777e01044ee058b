import { localeOf, translate } from '../../../ui/i18n/index.ts'
import { sharing } from '../../../ui/i18n/messages/sharing.ts'
import { Share } from '../../../ui/shop/Share.tsx'
import { sharePath } from '../../../ui/shop/share-path.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/share'
import { openShop } from './door.ts'

export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(sharing, localeOf(args.location.pathname), 'shareTitle'), noindex: true })

/** `?path=` names the page to share: one of this shop, else there is nothing to show. */
export async function loader(args: Route.LoaderArgs) {
  const { visit, query } = openShop(args)
  const path = sharePath(query.get('path'))
  if (!path) throw new Response(null, { status: 404 })
  return { path, origin: visit.origin }
}

export default function SharePage({ loaderData }: Route.ComponentProps) {
  return <Share {...loaderData} />
}
