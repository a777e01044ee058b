import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { readEnv } from '../config/env.ts'
import { sentenceFor } from '../config/refusals.ts'
import { startServer } from './start.ts'
import { startWorker } from './worker.ts'

/**
 * Lets the heap grow by two fifths of what is alive before it is collected. On a machine with much memory V8 would let it grow
 * fourfold: what a hundred renders leave behind then stands as 300 MB of garbage. Seven tenths gain nothing that could be measured and
 * take 35 MB more. No limit is set at which it would die.
 */
setFlagsFromString('--heap-growing-percent=40')

/** The entry of the built server: Vite puts React Router's build beside it. */
try {
  const env = readEnv()
  if (env.WORKER) await startWorker(env)
  else
    await startServer(env, {
      build: () => import('virtual:react-router/server-build'),
      assetsDir: path.resolve('build/client'),
      admin: 'built',
    })
} catch (error) {
  const sentence = sentenceFor(error)
  if (!sentence) throw error
  process.stderr.write(`${sentence}\n`)
  process.exit(78)
}
