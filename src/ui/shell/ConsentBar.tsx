import { Link, useLocation } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { consent } from '../i18n/messages/consent.ts'
import { ActionForm } from '../primitives/ActionForm.tsx'
import { CONSENT_DAYS } from './consent.ts'

/**
 * ATT-02: whether this browser may be remembered. A bar, not a wall: it covers nothing that one needs, both answers are
 * equal, and neither changes the price. In every page and hidden until the script in the head says that it is to be
 * asked; without script nobody is asked and nothing is remembered. Posts to `/:locale/consent`: `consent`, `back`.
 */
export function ConsentBar() {
  const t = useT(consent)
  const to = useTo()
  const { pathname, search } = useLocation()
  // Asked in the cart, it would go along to the fields of the checkout and stand before them.
  if (/^\/\w+\/(checkout|pay)\b/.test(pathname)) return null
  return (
    <aside className="consent" aria-label={t('consentLabel')}>
      <ActionForm
        action={to('/consent')}
        fields={{ back: pathname + search }}
        className="consent-in"
        onSend={() => delete document.documentElement.dataset.consent}
      >
        {() => (
          <>
            <p className="t13 grow">
              {t('consentText', { days: CONSENT_DAYS })}{' '}
              <Link to={to('/privacy')} className="link">
                {t('consentMore')}
              </Link>
            </p>
            <div className="row consent-answers">
              <button type="submit" name="consent" value="denied" className="btn btn-line btn-sm">
                {t('consentNo')}
              </button>
              <button type="submit" name="consent" value="granted" className="btn btn-line btn-sm">
                {t('consentYes')}
              </button>
            </div>
          </>
        )}
      </ActionForm>
    </aside>
  )
}
