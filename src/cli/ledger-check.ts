import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createLocalReq, getPayload } from 'payload'
import { type Env, readEnv } from '../config/env.ts'
import { payloadConfig } from '../config/payload.ts'
import { sentenceFor } from '../config/refusals.ts'
import { backup } from '../database/sqlite/backup.ts'
import { databaseFile } from '../database/sqlite/connection.ts'
import { type BooksReport, checkBooks } from '../flows/earnings/check-books.ts'
import { newId } from '../lib/ids.ts'

/**
 * `npm run ledger:check`: proves the books and prints what it found; the exit code is 1 when something cannot be right, 78
 * when there is nothing to check. On the embedded database it looks at a consistent copy of the file, so it runs beside the
 * server, takes no lock, and changes nothing; on MongoDB it reads only.
 */
async function main(): Promise<number> {
  const env = readEnv()
  if (env.database === 'mongodb') return print(await check(env))
  const file = databaseFile(env.databaseUrl)
  if (!existsSync(file)) {
    console.error(`There is no database at ${file}: start the shop once, or set DATA_DIR or DATABASE_URL.`)
    return 78
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'zhongcao-books-'))
  try {
    const copy = path.join(folder, 'copy.db')
    await backup(file, copy)
    return print(await check({ ...env, dataDir: folder, databaseUrl: `file:${copy}` }))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function check(env: Env): Promise<BooksReport> {
  // Nothing is signed here.
  const payload = await getPayload({ config: await payloadConfig({ ...env, LOG_LEVEL: 'silent' }, newId() + newId()) })
  try {
    return await checkBooks({ req: () => createLocalReq({}, payload) })
  } finally {
    await payload.destroy()
  }
}

function print({ findings, figures }: BooksReport): number {
  for (const { code, subject, message } of findings) console.error(`${code}  ${subject}  ${message}`)
  const { orders, paidOrders, entries, seals, payouts, variants, pieces } = figures
  console.log(
    `${orders} orders (${paidOrders} paid), ${entries} ledger entries under ${seals} seals, ${payouts} payouts, ${variants} variants, ${pieces} pieces that sold`,
  )
  console.log(findings.length === 0 ? 'The books balance.' : `The books do not balance: ${findings.length} findings above.`)
  return findings.length === 0 ? 0 : 1
}

try {
  process.exitCode = await main()
} catch (error) {
  const sentence = sentenceFor(error)
  if (!sentence) throw error
  console.error(sentence)
  process.exitCode = 78
}
// What a library left open (a watcher, a socket) must not hold a finished command.
process.exit()
