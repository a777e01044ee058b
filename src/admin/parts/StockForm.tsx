'use client'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { call, failureWords } from './call.ts'
import { useWords } from './words.ts'

/**
 * Goods that came in, or a count that was wrong. No `<form>`: it stands inside Payload's own. The key belongs to the
 * intention: a second try after a lost answer changes nothing twice.
 */
export function StockForm({ variantId, onDone }: { variantId: string; onDone: () => Promise<void> }) {
  const { say } = useWords()
  const [move, setMove] = useState<'receive' | 'adjust'>('receive')
  const [quantity, setQuantity] = useState('')
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<{ text: string; tone: 'good' | 'bad' }>({ text: '', tone: 'good' })
  const key = useRef<{ asked: string; value: string } | null>(null)
  const field = useId()
  const pieces = Number(quantity)
  const complete = quantity.trim() !== '' && Number.isInteger(pieces) && pieces !== 0 && reason.trim() !== ''

  const record = async () => {
    if (!complete || busy) return
    const body = { move, quantity: pieces, reason: reason.trim() }
    const asked = JSON.stringify(body)
    if (key.current?.asked !== asked) key.current = { asked, value: crypto.randomUUID() }
    setBusy(true)
    const answer = await call(`/v1/stock/${variantId}/moves`, { method: 'POST', body, idempotencyKey: key.current.value })
    if (answer.ok) {
      key.current = null
      setQuantity('')
      setReason('')
    }
    setSaid(answer.ok ? { text: say('recorded'), tone: 'good' } : { text: failureWords(say, answer.failure), tone: 'bad' })
    await onDone()
    setBusy(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return
    event.preventDefault() // Payload's form around this would be sent.
    void record()
  }

  return (
    <div className="zc-part">
      <div className="zc-row">
        <div className="zc-field">
          <label htmlFor={`${field}-move`}>{say('change')}</label>
          <select id={`${field}-move`} value={move} onChange={(event) => setMove(event.target.value === 'adjust' ? 'adjust' : 'receive')}>
            <option value="receive">{say('receive')}</option>
            <option value="adjust">{say('adjust')}</option>
          </select>
        </div>
        <div className="zc-field">
          <label htmlFor={`${field}-quantity`}>{say('quantity')}</label>
          <input
            id={`${field}-quantity`}
            type="number"
            step={1}
            min={move === 'receive' ? 1 : undefined}
            value={quantity}
            title={say('quantityHint')}
            onChange={(event) => setQuantity(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div className="zc-field zc-wide">
          <label htmlFor={`${field}-reason`}>{say('reason')}</label>
          <input
            id={`${field}-reason`}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <button type="button" className="zc-button" disabled={!complete || busy} onClick={record}>
          {busy ? say('recording') : say('record')}
        </button>
      </div>
      <p className="zc-said" role="status" data-tone={said.tone}>
        {said.text}
      </p>
    </div>
  )
}
