import { useFormat, useT, useTo } from '../i18n/index.ts'
import { coupons } from '../i18n/messages/coupons.ts'
import { earnings as messages } from '../i18n/messages/earnings.ts'
import { programmes } from '../i18n/messages/programmes.ts'
import { Callout, ChipLink, Empty, Icon, LinkButton, Tabs } from '../primitives/index.ts'
import { EarningRow } from './EarningRow.tsx'
import { EarningsBalance } from './EarningsBalance.tsx'
import { EarningsBy } from './EarningsBy.tsx'
import { EarningsDates } from './EarningsDates.tsx'
import { addsUp } from './earnings-sums.ts'
import type { EarningsByView, EarningsView } from './earnings-view.ts'

/** The creator's ledger: what is owed and when, then signed rows, each with its why; opening + rows = closing, checked here. */
export function Earnings({ view }: { view: EarningsView }) {
  const t = useT(messages)
  const tc = useT(coupons)
  const tp = useT(programmes)
  const to = useTo()
  const shown = view.by?.by ?? 'entry'
  return (
    <main id="main" className="ern">
      <header className="row between wrapx hd">
        <h1 className="display t24 grow">{t('title')}</h1>
        {view.hrefs.csv ? (
          <a className="btn btn-line btn-sm" href={view.hrefs.csv} download>
            {t('csv')}
          </a>
        ) : null}
        <span className="row wrapx gap4 hd-links">
          <LinkButton to={to('/studio/programmes')} variant="quiet" size="sm" icon="sprout" className="flush">
            {tp('mine')}
          </LinkButton>
          <LinkButton to={to('/studio/coupons')} variant="quiet" size="sm" icon="coupon" className="flush">
            {tc('mine')}
          </LinkButton>
        </span>
      </header>
      <EarningsBalance view={view} />
      <EarningsDates dates={view.dates} />
      <Tabs
        label={t('looks')}
        items={looks.map((look) => ({ to: view.hrefs.looks[look], label: t(lookTexts[look]), current: look === shown }))}
      />
      {view.by ? <Summed view={view} by={view.by} /> : <Entries view={view} />}
    </main>
  )
}

const looks = ['entry', 'piece', 'product', 'day'] as const
const lookTexts = { entry: 'rows', piece: 'byPiece', product: 'byProduct', day: 'byDay' } as const

function Summed({ view, by }: { view: EarningsView; by: EarningsByView }) {
  const t = useT(messages)
  return (
    <section className="panel" aria-label={t(lookTexts[by.by])}>
      {by.groups.length === 0 ? <Nothing view={view} /> : <EarningsBy view={by} />}
    </section>
  )
}

function Entries({ view }: { view: EarningsView }) {
  const t = useT(messages)
  return (
    <section className="panel" aria-labelledby="ern-rows">
      <header className="row between wrapx">
        <h2 className="h2" id="ern-rows">
          {t('rows')}
        </h2>
        <nav className="row gap1" aria-label={t('filter')}>
          {(['all', 'earned', 'reversed', 'paid'] as const).map((filter) => (
            <ChipLink key={filter} to={view.hrefs[filter]} current={view.filter === filter}>
              {t(filter === 'paid' ? 'paidRows' : filter)}
            </ChipLink>
          ))}
        </nav>
      </header>
      {view.rows.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <ul className="led">
          {view.rows.map((row) => (
            <EarningRow key={row.id} row={row} />
          ))}
        </ul>
      )}
      {view.filter === 'all' && view.rows.length > 0 ? <Proof view={view} /> : null}
      {view.hrefs.older ? (
        <LinkButton to={view.hrefs.older} variant="line" block>
          {t('older')}
        </LinkButton>
      ) : null}
    </section>
  )
}

/** The page proves itself: when it does not add up it says so instead of hiding it. */
function Proof({ view }: { view: EarningsView }) {
  const t = useT(messages)
  const format = useFormat()
  const right = addsUp(view)
  const entries = view.rows.reduce((sum, row) => sum + row.amount.amount, 0)
  return (
    <div className="stack gap2 eqs">
      <dl className="sum t13">
        <div>
          <dt>{t('opening')}</dt>
          <dd>{format.money(view.opening)}</dd>
        </div>
        <div>
          <dt>{t('entries', { count: view.rows.length })}</dt>
          <dd>{format.money({ ...view.opening, amount: entries }, { sign: 'always' })}</dd>
        </div>
        <div className="tot">
          <dt>{t('closing')}</dt>
          <dd className="b">{format.money(view.closing)}</dd>
        </div>
      </dl>
      {right ? (
        <p className="row t12 c2">
          <Icon name="check" size={16} />
          <span>
            {t('addsUp')}
            {view.checkedAt ? ` · ${t('checked', { time: format.dateTime(view.checkedAt) })}` : null}
          </span>
        </p>
      ) : (
        <Callout tone="bad">{t('addsUpNot')}</Callout>
      )}
    </div>
  )
}

function Nothing({ view }: { view: EarningsView }) {
  const t = useT(messages)
  if (view.filter !== 'all') {
    return (
      <Empty title={t('emptyFilter')} level={3}>
        {t('emptyFilterText')}
      </Empty>
    )
  }
  return (
    <Empty
      title={t('empty')}
      icon="wallet"
      level={3}
      action={
        <LinkButton to={view.hrefs.write} variant="main">
          {t('write')}
        </LinkButton>
      }
    >
      {t('emptyText')}
    </Empty>
  )
}
