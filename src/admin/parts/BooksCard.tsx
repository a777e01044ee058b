'use client'
import { useState } from 'react'
import { call, failureWords } from './call.ts'
import { findingWords } from './finding-words.ts'
import { useWords } from './words.ts'

export interface BookFinding {
  code: string
  subject: string
  message: string
}

/** The last proof of the books, with the first of what it found. */
export interface BooksRead {
  checkedAt: string
  findings: number
  first: BookFinding[]
}

/** When the books were last proved, and the button that proves them now. What cannot be right is listed by `BooksFindings`. */
export function BooksCard({ books, onChecked }: { books: BooksRead | 'never'; onChecked: () => Promise<void> }) {
  const { say, when, count } = useWords()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const check = async () => {
    setBusy(true)
    const answer = await call<{ findings: BookFinding[] }>('/v1/ledger/check')
    setSaid(answer.ok ? '' : failureWords(say, answer.failure))
    await onChecked()
    setBusy(false)
  }

  const wrong = books !== 'never' && books.findings > 0
  const value = books === 'never' ? say('booksNever') : wrong ? `${count(books.findings)} ${say('booksWrong')}` : say('booksFine')
  return (
    <li className="zc-card" data-card="books" data-tone={wrong ? 'alert' : 'calm'}>
      <span className="zc-muted">{say('books')}</span>
      <strong>{value}</strong>
      {books !== 'never' && <span className="zc-muted">{when(books.checkedAt)}</span>}
      {wrong && <a href="#zc-findings">{say('booksSee')}</a>}
      <div className="zc-buttons">
        <button type="button" className="zc-button zc-quiet zc-small" disabled={busy} onClick={check}>
          {busy ? say('checking') : say('checkNow')}
        </button>
      </div>
      <span role="status">{said}</span>
    </li>
  )
}

/** What the last proof found: in words, then for whoever looks into it the row and the numbers. */
export function BooksFindings({ books: { findings, first } }: { books: BooksRead }) {
  const { say, count, language } = useWords()
  return (
    <>
      <h3 id="zc-findings">{say('booksFound')}</h3>
      <p className="zc-muted">{say('booksWhatNow')}</p>
      <div className="zc-scroll">
        <table className="zc-table zc-findings">
          <thead>
            <tr>
              <th scope="col">{say('booksWhat')}</th>
              <th scope="col">{say('booksWhere')}</th>
            </tr>
          </thead>
          <tbody>
            {first.map(({ code, subject, message }) => (
              <tr key={`${code} ${subject} ${message}`}>
                <td>{findingWords(code, language)}</td>
                <td lang="en">
                  <code>{subject}</code>
                  <br />
                  <span className="zc-muted">{message}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {findings > first.length && <p className="zc-muted">{`${say('booksMore')} ${count(findings - first.length)}`}</p>}
    </>
  )
}
