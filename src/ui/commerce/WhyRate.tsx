import type { ReactNode } from 'react'
import { useFormat, useT } from '../i18n/index.ts'
import { whyRate as messages } from '../i18n/messages/why-rate.ts'
import { Callout } from '../primitives/index.ts'
import type { WhyReader, WhyView } from './why-view.ts'

type Arithmetic = NonNullable<WhyView['arithmetic']>

/**
 * Where the rate comes from (ATT-14), and what changed it: goods bought beside those that were opened (ATT-13), the cap or the margin
 * (ATT-23), a cut that does not reach her yet (ATT-15). Each sentence with its rule.
 */
export function WhyRate({ arithmetic, reader }: { arithmetic: Arithmetic; reader: WhyReader }) {
  const t = useT(messages)
  const format = useFormat()
  const { rateSource: source, programme, cut, newcomerBps, isBeside } = arithmetic
  // What was offered: the cap or the margin may have left less of it.
  const rate = format.rate(cut?.fromBps ?? arithmetic.rateBps)
  const key =
    reader === 'creator' && (source === 'creator' || source === 'invited' || source === 'group') ? (`source_${source}You` as const) : null
  return (
    <Callout>
      <Ruled rule="ATT-14">
        {source === 'programme' && programme
          ? t('source_programmeNamed', { name: programme, rate })
          : t(key ?? `source_${source}`, { rate }) + (programme ? t('inProgramme', { name: programme }) : '')}
      </Ruled>
      {isBeside ? <Ruled rule="ATT-13">{t('rateBeside')}</Ruled> : null}
      {cut ? <Ruled rule="ATT-23">{t(`cut_${cut.by}`, { rate: format.rate(arithmetic.rateBps) })}</Ruled> : null}
      {newcomerBps === null ? null : <Ruled rule="ATT-15">{t('rateKept', { rate: format.rate(newcomerBps) })}</Ruled>}
    </Callout>
  )
}

const Ruled = ({ rule, children }: { rule: string; children: ReactNode }) => (
  <span className="blk">
    {children} <span className="rule">{rule}</span>
  </span>
)
