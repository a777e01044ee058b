import { useState } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { addresses as addressMessages } from '../i18n/messages/addresses.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Button, Callout, Checkbox, ChipLink, Icon, Price, TextArea } from '../primitives/index.ts'
import { CheckoutAddress } from './CheckoutAddress.tsx'
import { CheckoutContact } from './CheckoutContact.tsx'
import { CheckoutSummary } from './CheckoutSummary.tsx'
import type { CheckoutProps, CheckoutView } from './checkout-view.ts'
import { fieldErrorText } from './field-error.ts'
import { checkoutFields } from './fields.ts'
import { PageHead } from './PageHead.tsx'
import { PostForm, usePending } from './PostForm.tsx'
import { PriceChanges } from './PriceChanges.tsx'
import { ShippingChoice } from './ShippingChoice.tsx'
import { Steps } from './Steps.tsx'
import type { SumView } from './view.ts'

/** Confirming an order, as a guest first. Posts `checkoutFields` with intent `place`; with `showCountry` it only asks for another address form. */
export function Checkout({ view, values, errors = {}, failed, changes }: CheckoutProps) {
  const t = useT(commerce)
  const ta = useT(addressMessages)
  const [shipping, setShipping] = useState(values.shipping)
  const [country, setCountry] = useState(values.country)
  const sum = view.sumByShipping[shipping] ?? view.sum
  const wrong = Object.keys(errors).length
  return (
    <main id="main" className="buy">
      <PageHead title={t('checkout')} back={view.cartHref}>
        {view.encrypted ? (
          <span className="row t12 c2">
            <Icon name="lock" size={16} />
            {t('secure')}
          </span>
        ) : null}
      </PageHead>
      <Steps current={1} />
      <PostForm
        intent="place"
        hidden={{ [checkoutFields.idempotencyKey]: view.idempotencyKey, [checkoutFields.quote]: view.quote }}
        className="co"
      >
        <div className="stack gap4">
          {wrong > 0 ? <ErrorSummary count={wrong} /> : null}
          {failed ? (
            <Callout tone="bad" live>
              {t('errorForm')}
            </Callout>
          ) : null}
          {changes ? <PriceChanges changes={changes} total={sum.total} error={fieldErrorText(t, errors.acceptChanges, country)} /> : null}
          <CheckoutContact view={view} values={values} errors={errors} country={country} />
          <AddressChoices addresses={view.addresses} />
          <CheckoutAddress countries={view.countries} values={values} errors={errors} country={country} onCountry={setCountry} />
          <ShippingChoice
            options={view.shipping}
            chosen={shipping}
            onChoose={setShipping}
            error={fieldErrorText(t, errors.shipping, country)}
          />
          {view.account ? <Checkbox name={checkoutFields.keepAddress} value="1" label={ta('keep')} /> : null}
          <section className="panel">
            <TextArea
              label={t('note')}
              optional
              name={checkoutFields.note}
              rows={2}
              maxLength={500}
              defaultValue={values.note}
              error={fieldErrorText(t, errors.note, country)}
            />
          </section>
        </div>
        <aside className="stack gap4">
          <CheckoutSummary view={view} sum={sum} />
          <div className="wide-only">
            <PayButton sum={sum} agree={changes !== undefined} block />
          </div>
        </aside>
        <div className="actbar buybar">
          <span className="grow">
            <span className="t12 c3 blk">{t('sumTotal')}</span>
            <Price value={sum.total} cents="always" className="t20" />
          </span>
          <PayButton sum={sum} agree={changes !== undefined} />
        </div>
      </PostForm>
    </main>
  )
}

/** Addresses of the book, each a link to this page filled with it. */
function AddressChoices({ addresses = [] }: Pick<CheckoutView, 'addresses'>) {
  const t = useT(addressMessages)
  if (addresses.length === 0) return null
  return (
    <nav className="row wrapx gap1" aria-label={t('choose')}>
      {addresses.map(({ id, label, href, chosen }) => (
        <ChipLink key={id} to={href} current={chosen}>
          {label}
        </ChipLink>
      ))}
    </nav>
  )
}

function PayButton({ sum, agree, block }: { sum: SumView; agree: boolean; block?: boolean }) {
  const t = useT(commerce)
  const format = useFormat()
  const busy = usePending('place')
  const amount = format.money(sum.total)
  return (
    <Button type="submit" variant="buy" size="xl" block={block} busy={busy}>
      {agree ? t('changedButton', { amount }) : t('toPay', { amount })}
    </Button>
  )
}

/** Says how much is to be mended; the sentences stand at their fields. */
function ErrorSummary({ count }: { count: number }) {
  const t = useT(commerce)
  return (
    <Callout tone="bad" live>
      {t('errorSummary', { count })}
    </Callout>
  )
}
