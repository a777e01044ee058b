'use client'
import { Link, useAuth } from '@payloadcms/ui'
import { risk } from '../../ui/i18n/messages/risk.ts'
import { simulator } from '../../ui/i18n/messages/simulator.ts'
import { translate } from '../../ui/i18n/translate.ts'
import { useWords } from './words.ts'

/** Our own pages of the admin, below its collections, for the roles that may read them. */
export function ToolLinks() {
  const { language } = useWords()
  const { user } = useAuth()
  const roles: unknown = (user as { roles?: unknown } | null)?.roles
  if (!Array.isArray(roles) || !(roles.includes('finance') || roles.includes('admin'))) return null
  return (
    <>
      <Link className="nav__link" href="/admin/risks" prefetch={false}>
        <span className="nav__link-label">{translate(risk, language, 'risk')}</span>
      </Link>
      <Link className="nav__link" href="/admin/simulator" prefetch={false}>
        <span className="nav__link-label">{translate(simulator, language, 'simulator')}</span>
      </Link>
    </>
  )
}
