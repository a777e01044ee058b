import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

/** Payload's number, which the shop's own derivation follows. */
const asShipped = 600_000

const key = Symbol.for('zhongcao.password-rounds')
/** On the process and not in a variable: worker threads and module graphs must find the one that is there already. */
const shared = globalThis as { [key]?: { all: boolean } }

/**
 * Each password hash takes 600,000 rounds, a tenth of a second of a processor, and the integration tests make and ask
 * thousands of accounts. From here on this process takes one round in a thousand, for making and for asking alike: the right
 * password still opens and every other still does not. What is stored keeps its form; the unit tests of the hash and
 * all end-to-end tests run with every round.
 */
export function takeFewerRounds(): void {
  if (shared[key]) return
  const state = { all: false }
  shared[key] = state
  const derive = crypto.pbkdf2
  crypto.pbkdf2 = (password, salt, rounds, ...rest) =>
    derive(password, salt, rounds === asShipped && !state.all ? rounds / 1000 : rounds, ...rest)
  syncBuiltinESMExports()
}

/** Runs `work` with every round, for what is said about the time that a log-in takes. Accounts made outside cannot log in inside. */
export async function withAllRounds(work: () => Promise<void>): Promise<void> {
  const state = shared[key]
  if (state) state.all = true
  try {
    await work()
  } finally {
    if (state) state.all = false
  }
}
