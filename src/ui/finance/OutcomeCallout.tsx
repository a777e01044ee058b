import { useT } from '../i18n/index.ts'
import { finance as messages } from '../i18n/messages/finance.ts'
import { Callout } from '../primitives/index.ts'
import type { Outcome } from './view.ts'

/** What became of the last form of these pages; nothing before the first. */
export function OutcomeCallout({ outcome }: { outcome: Outcome | null }) {
  const t = useT(messages)
  if (!outcome) return null
  return (
    <Callout tone={outcome === 'done' ? 'good' : 'bad'} live>
      {t(outcome === 'done' ? 'done' : `oops_${outcome}`)}
    </Callout>
  )
}
