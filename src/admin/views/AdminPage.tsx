import { DefaultTemplate } from '@payloadcms/next/templates'
import { redirect } from 'next/navigation.js'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

/**
 * The frame of our own pages in the admin. Payload lets everybody open a page that is not its own, so who may not enter the admin is
 * sent away here; what a page shows is asked for by its own calls, whose doors look at the roles again.
 */
export function AdminPage({
  page,
  props: { initPageResult, params, searchParams },
  children,
}: {
  /** Its address below the admin's. */
  page: 'simulator' | 'risks'
  props: AdminViewServerProps
  children: ReactNode
}) {
  const { req, permissions, locale, visibleEntities } = initPageResult
  if (!permissions.canAccessAdmin) redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/${page}`)}`)
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user ?? undefined}
      visibleEntities={visibleEntities}
    >
      {children}
    </DefaultTemplate>
  )
}
