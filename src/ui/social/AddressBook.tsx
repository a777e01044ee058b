import { useState } from 'react'
import { Form, Link } from 'react-router'
import { addressLines } from '../commerce/address-form.ts'
import { CheckoutAddress } from '../commerce/CheckoutAddress.tsx'
import type { CheckoutProps, CheckoutView } from '../commerce/checkout-view.ts'
import { useT, useTo } from '../i18n/index.ts'
import { addresses as messages } from '../i18n/messages/addresses.ts'
import { Tag } from '../primitives/Badge.tsx'
import { Button, LinkButton } from '../primitives/Button.tsx'
import { Checkbox } from '../primitives/Choice.tsx'
import { Callout, Empty } from '../primitives/Notice.tsx'
import { useUndoable } from './use-undoable.ts'

export interface BookAddress {
  id: string
  name: string
  phone: string
  country: string
  region: string
  city: string
  district: string
  street: string
  postcode: string
  isDefault: boolean
}

interface BookProps {
  book: readonly BookAddress[]
  countries: CheckoutView['countries']
  /** The one that is being changed (`?edit=`). */
  editing: string | null
  values: Required<CheckoutProps>['values']
  errors: Required<CheckoutProps>['errors']
  failed: 'failed' | 'full' | null
  saved: boolean
}

/**
 * The address book: `/:locale/account/addresses`, with `?edit=<id>`. Posts `intent` = `save` (fields as at checkout, `id`,
 * `isDefault`), `default` and `delete` (`id`) to itself; deleting waits ten seconds where there is script.
 */
export function AddressBook({ book, countries, editing, values, errors, failed, saved }: BookProps) {
  const t = useT(messages)
  const to = useTo()
  const self = to('/account/addresses')
  const [country, setCountry] = useState(values.country)
  const { gone } = useUndoable()
  const shown = book.filter(({ id }) => !gone.has(id))
  return (
    <div className="acct">
      <header>
        <h1 className="display t24">{t('title')}</h1>
        <p className="t13 c2">{t('intro')}</p>
      </header>
      {saved ? (
        <Callout tone="good" live>
          {t('saved')}
        </Callout>
      ) : null}
      {failed ? (
        <Callout tone="bad" live>
          {t(failed)}
        </Callout>
      ) : null}
      {shown.length === 0 ? (
        <Empty title={t('empty')} icon="truck">
          {t('emptyText')}
        </Empty>
      ) : (
        <ul className="stack">
          {shown.map((address) => (
            <li key={address.id}>
              <AddressCard address={address} self={self} />
            </li>
          ))}
        </ul>
      )}
      <Form method="post" className="stack gap4" key={editing ?? `new ${book.length}`} noValidate>
        <h2 className="h2">{t(editing ? 'edit' : 'add')}</h2>
        <input type="hidden" name="intent" value="save" />
        {editing ? <input type="hidden" name="id" value={editing} /> : null}
        <CheckoutAddress countries={countries} values={values} errors={errors} country={country} onCountry={setCountry} />
        <Checkbox name="isDefault" value="1" defaultChecked={book.find(({ id }) => id === editing)?.isDefault} label={t('makeDefault')} />
        <div className="row">
          <Button type="submit" variant="main">
            {t('save')}
          </Button>
          {editing ? (
            <LinkButton to={self} variant="quiet">
              {t('cancel')}
            </LinkButton>
          ) : null}
        </div>
      </Form>
    </div>
  )
}

function AddressCard({ address, self }: { address: BookAddress; self: string }) {
  const t = useT(messages)
  const { remove } = useUndoable()
  const { id, name, phone, street, isDefault } = address
  return (
    <article className="panel stack gap1">
      <p className="row wrapx gap1">
        <b>{name}</b>
        <span className="num c2">{phone}</span>
        {isDefault ? <Tag tone="good">{t('isDefault')}</Tag> : null}
      </p>
      <address className="t13 loose">
        {addressLines({ ...address, line1: street, line2: '' }).map((line) => (
          <span key={line} className="blk">
            {line}
          </span>
        ))}
      </address>
      <div className="row wrapx addr-acts">
        <Link className="btn btn-line btn-sm" to={`${self}?edit=${id}`} aria-label={t('editName', { name, street })}>
          {t('edit')}
        </Link>
        {isDefault ? null : (
          <Form method="post">
            <input type="hidden" name="intent" value="default" />
            <input type="hidden" name="id" value={id} />
            <Button type="submit" size="sm" variant="line" aria-label={t('makeDefaultName', { name, street })}>
              {t('makeDefault')}
            </Button>
          </Form>
        )}
        <Form
          method="post"
          onSubmit={(event) => {
            event.preventDefault()
            remove(id, { action: self, fields: { intent: 'delete', id }, text: t('removed') })
          }}
        >
          <input type="hidden" name="intent" value="delete" />
          <input type="hidden" name="id" value={id} />
          <Button type="submit" size="sm" variant="quiet" aria-label={t('removeName', { name, street })}>
            {t('remove')}
          </Button>
        </Form>
      </div>
    </article>
  )
}
