import { Link } from 'react-router'
import { useFormat, useT } from '../i18n/index.ts'
import { earnings as messages } from '../i18n/messages/earnings.ts'
import { Callout, Icon } from '../primitives/index.ts'
import type { EarningsByView } from './earnings-view.ts'

const heads = { piece: 'byPiece', product: 'byProduct', day: 'byDay' } as const

/** The ledger summed up by piece, product or day: a table whose foot is the balance, and says so when it is not. Cards on a phone. */
export function EarningsBy({ view }: { view: EarningsByView }) {
  const t = useT(messages)
  const format = useFormat()
  const money = (amount: number) => format.money({ amount, currency: view.balance.currency })
  const sum = (of: 'earned' | 'reversed' | 'net') => view.groups.reduce((all, group) => all + group[of], 0)
  const name = (group: EarningsByView['groups'][number]) =>
    group.day !== null
      ? format.date(`${group.day}T00:00:00.000Z`, { year: true })
      : (group.title ?? t(view.by === 'piece' ? 'noPiece' : 'noProduct'))
  return (
    <div className="stack gap2">
      <table className="tbl ebt">
        <thead>
          <tr>
            <th scope="col">{t(heads[view.by])}</th>
            {(['orders', 'earned', 'reversed', 'net'] as const).map((head) => (
              <th key={head} scope="col" className="r">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.groups.map((group) => (
            <tr key={group.key}>
              <th scope="row">{group.href ? <Link to={group.href}>{name(group)}</Link> : name(group)}</th>
              <td className="r" data-l={t('orders')}>
                {format.number(group.orders)}
              </td>
              <td className="r" data-l={t('earned')}>
                {money(group.earned)}
              </td>
              <td className="r" data-l={t('reversed')}>
                {group.reversed === 0 ? money(0) : <span className="neg">{money(-group.reversed)}</span>}
              </td>
              <td className="r b" data-l={t('net')}>
                {money(group.net)}
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('allTogether')}</th>
            <td className="r" />
            <td className="r" data-l={t('earned')}>
              {money(sum('earned'))}
            </td>
            <td className="r" data-l={t('reversed')}>
              {money(-sum('reversed'))}
            </td>
            <td className="r b" data-l={t('net')}>
              {money(sum('net'))}
            </td>
          </tr>
        </tfoot>
      </table>
      {sum('net') === view.balance.amount ? (
        <p className="row t12 c2">
          <Icon name="check" size={16} />
          {t('byAddsUp')}
        </p>
      ) : (
        <Callout tone="bad">{t('addsUpNot')}</Callout>
      )}
    </div>
  )
}
