import { data, redirect } from 'react-router'
import { ownPath } from '../../../lib/own-path.ts'
import { textFields } from '../../lib/answers.ts'
import { consentCookies } from '../../lib/consent.ts'
import { wantsDocument } from '../../lib/mark-action.ts'
import { openShop } from '../shop/door.ts'
import type { Route } from './+types/consent'

/** A form posts here; whoever opens the address wanted to read what is stored. */
export const loader = (args: Route.LoaderArgs) => redirect(openShop(args).to('/privacy'))

/** `consent` (`granted` or `denied`), `back`. Anything else changes nothing. */
export async function action(args: Route.ActionArgs) {
  const { visit, to } = openShop(args)
  const { consent, back } = textFields(await args.request.formData())
  const cookies = consent === 'granted' || consent === 'denied' ? consentCookies(visit, consent) : []
  const headers = [
    ['Cache-Control', 'private, no-store'] as [string, string],
    ...cookies.map((one): [string, string] => ['Set-Cookie', one]),
  ]
  if (wantsDocument(args.request)) return redirect(ownPath(back, to('/')), { headers })
  return data({ ok: cookies.length > 0 }, { headers })
}
