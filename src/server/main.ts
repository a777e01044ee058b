import path from 'node:path'
import { readEnv } from '../config/env.ts'
import { sentenceFor } from '../config/refusals.ts'
import { startServer } from './start.ts'
import { startWorker } from './worker.ts'

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
