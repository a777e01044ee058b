import { spawnSync } from 'node:child_process'
import { prepare } from './setup/prepare.mjs'

/**
 * `npm run bench [-- http go phone lighthouse checkout growth payouts]`: builds when the build is stale, then measures (test/bench) and
 * prints figures beside a baseline. All of them when none is named.
 */
const all = ['http', 'go', 'phone', 'lighthouse', 'checkout', 'growth', 'payouts']
const named = process.argv.slice(2)
const unknown = named.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no bench called ${unknown.join(', ')}; known: ${all.join(', ')}`)
  process.exit(2)
}
await prepare({ build: true })
for (const name of named.length > 0 ? named : all) {
  console.log(`\n# ${name}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `test/bench/${name}.ts`], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
