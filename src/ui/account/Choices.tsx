import { PostForm } from '../commerce/PostForm.tsx'
import { htmlLang, localeName, locales, useLocale, useT } from '../i18n/index.ts'
import { choices } from '../i18n/messages/choices.ts'
import { Button, Callout } from '../primitives/index.ts'

export interface ChoicesProps {
  consent: 'granted' | 'denied' | 'unknown'
  saved: boolean
}

const now = { granted: 'consentGranted', denied: 'consentDenied', unknown: 'consentUnknown' } as const

/** Choices of this browser: language, and whether it may be remembered. Both answers are equally easy to give. */
export function Choices({ consent, saved }: ChoicesProps) {
  const t = useT(choices)
  return (
    <div className="acct">
      <header>
        <h1 className="display t24">{t('preferences')}</h1>
        <p className="t13 c2">{t('preferencesText')}</p>
      </header>
      {saved ? (
        <Callout tone="good" live>
          {t('saved')}
        </Callout>
      ) : null}
      <Language />
      <section className="panel stack" aria-labelledby="choice-consent">
        <h2 className="b" id="choice-consent">
          {t('consent')}
        </h2>
        <p className="t13 loose">{t('consentText')}</p>
        <p className="t13 c2">{t(now[consent])}</p>
        <div className="row wrapx">
          {(['granted', 'denied'] as const).map((value) => (
            <PostForm key={value} intent="consent" hidden={{ consent: value }}>
              <Button type="submit" variant="line">
                {t(value === 'granted' ? 'consentGrant' : 'consentDeny')}
              </Button>
            </PostForm>
          ))}
        </div>
      </section>
    </div>
  )
}

function Language() {
  const t = useT(choices)
  const { locale } = useLocale()
  return (
    <section className="panel stack" aria-labelledby="choice-language">
      <h2 className="b" id="choice-language">
        {t('language')}
      </h2>
      <PostForm intent="language" className="langs">
        {locales.map((each) => (
          <button
            key={each}
            type="submit"
            className="chip"
            name="language"
            value={each}
            lang={htmlLang[each]}
            aria-pressed={each === locale}
          >
            {localeName[each]}
          </button>
        ))}
      </PostForm>
    </section>
  )
}
