import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload, PayloadRequest } from 'payload'
import { ForgottenReq } from './errors.ts'
import type { Label } from './label.ts'

/** What `tx` knows about the transaction that the running code is in. */
export type TxScope = {
  active: boolean
  /** A conflict with another transaction, kept because the function inside may have swallowed or renamed it. */
  conflict?: unknown
  /** Set when a joined inner `tx` failed: the outer one may then no longer commit. */
  doomed?: { by: string; error: unknown }
  readonly label: string
  readonly payload: Payload
  readonly req: PayloadRequest
}

/** How the next transaction is to be opened. Payload and Drizzle pass nothing through, so it travels beside them. */
export type Opening = {
  foreignKeys?: boolean
  label?: Label
  /** Take the lock at the first write only. */
  lazy?: boolean
  maxHoldMs?: number
  onEnd?: (outcome: string) => void
}

type Shared = { opening: AsyncLocalStorage<Opening>; scopes: AsyncLocalStorage<TxScope> }

const key = Symbol.for('zhongcao.database.scope')
const everyone = globalThis as { [key]?: Shared }
everyone[key] ??= { opening: new AsyncLocalStorage<Opening>(), scopes: new AsyncLocalStorage<TxScope>() }

/** On globalThis, because a bundled admin has its own copy of this module and must see the same scopes. */
export const { opening, scopes } = everyone[key]

/** The `tx` that the current call runs in, if it is still open. */
export function currentScope(): TxScope | undefined {
  const scope = scopes.getStore()
  return scope?.active ? scope : undefined
}

/** Refuses what would open a second transaction, or write outside the one that the running code is in. Throws ForgottenReq. */
export function refuseInsideTx(label: Label): void {
  const scope = currentScope()
  if (scope) throw new ForgottenReq(label.toString(), scope.label)
}
