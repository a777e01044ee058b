import { useFormat, useT } from '../i18n/index.ts'
import { programmeNeeds as messages } from '../i18n/messages/programme-needs.ts'
import type { TermError } from './view.ts'

/** Says what a refused field needs, in the reader's language; nothing for one that was not refused. */
export function useTermError(): (error: TermError | undefined) => string | undefined {
  const t = useT(messages)
  const format = useFormat()
  return (error) => {
    if (!error) return undefined
    const { needs, bound } = error
    if (bound === null) return t(needs)
    if (needs === 'holdDays') return t('holdDays_bound', { bound: format.number(bound) })
    return needs === 'capBps' || needs === 'bps' ? t(`${needs}_bound`, { bound: format.rate(bound) }) : t(needs)
  }
}
