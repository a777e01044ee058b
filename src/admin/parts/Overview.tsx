'use client'
import { useCallback, useEffect, useState } from 'react'
import { formatMoney } from '../../lib/money.ts'
import { BooksCard, BooksFindings, type BooksRead } from './BooksCard.tsx'
import { call, failureWords } from './call.ts'
import { FailedJobs } from './FailedJobs.tsx'
import { type LabelReport, LabelsCard } from './LabelsCard.tsx'
import './parts.css'
import { useWords, type Words } from './words.ts'

/** As `GET /v1/operations/overview` answers. */
export interface OverviewData {
  openReviews: number | null
  toShip: number | null
  paidToday: { orders: number; total: number; currency: string } | null
  lowStock: { below: number; count: number; first: { variantId: string; sku: string; available: number }[] }
  failedJobs: number | null
  books: BooksRead | 'never' | null
  labels: LabelReport | 'never'
  holds: { overdue: number; live: number } | null
  risks: { creators: number; signals: number; claims: number } | null
}

/** What waits for somebody, above the list of collections: numbers by role, and the ways to where it is done. */
export function Overview() {
  const words = useWords()
  const [data, setData] = useState<OverviewData | null>(null)
  const [said, setSaid] = useState('')
  const { say, language } = words
  const load = useCallback(async () => {
    const answer = await call<OverviewData>('/v1/operations/overview')
    if (answer.ok) setData(answer.value)
    setSaid(answer.ok ? '' : failureWords(say, answer.failure))
  }, [say])
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, and again when somebody asks
  useEffect(() => void load(), [])

  return (
    <section className="zc-part" aria-labelledby="zc-today" aria-busy={data === null && said === ''}>
      <h2 id="zc-today">{say('today')}</h2>
      <nav className="zc-links" aria-label={say('today')}>
        <a href={`/${language}`}>{say('shop')}</a>
        {data?.openReviews != null && <a href={`/${language}/desk`}>{say('desk')}</a>}
        {data?.toShip != null && <a href={`/${language}/desk/orders`}>{say('staffOrders')}</a>}
      </nav>
      {data ? <Cards data={data} words={words} onChecked={load} /> : <p className="zc-muted">{said || say('loading')}</p>}
      {data?.books && data.books !== 'never' && data.books.findings > 0 && <BooksFindings books={data.books} />}
      {data && data.lowStock.count > 0 && <LowStock {...data.lowStock} words={words} />}
      {data != null && (data.failedJobs ?? 0) > 0 && <FailedJobs onChange={load} />}
    </section>
  )
}

function Cards({ data, words, onChecked }: { data: OverviewData; words: Words; onChecked: () => Promise<void> }) {
  const { say, count, language } = words
  const { openReviews, toShip, paidToday, lowStock, failedJobs, books, labels, holds, risks } = data
  return (
    <ul className="zc-cards">
      {openReviews !== null && <Card label={say('openReviews')} value={count(openReviews)} href={`/${language}/desk`} more={say('desk')} />}
      {toShip !== null && <Card label={say('toShip')} value={count(toShip)} href={`/${language}/desk/orders`} more={say('staffOrders')} />}
      {paidToday && (
        <Card
          label={say('paidToday')}
          value={formatMoney({ amount: paidToday.total, currency: paidToday.currency }, language)}
          note={`${count(paidToday.orders)} ${say('orders')}`}
        />
      )}
      <Card
        label={say('lowStock')}
        value={count(lowStock.count)}
        alert={lowStock.count > 0}
        note={`${say('lowStockNote')} ${count(lowStock.below)}`}
      />
      {failedJobs !== null && <Card label={say('failedJobs')} value={count(failedJobs)} alert={failedJobs > 0} />}
      {books !== null && <BooksCard books={books} onChecked={onChecked} />}
      <LabelsCard labels={labels} onChecked={onChecked} />
      {holds !== null && (
        <Card
          label={say('holdsOverdue')}
          value={count(holds.overdue)}
          alert={holds.overdue > 0}
          note={`${say('holdsLive')} ${count(holds.live)}`}
          href={`/${language}/desk/holds`}
          more={say('holdsOpen')}
        />
      )}
      {risks !== null && <RisksCard risks={risks} words={words} />}
    </ul>
  )
}

interface CardProps {
  label: string
  value: string
  note?: string
  href?: string
  more?: string
  alert?: boolean
}

function Card({ label, value, note, href, more, alert = false }: CardProps) {
  return (
    <li className="zc-card" data-tone={alert ? 'alert' : 'calm'}>
      <span className="zc-muted">{label}</span>
      <strong>{value}</strong>
      {note && <span className="zc-muted">{note}</span>}
      {href && <a href={href}>{more}</a>}
    </li>
  )
}

/** What the risk rules found and creators miss, until somebody has looked. */
function RisksCard({ risks, words: { say, count, language } }: { risks: NonNullable<OverviewData['risks']>; words: Words }) {
  return (
    <li className="zc-card" data-card="risks" data-tone={risks.signals > 0 ? 'alert' : 'calm'}>
      <span className="zc-muted">{say('risks')}</span>
      <strong>{risks.signals > 0 ? count(risks.signals) : say('risksNone')}</strong>
      {risks.signals > 0 && <span className="zc-muted">{`${say('risksAbout')} ${count(risks.creators)}`}</span>}
      <a href="/admin/risks">{say('risksOpen')}</a>
      <a href={`/${language}/desk/claims`}>{`${say('claims')} ${count(risks.claims)}`}</a>
    </li>
  )
}

function LowStock({ count: total, first, words: { say, count } }: OverviewData['lowStock'] & { words: Words }) {
  return (
    <>
      <h3>{say('lowStock')}</h3>
      <div className="zc-scroll">
        <table className="zc-table zc-compact">
          <tbody>
            {first.map(({ variantId, sku, available }) => (
              <tr key={variantId}>
                <td>
                  <a href={`/admin/collections/variants/${variantId}`}>{sku}</a>
                </td>
                <td className="zc-number">{count(available)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {total > first.length && (
        <p>
          <a href="/admin/collections/stock-levels?sort=available">{say('seeAll')}</a>
        </p>
      )}
    </>
  )
}
