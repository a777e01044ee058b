import { Link } from 'react-router'
import { PageHead } from '../commerce/PageHead.tsx'
import { useFormat, useT } from '../i18n/index.ts'
import { programmes as messages } from '../i18n/messages/programmes.ts'
import { Empty, LinkButton, Tag } from '../primitives/index.ts'
import type { ProgrammeCardView } from './view.ts'

/** All programmes of the shop, the default one first. */
export function DeskProgrammes({ rows, backHref, addHref }: { rows: ProgrammeCardView[]; backHref: string; addHref: string }) {
  const t = useT(messages)
  const format = useFormat()
  return (
    <main id="main" className="po">
      <PageHead title={t('title')} back={backHref}>
        <LinkButton to={addHref} variant="main" size="sm">
          {t('add')}
        </LinkButton>
      </PageHead>
      <section className="panel stack gap3">
        <p className="t13 c2 loose">{t('intro')}</p>
        {rows.length === 0 ? <Empty title={t('none')} icon="wallet" level={2} /> : null}
        <ul className="po-list">
          {rows.map(({ id, name, rateBps, windowDays, members, ownRates, isDefault, isClosed, isInvited, href }) => (
            <li key={id}>
              <span className="stack">
                <Link className="link b" to={href}>
                  {name}
                </Link>
                <span className="t12 c2">
                  {[
                    t('days', { count: windowDays }),
                    isInvited || members > 0 ? t('members', { count: members }) : t('joining_open'),
                    ownRates > 0 ? t('ownRates', { count: ownRates }) : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span className="stack po-end">
                <b className="num t17">{format.rate(rateBps)}</b>
                <span className="row gap2">
                  {isDefault ? <Tag tone="good">{t('isDefault')}</Tag> : null}
                  {isInvited ? <Tag tone="info">{t('invitedOnly')}</Tag> : null}
                  {isClosed ? <Tag tone="neutral">{t('closed')}</Tag> : null}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </main>
  )
}
