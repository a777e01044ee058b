import type { Role } from '../../lib/actor.ts'
import { intlTag, useLocale, useT, useTo } from '../i18n/index.ts'
import { studioPages } from '../i18n/messages/studio-pages.ts'
import { Empty, LinkButton } from '../primitives/index.ts'
import { Shell } from '../shell/index.ts'

/** The 403 page: which role opens this place, and what to do without it. */
export function Refused({ roles }: { roles: readonly Role[] }) {
  const t = useT(studioPages)
  const to = useTo()
  const { locale } = useLocale()
  const names = roles.map((role) => t(`role_${role}`))
  const list = new Intl.ListFormat(intlTag[locale], { type: 'disjunction' }).format(names)
  const action = (
    <div className="row wrapx">
      <LinkButton to={to('/')} variant="line">
        {t('toHome')}
      </LinkButton>
      <LinkButton to={to('/account')} variant="quiet">
        {t('otherAccount')}
      </LinkButton>
    </div>
  )
  return (
    <Shell section="none">
      <main id="main" className="page">
        <Empty title={t('refusedTitle')} icon="lock" level={1} action={action}>
          {t('refusedText', { roles: list })}
        </Empty>
      </main>
    </Shell>
  )
}
