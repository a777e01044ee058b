import { redirect, redirectDocument } from 'react-router'
import { cookie, cookieNames } from '../../../lib/cookies.ts'
import { ownPath } from '../../../lib/own-path.ts'
import { isLocale, localePath, switchLocale } from '../../../ui/i18n/index.ts'
import { textFields } from '../../lib/answers.ts'
import type { Route } from './+types/language'
import { openShop } from './door.ts'

const YEAR_SECONDS = 365 * 86_400

/** A form posts here; whoever opens the address wanted the home page. */
export const loader = (args: Route.LoaderArgs) => redirect(openShop(args).to('/'))

/** `language`, `back`: the same page in that language, which `/` then chooses for a year. */
export async function action(args: Route.ActionArgs) {
  const { visit, locale } = openShop(args)
  const { language, back } = textFields(await args.request.formData())
  const chosen = isLocale(language) ? language : locale
  const saved = cookie(cookieNames.language, chosen, { maxAgeSeconds: YEAR_SECONDS, secure: visit.secure })
  return redirectDocument(switchLocale(ownPath(back, localePath(locale, '/')), chosen), { headers: { 'Set-Cookie': saved } })
}
