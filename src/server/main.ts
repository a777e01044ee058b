import path from 'node:path'
import { readEnv, UnusableEnvironment } from '../config/env.ts'
import { startServer } from './start.ts'

/** The entry of the built server: Vite puts React Router's build beside it. */
try {
  const env = readEnv()
  await startServer(env, {
    build: () => import('virtual:react-router/server-build'),
    assetsDir: path.resolve('build/client'),
    admin: 'built',
  })
} catch (error) {
  // A value that cannot be used is the operator's to mend: a sentence, not a stack.
  if (error instanceof UnusableEnvironment || (error as Error).name === 'SecondWriter' || (error as Error).name === 'UnusableDatabase') {
    process.stderr.write(`${(error as Error).message}\n`)
    process.exit(78)
  }
  throw error
}
