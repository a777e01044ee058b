import type { Ctx } from '../../context.ts'
import type { Visit } from '../../lib/visit.ts'

/**
 * Whether this visit may pay in the sandbox, and whether its order is then a test that is never paid out. On this machine
 * alone it runs the whole loop; a public address or a forwarded request is somebody else, whose play money would credit
 * creators for good: there it works only with SANDBOX_PAYMENTS=1, and marks the order.
 */
export function sandboxFor({ env, sandbox }: Pick<Ctx, 'env' | 'sandbox'>, { forwarded }: Pick<Visit, 'forwarded'>): Ctx['sandbox'] {
  if (!forwarded) return sandbox
  return { enabled: sandbox.enabled && env.SANDBOX_PAYMENTS, marksTest: true }
}
