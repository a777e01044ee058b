import { PostForm } from '../commerce/PostForm.tsx'
import { htmlLang, localeName, locales, useFormat, useLocale, useT } from '../i18n/index.ts'
import { choices } from '../i18n/messages/choices.ts'
import { Button, Callout } from '../primitives/index.ts'

export interface JoinedDevice {
  id: string
  at: string
  device: string | null
  here: boolean
}

export interface ChoicesProps {
  consent: 'granted' | 'denied' | 'unknown'
  saved: boolean
  /** Devices whose visits before a log-in count as the account's; null for who is not logged in. */
  joins?: readonly JoinedDevice[] | null
}

const now = { granted: 'consentGranted', denied: 'consentDenied', unknown: 'consentUnknown' } as const

/** Choices of this browser: language, and whether it may be remembered. Both answers are equally easy to give. Below, the account's devices. */
export function Choices({ consent, saved, joins = null }: ChoicesProps) {
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
      {joins ? <Joins joins={joins} /> : null}
    </div>
  )
}

const devices = { phone: 'devicePhone', tablet: 'deviceTablet', desktop: 'deviceDesktop' } as const

/** ATT-18: which devices were joined to the account, and the way to take one off. */
function Joins({ joins }: { joins: readonly JoinedDevice[] }) {
  const t = useT(choices)
  const format = useFormat()
  const nameOf = (device: string | null) =>
    t(device !== null && Object.hasOwn(devices, device) ? devices[device as keyof typeof devices] : 'deviceUnknown')
  return (
    <section className="panel stack" aria-labelledby="choice-joins">
      <h2 className="b" id="choice-joins">
        {t('joins')}
      </h2>
      <p className="t13 loose">{t('joinsText')}</p>
      {joins.length === 0 ? <p className="t13 c2">{t('joinsEmpty')}</p> : null}
      {joins.length > 0 ? (
        <ul className="stack gap2">
          {joins.map(({ id, at, device, here }) => (
            <li key={id} className="row between wrapx">
              <span>
                <b>{nameOf(device)}</b>
                {here ? <span className="t13"> · {t('deviceHere')}</span> : null}
                <span className="t12 c2 blk">{t('joinedAt', { time: format.dateTime(at, { year: true }) })}</span>
              </span>
              <PostForm intent="undo-join" hidden={{ join: id }} label={nameOf(device)} stay>
                <Button type="submit" variant="line" size="sm">
                  {t('undoJoin')}
                </Button>
              </PostForm>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
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
