import type { SandboxChoice } from '../../../flows/payments/play-sandbox.ts'
import type { SandboxPayView } from '../../../ui/commerce/index.ts'
import { type SandboxOutcome, sandboxOutcomes } from '../../../ui/commerce/index.ts'

/** How an outcome of the page is played, and where the browser goes afterwards. */
interface Play {
  choice: SandboxChoice
  /** `returned`: back to the order, which waits for the notice; `stay`: the browser never came back. */
  goTo: 'order' | 'returned' | 'stay'
}

const plays: Record<SandboxOutcome, Play> = {
  succeed: { choice: 'succeed', goTo: 'returned' },
  fail: { choice: 'fail', goTo: 'order' },
  delay: { choice: 'delay', goTo: 'returned' },
  duplicate: { choice: 'duplicate', goTo: 'returned' },
  disorder: { choice: 'disorder', goTo: 'returned' },
  dispute: { choice: 'dispute', goTo: 'order' },
  'no-return': { choice: 'succeed', goTo: 'stay' },
}

/** What was chosen on the sandbox's page; null when it is none of its outcomes. */
export function playOf(outcome: string | undefined): Play | null {
  const known = sandboxOutcomes.find((one) => one === outcome)
  return known ? plays[known] : null
}

interface PayFacts {
  payment: { amount: number; currency: string; orderNumber: string; open: boolean }
  reservedUntil: string | null
  merchant: string
  orderHref: string
  delaySeconds: number
  /** ISO. */
  now: string
}

/** The sandbox's page: closed once the payment has its result, or its order's time is up. */
export function sandboxPayView({ payment, reservedUntil, merchant, orderHref, delaySeconds, now }: PayFacts): SandboxPayView {
  const { amount, currency, orderNumber, open } = payment
  const payBefore = reservedUntil ?? now
  return { merchant, amount: { amount, currency }, orderNumber, orderHref, payBefore, delaySeconds, closed: !open || payBefore < now }
}
