import { data, redirect, redirectDocument } from 'react-router'
import { listJoins, undoJoin } from '../../../flows/touches/join-touches.ts'
import { cookie, cookieNames } from '../../../lib/cookies.ts'
import { AccountFrame } from '../../../ui/account/AccountFrame.tsx'
import { Choices } from '../../../ui/account/Choices.tsx'
import { isLocale, localePath, translate } from '../../../ui/i18n/index.ts'
import { choices } from '../../../ui/i18n/messages/choices.ts'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { consentCookies } from '../../lib/consent.ts'
import { pageMeta } from '../../lib/meta.ts'
import type { Route } from './+types/preferences'
import { accountHeaders, accountLinks, openDoor } from './door.ts'

export const links = accountLinks
export const headers = accountHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(choices, args.params.lang === 'en' ? 'en' : 'zh', 'preferences'), noindex: true })

export async function loader(args: Route.LoaderArgs) {
  const { ctx, visit } = openDoor(args)
  const actor = await visit.actor()
  const member = actor.userId !== null
  const { joins } = member ? valueOr404(await listJoins(ctx, actor, visit.visitorId)) : { joins: null }
  const choice = { consent: visit.consent, saved: new URL(args.request.url).searchParams.has('saved'), joins }
  return data({ member, choice }, { headers: accountHeaders() })
}

const LANGUAGE_SECONDS = 365 * 86_400

/**
 * Keeps a choice of this browser, or takes a device off the account (`undo-join`, `join`: ATT-18). Saying no also ends what was
 * remembered: the visitor's pseudonym goes.
 */
export async function action(args: Route.ActionArgs) {
  const { ctx, visit, locale } = openDoor(args)
  const { intent, language, consent, join = '' } = textFields(await args.request.formData())
  const { secure } = visit
  if (intent === 'undo-join') {
    valueOr404(await undoJoin(ctx, await visit.actor(), { id: join }))
    return redirect(`${localePath(locale, '/preferences')}?saved`, { headers: accountHeaders() })
  }
  const cookies: string[] = []
  if (intent === 'language' && isLocale(language))
    cookies.push(cookie(cookieNames.language, language, { maxAgeSeconds: LANGUAGE_SECONDS, secure }))
  if (intent === 'consent' && (consent === 'granted' || consent === 'denied')) cookies.push(...consentCookies(visit, consent))
  const to = intent === 'language' && isLocale(language) ? language : locale
  return redirectDocument(`${localePath(to, '/preferences')}${cookies.length ? '?saved' : ''}`, {
    headers: cookies.map((value): [string, string] => ['Set-Cookie', value]),
  })
}

export default function Preferences({ loaderData: { member, choice } }: Route.ComponentProps) {
  return (
    <AccountFrame part="preferences" member={member}>
      <Choices {...choice} />
    </AccountFrame>
  )
}
