import { Link } from 'react-router'
import { useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import { Input } from '../primitives/index.ts'
import type { CheckoutProps, CheckoutView } from './checkout-view.ts'
import { fieldErrorText } from './field-error.ts'
import { checkoutFields } from './fields.ts'

type Props = Required<Pick<CheckoutProps, 'values' | 'errors'>> & { view: CheckoutView; country: string }

/** How the buyer is reached: guest first, an account only as an offer. */
export function CheckoutContact({ view, values, errors, country }: Props) {
  const t = useT(commerce)
  return (
    <section className="panel stack" aria-labelledby="co-contact">
      <h2 className="b" id="co-contact">
        {t('contact')}
      </h2>
      {view.account ? (
        <p className="t13 c2">{t('signedInAs', { email: view.account.email })}</p>
      ) : (
        <>
          <p className="t13 c2">
            <b className="ink">{t('guest')}</b>
            <span className="blk">{t('guestText')}</span>
          </p>
          <Input
            label={t('email')}
            hint={t('emailHint')}
            error={fieldErrorText(t, errors.email, country)}
            type="email"
            name={checkoutFields.email}
            autoComplete="email"
            inputMode="email"
            required
            maxLength={254}
            defaultValue={values.email}
          />
          <Link to={view.logInHref} className="link t13 fit">
            {t('orLogIn')}
          </Link>
        </>
      )}
    </section>
  )
}
