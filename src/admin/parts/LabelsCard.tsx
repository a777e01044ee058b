'use client'
import { useState } from 'react'
import { call, failureWords } from './call.ts'
import { useWords } from './words.ts'

/** As `POST /v1/operations/labels/scan` answers. */
export interface LabelReport {
  checkedAt: string
  looked: number
  commissioned: number
  findings: number
  first: { id: string; kind: 'posts' | 'video-notes'; title: string }[]
}

/** DIS-6 beside the books: when the ad labels were last scanned, the button that scans them now, and the pieces that lack theirs. */
export function LabelsCard({ labels, onChecked }: { labels: LabelReport | 'never'; onChecked: () => Promise<void> }) {
  const { say, when, count, language } = useWords()
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState('')

  const scan = async () => {
    setBusy(true)
    const answer = await call<LabelReport>('/v1/operations/labels/scan', { method: 'POST' })
    setSaid(answer.ok ? '' : failureWords(say, answer.failure))
    await onChecked()
    setBusy(false)
  }

  const wrong = labels !== 'never' && labels.findings > 0
  const value = labels === 'never' ? say('labelsNever') : wrong ? `${count(labels.findings)} ${say('labelsWrong')}` : say('labelsFine')
  return (
    <li className="zc-card" data-card="labels" data-tone={wrong ? 'alert' : 'calm'}>
      <span className="zc-muted">{say('labels')}</span>
      <strong>{value}</strong>
      {labels !== 'never' && (
        <span className="zc-muted">
          {`${count(labels.looked)} ${say('labelsLooked')} · ${count(labels.commissioned)} ${say('labelsCommissioned')}`}
          <br />
          {when(labels.checkedAt)}
        </span>
      )}
      <div className="zc-buttons">
        <button type="button" className="zc-button zc-quiet zc-small" disabled={busy} onClick={scan}>
          {busy ? say('scanning') : say('scanNow')}
        </button>
      </div>
      <span role="status">{said}</span>
      {labels !== 'never' &&
        labels.first.map(({ id, kind, title }) => (
          <a key={id} href={`/${language}/${kind === 'posts' ? 'p' : 'v'}/${id}`}>
            {title || id}
          </a>
        ))}
    </li>
  )
}
