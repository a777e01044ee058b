import { useEffect, useState } from 'react'
import { useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Input, Select } from '../primitives/index.ts'
import { addressFields } from './address-form.ts'
import type { CheckoutProps, CheckoutView } from './checkout-view.ts'
import { fieldErrorText } from './field-error.ts'
import { checkoutFields } from './fields.ts'

type Props = Required<Pick<CheckoutProps, 'values' | 'errors'>> & {
  countries: CheckoutView['countries']
  country: string
  onCountry: (code: string) => void
}

/** Where the parcel goes. The form follows the country's way of writing; without script a button asks the server for it. */
export function CheckoutAddress({ countries, values, errors, country, onCountry }: Props) {
  const t = useT(commerce)
  const error = (name: keyof typeof errors) => fieldErrorText(t, errors[name], country)
  return (
    <section className="panel stack" aria-labelledby="co-address">
      <h2 className="b" id="co-address">
        {t('address')}
      </h2>
      <div className="fields">
        <div className="f-half">
          <Input
            label={t('name')}
            name={checkoutFields.name}
            autoComplete="name"
            required
            maxLength={80}
            defaultValue={values.name}
            error={error('name')}
          />
        </div>
        <div className="f-half">
          <Input
            label={t('phone')}
            hint={t('phoneHint')}
            optional={country !== 'CN'}
            type="tel"
            className="num"
            name={checkoutFields.phone}
            autoComplete="tel"
            inputMode="tel"
            maxLength={24}
            defaultValue={values.phone}
            error={error('phone')}
          />
        </div>
        <div className="f-full">
          <Select
            label={t('country')}
            name={checkoutFields.country}
            autoComplete="country"
            defaultValue={country}
            onChange={(event) => onCountry(event.currentTarget.value)}
            error={error('country')}
          >
            {countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </Select>
          <ApplyCountry />
        </div>
        {addressFields(country).map((field) => (
          <div key={field.name} className={`f-${field.width}`}>
            <Input
              label={t(field.label)}
              hint={field.hint ? t(field.hint) : undefined}
              optional={!field.required}
              name={field.name}
              autoComplete={field.autoComplete}
              inputMode={field.numeric ? 'numeric' : undefined}
              required={field.required}
              maxLength={field.width === 'full' ? 200 : 80}
              defaultValue={values[field.name]}
              error={error(field.name)}
            />
          </div>
        ))}
      </div>
    </section>
  )
}

/** Only where script did not come: with it, the form changes by itself. */
function ApplyCountry() {
  const t = useT(commerce)
  const [scripted, setScripted] = useState(false)
  useEffect(() => setScripted(true), [])
  if (scripted) return null
  return (
    <button type="submit" name={checkoutFields.showCountry} value="1" className="btn btn-text btn-sm fit">
      {t('applyCountry')}
    </button>
  )
}
