import type { Failure, FailureCode } from '../../../lib/result.ts'
import styles from '../../../ui/commerce/commerce.css?url'
import { isLocale, translate } from '../../../ui/i18n/index.ts'
import { risk as messages } from '../../../ui/i18n/messages/risk.ts'
import { simulator } from '../../../ui/i18n/messages/simulator.ts'
import type { RiskOutcome } from '../../../ui/risk/index.ts'
import riskStyles from '../../../ui/risk/risk.css?url'
import studioStyles from '../../../ui/studio/studio.css?url'

const sheets = (...hrefs: string[]) => hrefs.map((href) => ({ rel: 'stylesheet', href }))

export const riskLinks = () => sheets(styles, riskStyles)
export const studioRiskLinks = () => sheets(studioStyles, styles, riskStyles)

/** Title of a page of this area. */
export const riskTitle = (lang: string | undefined, key: 'risk' | 'claims' | 'simulator' | 'myClaims') =>
  key === 'simulator' ? translate(simulator, isLocale(lang) ? lang : 'zh', key) : translate(messages, isLocale(lang) ? lang : 'zh', key)

/** What an amount that was refused could be at most, where the flow says so. */
export const leftOf = ({ details }: Failure): number | undefined => (typeof details?.left === 'number' ? details.left : undefined)

const told = ['state', 'invalid', 'forbidden'] as const

/** What a page says of a refusal. */
export const outcomeOf = (code: FailureCode): RiskOutcome => told.find((one) => one === code) ?? 'failed'
