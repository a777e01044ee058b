'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { call, failureWords } from './call.ts'
import './parts.css'
import { StockForm } from './StockForm.tsx'
import { sayOf, useWords, type Words } from './words.ts'

interface Movement {
  id: string
  kind: string
  available: number
  reserved: number
  reason: string | null
  actor: string | null
  actorName: string | null
  at: string
}

/** As `GET /v1/stock/:variantId` answers. */
interface Stock {
  available: number
  reserved: number
  mayAdjust: boolean
  movements: Movement[] | null
}

/** The stock of the variant that is open, what moved it, and the form that changes it. */
export function StockPanel() {
  const { id } = useDocumentInfo()
  const words = useWords()
  const [stock, setStock] = useState<Stock | null>(null)
  const [said, setSaid] = useState('')
  const { say, count } = words
  const load = useCallback(async () => {
    if (!id) return
    const answer = await call<Stock>(`/v1/stock/${id}`)
    if (answer.ok) setStock(answer.value)
    else setSaid(failureWords(say, answer.failure))
  }, [id, say])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each variant; after a change the form asks
  useEffect(() => void load(), [id])

  return (
    <section className="zc-part zc-panel" aria-labelledby="zc-stock">
      <h3 id="zc-stock">{say('stock')}</h3>
      {!id && <p className="zc-muted">{say('saveFirst')}</p>}
      {id && !stock && <p className="zc-muted">{said || say('loading')}</p>}
      {id && stock && (
        <>
          <dl className="zc-figures">
            <div>
              <dt>{say('available')}</dt>
              <dd data-stock="available">{count(stock.available)}</dd>
            </div>
            <div>
              <dt>{say('reserved')}</dt>
              <dd data-stock="reserved">{count(stock.reserved)}</dd>
            </div>
          </dl>
          {stock.mayAdjust ? <StockForm variantId={String(id)} onDone={load} /> : <p className="zc-muted">{say('readOnlyStock')}</p>}
          {stock.movements && <Movements rows={stock.movements} words={words} />}
        </>
      )}
    </section>
  )
}

function Movements({ rows, words: { say, when, language } }: { rows: Movement[]; words: Words }) {
  const signed = new Intl.NumberFormat(language, { signDisplay: 'exceptZero' })
  if (rows.length === 0) return <p className="zc-muted">{say('noMovements')}</p>
  return (
    <>
      <h3>{say('movements')}</h3>
      <div className="zc-scroll">
        <table className="zc-table">
          <thead>
            <tr>
              <th>{say('when')}</th>
              <th>{say('change')}</th>
              <th className="zc-number">{say('available')}</th>
              <th className="zc-number">{say('reserved')}</th>
              <th>{say('reason')}</th>
              <th>{say('who')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ id, at, kind, available, reserved, reason, actor, actorName }) => (
              <tr key={id}>
                <td>{when(at)}</td>
                <td>{sayOf(say, 'kind', kind)}</td>
                <td className="zc-number">{signed.format(available)}</td>
                <td className="zc-number">{signed.format(reserved)}</td>
                <td>{actor === 'import' ? '' : reason}</td>
                <td>{actorName ?? (actor === 'import' ? say('imported') : say('system'))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
