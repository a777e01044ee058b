'use client'
import type { DefaultCellComponentProps } from 'payload'
import { moneyText } from './MoneyHint.tsx'
import { useWords } from './words.ts'

/** An amount in a list: as people read it, with the minor units beside. The row must hold its currency. */
export function MoneyCell({ cellData, rowData }: DefaultCellComponentProps) {
  const { language, count } = useWords()
  if (typeof cellData !== 'number') return null
  const shown = moneyText(cellData, (rowData as { currency?: unknown } | undefined)?.currency, language)
  return (
    <span>
      {shown} <small className="zc-muted">{count(cellData)}</small>
    </span>
  )
}
