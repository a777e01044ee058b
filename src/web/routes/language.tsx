import { data, Outlet } from 'react-router'
import { isLocale } from '../../ui/i18n/index.ts'
import type { Route } from './+types/language'

/** Below a language; anything else in its place is a page that does not exist. */
export function loader({ params }: Route.LoaderArgs) {
  if (!isLocale(params.lang)) throw data({ code: 'not_found' }, { status: 404 })
  return null
}

export default function Language() {
  return <Outlet />
}
