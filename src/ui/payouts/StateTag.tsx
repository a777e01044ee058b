import { useT } from '../i18n/index.ts'
import { payouts as messages } from '../i18n/messages/payouts.ts'
import { Tag, type TagTone } from '../primitives/index.ts'
import type { PayoutStateView } from './view.ts'

const tones: Record<PayoutStateView, TagTone> = { locked: 'honey', sent: 'info', confirmed: 'good', failed: 'bad', cancelled: 'neutral' }

/** The state of a payout in words, never by colour alone. */
export function StateTag({ state }: { state: PayoutStateView }) {
  const t = useT(messages)
  return <Tag tone={tones[state]}>{t(`state_${state}`)}</Tag>
}
