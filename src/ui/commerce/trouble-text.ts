import { useFormat, useT } from '../i18n/index.ts'
import { commerce } from '../i18n/messages/commerce.ts'
import type { CartLineView } from './view.ts'

/** What changed about a line, as a sentence; null when nothing did. */
export function useTroubleText(): (line: CartLineView) => string | null {
  const t = useT(commerce)
  const format = useFormat()
  return ({ trouble, unitPrice }) => {
    if (!trouble) return null
    switch (trouble.kind) {
      case 'price':
        return t('priceChanged', { before: format.money(trouble.before), now: format.money(unitPrice) })
      case 'short':
        return t('shortStock', { count: trouble.available })
      case 'sold-out':
        return t('lineSoldOut')
      case 'gone':
        return t('lineGone')
    }
  }
}
