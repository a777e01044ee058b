'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { call } from './call.ts'
import { moneyText } from './MoneyHint.tsx'
import './parts.css'
import { useWords } from './words.ts'

interface Change {
  id: string
  from?: number | null
  to: number
  currency: string
  at: string
}

/** What the price of the open variant was, newest first. Written with every change, so that "was" prices can be proved. */
export function PriceHistory() {
  const { id, lastUpdateTime } = useDocumentInfo()
  const { say, when, language } = useWords()
  const [rows, setRows] = useState<Change[] | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: again after every save
  useEffect(() => {
    if (!id) return
    const query = new URLSearchParams({ 'where[variant][equals]': String(id), sort: '-at', limit: '20', depth: '0' })
    void call<{ docs: Change[] }>(`/api/price-changes?${query}`).then((answer) => answer.ok && setRows(answer.value.docs))
  }, [id, lastUpdateTime])
  if (!id || !rows) return null
  return (
    <section className="zc-part zc-panel" aria-labelledby="zc-prices">
      <h3 id="zc-prices">{say('priceHistory')}</h3>
      {rows.length === 0 && <p className="zc-muted">{say('noPrices')}</p>}
      <div className="zc-scroll">
        <table className="zc-table">
          <tbody>
            {rows.map(({ id: row, from, to, currency, at }) => (
              <tr key={row}>
                <td>{when(at)}</td>
                <td className="zc-muted">{from == null ? say('firstPrice') : `${say('was')} ${moneyText(from, currency, language)}`}</td>
                <td>{`${say('now')} ${moneyText(to, currency, language)}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
