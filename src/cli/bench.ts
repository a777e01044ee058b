import { spawnSync } from 'node:child_process'
import { prepare } from './setup/prepare.mjs'

/** `npm run bench`: builds when the build is stale, then measures (test/bench) and prints figures beside a baseline. */
await prepare({ build: true })
for (const script of ['test/bench/http.ts', 'test/bench/checkout.ts']) {
  console.log(`\n# ${script}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
