import { useT } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { Callout } from '../primitives/index.ts'
import type { Oops } from './view.ts'

/** Why something on these pages was not done; nothing when all is well. */
export function OopsCallout({ oops }: { oops: Oops | null }) {
  const t = useT(messages)
  if (!oops) return null
  return (
    <Callout tone="bad" live>
      {wordsOf(t, oops)}
    </Callout>
  )
}

function wordsOf(t: ReturnType<typeof useT<keyof (typeof messages)['zh']>>, oops: Oops): string {
  if (typeof oops !== 'object') return t(oops === 'nothing' ? 'nothingChosen' : `oops_${oops}`)
  return 'heldOf' in oops ? t('oops_held', { names: oops.heldOf }) : t('oops_account_lost', { names: oops.lostAccountOf })
}
