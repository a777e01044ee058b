import { data } from 'react-router'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { privacy as messages } from '../../../ui/i18n/messages/privacy.ts'
import { Shell } from '../../../ui/shell/Shell.tsx'
import { PrivacyPage } from '../../../ui/social/PrivacyPage.tsx'
import { pageMeta } from '../../lib/meta.ts'
import { openShop } from '../shop/door.ts'
import type { Route } from './+types/privacy'
import { privateHeaders } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'privacyTitle') })

export function loader(args: Route.LoaderArgs) {
  return data({ consent: openShop(args).visit.consent }, { headers: privateHeaders() })
}

export default function PrivacyRoute({ loaderData }: Route.ComponentProps) {
  return (
    <Shell section="none">
      <main id="main">
        <PrivacyPage consent={loaderData.consent} />
      </main>
    </Shell>
  )
}
