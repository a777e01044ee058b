import { useFormat, useT } from '../i18n/index.ts'
import { simulator as messages } from '../i18n/messages/simulator.ts'

export interface GainRow {
  key: string
  name: string
  before: number
  after: number
}

/** A table whose difference column is drawn as a bar: to the right for a gain, to the left for a loss. The numbers stand beside it. */
export function GainBars({ rows, currency, head }: { rows: readonly GainRow[]; currency: string; head: string }) {
  const t = useT(messages)
  const format = useFormat()
  const most = Math.max(1, ...rows.map(({ before, after }) => Math.abs(after - before)))
  const money = (amount: number) => format.money({ amount, currency })
  return (
    <div className="scroll-x">
      <table className="tbl rk-gains">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="r">
              {t('before')}
            </th>
            <th scope="col" className="r">
              {t('after')}
            </th>
            <th scope="col" className="r">
              {t('difference')}
            </th>
            <td aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, before, after }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td className="r num">{money(before)}</td>
              <td className="r num">{money(after)}</td>
              <td className="r num">{`${after > before ? '+' : ''}${money(after - before)}`}</td>
              <td className="rk-bar" aria-hidden="true">
                <i
                  className={after < before ? 'is-loss' : undefined}
                  style={{ inlineSize: `${(Math.abs(after - before) / most) * 50}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
