import { data, redirect } from 'react-router'
import { type AddressInput, deleteAddress, listAddresses, saveAddress, setDefaultAddress } from '../../../flows/addresses/address-book.ts'
import { failureStatus, type Result } from '../../../lib/result.ts'
import { AccountFrame } from '../../../ui/account/AccountFrame.tsx'
import { isLocale, type Locale, localePath, translate } from '../../../ui/i18n/index.ts'
import { addresses as messages } from '../../../ui/i18n/messages/addresses.ts'
import { AddressBook } from '../../../ui/social/AddressBook.tsx'
import { textFields, valueOr404 } from '../../lib/answers.ts'
import { membersOnly } from '../../lib/gates.ts'
import { wantsDocument } from '../../lib/mark-action.ts'
import { pageMeta } from '../../lib/meta.ts'
import { checkoutErrors, checkoutValues, contactOf } from '../commerce/checkout-form.ts'
import { standardShipping } from '../commerce/checkout-view.ts'
import { namedCountries } from '../commerce/delivery.ts'
import type { Route } from './+types/addresses'
import { privateHeaders } from './target.ts'

export { personalLinks as links } from './links.ts'
export const headers = privateHeaders
export const meta = (args: Route.MetaArgs) =>
  pageMeta(args, { title: translate(messages, isLocale(args.params.lang) ? args.params.lang : 'zh', 'title'), noindex: true })

const empty = { country: 'CN', shipping: standardShipping }

export async function loader(args: Route.LoaderArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const { searchParams } = new URL(args.request.url)
  const book = valueOr404(await listAddresses(ctx, actor))
  const edited = book.find(({ id }) => id === searchParams.get('edit'))
  const values = edited ? { ...edited, line1: edited.street, shipping: standardShipping } : empty
  const { id: _, isDefault: __, street: ___, ...typed } = { id: '', isDefault: false, street: '', ...values }
  const view = { book, countries: namedCountries(locale), editing: edited?.id ?? null, values: typed, saved: searchParams.has('saved') }
  return data(view, { headers: privateHeaders() })
}

/** `intent`: `save` (the fields of checkout, `id`, `isDefault`), `default` and `delete` (`id`). */
export async function action(args: Route.ActionArgs) {
  const { ctx, actor, locale } = await membersOnly(args)
  const fields = textFields(await args.request.formData())
  const { intent, id = '' } = fields
  if (intent === 'delete') return done(args.request, locale, await deleteAddress(ctx, actor, { id }))
  if (intent === 'default') return done(args.request, locale, await setDefaultAddress(ctx, actor, { id }))
  const values = checkoutValues(fields, empty)
  const errors = checkoutErrors(values, { signedIn: true, shippingIds: [standardShipping] })
  if (fields.showCountry !== undefined || Object.keys(errors).length > 0)
    return data({ values, errors: fields.showCountry === undefined ? errors : {}, failed: null }, { headers: privateHeaders() })
  const { email: _, note: __, ...address } = contactOf(values)
  const input: AddressInput = { ...address, isDefault: fields.isDefault === '1' }
  const saved = await saveAddress(ctx, actor, { ...input, ...(id ? { id } : {}) })
  if (saved.ok) return redirect(`${localePath(locale, '/account/addresses')}?saved`, { headers: privateHeaders() })
  const failed = saved.failure.code === 'state' ? ('full' as const) : ('failed' as const)
  return data({ values, errors: {}, failed }, { status: failureStatus[saved.failure.code], headers: privateHeaders() })
}

/** What was put off for ten seconds must not move the reader, who is elsewhere by now. */
function done(request: Request, locale: Locale, result: Result<unknown>) {
  if (wantsDocument(request)) return redirect(localePath(locale, '/account/addresses'), { headers: privateHeaders() })
  return data({ ok: result.ok }, { status: result.ok ? 200 : failureStatus[result.failure.code], headers: privateHeaders() })
}

export default function AddressesRoute({ loaderData, actionData }: Route.ComponentProps) {
  const answer = actionData && 'values' in actionData ? actionData : null
  return (
    <AccountFrame part="addresses">
      <AddressBook
        {...loaderData}
        values={answer?.values ?? loaderData.values}
        errors={answer?.errors ?? {}}
        failed={answer?.failed ?? null}
      />
    </AccountFrame>
  )
}
