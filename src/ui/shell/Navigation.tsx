import { Link } from 'react-router'
import { useT, useTo } from '../i18n/index.ts'
import { common } from '../i18n/messages/common.ts'
import { cx } from '../primitives/class-names.ts'
import { Icon, Logo } from '../primitives/Icon.tsx'
import { usePersonal } from '../view/personal.tsx'
import { topicPath } from '../view/piece.ts'
import { barItems, type NavItem, railItems, type Section } from './nav.ts'
import { LanguageSwitch, PrivacyLink, ThemeSwitch } from './Preferences.tsx'

export interface TopicRef {
  slug: string
  name: string
}

/** The rail: icons from 768 px, with words from 1120. */
export function Rail({ section, topics = [] }: { section: Section; topics?: readonly TopicRef[] }) {
  const t = useT(common)
  const to = useTo()
  const personal = usePersonal()
  return (
    <nav className="rail" aria-label={t('mainNav')}>
      <Link className="logo" to={to('/')} aria-label={t('siteName')}>
        <Logo />
        <span>{t('siteName')}</span>
      </Link>
      {railItems(personal).map((item) => (
        <RailLink
          key={item.section}
          item={item}
          current={item.section === section}
          count={item.section === 'cart' ? personal.cartCount : 0}
        />
      ))}
      <Link className="btn btn-brand rail-write" to={to('/studio')} aria-label={t('write')}>
        <Icon name="plus" />
        <span>{t('write')}</span>
      </Link>
      {topics.length > 0 ? (
        <div className="rail-topics">
          <div className="lab">{t('topics')}</div>
          {topics.map((topic) => (
            <Link key={topic.slug} to={to(topicPath(topic))}>
              <span># {topic.name}</span>
            </Link>
          ))}
        </div>
      ) : null}
      <div className="foot">
        <LanguageSwitch />
        <ThemeSwitch />
        <PrivacyLink />
        <span>{t('adNoRank')}</span>
      </div>
    </nav>
  )
}

function RailLink({ item, current, count }: { item: NavItem; current: boolean; count: number }) {
  const t = useT(common)
  const to = useTo()
  const label = count > 0 ? t('cartCount', { count }) : t(item.text)
  return (
    <Link to={to(item.path)} aria-current={current ? 'page' : undefined} aria-label={label} title={label}>
      <i className={cx('nav-i', item.section === 'cart' && 'cart-mark')}>
        <Icon name={item.icon} />
        {/* Drawn, not written: the name says it, and begins with the words that are seen. */}
        {count > 0 ? <b className="dot num" data-count={count > 99 ? '99+' : count} /> : null}
      </i>
      <span>{t(item.text)}</span>
    </Link>
  )
}

/** The bottom bar of phones. */
export function TabBar({ section }: { section: Section }) {
  const t = useT(common)
  const to = useTo()
  const personal = usePersonal()
  const { before, after } = barItems(personal)
  const draw = (item: NavItem) => (
    <Link key={item.section} to={to(item.path)} aria-current={item.section === section ? 'page' : undefined} prefetch="intent">
      <Icon name={item.icon} />
      <span>{t(item.text)}</span>
    </Link>
  )
  return (
    <nav className="tabbar" aria-label={t('mainNav')}>
      {before.map(draw)}
      <Link className="pub" to={to('/studio')} aria-label={t('write')}>
        <b>
          <Icon name="plus" />
        </b>
      </Link>
      {after.map(draw)}
    </nav>
  )
}
