import { useT, useTo } from '../i18n/index.ts'
import { consent as messages } from '../i18n/messages/consent.ts'
import { privacy } from '../i18n/messages/privacy.ts'
import { Button } from '../primitives/Button.tsx'
import { CONSENT_DAYS } from '../shell/consent.ts'

const stored = [
  ['touchWhat', 'touchWhy', 'touchLong'],
  ['cartWhat', 'cartWhy', 'cartLong'],
  ['orderWhat', 'orderWhy', 'orderLong'],
  ['accountWhat', 'accountWhy', 'accountLong'],
] as const

const now = { granted: 'choiceGranted', denied: 'choiceDenied', unknown: 'choiceUnknown' } as const

/** What is stored, why and for how long, and the choice that can be changed at any time: a plain form. */
export function PrivacyPage({ consent }: { consent: 'granted' | 'denied' | 'unknown' }) {
  const t = useT(privacy)
  const tc = useT(messages)
  const to = useTo()
  return (
    <div className="acct privacy">
      <header>
        <h1 className="display t24">{t('privacyTitle')}</h1>
        <p className="c2">{t('privacyIntro')}</p>
      </header>
      <section className="panel stack" aria-labelledby="privacy-choice">
        <h2 className="h2" id="privacy-choice">
          {t('choice')}
        </h2>
        <p className="t13">{tc('consentText', { days: CONSENT_DAYS })}</p>
        <p className="t13 b">{t(now[consent])}</p>
        <form method="post" action={to('/consent')} className="row wrapx">
          <input type="hidden" name="back" value={to('/privacy')} />
          <Button type="submit" variant="line" name="consent" value="denied" aria-pressed={consent === 'denied'}>
            {tc('consentNo')}
          </Button>
          <Button type="submit" variant="line" name="consent" value="granted" aria-pressed={consent === 'granted'}>
            {tc('consentYes')}
          </Button>
        </form>
      </section>
      {stored.map(([what, why, long]) => (
        <section key={what} className="panel">
          <h2 className="b">{t(what)}</h2>
          <dl className="privacy-facts t13">
            <dt className="c2">{t('why')}</dt>
            <dd>{t(why)}</dd>
            <dt className="c2">{t('long')}</dt>
            <dd>{t(long, { days: CONSENT_DAYS })}</dd>
          </dl>
        </section>
      ))}
    </div>
  )
}
