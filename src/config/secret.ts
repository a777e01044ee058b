import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Env, UnusableEnvironment } from './env.ts'

/**
 * The secret that signs sessions and webhooks: the one given by PAYLOAD_SECRET, else the one kept in `DATA_DIR/secret`
 * (mode 0600), made at the first start. While the admin is being built no data folder may appear, so a placeholder
 * stands in: nothing is signed then.
 */
export function readSecret(env: Pick<Env, 'PAYLOAD_SECRET' | 'dataDir'>): string {
  if (env.PAYLOAD_SECRET) return env.PAYLOAD_SECRET
  if (process.env.ZHONGCAO_BUILD === '1') return 'placeholder-while-the-admin-is-built'
  const file = path.join(env.dataDir, 'secret')
  return readKept(file) ?? makeOnce(file)
}

function readKept(file: string): string | undefined {
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret.length >= 32) return secret
    throw new UnusableEnvironment(
      `PAYLOAD_SECRET is not set, and ${file} holds no usable secret: put at least 32 characters there, or remove it to get a new one (everybody is logged out then).`,
    )
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Two starts at once agree: the file is created exclusively, and the loser reads the winner's. */
function makeOnce(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const secret = randomBytes(32).toString('hex')
  try {
    const handle = openSync(file, 'wx', 0o600)
    writeSync(handle, `${secret}\n`)
    fsyncSync(handle)
    closeSync(handle)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return readKept(file) ?? makeOnce(file)
  }
}
