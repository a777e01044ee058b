import { pbkdf2, randomBytes } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(pbkdf2)

/** Payload's present format (`auth/strategies/local`): it reads what we write. A test logs in with it. */
const PREFIX = 'pbkdf2-sha256-v1:'
const ITERATIONS = 600_000
const BYTES = 32

/**
 * Hash and salt of a password as Payload stores them. Slow by intention (0.2 s), so it is made before a transaction
 * and never inside: the one write connection must not wait for it. Also made for nobody, so that an unknown address
 * takes as long to answer as a known one.
 */
export async function hashPassword(password: string): Promise<{ hash: string; salt: string }> {
  const salt = randomBytes(32).toString('hex')
  const hash = await derive(password, salt, ITERATIONS, BYTES, 'sha256')
  return { hash: `${PREFIX}${hash.toString('hex')}`, salt }
}
