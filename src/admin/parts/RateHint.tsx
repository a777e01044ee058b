'use client'
import { useFormFields } from '@payloadcms/ui'
import './parts.css'
import { useWords } from './words.ts'

/** Under a rate in basis points: the per cent that it is. */
export function RateHint({ path }: { path?: string }) {
  const { say, language } = useWords()
  const rate = useFormFields(([fields]) => (path ? fields[path]?.value : undefined))
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 })
  return (
    <div className="field-description zc-muted" data-rate={path}>
      {Number.isSafeInteger(rate) ? `${say('shown')} ${percent.format((rate as number) / 10_000)}` : ''}
    </div>
  )
}
