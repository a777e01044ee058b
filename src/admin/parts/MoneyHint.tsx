'use client'
import { useFormFields } from '@payloadcms/ui'
import { formatMoney } from '../../lib/money.ts'
import './parts.css'
import { useWords } from './words.ts'

/** Under an amount in minor units: what people will see, as it is typed. */
export function MoneyHint({ path }: { path?: string }) {
  const { say, language } = useWords()
  const amount = useFormFields(([fields]) => (path ? fields[path]?.value : undefined))
  const currency = useFormFields(([fields]) => fields.currency?.value)
  const shown = moneyText(amount, currency, language)
  return (
    <div className="field-description zc-muted" data-money={path}>
      {shown ? `${say('shown')} ${shown}` : ''}
    </div>
  )
}

/** Money in words, or nothing while amount or currency are not what they should be. */
export function moneyText(amount: unknown, currency: unknown, language: string): string {
  if (!Number.isSafeInteger(amount) || typeof currency !== 'string' || !/^[A-Z]{3}$/.test(currency)) return ''
  return formatMoney({ amount: amount as number, currency }, language)
}
