'use client'
import { useState } from 'react'
import { call, failureWords } from './call.ts'
import { useWords } from './words.ts'

interface Report {
  findings: { code: string; subject: string; message: string }[]
}

/** When the books were last proved, and the button that proves them now. What cannot be right is listed. */
export function BooksCard({
  books,
  onChecked,
}: {
  books: { checkedAt: string; findings: number; first: Report['findings'] } | 'never'
  onChecked: () => Promise<void>
}) {
  const { say, when, count } = useWords()
  const [busy, setBusy] = useState(false)
  const [found, setFound] = useState<Report['findings'] | null>(null)
  const [said, setSaid] = useState('')

  const check = async () => {
    setBusy(true)
    const answer = await call<Report>('/v1/ledger/check')
    if (answer.ok) setFound(answer.value.findings)
    setSaid(answer.ok ? '' : failureWords(say, answer.failure))
    await onChecked()
    setBusy(false)
  }

  const findings = found ?? (books === 'never' ? [] : books.first)
  const wrong = books !== 'never' && books.findings > 0
  const value = books === 'never' ? say('booksNever') : wrong ? `${count(books.findings)} ${say('booksWrong')}` : say('booksFine')
  return (
    <li className="zc-card" data-tone={wrong ? 'alert' : 'calm'}>
      <span className="zc-muted">{say('books')}</span>
      <strong>{value}</strong>
      {books !== 'never' && <span className="zc-muted">{when(books.checkedAt)}</span>}
      <div className="zc-buttons">
        <button type="button" className="zc-button zc-quiet zc-small" disabled={busy} onClick={check}>
          {busy ? say('checking') : say('checkNow')}
        </button>
      </div>
      <span role="status">{said}</span>
      {findings.slice(0, 20).map(({ code, subject, message }) => (
        <span key={`${code} ${subject} ${message}`} lang="en">
          {subject}: {message}
        </span>
      ))}
    </li>
  )
}
