import { Link } from 'react-router'
import { PostForm, usePending } from '../commerce/PostForm.tsx'
import { htmlLang, localeName, locales, useFormat, useLocale, useT } from '../i18n/index.ts'
import { account as messages } from '../i18n/messages/account.ts'
import { Avatar, Button, Callout, Icon, type IconName, Input, LinkButton } from '../primitives/index.ts'
import type { PictureView } from '../view/media.ts'
import { type AccountErrors, accountErrorText } from './account-error.ts'
import { accountFields } from './fields.ts'

export interface AccountView {
  displayName: string
  email: string
  avatar: PictureView | null
  memberSince: string
  orders: number
  follows: number
  /** Where each leads; null when the account may not. */
  hrefs: {
    orders: string
    follows: string
    studio: string | null
    desk: string | null
    sales?: string | null
    /** Why the feed shows what it shows, and the switch of what is made for this member. */
    feed: string
    becomeCreator: string | null
  }
}

export interface AccountPageProps {
  view: AccountView
  /** Entered before an error. */
  values?: { displayName?: string }
  errors?: AccountErrors<'displayName'>
  saved?: boolean
}

/** The account: who one is, where one's things are, the language, the way out. Posts `accountFields` to itself. */
export function AccountPage({ view, values = {}, errors = {}, saved }: AccountPageProps) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <main id="main" className="acct">
      <header className="row">
        <Avatar media={view.avatar ?? undefined} name={view.displayName} size={56} />
        <div className="grow">
          <h1 className="display t24 clamp1">{view.displayName}</h1>
          <p className="t13 c2">
            {view.email} · <span className="since">{t('memberSince', { date: format.date(view.memberSince, { year: true }) })}</span>
          </p>
        </div>
      </header>
      {saved ? (
        <Callout tone="good" live>
          {t('saved')}
        </Callout>
      ) : null}
      <Places view={view} />
      {view.hrefs.becomeCreator ? <Become href={view.hrefs.becomeCreator} /> : null}
      <Profile view={view} values={values} errors={errors} />
      <Language />
      <PostForm intent="log-out">
        <Button type="submit" variant="line" block>
          {t('logOut')}
        </Button>
      </PostForm>
    </main>
  )
}

function Places({ view }: { view: AccountView }) {
  const t = useT(messages)
  const places: { href: string | null; icon: IconName; name: string; text: string }[] = [
    { href: view.hrefs.orders, icon: 'bag', name: t('orders'), text: t('ordersText', { count: view.orders }) },
    { href: view.hrefs.follows, icon: 'heart', name: t('follows'), text: t('followsText', { count: view.follows }) },
    { href: view.hrefs.studio, icon: 'chart', name: t('studio'), text: t('studioText') },
    { href: view.hrefs.desk, icon: 'scales', name: t('desk'), text: '' },
    { href: view.hrefs.feed, icon: 'sort', name: t('feed'), text: t('feedText') },
    { href: view.hrefs.sales ?? null, icon: 'wallet', name: t('sales'), text: '' },
  ]
  return (
    <nav className="alinks" aria-label={t('account')}>
      <ul className="panel">
        {places.map(({ href, icon, name, text }) =>
          href ? (
            <li key={name}>
              <Link to={href}>
                <Icon name={icon} />
                <span className="grow">
                  <b>{name}</b>
                  {text ? <span className="t12 c2 blk">{text}</span> : null}
                </span>
                <Icon name="chevron" size={16} />
              </Link>
            </li>
          ) : null,
        )}
      </ul>
    </nav>
  )
}

function Become({ href }: { href: string }) {
  const t = useT(messages)
  return (
    <section className="panel stack grow-card" aria-labelledby="acct-become">
      <h2 className="h2" id="acct-become">
        {t('becomeCreator')}
      </h2>
      <p className="t13 loose">{t('becomeText')}</p>
      <LinkButton to={href} variant="main" className="fit">
        {t('becomeStart')}
      </LinkButton>
    </section>
  )
}

function Profile({ view, values, errors }: Required<Pick<AccountPageProps, 'view' | 'values' | 'errors'>>) {
  const t = useT(messages)
  const busy = usePending('profile')
  return (
    <section className="panel stack" aria-labelledby="acct-profile">
      <h2 className="b" id="acct-profile">
        {t('profile')}
      </h2>
      <PostForm intent="profile" className="stack">
        <Input
          label={t('displayName')}
          hint={t('displayNameHint')}
          error={accountErrorText(t, errors.displayName)}
          name={accountFields.displayName}
          autoComplete="nickname"
          required
          maxLength={40}
          defaultValue={values.displayName ?? view.displayName}
        />
        <Button type="submit" variant="line" busy={busy} className="fit">
          {t('save')}
        </Button>
      </PostForm>
    </section>
  )
}

/** Each language is a button named in itself, so that nobody needs to read the other one to get out. */
function Language() {
  const t = useT(messages)
  const { locale } = useLocale()
  return (
    <section className="panel stack" aria-labelledby="acct-language">
      <h2 className="b" id="acct-language">
        {t('language')}
      </h2>
      <p className="t13 c2">{t('languageText')}</p>
      <PostForm intent="language" className="langs">
        {locales.map((each) => (
          <button
            key={each}
            type="submit"
            className="chip"
            name={accountFields.language}
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
